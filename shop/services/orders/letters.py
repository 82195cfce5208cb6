"""Letters about an order: who it is for, where it is to be seen, what it holds."""

from typing import Any

from django.conf import settings

from shop.models import Order
from shop.services.emails import queue_email
from shop.services.orders.tokens import order_token


def write_letter(*, order: Order, template: str, about: str = "", **context: Any) -> None:
    """Queue a letter to the buyer; `about` tells apart letters of one kind: a parcel's id."""
    queue_email(
        key=":".join(filter(None, ("order", str(order.pk), template, about))),
        to=order.email,
        template=template,
        context={
            "order": order,
            "lines": list(order.lines.all()),
            "order_url": order_url(order=order),
            **context,
        },
    )


def order_url(*, order: Order) -> str:
    """Return the whole address under which the buyer sees the order without signing in."""
    return f"{settings.SHOP['SITE_URL']}/orders/{order_token(order)}/"
