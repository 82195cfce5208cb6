"""The tiles and charts of the search analytics."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from babel.dates import format_date
from django.conf import settings
from django.contrib.humanize.templatetags.humanize import intcomma
from django.urls import reverse
from django.utils.http import urlencode

from ai.analytics.reports import (
    Figures,
    Lists,
    QueryList,
    position_curve,
    searches_by_step,
    total,
)
from ai.analytics.spans import Span
from shop.admin.charts import Bar, Bars, Columns, Measure, draw_bars, draw_columns
from shop.admin.sales_tiles import Mood, Tile, change_percent, in_percent, mood_of
from shop.amounts import format_amount

# Places of the first page of results.
POSITIONS: Final = 24
ROWS: Final = 10
_NONE: Final = "Nothing in this span."
Days = Mapping[date, Figures]


def _whole(value: Decimal) -> str:
    return str(intcomma(int(value)))


# Of each list beside the charts: title, what its bars are, which queries, and how it is written.
LISTS: Final[dict[str, tuple[str, str, str, Callable[[Decimal], str]]]] = {
    "searches": ("Asked most", "Searches", "all", _whole),
    "zero": ("Found nothing most often", "Found nothing", "zero", _whole),
    "added": ("Into the cart", "Additions", "all", _whole),
    "revenue": ("Revenue by query", "Revenue", "all", format_amount),
}


def search_tiles(days: Days, span: Span, *, with_revenue: bool) -> list[Tile]:
    """Return the sums of a span, each with how it changed since the span before."""
    now, before = total(days, span), total(days, span.before)

    def tile(
        name: str,
        read: Callable[[Figures], Decimal | int | None],
        write: Callable[[Decimal], str],
        more_is: Mood = "good",
    ) -> Tile:
        value, old = read(now), read(before)
        change = change_percent(value, old)
        return Tile(
            name=name,
            value=_write(value, write),
            before=_write(old, write),
            change="" if change is None else in_percent(change),
            mood=mood_of(change, more_is),
        )

    tiles = [
        tile("Searches", lambda each: each.searches, _whole),
        tile("Found nothing", lambda each: each.zero_share, percent, "bad"),
        tile("Found little", lambda each: each.low, _whole, "bad"),
        tile("Searches with a click", lambda each: each.click_share, percent),
        tile("Into the cart", lambda each: each.added, _whole),
        tile("Products ordered", lambda each: each.ordered, _whole),
    ]
    if with_revenue:
        tiles.append(tile("Revenue after a search", lambda each: each.revenue, format_amount))
    return tiles


def top_lists(*, with_revenue: bool) -> dict[str, QueryList]:
    """Return what the charts' lists want of the queries."""
    return {
        name: QueryList(show=show, order=name, limit=ROWS)
        for name, (_, _, show, _) in LISTS.items()
        if with_revenue or name != "revenue"
    }


def search_charts(days: Days, span: Span, lists: Lists) -> dict[str, Any]:
    """Return every chart of the page by the name its template calls it."""
    return {
        "by_day": _by_day(days, span),
        "curve": _curve(span),
        "lists": [_bars(name, lists.rows[name]) for name in LISTS if name in lists.rows],
    }


def percent(share: Decimal) -> str:
    """Return a share in percent with one decimal."""
    return f"{100 * share:.1f} %"


def address_of(query: str) -> str:
    """Return the address of the shop's own search for a query."""
    return f"{reverse('ai:search')}?{urlencode({'q': query})}"


def _by_day(days: Days, span: Span) -> Columns:
    now, before = searches_by_step(days, span), searches_by_step(days, span.before)
    measures = [
        Measure(
            name=_day(day, span),
            short_name=format_date(day, "d MMM", locale=_locale()),
            value=Decimal(searches),
            before=Decimal(old),
        )
        for (day, searches), (_, old) in zip(now, before, strict=True)
    ]
    return draw_columns(
        measures,
        code="searches",
        title="Searches by day" if span.step == 1 else "Searches by week",
        what="Searches",
        in_words=_whole,
        in_short=_whole,
    )


def _curve(span: Span) -> Columns:
    now = position_curve(span, most=POSITIONS)
    before = position_curve(span.before, most=POSITIONS)
    return draw_columns(
        [
            Measure(
                name=f"Place {each.position}, shown {intcomma(each.shown)} times",
                short_name=str(each.position),
                value=100 * each.share,
                before=100 * old.share,
            )
            for each, old in zip(now, before, strict=True)
        ],
        code="positions",
        title="Clicks by place",
        what="Clicked, of the times shown",
        in_words=lambda value: f"{value:.1f} %",
        in_short=lambda value: f"{value:.0f} %",
        head="Place",
    )


def _bars(name: str, rows: Sequence[Figures]) -> Bars:
    title, value_name, _, write = LISTS[name]
    values = [Decimal(getattr(each, name)) for each in rows]
    return draw_bars(
        [
            Bar(
                name=each.query,
                text=write(value),
                value=value,
                count=str(intcomma(each.clicked if name == "searches" else each.searches)),
                address=address_of(each.query),
            )
            for each, value in zip(rows, values, strict=True)
            if value
        ],
        title=title,
        of_what="Query",
        count_name="With a click" if name == "searches" else "Searches",
        value_name=value_name,
        empty=_NONE,
    )


def _day(day: Any, span: Span) -> str:
    text = format_date(day, "EEE d MMM y", locale=_locale())
    return text if span.step == 1 else f"week from {text}"


def _write(value: Decimal | int | None, write: Callable[[Decimal], str]) -> str:
    return "–" if value is None else write(Decimal(value))


def _locale() -> str:
    return str(settings.SHOP["LOCALE"])
