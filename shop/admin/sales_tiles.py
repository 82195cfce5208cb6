"""The dashboard's numbers, each with how it changed since the span before."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from django.contrib.humanize.templatetags.humanize import intcomma

from shop.amounts import format_amount
from shop.reports.figures import Comparison, Figures

Mood = Literal["good", "bad", "neutral"]
# Changes below half a percent are none: the number is rounded to whole percent.
_LEAST_CHANGE = Decimal("0.5")
_VISITORS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A number in words; `change` says in percent how it moved, empty where there was nothing."""

    name: str
    value: str
    before: str
    change: str = ""
    mood: Mood = "neutral"


def sales_tiles(sales: Comparison) -> list[Tile]:
    """Return the tiles in the order in which they are read."""

    def tile(
        name: str,
        read: Callable[[Figures], Decimal | int | None],
        write: Callable[[Decimal], str],
        *,
        more_is: Mood = "good",
    ) -> Tile:
        now, before = read(sales.now), read(sales.before)
        change = change_percent(now, before)
        return Tile(
            name=name,
            value=_write(now, write),
            before=_write(before, write),
            change="" if change is None else in_percent(change),
            mood=mood_of(change, more_is),
        )

    def amount(value: Decimal) -> str:
        return format_amount(value, sales.currency)

    return [
        tile("Revenue", lambda each: each.revenue, amount),
        tile("Orders", lambda each: each.orders, _whole),
        tile("Average order", lambda each: each.average_order, amount),
        tile("Pieces sold", lambda each: each.pieces, _whole),
        tile(
            "Orders per 100 visitors",
            lambda each: each.conversion,
            lambda share: f"{share * _VISITORS:.1f}",
        ),
        tile("Paid back", lambda each: each.refunds, amount, more_is="bad"),
        tile("New customers", lambda each: each.new_customers, _whole),
        tile("Returning customers", lambda each: each.returning_customers, _whole),
    ]


def _whole(value: Decimal) -> str:
    return str(intcomma(int(value)))


def _write(value: Decimal | int | None, write: Callable[[Decimal], str]) -> str:
    return "–" if value is None else write(Decimal(value))


def change_percent(now: Decimal | int | None, before: Decimal | int | None) -> Decimal | None:
    """Return the change in percent; None where there was nothing to compare with."""
    if not before or now is None:
        return None
    return Decimal(100) * (Decimal(now) - Decimal(before)) / Decimal(before)


def in_percent(change: Decimal) -> str:
    """Return a change in words: +12 %."""
    return "unchanged" if abs(change) < _LEAST_CHANGE else f"{change:+,.0f} %".replace("-", "−")


def mood_of(change: Decimal | None, more_is: Mood) -> Mood:
    """Return whether a change is good news, where more of it is good or bad."""
    if change is None or abs(change) < _LEAST_CHANGE:
        return "neutral"
    return "good" if (change > 0) == (more_is == "good") else "bad"
