"""How recommendations do, and why one product is recommended."""

from dataclasses import dataclass
from typing import Any, Final

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from ai.admin.recommendations.figures import (
    box_rows,
    compared,
    freshness,
    replay_rows,
    tiles,
)
from ai.admin.recommendations.rights import (
    MAY_RUN,
    MAY_SEE,
    MAY_SEE_ORDERS,
    MAY_SWITCH,
    MAY_TRY,
)
from ai.admin.state import in_words, worker
from ai.analytics.options import event_options
from ai.analytics.spans import NAMES, Span
from ai.models import BoxExperiment, RecommendationGeneration, RecommendationJob
from ai.recommendations.explaining import explain
from ai.recommendations.generations import live_generation
from ai.recommendations.jobs import run_progress
from ai.recommendations.replay import DEPTH
from ai.recommendations.types import Kind, Wanted
from shop.admin.permissions import needs
from shop.models import Product
from shop.row_ids import read_row_id

# Experiments that are shown, the newest first, and generations to go back to.
EXPERIMENTS: Final = 10
GENERATIONS: Final = 3
# Products that a search for one offers, and places of the box that is looked into.
CHOICES: Final = 12
PLACES: Final = 12
KINDS: Final = (Kind.SIMILAR, Kind.TOGETHER, Kind.COMPLEMENTS, Kind.TRENDING, Kind.NEW)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhySearch:
    """What is asked of the page that explains."""

    q: str
    kind: Kind
    product: Product | None


@require_GET
@needs(MAY_SEE)
def recommendations(request: HttpRequest) -> HttpResponse:
    """Show freshness, coverage and concentration, what came of boxes, and experiments."""
    span = Span.of_code(request.GET.get("period", ""))
    live = live_generation()
    experiments = BoxExperiment.objects.all()[:EXPERIMENTS]
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        **live_context(),
        "title": "Recommendations",
        "tiles": tiles(live),
        "span": span,
        "periods": NAMES,
        "rows": box_rows(span),
        "replayed": replay_rows(live),
        "depth": DEPTH,
        "experiments": [compared(each) for each in experiments],
        "generations": _earlier(live),
        "may_run": request.user.has_perm(MAY_RUN),
        "may_switch": request.user.has_perm(MAY_SWITCH),
        "may_try": request.user.has_perm(MAY_TRY),
        "options": event_options(),
    }
    return TemplateResponse(request, "admin/ai/recommendations.html", context)


@require_GET
@needs(MAY_SEE)
def live(request: HttpRequest) -> HttpResponse:
    """Return the part of the page that changes while a run is at work."""
    context = {**live_context(), "may_run": request.user.has_perm(MAY_RUN)}
    return TemplateResponse(request, "admin/ai/_run.html", context)


@require_GET
@needs(MAY_SEE)
def why(request: HttpRequest) -> HttpResponse:
    """Show what a box holds, and the evidence for each product in it."""
    asked = _read(request)
    evidence = []
    if asked.product is not None:
        pk = (asked.product.pk,)
        beside: dict[str, Any] = {"subjects": pk}
        if asked.kind == Kind.COMPLEMENTS:
            beside = {"cart": pk}
        elif asked.kind in {Kind.TRENDING, Kind.NEW}:
            beside = {"category": asked.product.category_id}
        evidence = explain(Wanted(kind=asked.kind, size=PLACES, **beside))
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Why is this recommended?",
        "asked": asked,
        "kinds": [(kind.value, kind.label) for kind in KINDS],
        "choices": _find(asked.q) if asked.product is None and asked.q else [],
        "evidence": evidence,
        "live": live_generation(),
        "sees_orders": request.user.has_perm(MAY_SEE_ORDERS),
    }
    return TemplateResponse(request, "admin/ai/why_recommended.html", context)


def live_context() -> dict[str, Any]:
    """Return what changes while a run is at work."""
    jobs = RecommendationJob.objects.select_related("created_by")
    job = jobs.filter(status__in=RecommendationJob.ACTIVE).first() or jobs.first()
    progress = run_progress(job=job) if job else None
    is_active = job is not None and job.status in RecommendationJob.ACTIVE
    percent = None
    if progress and progress.total:
        percent = min(100, progress.done * 100 // progress.total)
    return {
        "job": job,
        "progress": progress,
        "percent": percent,
        "is_active": is_active,
        "time_left": in_words(progress.eta_s) if progress and progress.eta_s else "",
        "live": live_generation(),
        "freshness": freshness(live_generation(), now=timezone.now()),
        "worker": worker(),
    }


def _earlier(live_one: RecommendationGeneration | None) -> list[RecommendationGeneration]:
    ever = RecommendationGeneration.objects.filter(live_since__isnull=False)
    others = ever.exclude(pk=live_one.pk) if live_one else ever
    return list(others.order_by("-live_since")[:GENERATIONS])


def _read(request: HttpRequest) -> WhySearch:
    kind = request.GET.get("kind", "")
    number = read_row_id(request.GET.get("product", ""))
    product = Product.objects.filter(pk=number).select_related("category").first()
    return WhySearch(
        q=request.GET.get("q", "").replace("\x00", "")[:200].strip(),
        kind=Kind(kind) if kind in KINDS else Kind.SIMILAR,
        product=product,
    )


def _find(q: str) -> list[Product]:
    """Return the published products with these words in their title, or with this slug."""
    words = Q()
    for word in q.split()[:6]:
        words &= Q(title__icontains=word)
    return list(Product.objects.published().filter(words | Q(slug=q)).order_by("title")[:CHOICES])
