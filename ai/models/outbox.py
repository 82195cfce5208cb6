"""The outbox: what changed in the shop and still has to reach the embeddings."""

from typing import ClassVar

from django.db import models
from django.utils import timezone


class SourceKind(models.TextChoices):
    """What is embedded."""

    PRODUCT = "product", "product"
    REVIEW = "review", "review"
    PAGE = "page", "page"
    FAQ = "faq", "FAQ entry"


class Priority(models.IntegerChoices):
    """Who waits: an edit is expected in search within seconds, an import may take its minutes."""

    INTERACTIVE = 0, "interactive"
    BULK = 5, "bulk"


class OutboxEntry(models.Model):
    """One change, written in the transaction that made it; many may wait for one object.

    Append-only: a unique row that a worker holds would block the object's next save.
    """

    kind = models.CharField(max_length=10, choices=SourceKind)
    object_id = models.BigIntegerField()
    priority = models.PositiveSmallIntegerField(choices=Priority, default=Priority.INTERACTIVE)
    created_at = models.DateTimeField(auto_now_add=True)
    # A worker holds the entry until then; after it the entry is anybody's again.
    available_at = models.DateTimeField(default=timezone.now)
    lease = models.UUIDField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["priority", "available_at", "id"], name="outbox_due"),
            models.Index(fields=["kind", "object_id"], name="outbox_object"),
        ]
        verbose_name_plural = "outbox entries"

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"
