"""Orders that were not paid in time: their goods are others' again."""

from datetime import timedelta

import structlog
from django.db import transaction
from django.utils import timezone

from shop.exceptions import PaymentDeclined, PaymentError, PaymentUnavailable, ShopBusy
from shop.models import Order, OrderEvent, Payment
from shop.payments.base import PaymentState
from shop.services.orders.cancel import end_order
from shop.services.orders.close import close_payment
from shop.services.orders.letters import write_letter
from shop.services.orders.locks import lock_order, saying_busy

# While nobody knows whether an order was paid it keeps its goods, but not for ever.
ASK_AGAIN = timedelta(minutes=5)
PATIENCE = timedelta(days=1)
log = structlog.get_logger(__name__)


def expire_orders(*, limit: int) -> int:
    """End up to `limit` orders that were not paid in time and return how many ended.

    Each payment's provider is asked first, with no transaction open: it may have been paid.
    """
    ended = 0
    for order in list(Order.objects.overdue().order_by("expires_at", "id")[:limit]):
        order.refresh_from_db(fields=["expires_at"])
        try:
            ended += order.is_overdue and _expire(order)
        except ShopBusy:
            log.info("order_busy", order_id=order.pk)
    return ended


def _expire(order: Order) -> bool:
    try:
        if _was_paid(order):
            return False
    except (PaymentUnavailable, PaymentDeclined) as error:  # nobody knows, or it is being paid
        if timezone.now() - order.placed_at < PATIENCE:
            _wait(order, error)
            return False
    except PaymentError as error:  # a provider that was taken out, a payment that it does not know
        log.error("payment_not_closed", order_id=order.pk, reason=str(error))
    return _end(order)


def _was_paid(order: Order) -> bool:
    """End the order's open payments; return whether one was paid instead."""
    asked = order.payments.exclude(reference="").exclude(state=Payment.State.CANCELLED)
    return PaymentState.PAID in [close_payment(payment=each) for each in asked]


def _wait(order: Order, error: PaymentError) -> None:
    """Leave the order its goods for a while; the others wait too where a provider is away.

    Each of them would take the time-out once more.
    """
    log.warning("order_not_expired", order_id=order.pk, reason=str(error))
    waiting = Order.objects.overdue().filter(payment_provider=order.payment_provider)
    if not isinstance(error, PaymentUnavailable):
        waiting = waiting.filter(pk=order.pk)
    waiting.update(expires_at=timezone.now() + ASK_AGAIN)


@saying_busy()
@transaction.atomic
def _end(order: Order) -> bool:
    """End the order unless something happened to it meanwhile."""
    lock_order(order=order)
    if not order.is_overdue:
        return False
    end_order(order=order, kind=OrderEvent.Kind.EXPIRED)
    write_letter(order=order, template="order_expired")
    return True
