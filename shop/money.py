"""Amounts of money: rounded to what a currency can pay, and split without losing a cent."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.numbers import get_currency_precision

NOTHING = Decimal(0)


@lru_cache(maxsize=64)
def decimal_places(currency: str) -> int:
    """Return the decimal places of a currency (ISO 4217): JPY 0, EUR 2, KWD 3."""
    return get_currency_precision(currency)


@lru_cache(maxsize=64)
def smallest_unit(currency: str) -> Decimal:
    """Return the smallest amount of a currency (ISO 4217): 1 JPY, 0.01 EUR, 0.001 KWD."""
    return Decimal(1).scaleb(-decimal_places(currency))


def round_money(amount: Decimal, currency: str) -> Decimal:
    """Return the amount in whole smallest units, halves away from zero as on any receipt."""
    return amount.quantize(smallest_unit(currency), rounding=ROUND_HALF_UP)


def allocate(amount: Decimal, weights: Sequence[Decimal], currency: str) -> list[Decimal]:
    """Split an amount in proportion to weights, so that the parts add up to it exactly.

    Largest remainder method (Hamilton): each part is rounded down, and the units left over go to
    the parts that lost most, the earlier first. Parts of weight 0 get nothing. Raises ValueError
    when there is something to split and nothing to split it over.
    """
    total = sum(weights, NOTHING)
    if not amount:
        return [NOTHING for _ in weights]
    if total <= 0:
        raise ValueError("There is nothing to split the amount over.")
    unit = smallest_unit(currency)
    exact = [amount * weight / total for weight in weights]
    parts = [each.quantize(unit, rounding=ROUND_DOWN) for each in exact]
    left = int((amount - sum(parts, NOTHING)) / unit)
    by_loss = sorted(range(len(parts)), key=lambda index: (parts[index] - exact[index], index))
    for index in by_loss[:left]:
        parts[index] += unit
    return parts
