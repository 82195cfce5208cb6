"""S6: forms of the checkout as people send them who want to pay less, or break something.

    python benchmarks/tampered_checkout.py [--forms 2000] [--seed 20261126]

Each form is the page's own with one to three fields dropped, swapped, made up or filled with
something hostile. It may order, and then at the total that the shop itself works out, with nobody's
account and no more pieces than are paid for; or it is refused (409, 422), and nothing has changed.
The control believes the total of the form, as a careless shop would, and is caught.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand

if TYPE_CHECKING:
    from shop.models import Variant

REFUSED = {303, 409, 422}
# The control needs only enough forms to be caught.
CONTROL_FORMS = 20


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


def storm(
    mug: Variant, forms: int, seed: int, *, cheats: bool = False
) -> tuple[Counter[int], list[str]]:
    """Send so many tampered forms; return the answers by status, and the wrong outcomes.

    Who cheats leaves the form as it is, and names a total of one cent.
    """
    from django.test import Client

    from tests.shop.views.buying.buyers import form_of
    from tests.shop.views.buying.conftest import put_in
    from tests.shop.views.buying.tampering import judge, tampered

    client = Client(raise_request_exception=False)
    chance = random.Random(seed)  # noqa: S311 - it has to be the same each time
    answers: Counter[int] = Counter()
    wrong = []
    for _ in range(forms):
        put_in(client, mug)
        changes, form = tampered(form_of(client), chance)
        form = form_of(client, total="0.01") if cheats else form
        status, problem = judge(client, mug, form)
        answers[status] += 1
        if problem:
            wrong.append(f"{status}: {problem}: {changes}")
    return answers, wrong


def main() -> int:
    """Run the storm and its control; 1 where either does not end as it should."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20261126)
    options = parser.parse_args()
    os.environ.setdefault("LOG_LEVEL", "ERROR")  # refusals are what it is about
    stack = stand.prepare("tampered_checkout")
    try:
        from django.conf import settings
        from django.test.utils import setup_test_environment

        from tests.shop.views.buying.tampering import believe

        setup_test_environment()
        settings.SHOP["RATES"] = dict.fromkeys(settings.SHOP["RATES"], "10000000/h")
        mug, started = furnish(), time.monotonic()
        answers, wrong = storm(mug, options.forms, options.seed)
        seconds = time.monotonic() - started
        with patch("shop.services.orders.place.check_quote", believe):
            _, caught = storm(mug, CONTROL_FORMS, options.seed, cheats=True)
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
    return int(bool(wrong) or len(caught) < CONTROL_FORMS or not answers.keys() <= REFUSED)


if __name__ == "__main__":
    sys.exit(main())
