"""Where an order stands, in words for its buyer."""

from dataclasses import dataclass
from typing import Final

from shop.models import Order, OrderEvent

Status, Payment, Kind = Order.Status, Order.PaymentStatus, OrderEvent.Kind
_STATUS: Final = {
    Status.PENDING: "Waiting for your payment",
    Status.PLACED: "Being packed",
    Status.PART_SHIPPED: "Partly on its way",
    Status.SHIPPED: "On its way",
    Status.DELIVERED: "Delivered",
    Status.CANCELLED: "Cancelled",
    Status.RETURNED: "Sent back",
}
_PAYMENT: Final = {
    Payment.UNPAID: "Not paid yet",
    Payment.PAID: "Paid",
    Payment.PART_REFUNDED: "Partly paid back",
    Payment.REFUNDED: "Paid back",
}
_EVENTS: Final = {
    Kind.PLACED: "Your order came in.",
    Kind.PAID: "Your payment arrived.",
    Kind.PAYMENT_FAILED: "A payment did not go through.",
    Kind.SHIPPED: "A parcel left.",
    Kind.DELIVERED: "It was delivered.",
    Kind.CANCELLED: "The order was cancelled.",
    Kind.EXPIRED: "It was not paid in time, so its things are back on the shelf.",
    Kind.REFUNDED: "Money was paid back.",
    Kind.RETURN: "News of a return.",
    Kind.NOTE: "A note.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusWords:
    """A few words, and a tone for their colour: `waiting`, `moving`, `done` or `ended`."""

    text: str
    tone: str


def status_words(order: Order) -> StatusWords:
    """Return where an order stands; one that waits for money says so."""
    if order.is_overdue:
        return StatusWords(text="Not paid in time", tone="ended")
    waits = order.status == Status.PLACED and order.payment_status == Payment.UNPAID
    text = "Placed, not paid yet" if waits else _STATUS[Status(order.status)]
    return StatusWords(text=text, tone=_tone(Status(order.status), waits=waits))


def payment_words(order: Order) -> str:
    """Return whose the money is."""
    return _PAYMENT[Payment(order.payment_status)]


def event_words(event: OrderEvent) -> str:
    """Return what happened: the shop's own words, else what such a thing is."""
    return event.text or _EVENTS[Kind(event.kind)]


def _tone(status: Order.Status, *, waits: bool) -> str:
    if waits or status == Status.PENDING:
        return "waiting"
    if status in {Status.CANCELLED, Status.RETURNED}:
        return "ended"
    return "done" if status == Status.DELIVERED else "moving"
