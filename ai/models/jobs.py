"""Re-embedding jobs: progress and cursor live in a row, so a job resumes."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from ai.models.job_base import Job
from ai.models.outbox import SourceKind
from ai.models.spaces import EmbeddingSpace


class EmbeddingJob(Job):
    """One run over a space: everything, what is stale, or chosen products."""

    class Scope(models.TextChoices):
        """What the job embeds."""

        STALE = "stale", "what is missing or out of date"
        ALL = "all", "everything again"
        SELECTED = "selected", "selected products"

    space = models.ForeignKey(EmbeddingSpace, models.CASCADE, related_name="jobs")
    scope = models.CharField(max_length=10, choices=Scope)
    selected_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    # Kind and highest id dealt with; the next chunk begins after it.
    cursor_kind = models.CharField(max_length=10, choices=SourceKind, default=SourceKind.PRODUCT)
    # Of those done: how many needed the embedder, how many were already true, how many failed.
    embedded = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)

    class Meta(Job.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["space"],
                condition=Q(status__in=["queued", "running", "paused"]),
                name="embedding_job_one_active_per_space",
            )
        ]

    def __str__(self) -> str:
        return f"job {self.pk}: {self.get_scope_display()} in {self.space}"


class EmbeddingFailure(models.Model):
    """A source that could not be embedded, kept until it succeeds or is dismissed."""

    space = models.ForeignKey(EmbeddingSpace, models.CASCADE, related_name="failures")
    kind = models.CharField(max_length=10, choices=SourceKind)
    object_id = models.BigIntegerField()
    error = models.TextField()
    attempts = models.PositiveIntegerField(default=1)
    failed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["-failed_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["space", "kind", "object_id"], name="embedding_failure_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}: {self.error[:80]}"
