"""Paying an order: the shop asks the provider, and the provider tells the shop.

Nothing here talks to a provider inside a transaction. What a provider says is applied by
orders/paid.py, in one transaction and once.
"""

from collections.abc import Mapping

import structlog
from django.db import transaction

from shop.amounts import format_amount
from shop.exceptions import OrderStateError, PaymentDeclined
from shop.models import Order, OrderEvent, Payment, PaymentEvent, User
from shop.payments.base import PaymentNews, PaymentStart, PaymentState
from shop.payments.registry import get_provider
from shop.services.orders.asked import payment_request, pays_later
from shop.services.orders.events import record_event
from shop.services.orders.locks import lock_order
from shop.services.orders.paid import apply_payment_state

# What the shop's records call money that staff took without any provider.
BY_HAND = "by_hand"
_OPEN = (Payment.State.PENDING, Payment.State.FAILED)
_LONGEST_ID = 200  # as the column
log = structlog.get_logger(__name__)


def start_payment(*, order: Order, return_url: str) -> PaymentStart:
    """Begin to pay an order, or go on with it; to be called with no transaction open.

    Raises OrderStateError for an order that is not to be paid, PaymentUnavailable or
    PaymentDeclined; then the order waits as before, and can be paid by another try.
    """
    payment = _payment_to_start(order)
    request = payment_request(payment=payment, return_url=return_url)
    try:
        start = get_provider(payment.provider).start(request)
    except PaymentDeclined as error:
        apply_payment_state(payment=payment, state=PaymentState.FAILED, message=str(error))
        raise
    Payment.objects.filter(pk=payment.pk, reference="").update(reference=start.reference)
    _apply(payment, start)
    if start.state is PaymentState.CANCELLED:
        raise PaymentDeclined("This payment was cancelled. Please try again.")
    return start


def submit_payment(*, order: Order, data: Mapping[str, str], return_url: str = "") -> PaymentStart:
    """Hand what the shopper filled in to the provider and return where the payment stands.

    Raises PaymentDeclined, with a message by field where it is a field's fault, PaymentUnavailable,
    or OrderStateError for an order without a payment under way.
    """
    payment = _payment_under_way(order)
    provider = get_provider(payment.provider)
    request = payment_request(payment=payment, return_url=return_url)
    try:
        start = provider.submit(reference=payment.reference, data=data, request=request)
    except PaymentDeclined as error:
        if not error.fields:
            apply_payment_state(payment=payment, state=PaymentState.FAILED, message=str(error))
        raise
    _apply(payment, start)
    return start


def check_payment(*, order: Order) -> PaymentStart:
    """Ask the provider where the payment stands: a shopper who is back comes before the webhook.

    Raises OrderStateError for an order without a payment under way, or a PaymentError.
    """
    payment = _payment_under_way(order)
    start = get_provider(payment.provider).look_up(payment.reference)
    _apply(payment, start)
    return start


def apply_payment_news(*, provider_code: str, news: PaymentNews) -> None:
    """Apply what a provider told, once however often and in whatever order it is told.

    A payment that the shop does not know is left alone: when it is known, its order asks for it.
    """
    known = Payment.objects.select_related("order").exclude(reference="")
    payment = known.filter(provider=provider_code, reference=news.reference).first()
    if payment is None:
        log.warning("payment_unknown", provider=provider_code, event_id=news.event_id)
        return
    with transaction.atomic():
        # The order first: two messages about it must not wait for each other crosswise.
        lock_order(order=payment.order)
        if not _is_first(provider_code, news):
            return
        if news.state is PaymentState.PAID and not _is_what_was_asked(payment, news):
            _note_other_amount(payment, news)
            return
        apply_payment_state(payment=payment, state=news.state)


@transaction.atomic
def mark_paid_by_hand(*, order: Order, actor: User) -> None:
    """Note that the money for an order came in; raises OrderStateError for one that is paid."""
    lock_order(order=order)
    if order.payment_status != Order.PaymentStatus.UNPAID:
        raise OrderStateError("This order is paid already.")
    payment = _expected_by_hand(order) or Payment.objects.create(
        order=order, provider=BY_HAND, amount=order.total, currency=order.currency
    )
    apply_payment_state(payment=payment, state=PaymentState.PAID, actor=actor)


@transaction.atomic
def _payment_to_start(order: Order) -> Payment:
    """Return the try to pay that is under way, else a new one; a refused one may be tried again."""
    lock_order(order=order)
    _check_payable(order)
    last = order.payments.filter(provider=order.payment_provider, state__in=_OPEN).last()
    if last is not None and (last.reference or last.state == Payment.State.PENDING):
        return last
    return Payment.objects.create(
        order=order,
        provider=order.payment_provider,
        amount=order.total,
        currency=order.currency,
    )


def _check_payable(order: Order) -> None:
    if order.status == Order.Status.CANCELLED:
        raise OrderStateError("This order was cancelled.")
    if order.payment_status != Order.PaymentStatus.UNPAID:
        raise OrderStateError("This order is paid already.")


def _payment_under_way(order: Order) -> Payment:
    payment = order.payments.filter(state__in=_OPEN).exclude(reference="").last()
    if payment is None:
        raise OrderStateError("No payment of this order is under way.")
    return payment


def _expected_by_hand(order: Order) -> Payment | None:
    """Return the payment that the order waits for where people bring the money."""
    waiting = order.payments.exclude(state=Payment.State.PAID)
    payment = waiting.filter(provider=order.payment_provider).last()
    return payment if pays_later(code=order.payment_provider) else None


def _apply(payment: Payment, start: PaymentStart) -> None:
    if start.state is not PaymentState.PENDING:
        apply_payment_state(payment=payment, state=start.state, message=start.message)


def _is_first(provider_code: str, news: PaymentNews) -> bool:
    """Note that an event was told; False when it had been told before."""
    _, is_new = PaymentEvent.objects.get_or_create(
        provider=provider_code,
        event_id=news.event_id[:_LONGEST_ID],
        defaults={"reference": news.reference, "state": news.state},
    )
    return is_new


def _is_what_was_asked(payment: Payment, news: PaymentNews) -> bool:
    asked = get_provider(payment.provider).charged_amount(payment.amount, payment.currency)
    return news.currency == payment.currency and news.amount == asked


def _note_other_amount(payment: Payment, news: PaymentNews) -> None:
    asked = format_amount(payment.amount, payment.currency)
    record_event(
        order=payment.order,
        kind=OrderEvent.Kind.NOTE,
        text=(
            f"{news.amount:f} {news.currency[:3]} came in where {asked} was asked for. "
            "Nothing was confirmed: look it up at the provider."
        ),
        is_public=False,
        data={"payment": payment.pk, "event": news.event_id[:_LONGEST_ID]},
    )
