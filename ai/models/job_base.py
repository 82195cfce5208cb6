"""What every long piece of work keeps in its row: where it stands, so that it can be taken up."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models


class Job(models.Model):
    """A run in chunks: progress and cursor live in the row, and whoever has the lease goes on."""

    class Status(models.TextChoices):
        """Where a job stands."""

        QUEUED = "queued", "queued"
        RUNNING = "running", "running"
        PAUSED = "paused", "paused"
        CANCELLED = "cancelled", "cancelled"
        FAILED = "failed", "failed"
        DONE = "done", "done"

    ACTIVE: ClassVar[list[Any]] = [Status.QUEUED, Status.RUNNING, Status.PAUSED]

    status = models.CharField(max_length=10, choices=Status, default=Status.QUEUED)
    # The highest id dealt with; the next chunk begins after it.
    cursor_id = models.BigIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    message = models.TextField(blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    # Set with every chunk; one worker at a time holds the job, by this lease.
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    lease = models.UUIDField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    # Seconds of work, pauses left out: what throughput is computed from.
    busy_seconds = models.FloatField(default=0)

    class Meta:
        abstract = True
        ordering: ClassVar = ["-id"]
