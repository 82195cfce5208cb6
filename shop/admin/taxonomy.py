"""Categories as a tree, brands, and the attributes that describe products."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from treebeard.forms import MoveNodeForm, movenodeform_factory

from shop.admin.base import BaseAdmin, HistoryAdmin
from shop.admin.resources import BrandResource, CategoryResource
from shop.admin.search import SearchSource
from shop.admin.theme import Select
from shop.admin.transfer import TransferMixin
from shop.models import Attribute, Brand, Category

# Deeper categories are indented no further.
DEEPEST_INDENT = 5


class CategoryForm(MoveNodeForm):
    """A category and its place in the tree: first below, before or after another."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("treebeard_position", "treebeard_ref_node"):
            field = self.fields[name]
            field.widget = Select(choices=field.choices)


@admin.register(Category)
class CategoryAdmin(TransferMixin, HistoryAdmin):
    """The whole tree on one page, in its own order, indented."""

    form = movenodeform_factory(Category, form=CategoryForm)
    resource_classes: ClassVar = [CategoryResource]
    list_display = ("in_tree", "slug", "depth")
    list_display_links = ("in_tree",)
    ordering = ("path",)
    sortable_by = ()
    list_per_page = 500
    fields = ("name", "slug", "description", "guide", "treebeard_position", "treebeard_ref_node")
    prepopulated_fields: ClassVar = {"slug": ("name",)}
    search_fields = ("name",)
    search_sources = (SearchSource(Category, "name__icontains"),)
    actions = ("move_up", "move_down")

    @admin.display(description="Category")
    def in_tree(self, category: Category) -> SafeString:
        """Return the name, indented by its depth."""
        depth = min(category.depth, DEEPEST_INDENT)
        return format_html('<span class="admin-tree admin-tree-{}">{}</span>', depth, category.name)

    @admin.action(description="Move up among its siblings", permissions=["change"])
    def move_up(self, request: HttpRequest, queryset: QuerySet[Category]) -> None:
        """Put each selected category before the one above it."""
        self._move(request, list(queryset.order_by("path")), "left")

    @admin.action(description="Move down among its siblings", permissions=["change"])
    def move_down(self, request: HttpRequest, queryset: QuerySet[Category]) -> None:
        """Put each selected category after the one below it."""
        self._move(request, list(queryset.order_by("-path")), "right")

    @transaction.atomic
    def _move(self, request: HttpRequest, categories: list[Category], side: str) -> None:
        nodes: Any = Category.objects
        moved = 0
        for category in categories:
            # Earlier moves rewrote paths.
            node = Category.objects.get(pk=category.pk)
            find = nodes.get_prev_sibling if side == "left" else nodes.get_next_sibling
            neighbour = find(node)
            if neighbour is not None:
                nodes.move(node, neighbour, side)
                moved += 1
        self.message_user(request, f"{moved} of {len(categories)} moved.", messages.SUCCESS)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Return what a deletion takes along, the categories below included."""
        nodes: Any = Category.objects
        family: dict[int, Category] = {}
        for category in objs:
            for node in nodes.get_descendants(category, include_self=True):
                family[node.pk] = node
        return super().get_deleted_objects(list(family.values()), request)


@admin.register(Brand)
class BrandAdmin(TransferMixin, HistoryAdmin):
    """Who makes the products."""

    resource_classes: ClassVar = [BrandResource]
    list_display = ("name", "slug")
    prepopulated_fields: ClassVar = {"slug": ("name",)}
    search_fields = ("name",)
    search_sources = (SearchSource(Brand, "name__icontains"),)


@admin.register(Attribute)
class AttributeAdmin(BaseAdmin):
    """What can be said about products, of which type and in which unit."""

    list_display = ("name", "code", "kind", "unit", "is_filterable", "position")
    list_editable = ("is_filterable", "position")
    list_filter = ("kind", "is_filterable")
    prepopulated_fields: ClassVar = {"code": ("name",)}
    search_fields = ("name", "code")
    search_sources = (
        SearchSource(Attribute, "name__icontains"),
        SearchSource(Attribute, "code__icontains"),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Attribute | None = None) -> Any:
        """Freeze the type once there are values: they are stored by type."""
        return ("kind",) if obj and obj.values.exists() else ()
