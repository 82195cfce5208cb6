"""Where an order stands, told from where its pieces are."""

from collections.abc import Sequence

from shop.models import Order, OrderLine


def status_of(*, status: str, lines: Sequence[OrderLine]) -> str:
    """Return the status that an order at `status` has when its lines are like this."""
    if not lines:
        return status
    if not any(line.shipped for line in lines):
        return status if any(line.to_ship for line in lines) else Order.Status.CANCELLED
    if any(line.to_ship for line in lines):
        return Order.Status.PART_SHIPPED
    if not any(line.returnable for line in lines):
        return Order.Status.RETURNED
    return Order.Status.DELIVERED if status == Order.Status.DELIVERED else Order.Status.SHIPPED
