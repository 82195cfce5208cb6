"""Rounding and splitting: no cent is made or lost."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.money import allocate, round_money, smallest_unit

CURRENCIES = ("JPY", "EUR", "KWD")


@pytest.mark.parametrize(
    ("amount", "currency", "rounded"),
    [
        ("0.5", "JPY", "1"),
        ("1.005", "EUR", "1.01"),
        ("1.004999", "EUR", "1.00"),
        ("2.0005", "KWD", "2.001"),
        ("-1.005", "EUR", "-1.01"),
    ],
)
def test_halves_go_away_from_zero(amount: str, currency: str, rounded: str) -> None:
    assert str(round_money(Decimal(amount), currency)) == rounded


def test_a_third_each_leaves_no_cent_over() -> None:
    parts = allocate(Decimal("10.00"), [Decimal(1)] * 3, "EUR")
    assert parts == [Decimal("3.34"), Decimal("3.33"), Decimal("3.33")]


def test_what_weighs_nothing_gets_nothing() -> None:
    assert allocate(Decimal(5), [Decimal(0), Decimal(7)], "JPY") == [0, 5]


def test_nothing_to_split_over_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to split"):
        allocate(Decimal(1), [Decimal(0)], "EUR")


@given(
    currency=st.sampled_from(CURRENCIES),
    units=st.integers(0, 10**7),
    weights=st.lists(st.integers(0, 10**6), min_size=1, max_size=20).filter(any),
)
def test_parts_add_up_and_are_fair(currency: str, units: int, weights: list[int]) -> None:
    unit = smallest_unit(currency)
    amount = units * unit
    shares = [Decimal(each) for each in weights]
    parts = allocate(amount, shares, currency)
    assert sum(parts) == amount
    exact = [amount * each / sum(shares) for each in shares]
    assert all(abs(part - wanted) < unit for part, wanted in zip(parts, exact, strict=True))
