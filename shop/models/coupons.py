"""Codes that make an order cheaper."""

from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from shop.models.orders import Order


class Coupon(models.Model):
    """A code with what it takes off and under which conditions."""

    class Kind(models.TextChoices):
        """What a code takes off."""

        PERCENT = "percent", "a percentage of the goods"
        AMOUNT = "amount", "an amount off the goods"
        FREE_SHIPPING = "shipping", "the shipping"

    code = models.CharField(max_length=40, help_text="Whatever its case.")
    description = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=10, choices=Kind)
    percent = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.01")), MaxValueValidator(Decimal(100))],
    )
    amount = models.DecimalField(max_digits=13, decimal_places=3, null=True, blank=True)
    minimum = models.DecimalField(
        "goods of at least", max_digits=13, decimal_places=3, default=Decimal(0)
    )
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    max_uses = models.PositiveIntegerField(
        "uses in all", null=True, blank=True, help_text="Empty: any number."
    )
    max_uses_per_customer = models.PositiveIntegerField(
        "uses a customer", null=True, blank=True, help_text="By e-mail address; empty: any number."
    )
    is_active = models.BooleanField(default=True)
    # Raised by a conditional UPDATE where an order is placed: never above the limit.
    used_count = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                Upper("code"),
                name="coupon_code_unique",
                violation_error_message="Another coupon has this code, whatever its case.",
            ),
            models.CheckConstraint(
                condition=Q(kind="percent", percent__gt=0, percent__lte=100, amount__isnull=True)
                | Q(kind="amount", amount__gt=0, percent__isnull=True)
                | Q(kind="shipping", amount__isnull=True, percent__isnull=True),
                name="coupon_kind_has_its_value",
                violation_error_message="Give a percentage or an amount, as the kind asks.",
            ),
            models.CheckConstraint(
                condition=Q(max_uses__isnull=True) | Q(used_count__lte=F("max_uses")),
                name="coupon_within_its_limit",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True)
                | Q(ends_at__isnull=True)
                | Q(ends_at__gt=F("starts_at")),
                name="coupon_ends_after_it_starts",
                violation_error_message="A coupon ends after it starts.",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def is_running(self, at: datetime) -> bool:
        """Return whether the code is switched on and within its dates."""
        started = self.starts_at is None or self.starts_at <= at
        return self.is_active and started and (self.ends_at is None or at < self.ends_at)


class CouponUse(models.Model):
    """A code used by an order; given back when the order is cancelled."""

    coupon = models.ForeignKey(Coupon, models.CASCADE, related_name="uses")
    order = models.OneToOneField(Order, models.CASCADE, related_name="coupon_use")
    # In lower case: a limit a customer counts by it.
    email = models.EmailField("e-mail address")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["coupon", "email"], name="coupon_use_by_customer")
        ]

    def __str__(self) -> str:
        return f"{self.coupon_id} by {self.order_id}"
