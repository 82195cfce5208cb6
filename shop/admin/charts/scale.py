"""Axes that end and count in round numbers."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Final

# What a step on an axis may be, times a power of ten: the numbers people count in.
_ROUND: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
# Lines across a chart: enough to read a height by, few enough to see the columns.
_MOST_STEPS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """An axis from nothing to `top`, with a tick at every `step`."""

    top: Decimal
    step: Decimal

    @property
    def ticks(self) -> list[Decimal]:
        """The round numbers on the axis, zero included."""
        return [self.step * number for number in range(int(self.top / self.step) + 1)]

    def share(self, value: Decimal) -> float:
        """Return how far up the axis a value is, from 0 to 1."""
        return float(min(max(value, Decimal(0)), self.top) / self.top)


def scale_to(highest: Decimal) -> Scale:
    """Return the shortest axis in round, whole steps that holds a value."""
    least = max(highest, Decimal(1)) / _MOST_STEPS
    size = Decimal(1).scaleb(least.adjusted())
    step = next(size * each for each in _ROUND if size * each >= least)
    step = step.to_integral_value(ROUND_CEILING)
    steps = max((highest / step).to_integral_value(ROUND_CEILING), Decimal(1))
    return Scale(top=step * steps, step=step)
