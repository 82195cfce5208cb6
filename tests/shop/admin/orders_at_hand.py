"""Orders as staff find them, and the forms that are sent about them."""

from typing import Any

from django.test import Client
from django.urls import reverse

from shop.models import Order, ReturnRequest
from shop.services.orders.returns import request_return
from shop.services.orders.ship import ship_order


def version_of(order: Order) -> int:
    """Return the version that a form made now carries."""
    found: Any = Order.objects.with_version().get(pk=order.pk)
    return int(found.version)


def press(client: Client, name: str, order: Order, **data: Any) -> Any:
    """Post a form of an order that was opened just now, and said yes to."""
    data.setdefault("version", version_of(order))
    data.setdefault("confirmed", "yes")
    return client.post(reverse(name, args=[order.pk]), data)


def wish(order: Order) -> ReturnRequest:
    """Return a return of everything that was asked for."""
    wanted = {line.pk: line.quantity for line in order.lines.all()}
    return request_return(order=order, quantities=wanted, reason="It does not fit")


def shipped(order: Order) -> Order:
    """Send the whole order."""
    ship_order(order=order)
    order.refresh_from_db()
    return order
