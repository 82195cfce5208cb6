"""One order a key: a request that is sent again gets the order it made, not a second one."""

from hashlib import sha256

from django.db import connection

from shop.exceptions import KeyUsedOtherwise, RequestInFlight
from shop.models import Cart, IdempotencyKey, Order


def owner_of(cart: Cart) -> str:
    """Return who a key belongs to: the account, or the guest that holds the cart."""
    name = f"account:{cart.customer_id}" if cart.customer_id else f"cart:{cart.token}"
    return sha256(name.encode()).hexdigest()


def take_key(*, owner: str, key: str, request_hash: str) -> Order | None:
    """Hold a key until the transaction ends; return the order that it was used for, if any.

    The lock is tried, not waited for: a second request that arrives while the first is at work is
    told so at once. Raises RequestInFlight, or KeyUsedOtherwise for another request's key.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [f"order:{owner}:{key}"]
        )
        if not cursor.fetchone()[0]:
            raise RequestInFlight
    known = IdempotencyKey.objects.select_related("order").filter(owner=owner, key=key).first()
    if known is None:
        return None
    if known.request_hash != request_hash:
        raise KeyUsedOtherwise
    return known.order


def use_key(*, owner: str, key: str, request_hash: str, order: Order) -> None:
    """Bind a key that is held to the order it made."""
    IdempotencyKey.objects.create(owner=owner, key=key, request_hash=request_hash, order=order)
