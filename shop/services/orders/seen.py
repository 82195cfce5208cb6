"""What staff decide is about the order they looked at: a page that is out of date does nothing."""

from typing import Any

from shop.exceptions import OrderStateError
from shop.models import Order
from shop.services.orders.locks import lock_order


def lock_order_as_seen(*, order: Order, version: int) -> None:
    """Keep the order from others until the caller's transaction ends, if it is as it was seen.

    `version` is what `Order.objects.with_version()` said then. A form that is sent twice, or that
    a colleague was faster than, raises OrderStateError.
    """
    lock_order(order=order)
    now: Any = Order.objects.with_version().get(pk=order.pk)
    if now.version != version:
        raise OrderStateError(
            "Something happened to this order since you opened the page, so nothing was done now. "
            "Look at it again."
        )
