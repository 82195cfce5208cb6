"""What the search log comes to: a row a day and query, a row a day and position, unmet demand."""

from typing import ClassVar

from django.conf import settings
from django.db import models


class QueryDay(models.Model):
    """One query on one day (of the shop's time zone), and what came of it.

    Clicks, additions, orders and revenue are those of the searches of that day, whenever they came.
    """

    day = models.DateField()
    folded = models.TextField(db_collation="C")
    # As it is written most.
    query = models.TextField()
    # First pages only: who leafs on has not searched again.
    searches = models.PositiveIntegerField()
    visitors = models.PositiveIntegerField()
    # Searches that found nothing, and that found little (LOW or less, but something).
    zero = models.PositiveIntegerField(default=0)
    low = models.PositiveIntegerField(default=0)
    # Searches after which anything was clicked, and all their clicks.
    clicked = models.PositiveIntegerField(default=0)
    clicks = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    ordered = models.PositiveIntegerField(default=0)
    # In the shop's currency; orders in another one count in `ordered` only.
    revenue = models.DecimalField(max_digits=16, decimal_places=3, default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["day", "folded"], name="query_day_once")
        ]

    def __str__(self) -> str:
        return f"{self.query} on {self.day}"


class QuerySum(models.Model):
    """The most telling queries of a span that ends today, made anew each time days are counted.

    Grouping the days of a year takes a second at a million searches; its sums are read in
    milliseconds. `span` is a code of `ai.analytics.spans.DAYS`, all else as in QueryDay.
    """

    span = models.CharField(max_length=5)
    folded = models.TextField(db_collation="C")
    query = models.TextField()
    searches = models.PositiveIntegerField()
    zero = models.PositiveIntegerField()
    low = models.PositiveIntegerField()
    clicked = models.PositiveIntegerField()
    clicks = models.PositiveIntegerField()
    added = models.PositiveIntegerField()
    ordered = models.PositiveIntegerField()
    revenue = models.DecimalField(max_digits=16, decimal_places=3)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["span", "folded"], name="query_sum_once")
        ]

    def __str__(self) -> str:
        return f"{self.query} in {self.span} days"


class PositionDay(models.Model):
    """How often a product stood at a position on one day, and was clicked there."""

    day = models.DateField()
    position = models.PositiveIntegerField()
    shown = models.PositiveIntegerField()
    clicked = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["day", "position"], name="position_day_once")
        ]

    def __str__(self) -> str:
        return f"position {self.position} on {self.day}"


class UnmetDemand(models.Model):
    """Searches of the last weeks that failed and mean the same; made anew every night."""

    # The query of the group that was asked most.
    label = models.TextField()
    # Every query of the group, as dicts of `query`, `searches`, `zero`, `low` and `clicked`.
    queries = models.JSONField(default=list)
    searches = models.PositiveIntegerField()
    zero = models.PositiveIntegerField()
    # Mean cosine of the members with each other; NULL for a query that stands alone.
    closeness = models.FloatField(null=True)
    found_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-searches", "label"]
        verbose_name_plural = "unmet demand"

    def __str__(self) -> str:
        return self.label


class StockRequest(models.Model):
    """What shoppers look for and the shop does not have: a note to whoever buys."""

    class Status(models.TextChoices):
        """What became of it."""

        OPEN = "open", "open"
        ORDERED = "ordered", "on its way"
        DECLINED = "declined", "not for this shop"

    query = models.CharField("what is looked for", max_length=200, unique=True)
    searches = models.PositiveIntegerField(
        "searches", default=0, help_text="How often it was searched for when this was written."
    )
    note = models.TextField(blank=True, help_text="What exactly, from whom, for how much.")
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["status", "-created_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(status__in=["open", "ordered", "declined"]),
                name="stock_request_status_known",
            )
        ]

    def __str__(self) -> str:
        return self.query
