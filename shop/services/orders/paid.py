"""What a payment's state means for its order, in whatever order the news comes in."""

from django.db import transaction
from django.utils import timezone

from shop.amounts import format_amount
from shop.exceptions import CouponRefused
from shop.models import Order, OrderEvent, Payment, Refund, User
from shop.payments.base import PaymentState
from shop.services.coupons import claim_coupon
from shop.services.orders.confirm import confirm_order
from shop.services.orders.events import record_event
from shop.services.orders.letters import write_letter
from shop.services.orders.locks import lock_order, saying_busy
from shop.services.orders.refund import refund_rest
from shop.services.orders.stock import take_again
from shop.signals import refund_requested

# News moves a payment up here, never down: late and repeated messages change nothing.
_FINALITY = {
    Payment.State.PENDING: 0,
    Payment.State.FAILED: 1,
    Payment.State.CANCELLED: 2,
    Payment.State.PAID: 3,
}


class _GoneMeanwhile(Exception):
    """Something that the order held is not to be had any more."""


@saying_busy()
@transaction.atomic
def apply_payment_state(
    *, payment: Payment, state: PaymentState, message: str = "", actor: User | None = None
) -> None:
    """Bring a payment and its order to what its provider says, once.

    Paid beats cancelled, cancelled beats failed, whichever is told first.
    """
    order = payment.order
    lock_order(order=order)
    payment.refresh_from_db(fields=["state", "reference", "settled_at"])
    told = Payment.State(state)
    if _FINALITY[told] <= _FINALITY[Payment.State(payment.state)]:
        return
    if told == Payment.State.PAID:
        _take_money(order, payment, actor)
        return
    _note_state(payment, told, message)
    if told == Payment.State.FAILED:
        record_event(order=order, kind=OrderEvent.Kind.PAYMENT_FAILED, text=message)


def _note_state(payment: Payment, state: Payment.State, message: str = "") -> None:
    longest = 300  # as the column
    payment.state, payment.message = state, message[:longest]
    payment.settled_at = timezone.now()
    payment.save(update_fields=["state", "message", "settled_at"])


def _take_money(order: Order, payment: Payment, actor: User | None) -> None:
    if order.payments.filter(state=Payment.State.PAID).exists():
        _send_back_second(order, payment)
        return
    _note_state(payment, Payment.State.PAID)
    order.payment_status = Order.PaymentStatus.PAID
    order.save(update_fields=["payment_status"])
    amount = format_amount(payment.amount, payment.currency)
    record_event(order=order, kind=OrderEvent.Kind.PAID, text=f"{amount} paid.", actor=actor)
    if order.status == Order.Status.CANCELLED:
        _take_late_money(order)
    elif order.status == Order.Status.PENDING:
        confirm_order(order=order)
    else:
        write_letter(order=order, template="order_paid")


def _take_late_money(order: Order) -> None:
    """Give the order what its reservation had kept for it, or the money back."""
    if _ran_out(order) and _hold_again(order):
        confirm_order(order=order)
        return
    refund_rest(
        order=order,
        restocked={},
        reason="Paid when the order was cancelled already.",
        actor=None,
        idempotency_key="paid-late",
    )
    write_letter(order=order, template="order_paid_late")


def _ran_out(order: Order) -> bool:
    """Return whether nobody cancelled the order: it was not paid in time."""
    ends = (OrderEvent.Kind.EXPIRED, OrderEvent.Kind.CANCELLED)
    last = order.events.filter(kind__in=ends).order_by("-id").first()
    return last is not None and last.kind == OrderEvent.Kind.EXPIRED


def _hold_again(order: Order) -> bool:
    """Take the code and the pieces once more, all or nothing."""
    try:
        with transaction.atomic():
            if order.coupon_code:
                claim_coupon(code=order.coupon_code, order=order)
            if not take_again(lines=order.lines.order_by("id")):
                raise _GoneMeanwhile
    except (CouponRefused, _GoneMeanwhile):
        return False
    return True


def _send_back_second(order: Order, payment: Payment) -> None:
    """Pay back an order's second payment; the first has paid for it.

    It counts as cancelled, so that an order is paid once, and it is no part of what is refunded of
    the order.
    """
    refund, is_new = Refund.objects.get_or_create(
        order=order,
        idempotency_key=f"second:{payment.pk}",
        defaults={"payment": payment, "amount": payment.amount, "reason": "Paid a second time."},
    )
    if is_new:
        _note_state(payment, Payment.State.CANCELLED, "Paid a second time, and paid back.")
        amount = format_amount(payment.amount, payment.currency)
        text = f"{amount} paid a second time, to be paid back."
        record_event(order=order, kind=OrderEvent.Kind.NOTE, text=text)
        refund_requested.send(Refund, refund_id=refund.pk)
