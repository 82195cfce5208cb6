"""The buttons of the Embeddings page: start, pause, resume, cancel, retry, make live. POST only."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from ai.admin.permissions import MAY_EMBED, MAY_SWITCH
from ai.admin.starting import begin_job
from ai.exceptions import AiError
from ai.indexing.jobs import cancel_job, pause_job, resume_job, retry_failures
from ai.indexing.spaces import go_live
from ai.models import EmbeddingJob, EmbeddingSpace
from shop.admin.confirm import ask, is_confirmed
from shop.admin.permissions import needs

PAGE = "ai-embeddings"
Scope = EmbeddingJob.Scope


@require_POST
@needs(MAY_EMBED)
def start(request: HttpRequest) -> HttpResponse:
    """Start a job over the stale or over everything; two clicks make one job."""
    space = get_object_or_404(EmbeddingSpace, pk=_number(request, "space"))
    scope = request.POST.get("scope")
    if scope not in (Scope.STALE, Scope.ALL):
        messages.error(request, "Choose what to embed.")
        return redirect(PAGE)
    if scope == Scope.ALL and not is_confirmed(request):
        return ask(
            request,
            title="Re-embed everything?",
            text=(
                f"Every product, review and page goes through {space.model_id} again. Search stays "
                "up; with a paid provider this costs money."
            ),
            answer="Yes, re-embed everything",
            back=PAGE,
        )
    begin_job(request, space=space, scope=scope)
    return redirect(PAGE)


@require_POST
@needs(MAY_EMBED)
def pause(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop after the chunk in hand; the job keeps its place."""
    return _steer(request, pk, pause_job, "is paused")


@require_POST
@needs(MAY_EMBED)
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on where the job was paused."""
    return _steer(request, pk, resume_job, "goes on")


@require_POST
@needs(MAY_EMBED)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """End the job; vectors made so far stay."""
    if not is_confirmed(request):
        return ask(
            request,
            title="Cancel the job?",
            text="Vectors made so far stay. A new job over what is stale finishes the rest.",
            answer="Yes, cancel it",
            back=PAGE,
        )
    return _steer(request, pk, cancel_job, "is cancelled")


@require_POST
@needs(MAY_EMBED)
def retry(request: HttpRequest) -> HttpResponse:
    """Try all failures of a space again."""
    space = get_object_or_404(EmbeddingSpace, pk=_number(request, "space"))
    retry_failures(space=space)
    messages.success(request, "The failures are tried again.")
    return redirect(PAGE)


@require_POST
@needs(MAY_SWITCH)
def make_live(request: HttpRequest, pk: int) -> HttpResponse:
    """Let search read another space; the one it read stays ready, to go back to."""
    space = get_object_or_404(EmbeddingSpace, pk=pk)
    if not is_confirmed(request):
        return ask(
            request,
            title=f"Let search read {space.name}?",
            text="The change is immediate, and going back is the same button on the other space.",
            answer="Yes, make it live",
            back=PAGE,
        )
    try:
        go_live(space=space)
    except AiError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"Search reads {space.name} now.")
    return redirect(PAGE)


def _steer(request: HttpRequest, pk: int, act: Callable[..., bool], becomes: str) -> HttpResponse:
    job = get_object_or_404(EmbeddingJob, pk=pk)
    try:
        moved = act(job=job)
    except AiError as error:
        messages.error(request, str(error))
        return redirect(PAGE)
    if moved:
        messages.success(request, f"Job {pk} {becomes}.")
    else:
        messages.info(request, f"Job {pk} is {job.get_status_display()}: nothing was changed.")
    return redirect(PAGE)


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    # No row has the number 0: what is not a number is not found.
    return int(text) if text.isdecimal() and len(text) < 10 else 0  # noqa: PLR2004
