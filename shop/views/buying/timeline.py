"""How far an order is, in steps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from shop.models import Order, OrderEvent

Status, Kind = Order.Status, OrderEvent.Kind
# Statuses in which everything, or a part, has left the shop.
SENT: Final = {Status.PART_SHIPPED, Status.SHIPPED, Status.DELIVERED, Status.RETURNED}
THERE: Final = {Status.DELIVERED, Status.RETURNED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of an order: what it is, whether it is done, and when it was, if that is known."""

    label: str
    is_done: bool
    at: datetime | None = None
    is_end: bool = False


def list_steps(order: Order, events: Iterable[OrderEvent]) -> list[Step]:
    """Return the steps in order; those to come have no moment."""
    moments = first_moments(events)
    placed = Step(label="Ordered", is_done=True, at=order.placed_at)
    if order.status == Status.CANCELLED:
        return [placed, *ended(moments)]
    steps = [placed, paid(order, moments), sent(order, moments), there(order, moments)]
    if order.status == Status.RETURNED:
        steps.append(Step(label="Sent back", is_done=True, is_end=True))
    return steps


def first_moments(events: Iterable[OrderEvent]) -> dict[str, datetime]:
    """Return when each kind of thing happened first."""
    moments: dict[str, datetime] = {}
    for event in events:
        moments.setdefault(event.kind, event.created_at)
    return moments


def paid(order: Order, moments: Mapping[str, datetime]) -> Step:
    """Return the step of payment."""
    is_done = order.payment_status != Order.PaymentStatus.UNPAID
    return Step(label="Paid", is_done=is_done, at=moments.get(Kind.PAID))


def sent(order: Order, moments: Mapping[str, datetime]) -> Step:
    """Return the step of shipping; a part that left is not all."""
    is_part = order.status == Status.PART_SHIPPED
    return Step(
        label="Partly on its way" if is_part else "On its way",
        is_done=order.status in SENT,
        at=moments.get(Kind.SHIPPED),
    )


def there(order: Order, moments: Mapping[str, datetime]) -> Step:
    """Return the step of delivery."""
    return Step(label="Delivered", is_done=order.status in THERE, at=moments.get(Kind.DELIVERED))


def ended(moments: Mapping[str, datetime]) -> list[Step]:
    """Return the last step of an order that came to nothing."""
    paid_at = moments.get(Kind.PAID)
    before = [Step(label="Paid", is_done=True, at=paid_at)] if paid_at else []
    ran_out = Kind.EXPIRED in moments
    end = Step(
        label="Not paid in time" if ran_out else "Cancelled",
        is_done=True,
        at=moments.get(Kind.EXPIRED if ran_out else Kind.CANCELLED),
        is_end=True,
    )
    return [*before, end]
