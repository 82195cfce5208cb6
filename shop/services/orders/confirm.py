"""An order that stands: placed to be paid later, or paid."""

from shop.models import Order, OrderEvent
from shop.services.orders.events import record_event
from shop.services.orders.letters import write_letter


def confirm_order(*, order: Order) -> None:
    """Place the order for good and say so, in the caller's transaction.

    The one place for it: at checkout where payment comes later, else when the money arrives.
    """
    order.status = Order.Status.PLACED
    order.expires_at = None
    order.save(update_fields=["status", "expires_at"])
    record_event(order=order, kind=OrderEvent.Kind.PLACED)
    write_letter(order=order, template="order_placed")
