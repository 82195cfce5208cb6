"""R7: one order comes to the same everywhere it is told, in currencies of 0, 2 and 3 decimals.

The long form, over 10,000 orders, is benchmarks/totals_agreement.py.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from benchmarks.agreement import disagreements, run_cases
from shop.models import Order

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("currency", ["JPY", "EUR", "KWD"])
def test_every_place_says_the_same_to_the_last_unit(currency: str, settings: Any) -> None:
    seen = 0
    for said in run_cases(currency, cases=10, seed=1):
        assert disagreements(said) == [], said
        seen += said["cart"].total > 0
    assert seen > 6
    assert not Order.objects.exists()


def test_a_place_that_is_a_cent_off_is_seen() -> None:
    """The negative control of the comparison."""
    said = next(iter(run_cases("EUR", cases=1, seed=2)))
    wrong = replace(said["letter"], total=said["letter"].total + Decimal("0.01"))
    assert disagreements({**said, "letter": wrong}) == ["letter"]
