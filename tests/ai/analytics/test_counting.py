"""The daily sums: what they count, that they can be made again, and what the reports say."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from ai.analytics.counting import MOST_POSITIONS, count_day, count_searches
from ai.analytics.reports import (
    QueryList,
    count_queries,
    list_queries,
    position_curve,
    searches_by_day,
    totals,
)
from ai.analytics.spans import Span
from ai.models import PositionDay, QueryDay, ShopperEvent
from shop.models import Product
from tests.ai.analytics.conftest import Log, follow

WEEK = "7"


def test_a_query_of_a_day(log: Log, shelf: list[Product]) -> None:
    first = log("Tent", clicks=[1, 3])
    log("tent", visitor="v2")
    log("TÉNT ", visitor="v2", first_position=5)  # leafed on
    log("tent", total=0)
    log("tent", total=2)
    log("tent", total=0, is_filtered=True)
    follow(first, "add_to_cart", shelf[0])
    follow(first, "order", shelf[0], amount=Decimal("19.50"), currency="EUR")
    follow(first, "order", shelf[1], amount=Decimal(7), currency="SEK")
    follow(None, "view", shelf[2])
    count_searches()
    row = QueryDay.objects.get()
    assert (row.folded, row.query, row.day) == ("tent", "tent", timezone.localdate())
    assert (row.searches, row.visitors, row.zero, row.low) == (5, 2, 1, 1)
    assert (row.clicked, row.clicks, row.added, row.ordered) == (1, 2, 1, 2)
    assert row.revenue == Decimal("19.50")


def test_counting_again_changes_nothing_and_takes_up_what_came_late(
    log: Log, shelf: list[Product]
) -> None:
    yesterday = log("tent", days_ago=1)
    count_searches()
    before = list(QueryDay.objects.values_list())
    count_day(timezone.localdate() - timedelta(days=1))
    assert [row[1:] for row in QueryDay.objects.values_list()] == [row[1:] for row in before]
    follow(yesterday, "order", shelf[0], amount=5, currency="EUR", at=timezone.now())
    count_searches()
    assert QueryDay.objects.get().revenue == 5


def test_days_that_nobody_counted_are_made_up_for(log: Log) -> None:
    for days_ago in (20, 12, 0):
        log("tent", days_ago=days_ago)
    assert count_searches() == 21
    assert QueryDay.objects.count() == 3
    # From then on only the last days are counted.
    assert count_searches() == 3


def test_positions_count_where_they_were_shown(log: Log, shelf: list[Product]) -> None:
    log("tent", clicks=[1])
    log("tent", clicks=[1, 1, 2])
    log("tent", total=2)
    log("tent", first_position=5)
    log("tent", is_sorted=True, clicks=[3])
    log("tent", first_position=MOST_POSITIONS)
    count_searches()
    rows = {row.position: (row.shown, row.clicked) for row in PositionDay.objects.all()}
    assert rows == {
        1: (3, 2),
        2: (3, 1),
        3: (2, 0),
        4: (2, 0),
        **dict.fromkeys(range(5, 9), (1, 0)),
        MOST_POSITIONS: (1, 0),
    }
    curve = position_curve(Span.of_code(WEEK), most=3)
    assert [(each.position, each.share) for each in curve] == [
        (1, Decimal(2) / 3),
        (2, Decimal(1) / 3),
        (3, Decimal(0)),
    ]


@pytest.fixture
def busy(log: Log, shelf: list[Product]) -> None:
    """Two weeks: tents are clicked, drones are not to be had, lamps are left alone."""
    for days_ago in (0, 2, 9):
        tent = log("tent", days_ago=days_ago, clicks=[1])
        follow(tent, "order", shelf[0], amount=10, currency="EUR")
        log("drone", days_ago=days_ago, total=0)
    for _ in range(5):
        log("lamp", days_ago=1)
    log("lens", total=2)
    count_searches()


def test_reports_of_a_span_and_the_one_before(busy: None) -> None:
    span = Span.of_code(WEEK)
    now, before = totals(span), totals(span.before)
    assert (now.searches, now.zero, now.clicked, now.revenue) == (10, 2, 2, 20)
    assert (before.searches, before.zero, before.revenue) == (2, 1, 10)
    assert now.zero_share == Decimal("0.2")
    assert totals(span.before.before).zero_share is None
    days = searches_by_day(span)
    assert [searches for _, searches, _ in days] == [0, 0, 0, 0, 2, 5, 3]
    assert sum(zero for *_, zero in days) == 2


@pytest.mark.parametrize(
    ("wanted", "queries"),
    [
        (QueryList(), ["lamp", "drone", "tent", "lens"]),
        (QueryList(show="zero"), ["drone"]),
        (QueryList(show="low"), ["lens"]),
        (QueryList(show="unclicked"), ["lamp"]),
        (QueryList(order="revenue"), ["tent", "drone", "lamp", "lens"]),
        (QueryList(order="zero"), ["drone", "lamp", "lens", "tent"]),
        (QueryList(order="unclicked"), ["lamp", "drone", "lens", "tent"]),
        (QueryList(contains="LÉN"), ["lens"]),
        (QueryList(contains="%"), []),
    ],
)
def test_lists_of_queries(busy: None, wanted: QueryList, queries: list[str]) -> None:
    span = Span.of_code(WEEK)
    assert [each.query for each in list_queries(span, wanted, limit=10)] == queries
    assert count_queries(span, wanted, most=10) == len(queries)
    assert [each.query for each in list_queries(span, wanted, limit=1, offset=1)] == queries[1:2]


def test_long_spans_are_drawn_by_the_week(busy: None) -> None:
    span = Span.of_code("year")
    weeks = searches_by_day(span)
    assert (span.step, len(weeks)) == (7, 52)
    assert sum(searches for _, searches, _ in weeks) == 12
    assert weeks[0][0] == span.first


def test_counting_never_touches_the_log(busy: None) -> None:
    before = ShopperEvent.objects.count()
    count_searches()
    assert ShopperEvent.objects.count() == before == 6
