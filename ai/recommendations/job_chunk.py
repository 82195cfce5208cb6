"""One chunk of a run: what is known is read, then block after block of lists is written.

A block and the cursor behind it are one transaction, and what a run knows is fixed when it begins:
so a run that was killed goes on behind its last block and ends with the same lists. As with
embedding jobs, a connection lock says that the holder lives, and a baton that is handed on keeps
tasks that are delivered twice from doing anything twice.
"""

from time import monotonic
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ai.exceptions import AiError, NoLiveSpace
from ai.indexing.job_lease import end, own, pass_on, take
from ai.indexing.spaces import get_live_space
from ai.models import EmbeddingSpace, RecommendationGeneration, RecommendationJob
from ai.recommendations.consumables import find_consumables
from ai.recommendations.figures import count_figures
from ai.recommendations.generations import (
    drop_old_generations,
    go_live,
    make_generation,
    write_lists,
)
from ai.recommendations.knowledge import Knowledge, read_knowledge
from ai.recommendations.making import make_rows, make_shelf_lists
from ai.recommendations.replay import replay

Status = RecommendationJob.Status
Scope = RecommendationJob.Scope
# Seconds of writing before the next task gets its turn; reading what is known comes on top.
CHUNK_S: Final = 30.0
# Products whose lists are made at once: 256 x 50,000 cosines of 4 bytes are 51 MB.
BLOCK: Final = 256


def run_chunk(*, job_id: int, baton: UUID | None = None) -> UUID | None:
    """Work on the run for a while; return the baton of the next chunk, None at the end.

    None is also the answer when the run is not to be had (ai/indexing/job_lease.py).
    """
    jobs = RecommendationJob.objects.select_related("generation__space")
    with take(jobs, job_id=job_id, baton=baton) as job:
        if job is None:
            return None
        try:
            is_done = _work(job)
        except AiError as error:
            end(job, Status.FAILED, str(error))
            return None
        if is_done:
            end(job, Status.DONE)
            return None
        return pass_on(job)


def _work(job: RecommendationJob) -> bool:
    """Write blocks until the time is up; return whether the run is at its end."""
    generation = job.generation or _begin(job)
    begin = monotonic()
    known = read_knowledge(
        as_of=job.as_of,
        last_order=job.last_order,
        last_view=job.last_view,
        space=generation.space,
    )
    ids = job.selected_ids if job.scope == Scope.CHANGED else known.products
    places = known.places(ids)
    places = places[known.products[places] > job.cursor_id]
    if not _count(job, begin, done=0):
        return False
    started = monotonic()
    for at in range(0, len(places), BLOCK):
        if monotonic() - started > CHUNK_S or not _write_block(job, known, places[at : at + BLOCK]):
            return False
    _finish(job, generation, known)
    return True


def _begin(job: RecommendationJob) -> RecommendationGeneration:
    """Make the generation that the run fills; both come with one transaction, or neither."""
    with transaction.atomic():
        job.generation = make_generation(
            as_of=job.as_of,
            last_order=job.last_order,
            last_view=job.last_view,
            space=_live_space(),
        )
        job.save(update_fields=["generation"])
    return job.generation


def _live_space() -> EmbeddingSpace | None:
    try:
        return get_live_space()
    except NoLiveSpace:
        return None


def _write_block(job: RecommendationJob, known: Knowledge, places: Any) -> bool:
    """Write the lists of some products; False where the run was cancelled or taken over."""
    begin = monotonic()
    lists = make_rows(known, places)
    with transaction.atomic():
        last = int(known.products[places[-1]])
        if not _count(job, begin, done=len(places), cursor_id=last):
            return False
        write_lists(generation=_generation_of(job), lists=lists)
    return True


def _generation_of(job: RecommendationJob) -> int:
    if job.generation_id is None:
        raise AiError("The run has lost its generation.")
    return job.generation_id


def _count(job: RecommendationJob, begin: float, *, done: int, **cursor: int) -> bool:
    """Note progress, unless the run was cancelled or another process has it."""
    moved = own(job).update(
        done=F("done") + done,
        busy_seconds=F("busy_seconds") + (monotonic() - begin),
        heartbeat_at=timezone.now(),
        **cursor,
    )
    return bool(moved)


def _finish(job: RecommendationJob, generation: RecommendationGeneration, known: Knowledge) -> None:
    """Write the lists of shelves, and let requests read it all."""
    replayed = replay(known) if job.scope == Scope.ALL else generation.figures.get("replay", {})
    with transaction.atomic():
        write_lists(
            generation=generation.pk,
            lists=[*make_shelf_lists(known), find_consumables(as_of=job.as_of)],
        )
        figures = count_figures(generation=generation.pk, products=len(known.products))
        generation.figures = {**figures, "replay": replayed}
        generation.as_of = job.as_of
        generation.last_order, generation.last_view = job.last_order, job.last_view
        generation.save(update_fields=["figures", "as_of", "last_order", "last_view"])
    if generation.live_since is None:
        go_live(generation=generation)
        drop_old_generations()
