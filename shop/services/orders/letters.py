"""Letters about an order: who it is for, what it holds, where it is to be seen."""

from collections.abc import Mapping
from typing import Any

from babel import Locale
from django.conf import settings
from django.urls import reverse

from shop.exceptions import InvalidValue
from shop.models import Address, Order, OrderEvent, PostalAddress
from shop.services.emails import queue_email
from shop.services.orders.asked import words_to_pay
from shop.services.orders.events import record_event
from shop.services.orders.tokens import order_token


def write_letter(*, order: Order, template: str, about: str = "", **context: Any) -> None:
    """Queue a letter to the buyer; `about` tells apart letters of one kind: a parcel's id.

    An order that came from elsewhere may have an address that no letter can go to: staff read that
    in its diary, and what the letter was about goes ahead.
    """
    try:
        _queue(order, template, about, context)
    except InvalidValue as error:
        text = f"No letter could be written to {order.email!r}: {error}"
        record_event(order=order, kind=OrderEvent.Kind.NOTE, text=text, is_public=False)


def _queue(order: Order, template: str, about: str, context: Mapping[str, Any]) -> None:
    queue_email(
        key=":".join(filter(None, ("order", str(order.pk), template, about))),
        to=order.email,
        template=template,
        context={
            "order": order,
            "lines": list(order.lines.order_by("id")),
            "address": address_words(order),
            "billing": billing_words(order),
            "pay": words_to_pay(order=order),
            "order_url": order_url(order=order),
            **context,
        },
    )


def order_url(*, order: Order) -> str:
    """Return the whole address under which the buyer sees the order without signing in."""
    path = reverse("shop:order", args=[order_token(order)])
    return f"{settings.SHOP['SITE_URL']}{path}"


def address_words(address: PostalAddress) -> list[str]:
    """Return the lines of an address, its country by name."""
    countries = Locale.parse(settings.SHOP["LOCALE"]).territories
    return [*address.address_lines, countries.get(address.country, address.country)]


def billing_words(order: Order) -> list[str]:
    """Return the lines of an invoice's own address; none where the parcel's counts."""
    return address_words(Address(**order.billing_address)) if order.billing_address else []
