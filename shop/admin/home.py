"""The front page: its sections in their order, and a look at any moment of it."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from shop.admin.base import HistoryAdmin, TableInline, moment
from shop.admin.home_form import HomeSectionForm
from shop.admin.search import SearchSource
from shop.admin.theme import ChoicesDropdownFilter, label
from shop.models import HomePick, HomeSection

COLOURS: dict[str, str] = {
    "shown": "success",
    "waits": "info",
    "over": "warning",
    "draft": "danger",
}
WORDS: dict[str, str] = {
    "shown": "shown now",
    "waits": "not yet",
    "over": "over",
    "draft": "draft",
}


class PickInline(TableInline):
    """Products picked by hand: of an opening, or of a row that shows what is picked."""

    model = HomePick
    fields = ("position", "product")
    autocomplete_fields = ("product",)
    # A row shows no more, and each field of this kind reads the name of its choice.
    max_num = 8
    verbose_name = "pick"
    verbose_name_plural = "picked products"

    def get_queryset(self, request: HttpRequest) -> QuerySet[HomePick]:
        """Return the picks with the products that the fields name."""
        picks: QuerySet[HomePick] = super().get_queryset(request)
        return picks.select_related("product")


@admin.register(HomeSection)
class HomeSectionAdmin(HistoryAdmin):
    """The front page from top to bottom; positions are changed in the list."""

    form = HomeSectionForm
    inlines = (PickInline,)
    list_display = (
        *("title", "kind", "state", "position", "is_published"),
        *("shown_from", "shown_until"),
    )
    list_editable = ("position", "is_published")
    list_filter = (("kind", ChoicesDropdownFilter), "is_published")
    list_before_template = "admin/shop/homesection/_preview.html"
    change_form_outer_before_template = "admin/shop/homesection/_preview.html"
    ordering = ("position", "pk")
    sortable_by = ()
    search_fields = ("title", "text")
    search_sources = (
        SearchSource(HomeSection, "title__icontains"),
        SearchSource(HomeSection, "text__icontains"),
    )
    readonly_fields = ("present_picture",)
    fieldsets = (
        (None, {"fields": ("kind", "title", "text", ("link_text", "link_path"))}),
        ("What it shows", {"fields": (("rule", "category"),)}),
        (
            "Picture",
            {"fields": ("present_picture", "upload", "without_picture", "picture_alt")},
        ),
        (
            "When and where",
            {"fields": (("position", "is_published"), "starts_at", "ends_at")},
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[HomeSection]:
        """Return the sections with their picture."""
        sections: QuerySet[HomeSection] = super().get_queryset(request)
        return sections.select_related("picture")

    @label(description="Now", colours=COLOURS)
    def state(self, section: HomeSection) -> tuple[str, str]:
        """Return whether visitors see it at this moment."""
        name = state_of(section)
        return name, WORDS[name]

    @admin.display(description="Shown from")
    def shown_from(self, section: HomeSection) -> SafeString | str:
        """Return its beginning."""
        return moment(section.starts_at) if section.starts_at else "–"

    @admin.display(description="Shown until")
    def shown_until(self, section: HomeSection) -> SafeString | str:
        """Return its end."""
        return moment(section.ends_at) if section.ends_at else "–"

    @admin.display(description="Picture")
    def present_picture(self, section: HomeSection) -> SafeString | str:
        """Return the picture, small."""
        if section.picture is None:
            return "None."
        return format_html(
            '<img class="admin-thumb admin-thumb-wide" src="{}" alt="{}" loading="lazy">',
            section.picture.file.url,
            section.picture_alt,
        )


def state_of(section: HomeSection) -> str:
    """Return a section's state now, one of `WORDS`."""
    now = timezone.now()
    if not section.is_published:
        return "draft"
    if section.ends_at is not None and section.ends_at <= now:
        return "over"
    return "shown" if section.is_shown_at(now) else "waits"
