"""The relevance lab: how well search does by the shop's own judgements."""

from typing import Any, Final

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET, require_POST

from ai.models import Judgement, LabRun
from ai.search.lab import judged_queries, qrel_rows, query_rows, start_run, step
from shop.admin.base import BaseAdmin, moment
from shop.admin.csv_response import csv_response
from shop.admin.permissions import needs
from shop.admin.search import SearchSource

MAY_SEE: Final = ("ai.view_judgement",)
MAY_MEASURE: Final = ("ai.view_judgement", "ai.add_labrun")
LANES: Final = {"words": "Words", "meaning": "Meaning", "hybrid": "Both, as visitors get it"}
SHOWN: Final = 12
# Fewer than these, and one search more or less moves the mean by more than a change of ranking.
ENOUGH: Final = 30


@require_GET
@needs(*MAY_SEE)
def lab(request: HttpRequest) -> HttpResponse:
    """Show the runs, the newest in full, and what there is to measure."""
    runs = list(LabRun.objects.select_related("author")[:SHOWN])
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        **_run_context(runs[0] if runs else None),
        "title": "Relevance lab",
        "judgements": Judgement.objects.count(),
        "queries": len(judged_queries()),
        "enough": ENOUGH,
        "runs": [(run, run.means) for run in runs if run.is_done and run.total],
        "lanes": LANES,
        "may_measure": request.user.has_perms(MAY_MEASURE),
    }
    return TemplateResponse(request, "admin/ai/lab.html", context)


@require_POST
@needs(*MAY_MEASURE)
def measure(request: HttpRequest) -> HttpResponse:
    """Begin a run; the page goes on with it."""
    if not judged_queries():
        messages.error(request, "Judge some hits first: there is nothing to measure yet.")
    else:
        start_run(author=request.user)
    return redirect("ai-lab")


@require_POST
@needs(*MAY_MEASURE)
def go_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Measure the next searches; htmx gets the run's part of the page, and asks again."""
    run = step(run=get_object_or_404(LabRun, pk=pk))
    if getattr(request, "htmx", False):
        return TemplateResponse(request, "admin/ai/_lab_run.html", _run_context(run))
    return redirect("ai-lab")


@require_GET
@needs(*MAY_SEE)
def export_queries(_request: HttpRequest) -> HttpResponseBase:
    """Return queries.csv."""
    return csv_response("queries.csv", ["query_id", "query"], query_rows())


@require_GET
@needs(*MAY_SEE)
def export_qrels(_request: HttpRequest) -> HttpResponseBase:
    """Return qrels.csv."""
    return csv_response("qrels.csv", ["query_id", "product_id", "gain"], qrel_rows())


def _run_context(run: LabRun | None) -> dict[str, Any]:
    if run is None:
        return {"run": None}
    means = run.means
    return {
        "run": run,
        "figures": [(title, means[lane]) for lane, title in LANES.items() if lane in means],
        "worst": run.worst[:SHOWN] if run.is_done else [],
    }


@admin.register(Judgement)
class JudgementAdmin(BaseAdmin):
    """What staff think of hits; made on the page that explains them."""

    list_display = ("query", "product", "rating", "by", "changed")
    list_select_related = ("product", "author")
    list_filter = ("gain",)
    ordering = ("query", "-gain", "pk")
    sortable_by = ()
    search_fields = ("query",)
    search_sources = (SearchSource(Judgement, "query__icontains"),)
    fields = ("query", "product", "gain")
    readonly_fields = ("query", "product")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody types them: they belong to a hit."""
        return False

    @admin.display(description="Rating")
    def rating(self, judgement: Judgement) -> str:
        """Return the gain with its word."""
        return f"{judgement.gain} – {judgement.get_gain_display()}"

    @admin.display(description="By")
    def by(self, judgement: Judgement) -> str:
        """Return who thinks so."""
        return str(judgement.author) if judgement.author else "–"

    @admin.display(description="Changed")
    def changed(self, judgement: Judgement) -> Any:
        """Return when it was judged last."""
        return moment(judgement.updated_at)
