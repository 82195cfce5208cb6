"""Money that came in for an order and went back."""

from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from shop.models.orders import Order, OrderLine


class Payment(models.Model):
    """One try to pay an order through one provider; the provider's word decides its state."""

    class State(models.TextChoices):
        """What the provider last said."""

        PENDING = "pending", "pending"
        PAID = "paid", "paid"
        FAILED = "failed", "failed"
        CANCELLED = "cancelled", "cancelled"

    order = models.ForeignKey(Order, models.CASCADE, related_name="payments")
    provider = models.CharField(max_length=40)
    # The provider's own name for it; empty until the provider was asked.
    reference = models.CharField(max_length=200, blank=True)
    amount = models.DecimalField(max_digits=13, decimal_places=3)
    currency = models.CharField(max_length=3)
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    message = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["provider", "reference"],
                condition=~Q(reference=""),
                name="payment_reference_unique",
            ),
            models.UniqueConstraint(
                fields=["order"], condition=Q(state="paid"), name="payment_paid_once"
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="payment_amount_not_negative"),
            models.CheckConstraint(
                condition=Q(state__in=["pending", "paid", "failed", "cancelled"]),
                name="payment_state_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.provider} {self.reference or self.pk}"


class PaymentEvent(models.Model):
    """Something a provider told by webhook, kept once however often it is told."""

    provider = models.CharField(max_length=40)
    event_id = models.CharField(max_length=200)
    reference = models.CharField(max_length=200)
    state = models.CharField(max_length=10)
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["provider", "event_id"], name="payment_event_once")
        ]

    def __str__(self) -> str:
        return f"{self.provider} {self.event_id}"


class Refund(models.Model):
    """Money that goes back to the buyer, for some lines or as a sum."""

    class State(models.TextChoices):
        """Whether the money is on its way."""

        PENDING = "pending", "asked for"
        SETTLED = "settled", "paid back"
        FAILED = "failed", "failed"

    order = models.ForeignKey(Order, models.CASCADE, related_name="refunds")
    payment = models.ForeignKey(Payment, models.PROTECT, null=True, related_name="refunds")
    amount = models.DecimalField(max_digits=13, decimal_places=3)
    reason = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    reference = models.CharField(max_length=200, blank=True)
    # A button pressed twice refunds once.
    idempotency_key = models.CharField(max_length=80)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["order", "idempotency_key"], name="refund_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="refund_amount_positive"),
            models.CheckConstraint(
                condition=Q(state__in=["pending", "settled", "failed"]), name="refund_state_known"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["id"], condition=Q(state="failed"), name="refund_failed")
        ]

    def __str__(self) -> str:
        return f"refund of {self.amount} for {self.order_id}"


class RefundLine(models.Model):
    """The pieces of a line that a refund is for, and how many of them went back on the shelf."""

    refund = models.ForeignKey(Refund, models.CASCADE, related_name="lines")
    order_line = models.ForeignKey(OrderLine, models.CASCADE, related_name="refund_lines")
    quantity = models.PositiveIntegerField()
    restocked = models.PositiveIntegerField(default=0)
    amount = models.DecimalField(max_digits=13, decimal_places=3, default=Decimal(0))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["refund", "order_line"], name="refund_line_once"),
            models.CheckConstraint(
                condition=Q(quantity__gt=0, restocked__lte=F("quantity")), name="refund_line_pieces"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.order_line_id}"
