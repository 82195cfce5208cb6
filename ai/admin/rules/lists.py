"""The lists and pages of the four kinds of rules."""

from datetime import timedelta
from typing import Any, ClassVar, Final

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ai.admin.rules.forms import BoostForm, PinForm, RedirectForm, RuleForm, SynonymForm
from ai.admin.rules.preview import Preview, preview_rule
from ai.models import BoostRule, PinRule, RedirectRule, SearchRule, StaffRule, SynonymRule
from shop.admin.base import HistoryAdmin, moment
from shop.admin.search import SearchSource
from shop.admin.theme import label

PREVIEW: Final = "_preview"
ALSO: Final = "_also"
# Deleted rules can be brought back for so long from the list; the history keeps them for good.
DELETED_SHOWN: Final = timedelta(days=30)
MOST_DELETED: Final = 10
COLOURS: Final = {"on": "success", "waits": "info", "over": "warning", "off": "danger"}
WORDS: Final = {"on": "on", "waits": "not yet", "over": "over", "off": "off"}
SCHEDULE: Final = ("When", {"fields": ("is_active", "starts_at", "ends_at", "note")})


class RuleAdmin(HistoryAdmin):
    """What the four kinds have in common: a look before saving, undo, and who did it."""

    change_form_after_template = "admin/ai/_rule_preview.html"
    change_form_outer_after_template = "admin/ai/_rule_undo.html"
    list_after_template = "admin/ai/_rules_deleted.html"
    list_filter = ("is_active", "match")
    list_select_related: ClassVar[tuple[str, ...]] = ("author",)
    sortable_by = ()
    search_fields = ("query",)
    search_help_text = "The search, or the note"
    ordering: ClassVar[tuple[str, ...]] = ("query", "pk")

    class Media:
        css: ClassVar = {"all": ["css/admin-search.css"]}

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> type[RuleForm]:
        """Return the form, as one that is not saved where only a look is asked for."""
        form: type[RuleForm] = super().get_form(request, obj, **kwargs)
        form.is_preview = PREVIEW in request.POST
        return form

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the rules with whom and what their rows name."""
        rules: QuerySet[Any] = super().get_queryset(request)
        return rules.select_related(*self.list_select_related)

    def save_model(self, request: HttpRequest, obj: SearchRule, form: Any, change: bool) -> None:
        """Remember who made it."""
        if not change:
            obj.author = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], **kwargs: Any
    ) -> HttpResponse:
        """Show the form, with what it would change where that was asked."""
        form: RuleForm = context["adminform"].form
        context["also"] = request.POST.get(ALSO, "")[:2_000]
        if form.is_preview:
            context["preview"] = self._preview(form, context["also"])
            context["preview_errors"] = _errors(form)
        if kwargs.get("obj") is not None and self.has_change_permission(request, kwargs["obj"]):
            context["undo"] = reverse(
                "ai-rule-undo",
                args=[self.model._meta.model_name, kwargs["obj"].pk],  # noqa: SLF001
            )
        response: HttpResponse = super().render_change_form(request, context, **kwargs)
        return response

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the list, and what was deleted lately."""
        deleted = _deleted(self.model) if self.has_add_permission(request) else []
        response: HttpResponse = super().changelist_view(
            request,
            {
                **(extra_context or {}),
                "deleted": deleted,
                "kind": self.model._meta.model_name,  # noqa: SLF001 - Django documents it
            },
        )
        return response

    def _preview(self, form: RuleForm, also: str) -> Preview | None:
        if form.errors:
            return None
        # The form has put its fields on its instance, which nobody saves.
        return preview_rule(form.instance, also=also.splitlines())

    @label(description="Now", colours=COLOURS)
    def state(self, rule: SearchRule) -> tuple[str, str]:
        """Return whether it counts at this moment."""
        name = state_of(rule)
        return name, WORDS[name]

    @admin.display(description="By")
    def by(self, rule: SearchRule) -> str:
        """Return who made it."""
        return str(rule.author) if rule.author else "–"

    @admin.display(description="Changed")
    def changed(self, rule: SearchRule) -> SafeString:
        """Return when it was changed last."""
        return moment(rule.updated_at)


