"""Forms of the checkout as people send them who want to pay less, or break something."""

import random
from decimal import Decimal
from typing import Any, Final

from django.test import Client

from shop.models import Order, Variant
from shop.services.quotes import Quote, quote_cart
from tests.shop.views.buying.conftest import cart_of

# What ends up in a field that decides money, identity or the database's patience.
VALUES: Final = (
    *("", "0", "0.01", "-1", "-44.90", "1e-9", "NaN", "sNaN", "Infinity", "1e999999", "44,90"),
    *("44.900000", "٤٤", "0x2c", "44.90 ", "null", "[]", "{}", "true", "new", "same", "other"),
    *("'; DROP TABLE shop_order;--", "<script>alert(1)</script>", "{{ 7*7 }}", "../../etc/passwd"),
    *("\x00", "😀", "\u202egnp.exe", "x" * 10_000, "9" * 400, "a" * 22, "-" * 80),
    *("standard", "express", "card", "bank_transfer", "cash_on_delivery", "stripe", "fake"),
    *("IE", "FI", "GB", "XX", "ie", "http://evil.example/", "//evil.example", "%00", "1", "2"),
)
# Fields that the page does not have, which some other shop might believe.
STRANGERS: Final = (
    *("price", "unit_price", "goods_total", "discount", "discount_total", "shipping_price"),
    *(
        "tax",
        "tax_total",
        "currency",
        "customer",
        "customer_id",
        "user",
        "status",
        "payment_status",
    ),
    *("paid", "is_staff", "coupon", "coupon_code", "cart", "cart_id", "token", "quantity", "next"),
    *("order", "number", "email2", "return_url", "redirect_url", "line-1", "variant", "update"),
)
KEPT: Final = {"csrfmiddlewaretoken"}


def tampered(form: dict[str, str], chance: random.Random) -> tuple[list[Any], dict[str, str]]:
    """Return what was changed, and a form with one to three things changed."""
    changed, done = dict(form), []
    for _ in range(chance.randint(1, 3)):
        way = chance.choice(("value", "value", "value", "drop", "stranger", "swap"))
        name = chance.choice(sorted(set(changed) - KEPT))
        value = chance.choice(VALUES)
        if way == "drop":
            changed.pop(name)
        elif way == "stranger":
            name = chance.choice(STRANGERS)
            changed[name] = value
        elif way == "swap":
            value = changed[chance.choice(sorted(changed))]
            changed[name] = value
        else:
            changed[name] = value
        done.append((way, name, value[:40]))
    return done, changed


def judge(client: Client, mug: Variant, form: dict[str, str]) -> tuple[int, str]:
    """Send a form; return the status, and what is wrong with what came of it, if anything."""

    def state() -> tuple[int, int]:
        return Order.objects.count(), Variant.objects.get(pk=mug.pk).stock

    before, cart = state(), cart_of(client)
    # The database knows no text with a NUL in it; the shop may take such a form for refused only.
    country, method = (
        form.get(name, "").replace("\x00", "") for name in ("to-country", "shipping_method")
    )
    wanted = quote_cart(cart=cart, country=country, method=method).total
    status = client.post("/checkout/", form).status_code
    if (after := state()) == before:
        return status, "" if status in {303, 409, 422} else "an answer of its own"
    order = Order.objects.latest("id")
    pieces = sum(order.lines.values_list("quantity", flat=True))
    if order.total != wanted or order.customer is not None:
        return status, f"{order.total} instead of {wanted}"
    is_whole = after == (before[0] + 1, before[1] - pieces)
    return status, "" if is_whole else "pieces or orders that do not add up"


def believe(quote: Quote, _details: Any, total: Decimal) -> None:
    """Take the form's word for what the order comes to."""
    for name, amount in (("goods_total", total), ("shipping_price", Decimal(0)), ("total", total)):
        object.__setattr__(quote, name, amount)
