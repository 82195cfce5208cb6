"""The search log: what was searched for and shown, and what was done with it. Nobody is named.

Moments are whole hours, orders whole days: no row can be matched to another table's by its time.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q

from ai.models.recommendations import BoxExperiment, BoxKind
from shop.models import Product


class VisitorSalt(models.Model):
    """What the keys of visitors are hashed with in one week; deleted when the week is over."""

    week = models.DateField(primary_key=True)
    salt = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"week of {self.week}"


class LoggedSearch(models.Model):
    """One page of one search that a browser has shown."""

    # The search's own random id, which clicks name.
    id = models.UUIDField(primary_key=True)
    at = models.DateTimeField()
    # A keyed hash that changes every week; it names nobody.
    visitor = models.CharField(max_length=32)
    # As it was typed, what looks personal masked; `folded` is what is counted together.
    query = models.TextField()
    folded = models.TextField(db_collation="C")
    # What was searched for instead, where the spelling was corrected.
    corrected = models.TextField(blank=True)
    total = models.PositiveIntegerField()
    # The products shown, best first; the first of them stood at this position, from 1.
    first_position = models.PositiveIntegerField(default=1)
    shown = ArrayField(models.BigIntegerField())
    is_filtered = models.BooleanField(default=False)
    # Another order than that of relevance: its clicks say nothing about the ranking.
    is_sorted = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "logged searches"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(first_position__gte=1), name="logged_search_positions_from_one"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["at"], name="logged_search_by_time"),
            models.Index(fields=["folded", "-at"], name="logged_search_by_query"),
        ]

    def __str__(self) -> str:
        return self.query


class LoggedBox(models.Model):
    """A box of recommendations that a visitor has had in view."""

    # The box's own random id, which clicks name.
    id = models.UUIDField(primary_key=True)
    at = models.DateTimeField()
    # As in LoggedSearch.
    visitor = models.CharField(max_length=32)
    kind = models.CharField(max_length=12, choices=BoxKind)
    # The products shown, best first.
    shown = ArrayField(models.BigIntegerField())
    # Which way of filling it was tried, where an experiment was running.
    experiment = models.ForeignKey(
        BoxExperiment, models.CASCADE, null=True, db_index=False, related_name="boxes"
    )
    is_treatment = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "logged boxes"
        indexes: ClassVar = [
            models.Index(fields=["kind", "at"], name="logged_box_by_kind"),
            BrinIndex(fields=["at"], name="logged_box_by_time"),
            models.Index(
                fields=["experiment"],
                condition=Q(experiment__isnull=False),
                name="logged_box_by_experiment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {len(self.shown)}"


class ShopperEvent(models.Model):
    """What somebody did, with the search or the box that led there if one did."""

    class Kind(models.TextChoices):
        """What was done."""

        CLICK = "click", "click on a result"
        BOX_CLICK = "box_click", "click on a recommendation"
        VIEW = "view", "look at a product"
        ADD = "add_to_cart", "into the cart"
        ORDER = "order", "order"

    # The sender's id: the same event sent twice is one event.
    id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=12, choices=Kind)
    at = models.DateTimeField()
    # As in LoggedSearch; empty for orders, whose amounts the shop's own books have as well.
    visitor = models.CharField(max_length=32, blank=True)
    search = models.ForeignKey(
        LoggedSearch, models.CASCADE, null=True, db_index=False, related_name="events"
    )
    box = models.ForeignKey(
        LoggedBox, models.CASCADE, null=True, db_index=False, related_name="events"
    )
    product = models.ForeignKey(Product, models.CASCADE, related_name="+")
    # Of a click: the place of the product among the results or in the box, from 1.
    position = models.PositiveIntegerField(null=True)
    quantity = models.PositiveIntegerField(default=1)
    # Of an order: what the pieces came to, in the currency of the order.
    amount = models.DecimalField(max_digits=16, decimal_places=3, null=True)
    currency = models.CharField(max_length=3, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=["click", "box_click", "view", "add_to_cart", "order"]),
                name="shopper_event_kind_known",
            ),
            models.CheckConstraint(
                condition=~Q(kind="click") | Q(search__isnull=False, position__gte=1),
                name="shopper_event_click_has_place",
            ),
            models.CheckConstraint(
                condition=~Q(kind="box_click") | Q(box__isnull=False, position__gte=1),
                name="shopper_event_box_click_has_place",
            ),
            models.CheckConstraint(
                condition=~Q(kind="order") | Q(amount__isnull=False, visitor=""),
                name="shopper_event_order_names_nobody",
            ),
        ]
        indexes: ClassVar = [
            BrinIndex(fields=["at"], name="shopper_event_by_time"),
            models.Index(
                fields=["search"],
                condition=Q(search__isnull=False),
                name="shopper_event_by_search",
            ),
            models.Index(
                fields=["box"], condition=Q(box__isnull=False), name="shopper_event_by_box"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of product {self.product_id}"
