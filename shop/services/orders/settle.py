"""Money on its way back: the provider is asked with no transaction open, as often as it takes."""

from datetime import timedelta
from decimal import Decimal

import structlog
from django.db import transaction
from django.db.models import Q, Sum
from django.utils import timezone

from shop.amounts import format_amount
from shop.exceptions import (
    OrderStateError,
    PaymentError,
    PaymentUnavailable,
    PaymentUnsupported,
    ShopBusy,
)
from shop.models import Order, OrderEvent, Payment, Refund, User
from shop.payments.base import RefundResult
from shop.payments.registry import get_provider
from shop.services.orders.events import record_event
from shop.services.orders.letters import write_letter
from shop.services.orders.locks import lock_order
from shop.signals import refund_requested

# Providers keep idempotency keys for a day (Stripe: at least 24 hours); a key that is asked with
# later would pay back a second time.
KEY_LASTS = timedelta(hours=20)
log = structlog.get_logger(__name__)


def settle_refund(*, refund: Refund) -> None:
    """Have the provider pay a refund back; while it cannot be reached the refund stays pending.

    Asked with the same key each time, it pays back once. What it refuses has failed, and is left
    to people. What it has accepted counts as paid back, be it on its way for days.
    """
    refund.refresh_from_db()
    if refund.state != Refund.State.PENDING:
        return
    try:
        result = _ask_provider(refund)
    except PaymentUnavailable as error:
        log.warning("refund_waits", refund_id=refund.pk, reason=str(error))
        if timezone.now() - refund.created_at > KEY_LASTS:
            _fail(refund, "Nobody knows whether this was paid back: look it up at the provider.")
    except PaymentError as error:
        _fail(refund, str(error))
    else:
        _settle(refund, reference=result.reference)


def settle_pending_refunds(*, limit: int) -> None:
    """Settle refunds that wait, the oldest first; a provider that is away is left alone."""
    pending = Refund.objects.filter(state=Refund.State.PENDING).select_related("payment")
    away: set[str] = set()
    for refund in pending.order_by("id")[:limit]:
        provider = refund.payment.provider if refund.payment else ""
        if provider not in away and not _is_settled(refund):
            away.add(provider)


def _is_settled(refund: Refund) -> bool:
    """Settle a refund; False while its provider cannot be reached."""
    try:
        settle_refund(refund=refund)
    except ShopBusy:  # what the provider answers, it answers again
        return True
    return refund.state != Refund.State.PENDING


@transaction.atomic
def settle_refund_by_hand(*, refund: Refund, actor: User) -> None:
    """Note that staff paid back what no provider could; raises OrderStateError if one could."""
    lock_order(order=refund.order)
    refund.refresh_from_db()
    if refund.state != Refund.State.FAILED:
        raise OrderStateError("This refund is not waiting for anybody's hand.")
    _settle(refund, reference=refund.reference, actor=actor)


@transaction.atomic
def retry_refund(*, refund: Refund, actor: User) -> None:
    """Have the provider asked once more for a refund that failed; raises OrderStateError."""
    lock_order(order=refund.order)
    refund.refresh_from_db()
    if refund.state != Refund.State.FAILED:
        raise OrderStateError("This refund has not failed.")
    refund.state = Refund.State.PENDING
    refund.save(update_fields=["state"])
    _note(refund, "Trying to pay back once more.", actor)
    refund_requested.send(Refund, refund_id=refund.pk)


def _ask_provider(refund: Refund) -> RefundResult:
    payment = refund.payment
    if payment is None or not payment.reference:
        raise PaymentUnsupported("No provider holds this money: pay it back by hand.")
    return get_provider(payment.provider).refund(
        reference=payment.reference,
        amount=refund.amount,
        currency=payment.currency,
        idempotency_key=str(refund.pk),
    )


@transaction.atomic
def _settle(refund: Refund, *, reference: str, actor: User | None = None) -> None:
    order = refund.order
    lock_order(order=order)
    refund.refresh_from_db()
    if refund.state == Refund.State.SETTLED:
        return
    refund.state, refund.reference = Refund.State.SETTLED, reference
    refund.settled_at = timezone.now()
    refund.save(update_fields=["state", "reference", "settled_at"])
    order.payment_status = _payment_status(order)
    order.save(update_fields=["payment_status"])
    record_event(
        order=order,
        kind=OrderEvent.Kind.REFUNDED,
        text=f"{format_amount(refund.amount, order.currency)} paid back.",
        actor=actor,
        data={"refund": refund.pk},
    )
    write_letter(
        order=order,
        template="order_refunded",
        about=str(refund.pk),
        refund=refund,
        parcel=list(refund.lines.select_related("order_line").order_by("id")),
    )


def _payment_status(order: Order) -> str:
    """Return whose the money is; what was paid twice and went back does not count."""
    settled = order.refunds.filter(
        Q(payment__isnull=True) | Q(payment__state=Payment.State.PAID),
        state=Refund.State.SETTLED,
    )
    gone: Decimal = settled.aggregate(gone=Sum("amount"))["gone"] or Decimal(0)
    if not gone:
        return order.payment_status
    if gone < order.total:
        return Order.PaymentStatus.PART_REFUNDED
    return Order.PaymentStatus.REFUNDED


@transaction.atomic
def _fail(refund: Refund, reason: str) -> None:
    lock_order(order=refund.order)
    refund.refresh_from_db()
    if refund.state == Refund.State.PENDING:
        refund.state = Refund.State.FAILED
        refund.save(update_fields=["state"])
        _note(refund, f"Not paid back: {reason}")
        log.error("refund_failed", refund_id=refund.pk, reason=reason)


def _note(refund: Refund, text: str, actor: User | None = None) -> None:
    amount = format_amount(refund.amount, refund.order.currency)
    record_event(
        order=refund.order,
        kind=OrderEvent.Kind.NOTE,
        text=f"{amount}: {text}",
        is_public=False,
        actor=actor,
        data={"refund": refund.pk},
    )
