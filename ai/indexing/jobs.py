"""Re-embedding jobs: started once however often clicked, paused, resumed, cancelled, watched."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from ai.conf import option
from ai.exceptions import JobConflict
from ai.indexing.failures import retry_failures
from ai.indexing.job_chunk import run_chunk
from ai.indexing.job_lease import is_held
from ai.indexing.signals import job_queued
from ai.indexing.targets import KINDS, count_targets, published_ids
from ai.models import EmbeddingJob, EmbeddingSpace, SourceKind

__all__ = [
    "JobProgress",
    "active_job",
    "cancel_job",
    "job_progress",
    "pause_job",
    "resumable_jobs",
    "resume_job",
    "retry_failures",
    "run_chunk",
    "start_job",
]

Scope = EmbeddingJob.Scope
Status = EmbeddingJob.Status
# A chunk lasts some 3 s; a job that has not moved for this long has lost its worker.
# AI["JOB_QUIET_S"] changes it.
QUIET_S = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class JobProgress:
    """A job in figures; `per_second` counts objects done a second of work, `eta_s` is seconds."""

    status: str
    total: int
    done: int
    embedded: int
    skipped: int
    failed: int
    per_second: float | None
    eta_s: float | None


def start_job(
    *,
    space: EmbeddingSpace,
    scope: str,
    product_ids: Sequence[int] = (),
    created_by: AbstractBaseUser | None = None,
) -> EmbeddingJob:
    """Create a job and queue it for a worker.

    Raises JobConflict when one is queued, running or paused in this space: the database decides,
    so of two clicks at once one wins.
    """
    selected = sorted(set(product_ids)) if scope == Scope.SELECTED else []
    total = _count(space, scope, selected)
    try:
        with transaction.atomic():
            job = EmbeddingJob.objects.create(
                space=space,
                scope=scope,
                selected_ids=selected,
                total=total,
                lease=uuid4(),
                created_by_id=created_by.pk if created_by is not None else None,
            )
    except IntegrityError as error:
        active = active_job(space=space)
        if active is None:
            raise
        raise JobConflict(f"Job {active.pk} is already {active.status} in {space.name}.") from error
    job_queued.send(sender=EmbeddingJob, job_id=job.pk)
    return job


def _count(space: EmbeddingSpace, scope: str, selected: Sequence[int]) -> int:
    if scope == Scope.SELECTED:
        return len(published_ids(space=space, kind=SourceKind.PRODUCT, ids=selected))
    stale_only = scope == Scope.STALE
    return sum(count_targets(space=space, kind=kind, stale_only=stale_only) for kind in KINDS)


def active_job(*, space: EmbeddingSpace) -> EmbeddingJob | None:
    """Return the space's queued, running or paused job."""
    return EmbeddingJob.objects.filter(space=space, status__in=EmbeddingJob.ACTIVE).first()


def pause_job(*, job: EmbeddingJob) -> bool:
    """Stop after the batch in hand; False when the job is not at work."""
    return _move(job, to=Status.PAUSED, before=[Status.QUEUED, Status.RUNNING])


def resume_job(*, job: EmbeddingJob) -> bool:
    """Queue a paused or failed job for a worker, where it stopped; False when it is neither.

    Raises JobConflict when another job has become active in the space.
    """
    try:
        with transaction.atomic():
            moved = _move(job, to=Status.QUEUED, before=[Status.PAUSED, Status.FAILED])
    except IntegrityError as error:
        raise JobConflict from error
    if moved:
        job_queued.send(sender=EmbeddingJob, job_id=job.pk)
    return moved


def cancel_job(*, job: EmbeddingJob) -> bool:
    """End a job after the batch in hand; what it embedded stays."""
    return _move(job, to=Status.CANCELLED, before=EmbeddingJob.ACTIVE)


def _move(job: EmbeddingJob, *, to: str, before: Sequence[str]) -> bool:
    ended = {"finished_at": timezone.now()} if to == Status.CANCELLED else {"finished_at": None}
    moved = EmbeddingJob.objects.filter(pk=job.pk, status__in=before).update(status=to, **ended)
    job.refresh_from_db()
    return bool(moved)


def job_progress(*, job: EmbeddingJob) -> JobProgress:
    """Return the job's figures as they are now in the database."""
    job.refresh_from_db()
    rate = job.done / job.busy_seconds if job.busy_seconds > 0 and job.done else None
    left = max(job.total - job.done, 0)
    at_work = job.status in {Status.QUEUED, Status.RUNNING}
    return JobProgress(
        status=job.status,
        total=max(job.total, job.done),
        done=job.done,
        embedded=job.embedded,
        skipped=job.skipped,
        failed=job.failed,
        per_second=rate,
        eta_s=left / rate if rate and at_work else None,
    )


def resumable_jobs() -> list[EmbeddingJob]:
    """Return the jobs that should be at work and have not moved for a while."""
    quiet_since = timezone.now() - timedelta(seconds=option("JOB_QUIET_S", QUIET_S))
    jobs = EmbeddingJob.objects.filter(
        status__in=[Status.QUEUED, Status.RUNNING], created_at__lt=quiet_since
    ).exclude(heartbeat_at__gte=quiet_since)
    return [job for job in jobs if not is_held(EmbeddingJob, job.pk)]
