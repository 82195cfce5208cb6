"""What became of the payments for trying: words and sums under hashed keys, never a card."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from hashlib import sha256

from django.core.cache import cache
from redis.exceptions import RedisError

from shop.exceptions import PaymentDeclined, PaymentError, PaymentUnavailable
from shop.payments.base import PaymentState

# Seconds; long enough to try a refund some weeks later.
KEPT_S = 90 * 24 * 3600


def outcome(reference: str) -> PaymentState:
    """Return where the payment stands: pending until something happened to it."""
    with _reachable():
        return PaymentState(cache.get(_key("outcome", reference), PaymentState.PENDING))


def settle(reference: str, state: PaymentState) -> PaymentState:
    """Record what became of the payment and return it; the first word stands."""
    with _reachable():
        cache.add(_key("outcome", reference), str(state), KEPT_S)
        return outcome(reference)


def give_back(reference: str, *, amount: Decimal, paid: Decimal, idempotency_key: str) -> None:
    """Record a refund once a key; raises PaymentDeclined for more than is left."""
    this, total = _key("refund", reference, idempotency_key), _key("refunded", reference)
    with _reachable():
        if not cache.add(this, str(amount), KEPT_S):
            if cache.get(this) != str(amount):
                raise PaymentError("This idempotency key was used for another amount.")
            return
        cache.add(total, 0, KEPT_S)
        if cache.incr(total, _thousandths(amount)) > _thousandths(paid):
            cache.decr(total, _thousandths(amount))
            cache.delete(this)
            raise PaymentDeclined("This is more than is left to pay back.")


def _thousandths(amount: Decimal) -> int:
    """Return the amount as a whole number: no currency has more than three decimals."""
    return int(amount * 1000)


def _key(kind: str, *parts: str) -> str:
    return f"fake-card:{kind}:{sha256(repr(parts).encode()).hexdigest()}"


@contextmanager
def _reachable() -> Iterator[None]:
    try:
        yield
    except (RedisError, OSError) as error:
        raise PaymentUnavailable from error
