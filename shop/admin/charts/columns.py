"""Columns over time, with what there was before as a line across them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from shop.admin.charts.scale import Scale, scale_to

# Pixels. Widths are shares of whatever the screen has: the text keeps its size on a phone.
HEIGHT: Final = 224
_TOP, _BOTTOM = 14, 28
_PLOT: Final = HEIGHT - _TOP - _BOTTOM
# Of a column's room, left empty on each side.
_GAP: Final = 0.14
# Dates below the columns: as many as a phone has room for.
_MOST_LABELS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A moment or a span of time with its value, and the value of the same part before."""

    name: str
    short_name: str
    value: Decimal
    before: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's place: x and width in percent, y and height in pixels; and what it says."""

    x: str
    width: str
    y: str
    height: str
    room_x: str
    room_width: str
    name: str
    text: str
    before_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line across the chart, or a date below it: where it is, and what it says."""

    at: str
    text: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A chart ready to be drawn by admin/charts/columns.html."""

    code: str
    title: str
    description: str
    what: str
    columns: Sequence[Column]
    ticks: Sequence[Tick]
    labels: Sequence[Tick]
    # Points of the line of the span before, in the plot's own 100 by HEIGHT.
    before_points: str
    # What the names in the table of numbers are.
    head: str = "When"
    height: int = HEIGHT
    base: int = HEIGHT - _BOTTOM


def draw_columns(
    measures: Sequence[Measure],
    *,
    code: str,
    title: str,
    what: str,
    in_words: Callable[[Decimal], str],
    in_short: Callable[[Decimal], str],
    head: str = "When",
) -> Columns:
    """Return the chart of measures in their order; `code` tells it apart on its page."""
    scale = scale_to(max((max(each.value, each.before) for each in measures), default=Decimal(0)))
    highest = max(measures, key=lambda each: each.value)
    return Columns(
        code=code,
        title=title,
        description=(
            f"{len(measures)} columns from {measures[0].name} to {measures[-1].name}; "
            f"the highest is {highest.name} with {in_words(highest.value)}."
        ),
        what=what,
        columns=[
            _column(index, each, len(measures), scale, in_words)
            for index, each in enumerate(measures)
        ],
        ticks=[Tick(at=_y(scale, tick), text=in_short(tick)) for tick in scale.ticks],
        labels=_labels(measures),
        before_points=_line([each.before for each in measures], scale),
        head=head,
    )


def _y(scale: Scale, value: Decimal) -> str:
    return f"{_TOP + _PLOT * (1 - scale.share(value)):.1f}"


def _column(
    index: int, measure: Measure, count: int, scale: Scale, in_words: Callable[[Decimal], str]
) -> Column:
    room = 100 / count
    return Column(
        x=f"{room * (index + _GAP):.3f}%",
        width=f"{room * (1 - 2 * _GAP):.3f}%",
        y=_y(scale, measure.value),
        height=f"{_PLOT * scale.share(measure.value):.1f}",
        room_x=f"{room * index:.3f}%",
        room_width=f"{room:.3f}%",
        name=measure.name,
        text=in_words(measure.value),
        before_text=in_words(measure.before),
    )


def _labels(measures: Sequence[Measure]) -> list[Tick]:
    every = -(-len(measures) // _MOST_LABELS)
    room = 100 / len(measures)
    return [
        Tick(at=f"{room * (index + 0.5):.3f}%", text=measures[index].short_name)
        for index in range(every // 2, len(measures), every)
    ]


def _line(values: Sequence[Decimal], scale: Scale) -> str:
    if not any(values):
        return ""
    room = 100 / len(values)
    return " ".join(
        f"{room * (index + 0.5):.3f},{_y(scale, value)}" for index, value in enumerate(values)
    )
