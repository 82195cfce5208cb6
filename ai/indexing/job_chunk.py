"""One chunk of a re-embedding job: a few seconds of batches, so that edits get in between.

Three things keep work from being done or counted twice. A connection lock on the job says that its
holder lives; it is gone with a killed process, at once, so a task that is delivered again takes
over. The baton, a number in the job's row, changes when a chunk ends: a task delivered again
after that carries an old one and stops. And a batch counts only if the cursor is where it began.
"""

from time import monotonic
from uuid import UUID, uuid4

from django.db.models import F, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from ai.exceptions import AiError, ProviderUnavailable
from ai.indexing.job_batch import next_batch, run_batch
from ai.indexing.locks import is_locked, session_lock
from ai.indexing.outbox_entries import record_unless_waiting
from ai.indexing.spaces import build_indexes, mark_ready
from ai.indexing.words import stale_word_ids
from ai.models import EmbeddingJob, SourceKind

Status = EmbeddingJob.Status
# An edit waits for the chunk in hand and must be found within 5 s.
CHUNK_S = 2.5


def holds_job(*, job_id: int) -> bool:
    """Return whether some living process is working on the job."""
    return is_locked(_lock_name(job_id))


def _lock_name(job_id: int) -> str:
    return f"embedding-job-{job_id}"


def run_chunk(*, job_id: int, baton: UUID | None = None) -> UUID | None:
    """Work on the job for some seconds; return the baton of the next chunk, None at the end.

    None is also the answer when another process has the job, it is paused, cancelled or over, or
    the baton is an old one. Without a baton the call takes the job over, and older tasks stop.
    A provider that is away is no error of the job: it stays `running` and is resumed by beat.
    """
    with session_lock(_lock_name(job_id)) as free:
        job = _take(job_id, baton) if free else None
        if job is None:
            return None
        try:
            more = _work(job)
        except ProviderUnavailable as error:
            EmbeddingJob.objects.filter(pk=job_id).update(message=str(error))
            return None
        except AiError as error:
            _end(job, Status.FAILED, str(error))
            return None
        if more:
            return _pass_on(job)
        _finish(job)
        return None


def _take(job_id: int, baton: UUID | None) -> EmbeddingJob | None:
    jobs = EmbeddingJob.objects.filter(pk=job_id, status__in=[Status.QUEUED, Status.RUNNING])
    if baton is not None:
        jobs = jobs.filter(lease=baton)
    now = timezone.now()
    taken = jobs.update(
        status=Status.RUNNING,
        lease=baton or uuid4(),
        heartbeat_at=now,
        started_at=Coalesce("started_at", now),
        message="",
    )
    return EmbeddingJob.objects.select_related("space").get(pk=job_id) if taken else None


def _work(job: EmbeddingJob) -> bool:
    """Run batches until the chunk's time is up; return False when there is none left."""
    begin = monotonic()
    while monotonic() - begin < CHUNK_S:
        batch = next_batch(job=job)
        if batch is None:
            return False
        if not run_batch(job=job, batch=batch):
            return True  # paused, cancelled or taken over: whoever comes next sees it
    return True


def _pass_on(job: EmbeddingJob) -> UUID | None:
    baton = uuid4()
    at_work = EmbeddingJob.objects.filter(pk=job.pk, lease=job.lease, status=Status.RUNNING)
    return baton if at_work.update(lease=baton) else None


def _finish(job: EmbeddingJob) -> None:
    """Build what indexes the space lacks; a space that was being built is ready now."""
    if not build_indexes(space=job.space):
        return  # another process is at it; beat comes back
    if job.scope != EmbeddingJob.Scope.SELECTED:
        mark_ready(space=job.space)
        # Products whose vectors were true already may still lack words.
        record_unless_waiting(kind=SourceKind.PRODUCT, ids=stale_word_ids())
    _end(job, Status.DONE, "")


def _end(job: EmbeddingJob, status: str, message: str) -> None:
    left = Greatest(F("total") - F("done"), Value(0))
    # What became true by itself while the job ran was skipped, not forgotten.
    counts = {"skipped": F("skipped") + left, "done": F("done") + left}
    EmbeddingJob.objects.filter(pk=job.pk, lease=job.lease, status=Status.RUNNING).update(
        status=status,
        message=message,
        finished_at=timezone.now(),
        **(counts if status == Status.DONE else {}),
    )