@admin.register(SynonymRule)
class SynonymAdmin(RuleAdmin):
    """Other words for what shoppers type."""

    form = SynonymForm
    list_display = ("query", "other_words", "match", "state", "note", "by", "changed")
    search_sources = (
        SearchSource(SynonymRule, "query__icontains"),
        SearchSource(SynonymRule, "alternatives__icontains"),
        SearchSource(SynonymRule, "note__icontains"),
    )
    fieldsets = (
        (None, {"fields": ("query", "match", "alternatives", "is_two_way")}),
        SCHEDULE,
    )

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin with a rule for all searches that contain the words."""
        return {"match": "words", **super().get_changeform_initial_data(request)}

    @admin.display(description="Also searched for")
    def other_words(self, rule: SynonymRule) -> str:
        """Return the alternatives, with the direction."""
        return f"{'↔' if rule.is_two_way else '→'} {', '.join(rule.texts)}"


@admin.register(PinRule)
class PinAdmin(RuleAdmin):
    """Products at a fixed place."""

    form = PinForm
    list_display = ("query", "position", "product", "match", "state", "note", "by", "changed")
    list_select_related = ("author", "product")
    search_sources = (
        SearchSource(PinRule, "query__icontains"),
        SearchSource(PinRule, "note__icontains"),
    )
    ordering = ("query", "position", "pk")
    autocomplete_fields = ("product",)
    fieldsets = ((None, {"fields": ("query", "match", "product", "position")}), SCHEDULE)


@admin.register(BoostRule)
class BoostAdmin(RuleAdmin):
    """What moves up or down."""

    form = BoostForm
    list_display = ("query", "what", "how_far", "match", "state", "note", "by", "changed")
    list_select_related = ("author", "product", "brand", "category", "attribute")
    search_sources = (
        SearchSource(BoostRule, "query__icontains"),
        SearchSource(BoostRule, "note__icontains"),
    )
    autocomplete_fields = ("product", "brand", "category")
    fieldsets = (
        (None, {"fields": ("query", "match", "effect", "strength")}),
        (
            "What moves: one of these",
            {"fields": ("product", "brand", "category", "attribute", "value")},
        ),
        SCHEDULE,
    )

    @admin.display(description="What")
    def what(self, rule: BoostRule) -> str:
        """Return what moves."""
        if rule.attribute is not None:
            return f"{rule.attribute.name}: {rule.value}"
        return str(rule.product or rule.brand or rule.category)

    @admin.display(description="Moves")
    def how_far(self, rule: BoostRule) -> str:
        """Return the direction and the strength."""
        far = rule.get_strength_display().partition(":")[0]
        return f"{rule.get_effect_display()}, {far}" if rule.strength < 4 else _end(rule)  # noqa: PLR2004


@admin.register(RedirectRule)
class RedirectAdmin(RuleAdmin):
    """Searches that lead to a page."""

    form = RedirectForm
    list_display = ("query", "leads_to", "match", "state", "note", "by", "changed")
    search_sources = (
        SearchSource(RedirectRule, "query__icontains"),
        SearchSource(RedirectRule, "path__icontains"),
        SearchSource(RedirectRule, "note__icontains"),
    )
    fieldsets = ((None, {"fields": ("query", "match", "path")}), SCHEDULE)

    @admin.display(description="Leads to")
    def leads_to(self, rule: RedirectRule) -> SafeString:
        """Return the page as a link."""
        return format_html('<a class="admin-link" href="{}">{}</a>', rule.path, rule.path)


def state_of(rule: StaffRule) -> str:
    """Return whether a rule counts now, one of `WORDS`."""
    now = timezone.now()
    if not rule.is_active:
        return "off"
    if rule.ends_at is not None and rule.ends_at <= now:
        return "over"
    return "waits" if rule.starts_at is not None and now < rule.starts_at else "on"


def _end(rule: BoostRule) -> str:
    return "to the very top" if rule.effect == BoostRule.Effect.BOOST else "to the end"


def _deleted(model: Any) -> list[Any]:
    """Return the last rules that were deleted and are not back."""
    since = timezone.now() - DELETED_SHOWN
    records = model.history.filter(history_type="-", history_date__gte=since).select_related(
        "history_user"
    )
    gone = records.exclude(id__in=model.objects.values("pk"))
    found = list(gone.order_by("-history_date")[:MOST_DELETED])
    for record in found:
        record.name_of_rule = f"“{record.query}”"
    return found


def _errors(form: RuleForm) -> list[tuple[str, str]]:
    """Return what is wrong, each with the name of its field."""
    return [
        (str(form.fields[name].label or "") if name in form.fields else "", str(text))
        for name, texts in form.errors.items()
        for text in texts
    ]
