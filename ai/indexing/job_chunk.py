"""One chunk of a re-embedding job: a few seconds of batches, so that edits get in between.

What keeps work from being done or counted twice is the job's lock and baton (job_lease.py), and
that a batch counts only if the cursor is where it began.
"""

from time import monotonic
from uuid import UUID

from django.db.models import F, Value
from django.db.models.functions import Greatest

from ai.exceptions import AiError, ProviderUnavailable
from ai.indexing.job_batch import next_batch, run_batch
from ai.indexing.job_lease import end, pass_on, take
from ai.indexing.outbox_entries import record_unless_waiting
from ai.indexing.spaces import build_indexes, mark_ready
from ai.indexing.words import stale_word_ids
from ai.models import EmbeddingJob, SourceKind

Status = EmbeddingJob.Status
# An edit waits for the chunk in hand and must be found within 5 s.
CHUNK_S = 2.5


def run_chunk(*, job_id: int, baton: UUID | None = None) -> UUID | None:
    """Work on the job for some seconds; return the baton of the next chunk, None at the end.

    None is also the answer when the job is not to be had (job_lease.py). A provider that is away is
    no error of the job: it stays `running` and is resumed by beat.
    """
    jobs = EmbeddingJob.objects.select_related("space")
    with take(jobs, job_id=job_id, baton=baton) as job:
        if job is None:
            return None
        try:
            more = _work(job)
        except ProviderUnavailable as error:
            EmbeddingJob.objects.filter(pk=job_id).update(message=str(error))
            return None
        except AiError as error:
            end(job, Status.FAILED, str(error))
            return None
        if more:
            return pass_on(job)
        _finish(job)
        return None


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


def _finish(job: EmbeddingJob) -> None:
    """Build what indexes the space lacks; a space that was being built is ready now."""
    if not build_indexes(space=job.space):
        return  # another process is at it; beat comes back
    if job.scope != EmbeddingJob.Scope.SELECTED:
        mark_ready(space=job.space)
        # Products whose vectors were true already may still lack words.
        record_unless_waiting(kind=SourceKind.PRODUCT, ids=stale_word_ids())
    left = Greatest(F("total") - F("done"), Value(0))
    # What became true by itself while the job ran was skipped, not forgotten.
    end(job, Status.DONE, skipped=F("skipped") + left, done=F("done") + left)
