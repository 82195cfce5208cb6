"""What happens to an order after it is placed: parcels, returns, the invoice, a diary."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from shop.models.orders import Order, OrderLine


class Shipment(models.Model):
    """A parcel with some or all of an order."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="shipments")
    carrier = models.CharField(max_length=80, blank=True)
    tracking_number = models.CharField(max_length=80, blank=True)
    shipped_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["shipped_at", "id"]

    def __str__(self) -> str:
        return self.tracking_number or f"parcel {self.pk}"


class ShipmentLine(models.Model):
    """The pieces of a line that are in a parcel."""

    shipment = models.ForeignKey(Shipment, models.CASCADE, related_name="lines")
    order_line = models.ForeignKey(OrderLine, models.CASCADE, related_name="shipment_lines")
    quantity = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["shipment", "order_line"], name="shipment_line_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="shipment_line_quantity"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.order_line_id}"


class ReturnRequestQuerySet(models.QuerySet["ReturnRequest"]):
    """The reads of returns."""

    def open(self) -> Self:
        """Return those that staff have to answer, or whose parcel is on its way."""
        return self.filter(state__in=(ReturnRequest.State.REQUESTED, ReturnRequest.State.APPROVED))


class ReturnRequest(models.Model):
    """A shopper's wish to send things back, and what became of it."""

    class State(models.TextChoices):
        """How far a return is."""

        REQUESTED = "requested", "requested"
        APPROVED = "approved", "approved"
        RECEIVED = "received", "received"
        DECLINED = "declined", "declined"

    order = models.ForeignKey(Order, models.CASCADE, related_name="return_requests")
    state = models.CharField(max_length=10, choices=State, default=State.REQUESTED)
    reason = models.CharField(max_length=40)
    comment = models.TextField(blank=True, max_length=2000)
    answer = models.TextField("the shop's answer", blank=True, max_length=2000)
    created_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = ReturnRequestQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["order"],
                condition=Q(state="requested"),
                name="return_request_one_open",
                violation_error_message="A return of this order is being looked at already.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["requested", "approved", "received", "declined"]),
                name="return_request_state_known",
            ),
        ]

    def __str__(self) -> str:
        return f"return for {self.order_id}"


class ReturnLine(models.Model):
    """The pieces of a line that a shopper wants to send back."""

    request = models.ForeignKey(ReturnRequest, models.CASCADE, related_name="lines")
    order_line = models.ForeignKey(OrderLine, models.CASCADE, related_name="return_lines")
    quantity = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "order_line"], name="return_line_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="return_line_quantity"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.order_line_id}"


class OrderEvent(models.Model):
    """A line of an order's diary: written in the transaction that did what it says."""

    class Kind(models.TextChoices):
        """What happened."""

        PLACED = "placed", "placed"
        PAID = "paid", "paid"
        PAYMENT_FAILED = "payment_failed", "payment failed"
        SHIPPED = "shipped", "shipped"
        DELIVERED = "delivered", "delivered"
        CANCELLED = "cancelled", "cancelled"
        EXPIRED = "expired", "reservation ran out"
        REFUNDED = "refunded", "refunded"
        RETURN = "return", "return"
        NOTE = "note", "note"

    order = models.ForeignKey(Order, models.CASCADE, related_name="events")
    kind = models.CharField(max_length=20, choices=Kind)
    text = models.CharField(max_length=1000, blank=True)
    # Staff's notes are not for the buyer.
    is_public = models.BooleanField(default=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    data = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["created_at", "id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.order_id}"


class Invoice(models.Model):
    """The invoice of an order; its number follows the one before without a gap."""

    order = models.OneToOneField(Order, models.PROTECT, related_name="invoice")
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    issued_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["year", "serial"], name="invoice_number_unique")
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """The number as it stands on the invoice."""
        return f"{self.year}-{self.serial:05}"
