"""Embedding spaces: vectors are compared within one space only."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

# The fields a product document may name; ai/indexing/documents.py renders them in SQL.
DEFAULT_TEMPLATE = "{title}\n{brand}\n{category}\n{attributes}\n{description}"


class EmbeddingSpaceQuerySet(models.QuerySet["EmbeddingSpace"]):
    """The reads of spaces."""

    def live(self) -> Self:
        """Return the space that search reads (none or one)."""
        return self.filter(status=EmbeddingSpace.Status.LIVE)

    def maintained(self) -> Self:
        """Return the spaces that the outbox keeps fresh: being built, ready and live."""
        return self.filter(status__in=["building", "ready", "live"])


class EmbeddingSpace(models.Model):
    """A model, its dimensions and the document template its vectors were made from."""

    class Status(models.TextChoices):
        """`building -> ready -> live -> retired`; going back is the same UPDATE."""

        BUILDING = "building", "building"
        READY = "ready", "ready"
        LIVE = "live", "live"
        RETIRED = "retired", "retired"

    name = models.CharField(max_length=100, unique=True)
    # The embedder in the form of AI_PROVIDERS["embedder"].
    backend = models.CharField(max_length=200)
    options = models.JSONField(default=dict, blank=True)
    # The identity the embedder reports: two models never share a space.
    model_id = models.CharField(max_length=200)
    dimensions = models.PositiveIntegerField()
    template = models.TextField(default=DEFAULT_TEMPLATE)
    status = models.CharField(max_length=10, choices=Status, default=Status.BUILDING)
    created_at = models.DateTimeField(auto_now_add=True)
    live_since = models.DateTimeField(null=True, blank=True)

    objects = EmbeddingSpaceQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["status"], condition=Q(status="live"), name="embedding_space_one_live"
            ),
            models.CheckConstraint(
                condition=Q(dimensions__gte=1, dimensions__lte=4000),
                name="embedding_space_dimensions_fit_halfvec_index",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def provider(self) -> dict[str, Any]:
        """The embedder's setting: `{"BACKEND", "OPTIONS"}`."""
        return {"BACKEND": self.backend, "OPTIONS": self.options}
