"""How products are sorted and described: categories, brands, attribute definitions."""

from typing import ClassVar

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords
from treebeard.mp_tree import MP_Node


class Category(MP_Node):
    """A node of the category tree."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=160, unique=True)
    description = models.TextField(
        blank=True, help_text="Markdown; stands above the list, in one or two sentences."
    )
    guide = models.TextField(
        blank=True, help_text="Markdown; stands below the list, and may be as long as it needs."
    )

    node_order_by: ClassVar[list[str]] = []
    history = HistoricalRecords(excluded_fields=["path", "depth", "numchild"])

    class Meta:
        verbose_name_plural = "categories"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the category page's path."""
        return reverse("shop:category", args=[self.slug])


class Brand(models.Model):
    """Who makes a product."""

    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=140, unique=True)
    description = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Attribute(models.Model):
    """What can be said about a product, with its type and unit: `weight` in `g`, `colour`."""

    class Kind(models.TextChoices):
        """The type of an attribute's values."""

        TEXT = "text", "text"
        NUMBER = "number", "number"
        BOOLEAN = "boolean", "yes or no"

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.TEXT)
    unit = models.CharField(max_length=20, blank=True)
    is_filterable = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "name"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["text", "number", "boolean"]),
                name="attribute_kind_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.unit})" if self.unit else self.name
