"""What the daily sums say of a span: totals, days, queries and positions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from django.db import connection
from django.db.models import Sum

from ai.analytics.receipts import fold_query
from ai.analytics.spans import DAYS, Span
from ai.models import PositionDay, QueryDay

# So many searches without a single click are no chance.
UNCLICKED: Final = 5
# What the list of queries shows, and the condition on the sums.
SHOWN: Final = {
    "all": "All queries",
    "zero": "Found nothing",
    "low": "Found little",
    "unclicked": "Found, but nothing clicked",
}
CONDITIONS: Final = {
    "all": "searches > 0",
    "zero": "zero > 0",
    "low": "low > 0",
    "unclicked": f"searches >= {UNCLICKED} AND clicked = 0 AND zero = 0",
}
# What it is sorted by, the most first.
ORDERS: Final = {
    "searches": "Searches",
    "zero": "Found nothing",
    "unclicked": "Without a click",
    "added": "Into the cart",
    "revenue": "Revenue",
}
COUNTED: Final = "#"
SUMS: Final = ("searches", "zero", "low", "clicked", "clicks", "added", "ordered", "revenue")

LIVE: Final = """
SELECT folded, max(query COLLATE "C") AS query, sum(searches) AS searches, sum(zero) AS zero,
       sum(low) AS low, sum(clicked) AS clicked, sum(clicks) AS clicks, sum(added) AS added,
       sum(ordered) AS ordered, sum(revenue) AS revenue
FROM ai_queryday
WHERE day >= %(first)s AND day <= %(last)s AND strpos(folded, %(contains)s) > 0
GROUP BY folded
"""
KEPT: Final = "SELECT * FROM ai_querysum WHERE span = %(span)s"
# One statement for all lists of a page: the sums are made once.
PART: Final = """
(SELECT '{name}' AS list, row_number() OVER (ORDER BY {order} DESC, folded) AS place, query, {sums}
 FROM sums WHERE {condition} ORDER BY place LIMIT {limit} OFFSET {offset})
"""
COUNT: Final = """
(SELECT '#', 0, '', count(*), 0, 0, 0, 0, 0, 0, 0
 FROM (SELECT FROM sums WHERE {condition} LIMIT {most}) counted)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Sums of searches and of what came of them; `query` is empty for all together."""

    query: str = ""
    searches: int = 0
    zero: int = 0
    low: int = 0
    clicked: int = 0
    clicks: int = 0
    added: int = 0
    ordered: int = 0
    revenue: Decimal = Decimal(0)

    @property
    def zero_share(self) -> Decimal | None:
        """The share of searches that found nothing, 0 to 1."""
        return _share(self.zero, self.searches)

    @property
    def click_share(self) -> Decimal | None:
        """The share of searches after which something was clicked, 0 to 1."""
        return _share(self.clicked, self.searches)

    @property
    def failed(self) -> int:
        """Searches that found nothing or little."""
        return self.zero + self.low


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryList:
    """Which queries are listed: `show` of SHOWN, `order` of ORDERS, and how many of them."""

    show: str = "all"
    order: str = "searches"
    limit: int = 50
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """Lists of queries by name, best first, and how many one of them has in all."""

    rows: Mapping[str, list[Figures]]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A position, how often a product stood there, and after how many searches it was clicked."""

    position: int
    shown: int
    clicked: int

    @property
    def share(self) -> Decimal:
        """Clicks for each time shown, 0 to 1."""
        return _share(self.clicked, self.shown) or Decimal(0)


def read_days(span: Span) -> dict[date, Figures]:
    """Return the sums of each day of a span and of the span before, days without any left out."""
    rows = (
        QueryDay.objects.filter(day__gte=span.before.first, day__lte=span.last)
        .order_by()
        .values("day")
        .annotate(**{f"sum_{name}": Sum(name) for name in SUMS})
    )
    found: list[dict[str, Any]] = [{**row} for row in rows]
    return {row["day"]: _figures({name: row[f"sum_{name}"] for name in SUMS}) for row in found}


def total(days: Mapping[date, Figures], span: Span) -> Figures:
    """Return the sums of a span's days."""
    return add_up(figures for day, figures in days.items() if span.first <= day <= span.last)


def add_up(figures: Iterable[Figures]) -> Figures:
    """Return the sums of some sums."""
    every = list(figures)
    return _figures({name: sum(getattr(each, name) for each in every) for name in SUMS})


def searches_by_step(days: Mapping[date, Figures], span: Span) -> list[tuple[date, int]]:
    """Return (first day, searches) of each step of a span, the empty ones included."""
    steps = [0] * -(-span.days // span.step)
    for day, figures in days.items():
        if span.first <= day <= span.last:
            steps[(day - span.first).days // span.step] += figures.searches
    return [
        (span.first + timedelta(days=number * span.step), searches)
        for number, searches in enumerate(steps)
    ]


def read_lists(
    span: Span, lists: Mapping[str, QueryList], *, counted: str, contains: str = "", most: int
) -> Lists:
    """Return lists of queries, and how many there are in the one named, counted up to `most`.

    Spans of a code are read from their kept sums, others, and parts of queries, from the days.
    """
    is_kept = span.code in DAYS and not contains
    parts = [_part(name, wanted) for name, wanted in lists.items()]
    parts.append(COUNT.format(condition=CONDITIONS[lists[counted].show], most=most))
    statement = f"WITH sums AS MATERIALIZED ({KEPT if is_kept else LIVE}) "
    statement += " UNION ALL ".join(parts) + " ORDER BY 1, 2"
    params: dict[str, Any] = {
        "span": span.code,
        "first": span.first,
        "last": span.last,
        "contains": fold_query(contains),
    }
    rows: dict[str, list[Figures]] = {name: [] for name in lists}
    count = 0
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        for name, _, query, *sums in cursor.fetchall():
            if name == COUNTED:
                count = int(sums[0])
            else:
                rows[name].append(Figures(query=query, **dict(zip(SUMS, sums, strict=True))))
    return Lists(rows=rows, count=count)


def position_curve(span: Span, *, most: int) -> list[Place]:
    """Return how often each of the first positions was shown and clicked."""
    rows = (
        PositionDay.objects.filter(day__gte=span.first, day__lte=span.last, position__lte=most)
        .order_by()
        .values("position")
        .annotate(sum_shown=Sum("shown"), sum_clicked=Sum("clicked"))
        .values_list("position", "sum_shown", "sum_clicked")
    )
    found = {position: (shown, clicked) for position, shown, clicked in rows}
    places = []
    for position in range(1, most + 1):
        shown, clicked = found.get(position, (0, 0))
        places.append(Place(position=position, shown=shown, clicked=clicked))
    return places


def _figures(sums: dict[str, Any]) -> Figures:
    return Figures(**sums)


def _part(name: str, wanted: QueryList) -> str:
    """Return the SQL of one list; all that goes into it is this module's own or a number."""
    order = "searches - clicked" if wanted.order == "unclicked" else wanted.order
    return PART.format(
        name=name,
        order=order if wanted.order in ORDERS else "searches",
        sums=", ".join(SUMS),
        condition=CONDITIONS[wanted.show],
        limit=int(wanted.limit),
        offset=int(wanted.offset),
    )


def _share(part: int, whole: int) -> Decimal | None:
    return Decimal(part) / Decimal(whole) if whole else None
