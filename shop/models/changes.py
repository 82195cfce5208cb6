"""A number that grows with every change of the catalogue: what was found out before may be old."""

from typing import ClassVar

from django.db import models
from django.db.models import Sum


class CatalogueChangeQuerySet(models.QuerySet["CatalogueChange"]):
    """The read of the catalogue's version."""

    def version(self) -> int:
        """Return the number of changes that are committed, or this transaction's own."""
        total: int | None = self.aggregate(total=Sum("number"))["total"]
        return total or 0


class CatalogueChange(models.Model):
    """So many statements that changed what lists, facets and the front page show.

    Written by triggers (migration 0015), a row a statement, so that no writer waits for another;
    summed up, so that the order in which transactions commit does not matter.
    """

    number = models.PositiveBigIntegerField(default=1)

    objects = CatalogueChangeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return str(self.number)
