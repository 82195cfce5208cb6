"""Round price ranges (pure)."""

from collections.abc import Sequence
from decimal import Decimal

# More ranges than these are hard to take in at a glance.
MOST = 6
# The dearest tenth goes into the last range: one piano must not put all strings into the first.
COMMON_SHARE = 0.9
_STEPS = (Decimal(1), Decimal(2), Decimal(5))

PriceRange = tuple[Decimal, Decimal | None]


def price_ranges(prices: Sequence[Decimal], *, unit: Decimal) -> list[PriceRange]:
    """Return at most MOST (from, to) ranges of one round width; the last may have no end.

    A range ends one `unit` (the currency's smallest amount) before the next one begins, so that
    both ends can be included and no price counts twice.
    """
    ordered = sorted(prices)
    if not ordered or ordered[0] == ordered[-1]:
        return []
    low, high = ordered[0], ordered[-1]
    common = ordered[int((len(ordered) - 1) * COMMON_SHARE)]
    step = _round_up(max(common - low, unit) / (MOST - 1), unit)
    start = low // step * step
    ranges: list[PriceRange] = []
    while start <= high:
        if len(ranges) == MOST - 1 or start > common:
            is_last = start + step > high
            return [*ranges, (start, start + step - unit if is_last else None)]
        ranges.append((start, start + step - unit))
        start += step
    return ranges


def _round_up(width: Decimal, unit: Decimal) -> Decimal:
    """Return the next of 1, 2, 5, 10, 20, 50 … units that is not below the width."""
    magnitude = unit
    while True:
        for step in _STEPS:
            if step * magnitude >= width:
                return step * magnitude
        magnitude *= 10
