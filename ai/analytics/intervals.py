"""How sure a share is: intervals for shares and for the difference of two (pure)."""

from dataclasses import dataclass
from math import sqrt
from typing import Final

# Standard deviations on both sides within which 95 of 100 such intervals hold the true value.
Z: Final = 1.959964


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A value with its 95 % interval; of shares from 0 to 1, of differences from -1 to 1."""

    value: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether a difference is one: its interval does not hold 0."""
        return self.low > 0 or self.high < 0


def share(part: int, whole: int) -> Interval | None:
    """Return a share with Wilson's interval (1927), None of nothing.

    It keeps within 0 and 1, and is honest where a share is small or few were asked.
    """
    if not whole:
        return None
    value, z2 = part / whole, Z * Z
    centre = (value + z2 / (2 * whole)) / (1 + z2 / whole)
    spread = value * (1 - value) / whole + z2 / (4 * whole * whole)
    half = Z * sqrt(spread) / (1 + z2 / whole)
    return Interval(value=value, low=max(0.0, centre - half), high=min(1.0, centre + half))


def difference(one: Interval | None, other: Interval | None) -> Interval | None:
    """Return the second share less the first, with Newcombe's interval (1998, method 10)."""
    if one is None or other is None:
        return None
    value = other.value - one.value
    down = sqrt((other.value - other.low) ** 2 + (one.high - one.value) ** 2)
    up = sqrt((other.high - other.value) ** 2 + (one.value - one.low) ** 2)
    return Interval(value=value, low=value - down, high=value + up)
