"""Lists whose rows have a bar: the table is the chart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A row: its name, what it is worth in words, and how much that is."""

    name: str
    text: str
    value: Decimal
    count: str = ""
    note: str = ""
    address: str = ""
    # Of the longest bar; worked out by `draw_bars`.
    percent: str = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A list ready to be drawn by admin/charts/bars.html; the names head its columns."""

    title: str
    of_what: str
    value_name: str
    count_name: str
    rows: Sequence[Bar]
    empty: str = "Nothing was sold in this span."


def draw_bars(
    rows: Sequence[Bar],
    *,
    title: str,
    of_what: str,
    value_name: str,
    count_name: str,
    empty: str = "Nothing was sold in this span.",
) -> Bars:
    """Return the list with every bar as long as its value."""
    longest = max((row.value for row in rows), default=Decimal(0))
    return Bars(
        title=title,
        of_what=of_what,
        value_name=value_name,
        count_name=count_name,
        rows=[_with_length(row, longest) for row in rows],
        empty=empty,
    )


def _with_length(row: Bar, longest: Decimal) -> Bar:
    share = max(row.value, Decimal(0)) / longest if longest > 0 else Decimal(0)
    return replace(row, percent=f"{100 * share:.1f}")
