"""What is offered while somebody types: names of the catalogue, and what others asked."""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q


class Suggestion(models.Model):
    """One thing that can be offered, found by the beginnings of its words.

    Rows of products, categories and brands are kept by triggers (0010): true after a bulk update,
    an import and a statement typed by hand. Those of queries come from the search log.
    """

    class Kind(models.TextChoices):
        """What is offered."""

        QUERY = "query", "query"
        CATEGORY = "category", "category"
        BRAND = "brand", "brand"
        PRODUCT = "product", "product"

    kind = models.CharField(max_length=10, choices=Kind)
    # The id of the product, category or brand; a query has none.
    ref = models.BigIntegerField(null=True)
    text = models.TextField()
    # The words it is found by, folded as those of queries are (`vitrine_words`), without places.
    words = SearchVectorField()
    # How much is asked for it; larger is offered first among equals.
    weight = models.FloatField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "ref"], name="suggestion_once"),
            models.UniqueConstraint(
                fields=["text"], condition=Q(kind="query"), name="suggestion_query_once"
            ),
            models.CheckConstraint(
                condition=Q(kind="query", ref__isnull=True)
                | Q(kind__in=["category", "brand", "product"], ref__isnull=False),
                name="suggestion_names_something",
            ),
        ]
        indexes: ClassVar = [
            # Products outnumber the rest by far: apart, neither slows the other down.
            GinIndex(
                fields=["words"], condition=Q(kind="product"), name="suggestion_product_words"
            ),
            GinIndex(fields=["words"], condition=~Q(kind="product"), name="suggestion_other_words"),
        ]

    def __str__(self) -> str:
        return self.text
