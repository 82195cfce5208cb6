"""A job's next objects, and their embedding with the job's counters in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ai.indexing.failures import forget_failures, keep_failures
from ai.indexing.outbox_entries import record
from ai.indexing.pipeline import Outcome, compute, store
from ai.indexing.targets import KINDS, next_targets
from ai.indexing.words import index_words
from ai.models import EmbeddingJob, Priority, SourceKind

# A batch should take about this long: the cursor is kept after each, and a pause waits for one.
BATCH_S = 1.0
FIRST_BATCH = 32
SMALLEST_BATCH, LARGEST_BATCH = 8, 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The next objects of a job, all of one kind."""

    kind: str
    ids: Sequence[int]


def next_batch(*, job: EmbeddingJob) -> Batch | None:
    """Return the job's next objects after its cursor, None when there are none left."""
    limit = _batch_size(job)
    if job.scope == EmbeddingJob.Scope.SELECTED:
        ids = [id_ for id_ in sorted(job.selected_ids) if id_ > job.cursor_id][:limit]
        return Batch(kind=SourceKind.PRODUCT, ids=ids) if ids else None
    since = job.created_at if job.scope == EmbeddingJob.Scope.ALL else None
    for kind in KINDS[KINDS.index(job.cursor_kind) :]:
        after = job.cursor_id if kind == job.cursor_kind else 0
        found = next_targets(space=job.space, kind=kind, after=after, limit=limit, since=since)
        if found:
            return Batch(kind=kind, ids=found)
    return None


def _batch_size(job: EmbeddingJob) -> int:
    if not job.busy_seconds:
        return FIRST_BATCH
    wanted = round(job.done / job.busy_seconds * BATCH_S)
    return min(max(wanted, SMALLEST_BATCH), LARGEST_BATCH)


def run_batch(*, job: EmbeddingJob, batch: Batch) -> bool:
    """Embed and store a batch and move the cursor; False when the job is no longer this worker's.

    The vectors are kept even then: they were checked against today's texts like any others.
    """
    begin = monotonic()
    if batch.kind == SourceKind.PRODUCT:
        index_words(product_ids=batch.ids)
    everything = job.scope != EmbeddingJob.Scope.STALE
    work = compute(space=job.space, kind=batch.kind, ids=batch.ids, everything=everything)
    with transaction.atomic():
        outcome = store(work)
        record(kind=batch.kind, ids=outcome.outdated, priority=Priority.BULK)
        forget_failures(space=job.space, kind=batch.kind, ids=set(batch.ids) - set(outcome.failed))
        keep_failures(space=job.space, kind=batch.kind, errors=outcome.failed)
        return _advance(job, batch, outcome, seconds=monotonic() - begin)


def _advance(job: EmbeddingJob, batch: Batch, outcome: Outcome, *, seconds: float) -> bool:
    own = EmbeddingJob.objects.filter(
        pk=job.pk, lease=job.lease, cursor_kind=job.cursor_kind, cursor_id=job.cursor_id
    )
    moved = own.update(
        cursor_kind=batch.kind,
        cursor_id=batch.ids[-1],
        done=F("done") + len(batch.ids),
        embedded=F("embedded") + len(outcome.embedded),
        skipped=F("skipped") + len(batch.ids) - len(outcome.embedded) - len(outcome.failed),
        failed=F("failed") + len(outcome.failed),
        busy_seconds=F("busy_seconds") + seconds,
        heartbeat_at=timezone.now(),
    )
    if not moved:
        return False
    job.refresh_from_db(fields=["status", "cursor_kind", "cursor_id", "done", "busy_seconds"])
    return job.status == EmbeddingJob.Status.RUNNING
