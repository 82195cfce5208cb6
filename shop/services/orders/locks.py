"""Who works on an order has it alone.

Everybody locks in one order, so that nobody waits in a circle: the order, its coupon, then variants
by id.
"""

from django.db import OperationalError
from psycopg.errors import DeadlockDetected, LockNotAvailable

from shop.exceptions import ShopBusy
from shop.models import Order


def lock_order(*, order: Order) -> None:
    """Read the order anew and keep it from others until the caller's transaction ends.

    Raises ShopBusy when somebody holds it for longer than the database's lock_timeout.
    """
    try:
        order.refresh_from_db(from_queryset=Order.objects.select_for_update())
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable | DeadlockDetected):
            raise
        raise ShopBusy("Somebody else is working on this order. Please try again.") from error
