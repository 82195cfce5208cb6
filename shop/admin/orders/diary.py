"""An order's diary as its page shows it."""

from collections.abc import Sequence

from django.http import HttpRequest

from shop.admin.orders.rights import MAY_SEE_REFUNDS
from shop.models import Order, OrderEvent


def diary_of(order: Order, request: HttpRequest) -> Sequence[OrderEvent]:
    """Return the events, the latest first; those about refunds for people who may see refunds."""
    events = list(order.events.select_related("actor").order_by("-created_at", "-id"))
    if request.user.has_perm(MAY_SEE_REFUNDS):
        return events
    return [event for event in events if not _is_about_refund(event)]


def _is_about_refund(event: OrderEvent) -> bool:
    return event.kind == OrderEvent.Kind.REFUNDED or "refund" in event.data
