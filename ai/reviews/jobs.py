"""Reading all reviews: one job at a time, its cursor in its row, so that it resumes.

The same rules as for re-embedding (`ai.indexing.job_chunk`): a batch counts only if the cursor is
where it began.
"""

from collections.abc import Sequence
from datetime import timedelta
from time import monotonic
from typing import Final
from uuid import UUID, uuid4

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.utils import timezone

from ai.conf import option
from ai.exceptions import AiError, JobConflict
from ai.indexing.job_lease import end, is_held, own, pass_on, take
from ai.models import ReadingJob
from ai.reviews.discovery import discover_aspects
from ai.reviews.signals import reading_queued
from ai.reviews.stale import count_stale, next_stale
from ai.reviews.store import bring_up_to_date

Scope = ReadingJob.Scope
Status = ReadingJob.Status
# A chunk lasts some 3 s; a job that has not moved for this long has lost its worker.
QUIET_S: Final = 20
CHUNK_S: Final = 2.5
# Some 0.3 s of work: long enough for the models to be fast, short enough for the locks of digests.
BATCH: Final = 100
# After so many reviews of a job the aspects are looked for, so that fewer are read a second time.
MILESTONES: Final = (300, 3_000, 30_000)
# Rows from which on the planner should learn what the tables hold now.
MANY: Final = 1_000
TABLES: Final = ("ai_reviewreading", "ai_reviewmention", "ai_reviewdigest", "ai_aspect")


def start_job(
    *, scope: str = Scope.STALE, created_by: AbstractBaseUser | None = None
) -> ReadingJob:
    """Create a job and queue it for a worker; raises JobConflict when there is one already."""
    total = count_stale(everything=scope == Scope.ALL)
    try:
        with transaction.atomic():
            job = ReadingJob.objects.create(
                scope=scope,
                total=total,
                lease=uuid4(),
                created_by_id=created_by.pk if created_by is not None else None,
            )
    except IntegrityError as error:
        active = active_job()
        if active is None:
            raise
        raise JobConflict(f"Job {active.pk} is already {active.status}.") from error
    reading_queued.send(sender=ReadingJob, job_id=job.pk)
    return job


def active_job() -> ReadingJob | None:
    """Return the queued, running or paused job."""
    return ReadingJob.objects.filter(status__in=ReadingJob.ACTIVE).first()


def pause_job(*, job: ReadingJob) -> bool:
    """Stop after the batch in hand; False when the job is not at work."""
    return _move(job, to=Status.PAUSED, before=[Status.QUEUED, Status.RUNNING])


def resume_job(*, job: ReadingJob) -> bool:
    """Queue a paused or failed job where it stopped; raises JobConflict when there is another."""
    try:
        with transaction.atomic():
            moved = _move(job, to=Status.QUEUED, before=[Status.PAUSED, Status.FAILED])
    except IntegrityError as error:
        raise JobConflict("Another job has become active.") from error
    if moved:
        reading_queued.send(sender=ReadingJob, job_id=job.pk)
    return moved


def cancel_job(*, job: ReadingJob) -> bool:
    """End a job after the batch in hand; what it read stays."""
    return _move(job, to=Status.CANCELLED, before=ReadingJob.ACTIVE)


def _move(job: ReadingJob, *, to: str, before: Sequence[str]) -> bool:
    ended = {"finished_at": timezone.now()} if to == Status.CANCELLED else {"finished_at": None}
    moved = ReadingJob.objects.filter(pk=job.pk, status__in=before).update(status=to, **ended)
    job.refresh_from_db()
    return bool(moved)


def resumable_jobs() -> list[ReadingJob]:
    """Return the job, if any, that should be at work and has not moved for a while."""
    quiet_since = timezone.now() - timedelta(seconds=option("JOB_QUIET_S", QUIET_S))
    jobs = ReadingJob.objects.filter(
        status__in=[Status.QUEUED, Status.RUNNING], created_at__lt=quiet_since
    ).exclude(heartbeat_at__gte=quiet_since)
    return [job for job in jobs if not is_held(ReadingJob, job.pk)]


def run_chunk(*, job_id: int, baton: UUID | None = None) -> UUID | None:
    """Work on the job for some seconds; return the baton of the next chunk, None at the end.

    None is also the answer when the job is not to be had (ai/indexing/job_lease.py).
    """
    with take(ReadingJob.objects.all(), job_id=job_id, baton=baton) as job:
        if job is None:
            return None
        try:
            more = _work(job)
        except AiError as error:
            end(job, Status.FAILED, str(error))
            return None
        return pass_on(job) if more or not _finish(job) else None


def _work(job: ReadingJob) -> bool:
    """Run batches until the chunk's time is up; return False when there is none left."""
    begin = monotonic()
    everything = job.scope == Scope.ALL
    while monotonic() - begin < CHUNK_S:
        ids = next_stale(after=job.cursor_id, limit=BATCH, everything=everything)
        if not ids:
            return False
        if not _run_batch(job, ids, everything=everything):
            return True  # paused, cancelled or taken over: whoever comes next sees it
    return True


def _run_batch(job: ReadingJob, ids: Sequence[int], *, everything: bool) -> bool:
    begin = monotonic()
    outcome = bring_up_to_date(ids, everything=everything)
    at_work = ReadingJob.objects.filter(pk=job.pk, lease=job.lease, cursor_id=job.cursor_id)
    moved = at_work.update(
        cursor_id=ids[-1],
        done=F("done") + len(ids),
        read=F("read") + len(outcome.read),
        skipped=F("skipped") + len(outcome.skipped) + len(outcome.gone),
        failed=F("failed") + len(outcome.failed),
        busy_seconds=F("busy_seconds") + monotonic() - begin,
        heartbeat_at=timezone.now(),
    )
    if not moved:
        return False
    before = job.done
    job.refresh_from_db(fields=["status", "cursor_id", "done", "read"])
    if any(before < milestone <= job.done for milestone in MILESTONES):
        discover_aspects()
    return job.status == Status.RUNNING


def _finish(job: ReadingJob) -> bool:
    """Give names to what the reviews talk about, and end the job; False when some are left.

    What is new may have been overlooked in some of them: these are read once more.
    """
    if discover_aspects() and (left := count_stale()):
        own(job).update(scope=Scope.STALE, cursor_id=0, total=F("done") + left)
        return False
    if job.read >= MANY:
        with connection.cursor() as cursor:
            for table in TABLES:
                cursor.execute(f"ANALYZE {table}")
    end(job, Status.DONE)
    return True
