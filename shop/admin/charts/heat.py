"""A table whose cells are the darker the more there is in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# Shades that can be told apart side by side; 0 is an empty cell.
SHADES: Final = 6
# What has more digits does not fit into a cell.
_MOST_SHOWN: Final = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A number, its shade from 0 to `SHADES`, and where it stands in words."""

    count: int
    shade: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """A table ready to be drawn by admin/charts/heat.html."""

    title: str
    what: str
    corner: str
    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Cell]]]
    has_room_for_numbers: bool


def draw_heat(
    counts: Sequence[Sequence[int]],
    *,
    title: str,
    what: str,
    corner: str,
    row_names: Sequence[str],
    heads: Sequence[str],
) -> Heat:
    """Return the table of counts by row and column."""
    most = max((count for row in counts for count in row), default=0)
    return Heat(
        title=title,
        what=what,
        corner=corner,
        heads=heads,
        has_room_for_numbers=most <= _MOST_SHOWN,
        rows=[
            (
                name,
                [
                    Cell(count=count, shade=_shade(count, most), name=f"{name}, {head}")
                    for head, count in zip(heads, row, strict=True)
                ],
            )
            for name, row in zip(row_names, counts, strict=True)
        ],
    )


def _shade(count: int, most: int) -> int:
    # Rounded up: a cell with a single order is never as light as an empty one.
    return -(-count * SHADES // most) if most else 0
