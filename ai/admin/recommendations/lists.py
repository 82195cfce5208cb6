"""Rules for boxes and experiments with them: their lists and forms."""

from typing import Any, ClassVar, Final
from uuid import uuid4

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from ai.admin.recommendations.forms import RecommendationRuleForm
from ai.admin.recommendations.preview import BoxLook, preview_rule
from ai.admin.rules.lists import (
    COLOURS,
    DELETED_SHOWN,
    MOST_DELETED,
    PREVIEW,
    SCHEDULE,
    WORDS,
    state_of,
)
from ai.models import BoxExperiment, RecommendationRule
from shop.admin.base import BaseAdmin, HistoryAdmin, moment
from shop.admin.search import SearchSource
from shop.admin.theme import label
from shop.models import Product

STATUS_COLOURS: Final = {"draft": "info", "running": "success", "ended": "warning"}


@admin.register(RecommendationRule)
class RecommendationRuleAdmin(HistoryAdmin):
    """Pins and exclusions, with a look before saving and a way back after it."""

    form = RecommendationRuleForm
    change_form_after_template = "admin/ai/_box_preview.html"
    change_form_outer_after_template = "admin/ai/_rule_undo.html"
    list_after_template = "admin/ai/_rules_deleted.html"
    list_display = ("what", "product", "where", "subject", "state", "note", "by", "changed")
    list_display_links = ("what",)
    list_select_related = ("author", "product", "subject")
    list_filter = ("is_active", "effect", "box")
    sortable_by = ()
    search_fields = ("note",)
    search_help_text = "A product, or the note"
    search_sources = (
        SearchSource(RecommendationRule, "note__icontains"),
        SearchSource(RecommendationRule, "product__title__icontains"),
    )
    ordering = ("box", "subject", "position", "pk")
    autocomplete_fields = ("subject", "product")
    fieldsets = (
        (None, {"fields": ("effect", "product", "box", "subject", "position")}),
        SCHEDULE,
    )

    class Media:
        css: ClassVar = {"all": ["css/admin-search.css"]}

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Return the form, as one that is not saved where only a look is asked for."""
        form = super().get_form(request, obj, **kwargs)
        form.is_preview = PREVIEW in request.POST
        return form

    def save_model(
        self, request: HttpRequest, obj: RecommendationRule, form: Any, change: bool
    ) -> None:
        """Remember who made it."""
        if not change:
            obj.author = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], **kwargs: Any
    ) -> HttpResponse:
        """Show the form, with what it would change where that was asked."""
        form: RecommendationRuleForm = context["adminform"].form
        if form.is_preview:
            context["looks"] = self._looks(form)
            context["preview_errors"] = [
                str(text) for texts in form.errors.values() for text in texts
            ]
        rule = kwargs.get("obj")
        if rule is not None and self.has_change_permission(request, rule):
            context["undo"] = reverse("ai-rule-undo", args=["recommendationrule", rule.pk])
        response: HttpResponse = super().render_change_form(request, context, **kwargs)
        return response

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the list, and what was deleted lately."""
        deleted = _deleted() if self.has_add_permission(request) else []
        context = {**(extra_context or {}), "deleted": deleted, "kind": "recommendationrule"}
        response: HttpResponse = super().changelist_view(request, context)
        return response

    def _looks(self, form: RecommendationRuleForm) -> list[BoxLook] | None:
        # The form has put its fields on its instance, which nobody saves.
        return None if form.errors else preview_rule(form.instance)

    @admin.display(description="Does")
    def what(self, rule: RecommendationRule) -> str:
        """Return what it does."""
        if rule.effect == RecommendationRule.Effect.EXCLUDE:
            return "leaves out"
        return f"puts at place {rule.position}"

    @admin.display(description="Box")
    def where(self, rule: RecommendationRule) -> str:
        """Return the box."""
        return rule.get_box_display() if rule.box else "all"

    @label(description="Now", colours=COLOURS)
    def state(self, rule: RecommendationRule) -> tuple[str, str]:
        """Return whether it counts at this moment."""
        name = state_of(rule)
        return name, WORDS[name]

    @admin.display(description="By")
    def by(self, rule: RecommendationRule) -> str:
        """Return who made it."""
        return str(rule.author) if rule.author else "–"

    @admin.display(description="Changed")
    def changed(self, rule: RecommendationRule) -> SafeString:
        """Return when it was changed last."""
        return moment(rule.updated_at)


@admin.register(BoxExperiment)
class BoxExperimentAdmin(BaseAdmin):
    """Experiments: made here, begun and ended on the page of recommendations."""

    list_display = ("name", "box", "control", "treatment", "percent", "state", "started_at")
    list_filter = ("status", "box")
    sortable_by = ()
    ordering = ("-id",)
    fields = ("name", "box", "control", "treatment", "percent")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes what is measured once it has begun."""
        has_begun = obj is not None and obj.status != BoxExperiment.Status.DRAFT
        return not has_begun and bool(super().has_change_permission(request, obj))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Deal the lots anew for each experiment."""
        obj.salt = obj.salt or uuid4()
        super().save_model(request, obj, form, change)

    @label(description="Status", colours=STATUS_COLOURS)
    def state(self, experiment: BoxExperiment) -> tuple[str, str]:
        """Return the status as a label."""
        return experiment.status, experiment.get_status_display()


def _deleted() -> list[Any]:
    """Return the last rules that were deleted and are not back, each with its name."""
    model: Any = RecommendationRule
    since: Any = timezone.now() - DELETED_SHOWN
    records = model.history.filter(history_type="-", history_date__gte=since).select_related(
        "history_user"
    )
    gone = records.exclude(id__in=model.objects.values("pk"))
    found = list(gone.order_by("-history_date")[:MOST_DELETED])
    titles = dict(
        Product.objects.filter(pk__in=[record.product_id for record in found]).values_list(
            "pk", "title"
        )
    )
    for record in found:
        title = titles.get(record.product_id, "a product that is gone")
        record.name_of_rule = f"{record.get_effect_display()}: {title}"
    return found
