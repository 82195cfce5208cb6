"""The buttons of the page of recommendations: run, cancel, go back, begin and end. POST only."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from ai.admin.recommendations.rights import MAY_RUN, MAY_SWITCH, MAY_TRY
from ai.exceptions import AiError
from ai.models import BoxExperiment, RecommendationGeneration, RecommendationJob
from ai.recommendations.experiments import begin_experiment, end_experiment
from ai.recommendations.generations import go_live
from ai.recommendations.jobs import cancel_run, start_run
from shop.admin.confirm import ask, is_confirmed
from shop.admin.permissions import needs

PAGE: Final = "ai-recommendations"
Scope = RecommendationJob.Scope


@require_POST
@needs(MAY_RUN)
def run(request: HttpRequest) -> HttpResponse:
    """Start a run over everything or over what has changed; two clicks make one."""
    scope = request.POST.get("scope", Scope.ALL)
    user: Any = request.user
    if scope not in Scope.values:
        messages.error(request, "Choose what to make.")
        return redirect(PAGE)
    try:
        job = start_run(scope=scope, created_by=user)
    except AiError as error:
        messages.warning(request, str(error))
        return redirect(PAGE)
    if job is None:
        messages.info(request, "Nothing has changed since the last run.")
    else:
        messages.success(request, f"Run {job.pk} is started.")
    return redirect(PAGE)


@require_POST
@needs(MAY_RUN)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """End a run; what is live stays."""
    job = get_object_or_404(RecommendationJob, pk=pk)
    if cancel_run(job=job):
        messages.success(request, f"Run {pk} is cancelled. What visitors see stays as it is.")
    else:
        messages.info(request, f"Run {pk} is {job.get_status_display()}: nothing was changed.")
    return redirect(PAGE)


@require_POST
@needs(MAY_SWITCH)
def make_live(request: HttpRequest, pk: int) -> HttpResponse:
    """Let boxes read another generation that was live before."""
    generations = RecommendationGeneration.objects.filter(live_since__isnull=False)
    generation = get_object_or_404(generations, pk=pk)
    if not is_confirmed(request):
        return ask(
            request,
            title=f"Go back to generation {pk}?",
            text="Boxes change at once; the way forward again is the same button on the other one.",
            answer="Yes, make it live",
            back=PAGE,
        )
    go_live(generation=generation)
    messages.success(request, f"Boxes read generation {pk} now.")
    return redirect(PAGE)


@require_POST
@needs(MAY_TRY)
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Let an experiment run."""
    experiment = get_object_or_404(BoxExperiment, pk=pk)
    try:
        begin_experiment(experiment=experiment)
    except AiError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"“{experiment}” is running.")
    return redirect(PAGE)


@require_POST
@needs(MAY_TRY)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End an experiment: everybody has the usual way again."""
    experiment = get_object_or_404(BoxExperiment, pk=pk)
    if not is_confirmed(request):
        return ask(
            request,
            title=f"End “{experiment}”?",
            text="All visitors have the usual boxes again. It cannot go on after that.",
            answer="Yes, end it",
            back=PAGE,
        )
    try:
        end_experiment(experiment=experiment)
    except AiError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"“{experiment}” is over. Its figures stay below.")
    return redirect(PAGE)
