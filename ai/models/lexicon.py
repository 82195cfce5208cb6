"""The words of the catalogue: the postings table that BM25 is computed from, and the vocabulary."""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from shop.models import Product


class ProductWords(models.Model):
    """That a product's postings are true: the hash of the fields they were made from."""

    product = models.OneToOneField(Product, models.CASCADE, primary_key=True, related_name="words")
    content_hash = models.CharField(max_length=64)
    # Number of words in the document, each counted with the weight of its field.
    length = models.FloatField()

    class Meta:
        verbose_name_plural = "product words"

    def __str__(self) -> str:
        return f"words of product {self.product_id}"


class Posting(models.Model):
    """One stem or code in one product, with its field-weighted frequency.

    The length of the document stands in every posting, so that scoring reads one index and
    nothing else (the primary key covers all columns). A code, such as an SKU, begins with `=`.
    """

    pk = models.CompositePrimaryKey("stem", "product_id")
    stem = models.TextField(db_collation="C")
    # Not checked a hundred times a product: a trigger on ProductWords deletes them (0006).
    product = models.ForeignKey(Product, models.CASCADE, related_name="+", db_constraint=False)
    frequency = models.FloatField()
    length = models.FloatField()

    def __str__(self) -> str:
        return f"{self.stem} in product {self.product_id}"


class VocabularyWord(models.Model):
    """A word as the catalogue writes it, with the number of products that use it."""

    word = models.TextField(primary_key=True)
    products = models.PositiveIntegerField()

    class Meta:
        indexes: ClassVar = [
            GinIndex(fields=["word"], name="vocabulary_trigrams", opclasses=["gin_trgm_ops"]),
            # Words by their beginning, whatever the collation of the database.
            models.Index(
                fields=["word"], name="vocabulary_beginnings", opclasses=["text_pattern_ops"]
            ),
        ]

    def __str__(self) -> str:
        return self.word
