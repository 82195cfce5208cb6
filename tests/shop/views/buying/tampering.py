"""Forms of the checkout as people send them who want to pay less, or break something."""

import random
from typing import Any, Final

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
