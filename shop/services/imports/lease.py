"""Who works on a job: one at a time, and another when the first is gone."""

import uuid
from datetime import timedelta
from typing import Final

from django.db.models import F, Q
from django.utils import timezone

from shop.exceptions import JobAlreadyRunning
from shop.models import ImportJob

# Seconds without a sign of life after which a worker is taken for dead. A batch takes one or two;
# the longest, fifty products with new photographs, about ten.
LEASE_S: Final = 60
# A job that was taken up so often without getting anywhere kills its workers.
MAX_ATTEMPTS: Final = 5
Status = ImportJob.Status


class LeaseLost(Exception):
    """Another worker has the job, or somebody has cancelled it."""


def waiting() -> Q:
    """Return the condition of jobs that nobody works on but somebody should."""
    stale = timezone.now() - timedelta(seconds=LEASE_S)
    return Q(status=Status.QUEUED) | Q(status=Status.RUNNING) & (
        Q(lease__isnull=True) | Q(heartbeat_at__lt=stale)
    )


def take(job: ImportJob) -> None:
    """Take the job, reading it afresh; raises JobAlreadyRunning when somebody has it."""
    lease, now = uuid.uuid4(), timezone.now()
    taken = ImportJob.objects.filter(waiting(), pk=job.pk).update(
        status=Status.RUNNING, lease=lease, heartbeat_at=now, attempts=F("attempts") + 1
    )
    if not taken:
        raise JobAlreadyRunning
    ImportJob.objects.filter(pk=job.pk, started_at=None).update(started_at=now)
    job.refresh_from_db()


def hold(job: ImportJob) -> None:
    """Lock the job's row till the transaction ends; raises LeaseLost when it is not ours."""
    held = ImportJob.objects.select_for_update(no_key=True).filter(
        pk=job.pk, lease=job.lease, status=Status.RUNNING
    )
    if not held.exists():
        raise LeaseLost


def release(job: ImportJob) -> None:
    """Let go of the job between two chunks."""
    ImportJob.objects.filter(pk=job.pk, lease=job.lease).update(lease=None)
