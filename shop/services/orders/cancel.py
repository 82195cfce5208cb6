"""An order that comes to nothing: its goods, its code and its money go back."""

from django.db import transaction
from django.utils import timezone

from shop.exceptions import OrderStateError
from shop.models import Order, OrderEvent, Payment, User
from shop.services.coupons import release_coupon
from shop.services.orders.events import record_event
from shop.services.orders.letters import write_letter
from shop.services.orders.locks import lock_order, saying_busy
from shop.services.orders.refund import by_variant, refund_rest
from shop.services.orders.stock import return_stock
from shop.signals import order_ended


@saying_busy()
@transaction.atomic
def cancel_order(*, order: Order, actor: User | None = None, reason: str = "") -> None:
    """Cancel an order of which nothing has left yet; raises OrderStateError for any other.

    What was paid goes back.
    """
    lock_order(order=order)
    if not order.can_be_cancelled:
        raise OrderStateError(f"An order that is {order.get_status_display()} is not cancelled.")
    end_order(order=order, kind=OrderEvent.Kind.CANCELLED, actor=actor, reason=reason)
    write_letter(order=order, template="order_cancelled", reason=reason)


def end_order(
    *, order: Order, kind: OrderEvent.Kind, actor: User | None = None, reason: str = ""
) -> None:
    """Take back everything that a locked order holds, in the caller's transaction."""
    lines = list(order.lines.order_by("id"))
    back = {line.pk: line.to_ship - line.missing for line in lines}
    release_coupon(order=order)
    order.status, order.expires_at = Order.Status.CANCELLED, None
    order.save(update_fields=["status", "expires_at"])
    open_payments = order.payments.filter(state__in=[Payment.State.PENDING, Payment.State.FAILED])
    open_payments.update(state=Payment.State.CANCELLED, settled_at=timezone.now())
    record_event(order=order, kind=kind, text=reason, actor=actor)
    refund_rest(
        order=order,
        restocked=back,
        reason=reason or "The order was cancelled.",
        actor=actor,
        idempotency_key="cancelled",
    )
    return_stock(quantities=by_variant(lines=lines, pieces=back))
    order_ended.send(Order, order_id=order.pk)
