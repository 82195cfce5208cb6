"""The vectors: one table a kind of source, one partition a space.

A partition has its own HNSW index, made after the load, and is dropped with its space: the disk
comes back at once, where deleting rows would leave a bloated index (measured: VACUUM 250 s).
"""

from django.db import models
from pgvector.django import HalfVectorField

from ai.models.spaces import EmbeddingSpace
from shop.models import Product, Review


class ProductEmbedding(models.Model):
    """The vector of one product document in one space."""

    pk = models.CompositePrimaryKey("space_id", "product_id")
    space = models.ForeignKey(EmbeddingSpace, models.CASCADE, related_name="+")
    product = models.ForeignKey(Product, models.CASCADE, related_name="embeddings")
    # sha256 (hex) of space and text: fresh means equal to the hash of today's document.
    content_hash = models.CharField(max_length=64)
    embedding = HalfVectorField()
    embedded_at = models.DateTimeField()

    class Meta:
        db_table = "ai_product_embedding"

    def __str__(self) -> str:
        return f"product {self.product_id} in space {self.space_id}"


class ReviewEmbedding(models.Model):
    """The vector of one sentence chunk of a review; `content_hash` is the whole review's."""

    pk = models.CompositePrimaryKey("space_id", "review_id", "position")
    space = models.ForeignKey(EmbeddingSpace, models.CASCADE, related_name="+")
    review = models.ForeignKey(Review, models.CASCADE, related_name="embeddings")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    content_hash = models.CharField(max_length=64)
    embedding = HalfVectorField()
    embedded_at = models.DateTimeField()

    class Meta:
        db_table = "ai_review_embedding"

    def __str__(self) -> str:
        return f"review {self.review_id}.{self.position} in space {self.space_id}"


class PageEmbedding(models.Model):
    """The vector of one chunk of a content page or FAQ entry (`kind`, `object_id`)."""

    pk = models.CompositePrimaryKey("space_id", "kind", "object_id", "position")
    space = models.ForeignKey(EmbeddingSpace, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10)
    object_id = models.BigIntegerField()
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    content_hash = models.CharField(max_length=64)
    embedding = HalfVectorField()
    embedded_at = models.DateTimeField()

    class Meta:
        db_table = "ai_page_embedding"

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}.{self.position} in space {self.space_id}"
