"""Payments of orders that ended: nobody is to be asked for money any more."""

import structlog

from shop.exceptions import PaymentDeclined, PaymentError
from shop.models import Order, Payment
from shop.payments.base import PaymentState
from shop.payments.registry import get_provider
from shop.services.orders.paid import apply_payment_state

log = structlog.get_logger(__name__)


def close_payments(*, order: Order) -> None:
    """Cancel at the providers what an ended order was to be paid by, with no transaction open.

    What was paid all the same counts, late as it is. A provider that cannot be asked is no harm:
    money that comes later goes back.
    """
    for payment in order.payments.exclude(reference="").exclude(state=Payment.State.PAID):
        try:
            close_payment(payment=payment)
        except PaymentError as error:
            log.warning("payment_not_closed", payment_id=payment.pk, reason=str(error))


def close_payment(*, payment: Payment) -> PaymentState:
    """End a payment at its provider and return what became of it.

    Raises PaymentUnavailable or another PaymentError when nobody knows.
    """
    provider = get_provider(payment.provider)
    said = provider.look_up(payment.reference).state
    if said not in {PaymentState.PAID, PaymentState.CANCELLED}:
        said = _cancelled(payment)
    apply_payment_state(payment=payment, state=said)
    return said


def _cancelled(payment: Payment) -> PaymentState:
    """Cancel, and look up again where it is too late to."""
    provider = get_provider(payment.provider)
    try:
        provider.cancel(payment.reference)
    except PaymentDeclined:
        said = provider.look_up(payment.reference).state
        if said is not PaymentState.PAID:
            raise
        return said
    return PaymentState.CANCELLED
