"""What the daily sums say of a span: totals, queries, days and positions."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from django.db.models import F, Max, Q, QuerySet, Sum

from ai.analytics.demand import UNCLICKED
from ai.analytics.receipts import fold_query
from ai.analytics.spans import Span
from ai.models import PositionDay, QueryDay

SUMS: Final = ("searches", "zero", "low", "clicked", "clicks", "added", "ordered", "revenue")
# What the list of queries shows, and what it is sorted by.
SHOWN: Final = {
    "all": "All queries",
    "zero": "Found nothing",
    "low": "Found little",
    "unclicked": "Found, but nothing clicked",
}
ORDERS: Final = {
    "searches": "Searches",
    "zero": "Found nothing",
    "unclicked": "Without a click",
    "added": "Into the cart",
    "revenue": "Revenue",
}


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
    """Which queries are listed: `show` of SHOWN, `order` of ORDERS, `contains` a part of them."""

    show: str = "all"
    order: str = "searches"
    contains: str = ""


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


def totals(span: Span) -> Figures:
    """Return the sums of all searches."""
    found = _days(span).aggregate(**{name: Sum(name) for name in SUMS})
    return Figures(**{name: value or 0 for name, value in found.items()})


def list_queries(span: Span, wanted: QueryList, *, limit: int, offset: int = 0) -> list[Figures]:
    """Return queries with their sums, best first."""
    found = _grouped(span, wanted)
    sort = {"unclicked": F("sum_searches") - F("sum_clicked")}.get(
        wanted.order, F(f"sum_{wanted.order}")
    )
    rows = found.order_by(sort.desc(), "folded")[offset : offset + limit]
    return [
        Figures(query=row["text"], **{name: row[f"sum_{name}"] for name in SUMS}) for row in rows
    ]


def count_queries(span: Span, wanted: QueryList, *, most: int) -> int:
    """Return how many queries there are to list, counted up to `most`."""
    return len(_grouped(span, wanted).order_by().values_list("folded")[:most])


def searches_by_day(span: Span) -> list[tuple[date, int, int]]:
    """Return (first day, searches, searches that found nothing) of each step of a span."""
    sums: dict[int, list[int]] = {}
    rows = (
        _days(span)
        .order_by()
        .values("day")
        .annotate(sum_searches=Sum("searches"), sum_zero=Sum("zero"))
        .values_list("day", "sum_searches", "sum_zero")
    )
    for day, searches, zero in rows:
        step = sums.setdefault((day - span.first).days // span.step, [0, 0])
        step[0] += searches
        step[1] += zero
    return [
        (span.first + timedelta(days=number * span.step), *sums.get(number, [0, 0]))
        for number in range(-(-span.days // span.step))
    ]


def position_curve(span: Span, *, most: int) -> list[Place]:
    """Return how often each of the first positions was shown and clicked."""
    rows = (
        PositionDay.objects.filter(day__gte=span.first, day__lte=span.last, position__lte=most)
        .order_by()
        .values("position")
        .annotate(sum_shown=Sum("shown"), sum_clicked=Sum("clicked"))
    )
    found = {row["position"]: row for row in rows}
    none = {"sum_shown": 0, "sum_clicked": 0}
    return [
        Place(
            position=position,
            shown=found.get(position, none)["sum_shown"],
            clicked=found.get(position, none)["sum_clicked"],
        )
        for position in range(1, most + 1)
    ]


def _days(span: Span) -> QuerySet[QueryDay]:
    return QueryDay.objects.filter(day__gte=span.first, day__lte=span.last)


def _grouped(span: Span, wanted: QueryList) -> QuerySet[Any, dict[str, Any]]:
    days = _days(span)
    if wanted.contains:
        days = days.filter(folded__contains=fold_query(wanted.contains))
    found = days.values("folded").annotate(
        text=Max("query"), **{f"sum_{name}": Sum(name) for name in SUMS}
    )
    return found.filter(_condition(wanted.show))


def _condition(show: str) -> Q:
    match show:
        case "zero":
            return Q(sum_zero__gt=0)
        case "low":
            return Q(sum_low__gt=0)
        case "unclicked":
            return Q(sum_searches__gte=UNCLICKED, sum_clicked=0, sum_zero=0)
    return Q(sum_searches__gt=0)


def _share(part: int, whole: int) -> Decimal | None:
    return Decimal(part) / Decimal(whole) if whole else None
