"""Stripe's units: hundredths, whole units, thousandths, and the cases that are neither."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.exceptions import PaymentError
from shop.payments.stripe_amounts import charged_amount, from_units, to_units


@pytest.mark.parametrize(
    ("amount", "currency", "units"),
    [
        ("49.90", "EUR", 4990),
        ("49.9", "EUR", 4990),
        ("49.900", "EUR", 4990),  # three decimals are kept for every currency
        ("0.01", "USD", 1),
        ("99999999.99", "GBP", 9999999999),
        ("500", "JPY", 500),
        ("500.000", "KRW", 500),
        ("5.120", "KWD", 5120),
        ("5.124", "KWD", 5120),
        ("5.125", "KWD", 5130),
        ("5.126", "BHD", 5130),
        ("5", "ISK", 500),
        ("5.00", "UGX", 500),
        ("10.50", "HUF", 1050),  # whole only when it is paid out
    ],
)
def test_units(amount: str, currency: str, units: int) -> None:
    assert to_units(Decimal(amount), currency) == units


@pytest.mark.parametrize(
    ("amount", "currency"),
    [
        ("49.905", "EUR"),
        ("500.5", "JPY"),
        ("5.50", "ISK"),
        ("5.01", "UGX"),
        ("0", "EUR"),
        ("-1", "EUR"),
        ("0.004", "KWD"),
    ],
)
def test_what_cannot_be_charged_exactly_is_refused(amount: str, currency: str) -> None:
    with pytest.raises(PaymentError, match="cannot be charged by card"):
        to_units(Decimal(amount), currency)


@given(
    st.sampled_from(["EUR", "JPY", "KWD", "ISK", "UGX", "XPF", "TND"]),
    st.integers(1, 10**9),
)
def test_what_is_charged_comes_back_as_it_was_announced(currency: str, whole: int) -> None:
    places = {"EUR": 2, "KWD": 3, "TND": 3}.get(currency, 0)
    amount = Decimal(whole).scaleb(-places)
    announced = charged_amount(amount, currency)

    if announced > 0:
        assert from_units(to_units(amount, currency), currency) == announced
    assert abs(announced - amount) <= (Decimal("0.005") if places == 3 else 0)
