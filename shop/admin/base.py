"""What every list and form of the admin has in common."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from simple_history.admin import SimpleHistoryAdmin

from shop.admin.paginator import CappedPaginator
from shop.admin.search import IndexedSearchMixin
from shop.admin.theme import ModelAdmin, TabularInline


def moment(when: datetime) -> SafeString:
    """Return a date and time that takes little room in a list."""
    local = timezone.localtime(when)
    return format_html('<span class="admin-number">{}</span>', f"{local:%Y-%m-%d %H:%M}")


class BaseAdmin(IndexedSearchMixin, ModelAdmin):
    """A list that stays fast over large tables: capped counts, no facet counts, no COUNT(*)."""

    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 0
    list_filter_submit = True
    warn_unsaved_form = True
    search_fields: ClassVar[tuple[str, ...]] = ()


class HistoryAdmin(SimpleHistoryAdmin, BaseAdmin):
    """A list and form whose changes are kept, shown as differences and can be taken back."""

    history_list_per_page = 25


class ReadOnlyAdmin(BaseAdmin):
    """A window on rows that the programs write: nothing is added, changed or deleted here."""

    actions: ClassVar[list[Any]] = []

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds rows by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes rows by hand."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes rows by hand."""
        return False


class TableInline(TabularInline):
    """Rows of a related model, one line each, on a tab of their own."""

    extra = 0
    tab = True
