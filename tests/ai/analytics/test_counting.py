"""The daily sums: what they count, that they can be made again, and what the reports say."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from ai.analytics.counting import MOST_POSITIONS, count_day, count_searches
from ai.analytics.reports import (
    Figures,
    Lists,
    QueryList,
    position_curve,
    read_days,
    read_lists,
    searches_by_step,
    total,
)
from ai.analytics.spans import Span
from ai.models import PositionDay, QueryDay, QuerySum, ShopperEvent
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


def sums(figures: Figures) -> tuple[int, int, int, int]:
    return figures.searches, figures.zero, figures.clicked, int(figures.revenue)


def test_reports_of_a_span_and_the_one_before(busy: None) -> None:
    span = Span.of_code(WEEK)
    days = read_days(span)
    assert sums(total(days, span)) == (10, 2, 2, 20)
    assert sums(total(days, span.before)) == (2, 1, 1, 10)
    assert total(days, span).zero_share == Decimal("0.2")
    assert total({}, span).zero_share is None
    assert [searches for _, searches in searches_by_step(days, span)] == [0, 0, 0, 0, 2, 5, 3]


# The same days by their code, whose sums are kept, and chosen by hand.
KEPT = Span.of_code(WEEK)
BY_HAND = Span(first=KEPT.first, last=KEPT.last)


def read(span: Span, wanted: QueryList, contains: str = "", most: int = 10) -> Lists:
    return read_lists(span, {"x": wanted}, counted="x", contains=contains, most=most)


@pytest.mark.parametrize("span", [KEPT, BY_HAND], ids=["kept", "by hand"])
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
    ],
)
def test_lists_of_queries(busy: None, span: Span, wanted: QueryList, queries: list[str]) -> None:
    found = read(span, wanted)
    assert [each.query for each in found.rows["x"]] == queries
    assert found.count == len(queries)
    second = read(span, replace(wanted, limit=1, offset=1), most=1)
    assert [each.query for each in second.rows["x"]] == queries[1:2]
    assert second.count == 1


@pytest.mark.parametrize(("contains", "queries"), [("LÉN", ["lens"]), ("%", []), ("e", 3)])
def test_parts_of_queries(busy: None, contains: str, queries: Any) -> None:
    found = [each.query for each in read(KEPT, QueryList(), contains).rows["x"]]
    assert (len(found) if isinstance(queries, int) else found) == queries


def test_several_lists_come_at_once(busy: None) -> None:
    wanted = {"a": QueryList(limit=1), "b": QueryList(show="zero")}
    found = read_lists(KEPT, wanted, counted="b", most=10)
    assert {name: [each.query for each in rows] for name, rows in found.rows.items()} == {
        "a": ["lamp"],
        "b": ["drone"],
    }
    assert found.count == 1


def test_long_spans_are_drawn_by_the_week(busy: None) -> None:
    span = Span.of_code("year")
    weeks = searches_by_step(read_days(span), span)
    assert (span.step, len(weeks)) == (7, 52)
    assert sum(searches for _, searches in weeks) == 12
    assert weeks[0][0] == span.first


def test_of_a_span_the_telling_queries_are_kept(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than ten thousand: the head, and of the rest what fails or pays."""
    monkeypatch.setattr("ai.analytics.counting.MOST_QUERIES", 5)
    for number in range(6):
        for _ in range(8 - number):
            log(f"query {number}")
    log("rare and failing", total=0)
    count_searches()
    kept = QuerySum.objects.filter(span=WEEK).values_list("folded", flat=True)
    assert set(kept) == {*(f"query {number}" for number in range(5)), "rare and failing"}


def test_counting_never_touches_the_log(busy: None) -> None:
    before = ShopperEvent.objects.count()
    count_searches()
    assert ShopperEvent.objects.count() == before == 6
