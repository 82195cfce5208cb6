"""Round price ranges (pure)."""

from decimal import Decimal

# More ranges than these are hard to take in at a glance.
MOST = 6
_STEPS = (Decimal(1), Decimal(2), Decimal(5))


def price_ranges(low: Decimal, high: Decimal, *, unit: Decimal) -> list[tuple[Decimal, Decimal]]:
    """Return at most MOST (from, to) ranges of one round width, that hold every price.

    A range ends one `unit` (the currency's smallest amount) before the next one begins, so that
    both ends can be included and no price counts twice.
    """
    if low >= high:
        return []
    step = _round_up((high - low) / MOST, unit)
    start = low // step * step
    # The lowest price may lie far into the first range, so that one more would be needed.
    while start + MOST * step <= high:
        step = _round_up(step + unit, unit)
        start = low // step * step
    ranges = []
    while start <= high:
        ranges.append((start, start + step - unit))
        start += step
    return ranges


def _round_up(width: Decimal, unit: Decimal) -> Decimal:
    """Return the next of 1, 2, 5, 10, 20, 50 … units."""
    magnitude = unit
    while True:
        for step in _STEPS:
            if step * magnitude >= width:
                return step * magnitude
        magnitude *= 10
