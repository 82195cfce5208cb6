"""Past queries as suggestions: asked by several, found something, nothing personal."""

from typing import Any

import pytest

from ai.analytics.popular import refresh_suggestions
from ai.models import Suggestion
from shop.models import Product
from tests.ai.analytics.conftest import Log, follow


def offered() -> list[str]:
    rows = Suggestion.objects.filter(kind="query").order_by("-weight", "text")
    return list(rows.values_list("text", flat=True))


def by(log: Log, query: str, visitors: int, **fields: Any) -> None:
    for number in range(visitors):
        log(query, visitor=f"visitor-{number}", **fields)


def test_only_what_several_asked_in_one_week_is_offered(log: Log) -> None:
    by(log, "warm tent", 3)
    by(log, "two asked", 2)
    for _ in range(9):
        log("one asked often", visitor="same")
    refresh_suggestions()
    assert offered() == ["warm tent"]


def test_one_browser_in_three_weeks_is_still_one(log: Log) -> None:
    """A browser has another name each week: three names over three weeks may be one person."""
    for week in range(3):
        log("private wish", visitor=f"week-{week}", days_ago=7 * week + 1)
    refresh_suggestions()
    assert offered() == []


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("call [number] now", {}),
        ("ring of [e-mail]", {}),
        ("ab", {}),
        ("a story " * 10, {}),
        ("nothing there", {"total": 0}),
        ("long ago", {"days_ago": 91}),
    ],
)
def test_what_is_masked_short_long_empty_or_old_is_not(
    log: Log, query: str, fields: dict[str, Any]
) -> None:
    by(log, query, 5, **fields)
    refresh_suggestions()
    assert offered() == []


def test_a_slip_is_offered_as_it_was_understood(log: Log) -> None:
    by(log, "warm tnet", 3, corrected="warm tent")
    by(log, "Warm Tent", 3)
    refresh_suggestions()
    assert offered() == ["warm tent"]
    assert Suggestion.objects.get(kind="query").weight == 6


def test_what_is_no_longer_good_goes(log: Log) -> None:
    by(log, "warm tent", 3)
    refresh_suggestions()
    log("warm tent", total=0)
    refresh_suggestions()
    assert offered() == []


def test_what_is_wanted_weighs_more(log: Log, shelf: list[Product]) -> None:
    search = log("thing", clicks=[2])
    follow(search, "order", shelf[2], amount=1, currency="EUR")
    refresh_suggestions()
    weights = dict(Suggestion.objects.filter(kind="product").values_list("ref", "weight"))
    assert [weights[product.pk] for product in shelf] == [0, 1, 10, 0]
