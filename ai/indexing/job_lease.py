"""Who works on a job: one living process at a time, and each chunk once.

A connection lock says that the holder lives; it is gone with a killed process, at once, so a task
that is delivered again takes over. The baton, a number in the job's row, changes when a chunk ends:
a task delivered again after that carries an old one and stops.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from ai.indexing.locks import is_locked, session_lock
from ai.models import Job

J = TypeVar("J", bound=Job)
Status = Job.Status


def lock_of(model: type[Job], job_id: int) -> str:
    """Return the name of the lock that whoever works on a job holds."""
    return f"{model._meta.model_name}-{job_id}"  # noqa: SLF001  (Django documents it)


@contextmanager
def take(jobs: QuerySet[J, J], *, job_id: int, baton: UUID | None) -> Iterator[J | None]:
    """Hold a job of these while the block lasts; yields it, None where it is not to be had.

    That is when another process has it, it is paused, cancelled or over, or the baton is an old
    one. Without a baton the job is taken over, and older tasks stop.
    """
    with session_lock(lock_of(jobs.model, job_id)) as free:
        yield _taken(jobs, job_id, baton) if free else None


def is_held(model: type[Job], job_id: int) -> bool:
    """Return whether some living process is working on the job."""
    return is_locked(lock_of(model, job_id))


def own(job: J) -> QuerySet[J, J]:
    """Return the job's row as long as it runs and this lease holds; nothing after that."""
    rows: QuerySet[J, J] = type(job)._default_manager.filter(  # noqa: SLF001  (Django documents it)
        pk=job.pk, lease=job.lease, status=Status.RUNNING
    )
    return rows


def pass_on(job: Job) -> UUID | None:
    """End the chunk and return the next one's baton; None where somebody else goes on."""
    baton = uuid4()
    return baton if own(job).update(lease=baton) else None


def end(job: Job, status: str, message: str = "", **counts: Any) -> None:
    """Say that the job is over, unless somebody else has it by now."""
    own(job).update(status=status, message=message, finished_at=timezone.now(), **counts)


def _taken(jobs: QuerySet[J, J], job_id: int, baton: UUID | None) -> J | None:
    waiting = jobs.filter(pk=job_id, status__in=[Status.QUEUED, Status.RUNNING])
    if baton is not None:
        waiting = waiting.filter(lease=baton)
    now = timezone.now()
    taken = waiting.update(
        status=Status.RUNNING,
        lease=baton or uuid4(),
        heartbeat_at=now,
        started_at=Coalesce("started_at", now),
        message="",
    )
    return jobs.get(pk=job_id) if taken else None
