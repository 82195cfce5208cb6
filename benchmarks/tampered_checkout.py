"""S6: forms of the checkout as people send them who want to pay less, or break something.

    python benchmarks/tampered_checkout.py [--forms 2000] [--seed 20261126]

Each form is the page's own with one to three fields dropped, swapped, made up or filled with
something hostile. It may order, and then at the total that the shop itself works out, with nobody's
account and no more pieces than are paid for; or it is refused (409, 422), and nothing has changed.
The control believes the total of the form, as a careless shop would, and is caught.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand

if TYPE_CHECKING:
    from django.test import Client

    from shop.models import Variant

REFUSED = {303, 409, 422}
# The control needs only enough forms to be caught.
CONTROL_FORMS = 150


def furnish() -> Variant:
    """Make a shop that ships to two countries, and something to buy."""
    from shop.models import Variant
    from tests.factories.shop import ProductFactory, ShippingRateFactory, TaxRateFactory

    ShippingRateFactory()
    ShippingRateFactory(code="express", price="9.50", free_from=None, method__position=1)
    ShippingRateFactory(to="FI", price="9.90", free_from=150)
    TaxRateFactory()
    TaxRateFactory(to="FI", percent="25.5")
    mug = ProductFactory(title="Mug", slug="mug", variant__stock=1_000_000)
    return Variant.objects.get(product=mug)


def send(client: Client, mug: Variant, chance: random.Random) -> tuple[int, str]:
    """Send one tampered form; return the status and what is wrong with the outcome, if anything."""
    from shop.models import Order, Variant
    from shop.services.quotes import quote_cart
    from tests.shop.views.buying.buyers import form_of
    from tests.shop.views.buying.conftest import cart_of, put_in
    from tests.shop.views.buying.tampering import tampered

    def state() -> tuple[int, int]:
        return Order.objects.count(), Variant.objects.values_list("stock", flat=True).get(pk=mug.pk)

    put_in(client, mug)
    before, cart = state(), cart_of(client)
    changes, form = tampered(form_of(client), chance)
    country, method = form.get("to-country", ""), form.get("shipping_method", "")
    wanted = quote_cart(cart=cart, country=country, method=method).total
    response = client.post("/checkout/", form)
    after = state()
    if after == before:
        return response.status_code, "" if response.status_code in REFUSED else f"{changes}"
    order = Order.objects.latest("id")
    pieces = sum(order.lines.values_list("quantity", flat=True))
    is_right = (order.total, order.customer) == (wanted, None) and after == (
        before[0] + 1,
        before[1] - pieces,
    )
    return response.status_code, "" if is_right else f"{order.total} for {wanted}: {changes}"


def storm(mug: Variant, forms: int, seed: int) -> tuple[Counter[int], list[str]]:
    """Send so many tampered forms; return the answers by status, and the wrong outcomes."""
    from django.test import Client

    client, chance = Client(raise_request_exception=False), random.Random(seed)  # noqa: S311 - it has to be the same each time
    answers: Counter[int] = Counter()
    wrong = []
    for _ in range(forms):
        status, problem = send(client, mug, chance)
        answers[status] += 1
        if problem:
            wrong.append(f"{status}: {problem}")
    return answers, wrong


def careless(quote: Any, _details: Any, expected_total: Any) -> None:
    """Believe the form's total: what `check_quote` is there to prevent."""
    if expected_total >= 0:
        object.__setattr__(quote, "goods_total", quote.goods_total * 0 + expected_total)
        object.__setattr__(quote, "discount_total", quote.discount_total * 0)
        object.__setattr__(quote, "shipping_price", quote.shipping_price * 0)
        object.__setattr__(quote, "total", quote.total * 0 + expected_total)


def main() -> int:
    """Run the storm and its control; 1 where either does not end as it should."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20261126)
    options = parser.parse_args()
    stack = stand.prepare("tampered_checkout")
    try:
        from django.conf import settings
        from django.test.utils import setup_test_environment

        setup_test_environment()
        settings.SHOP["RATES"] = dict.fromkeys(settings.SHOP["RATES"], "10000000/h")
        mug, started = furnish(), time.monotonic()
        answers, wrong = storm(mug, options.forms, options.seed)
        seconds = time.monotonic() - started
        with patch("shop.services.orders.place.check_quote", careless):
            _, caught = storm(mug, CONTROL_FORMS, options.seed)
    finally:
        stack.stop()
    figures = {
        "origin": stand.origin("django"),
        "seed": options.seed,
        "forms": options.forms,
        "seconds": round(seconds, 1),
        "answers": {str(status): count for status, count in sorted(answers.items())},
        "wrong": wrong,
        "control": {"forms": CONTROL_FORMS, "wrong": len(caught)},
    }
    sys.stdout.write(f"{stand.save('tampered_checkout', figures)}\n{figures['answers']}\n")
    sys.stdout.write(f"{len(wrong)} wrong; the control: {len(caught)} of {CONTROL_FORMS}\n")
    return int(bool(wrong) or not caught or not answers.keys() <= REFUSED)


if __name__ == "__main__":
    sys.exit(main())
