"""Who works on an order has it alone, and who has to wait too long is told so.

Everybody locks in one order, so that nobody waits in a circle: the order, its coupon, then variants
by id.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError
from psycopg.errors import DeadlockDetected, LockNotAvailable

from shop.exceptions import ShopBusy
from shop.models import Order


@contextmanager
def saying_busy(words: str = "") -> Iterator[None]:
    """Raise ShopBusy where a row is held for longer than lock_timeout, or two met crosswise."""
    try:
        yield
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable | DeadlockDetected):
            raise
        raise ShopBusy(words) from error


def lock_order(*, order: Order) -> None:
    """Read the order anew and keep it from others until the caller's transaction ends.

    Raises ShopBusy when somebody holds it for too long.
    """
    with saying_busy("Somebody else is working on this order. Please try again."):
        order.refresh_from_db(from_queryset=Order.objects.select_for_update())
