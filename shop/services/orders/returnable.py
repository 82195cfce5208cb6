"""What of an order can be sent back, and until when."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from shop.exceptions import OrderStateError
from shop.models import Order, OrderEvent, OrderLine, ReturnLine, ReturnRequest

_LEFT_THE_SHOP = {Order.Status.PART_SHIPPED, Order.Status.SHIPPED, Order.Status.DELIVERED}


def return_until(*, order: Order) -> datetime:
    """Return until when things may be sent back: so many days after delivery.

    Where nobody noted the delivery, the latest day on which the last parcel was to be there counts.
    """
    delivered = order.events.filter(kind=OrderEvent.Kind.DELIVERED).last()
    if delivered is not None:
        start = delivered.created_at
    else:
        parcel = order.shipments.last()
        sent = parcel.shipped_at if parcel else order.placed_at
        start = sent + timedelta(days=order.days_max or 0)
    return start + timedelta(days=settings.SHOP["RETURN_DAYS"])


def pieces_to_return(*, order: Order) -> dict[int, int]:
    """Return by line id how many pieces a buyer may ask to send back now."""
    try:
        check_returnable(order=order)
    except OrderStateError:
        return {}
    left = pieces_left(order=order, lines=order.lines.all())
    return {line_id: count for line_id, count in left.items() if count > 0}


def check_returnable(*, order: Order) -> None:
    """Raise OrderStateError where nothing of the order can be sent back (any more)."""
    if order.status not in _LEFT_THE_SHOP:
        raise OrderStateError("There is nothing of this order to send back.")
    if timezone.now() > return_until(order=order):
        days = settings.SHOP["RETURN_DAYS"]
        raise OrderStateError(f"Things can be sent back within {days} days of their arrival.")
    if order.return_requests.filter(state=ReturnRequest.State.REQUESTED).exists():
        raise OrderStateError("A return of this order is being looked at already.")


def pieces_left(*, order: Order, lines: Iterable[OrderLine]) -> dict[int, int]:
    """Return by line id how many pieces left the shop and are not on their way back already."""
    on_the_way = ReturnLine.objects.filter(
        request__order=order, request__state=ReturnRequest.State.APPROVED
    )
    left = {line.pk: line.returnable for line in lines}
    for line_id, count in on_the_way.values_list("order_line_id", "quantity"):
        left[line_id] -= count
    return left
