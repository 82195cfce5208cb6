"""Price ranges: round, few, each price in exactly one."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from shop.listing.price_steps import MOST, price_ranges

CENT = Decimal("0.01")


@given(st.lists(st.decimals(0, 100_000, places=2), max_size=60))
def test_every_price_is_in_exactly_one_range(prices: list[Decimal]) -> None:
    ranges = price_ranges(prices, unit=CENT)
    assert len(ranges) <= MOST
    if len(set(prices)) < 2:
        assert ranges == []
        return
    for price in prices:
        holding = [
            (low, high) for low, high in ranges if low <= price and (high is None or price <= high)
        ]
        assert len(holding) == 1, (price, ranges)


def test_ranges_are_round_and_one_piano_does_not_spoil_them() -> None:
    strings = [Decimal(n) for n in range(5, 30)]
    assert price_ranges([*strings, Decimal(9000)], unit=CENT) == [
        (Decimal(5), Decimal("9.99")),
        (Decimal(10), Decimal("14.99")),
        (Decimal(15), Decimal("19.99")),
        (Decimal(20), Decimal("24.99")),
        (Decimal(25), Decimal("29.99")),
        (Decimal(30), None),
    ]
