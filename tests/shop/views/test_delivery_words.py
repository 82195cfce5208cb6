"""When a product is sent and when it arrives, in words; December 2026 begins on a Tuesday."""

from datetime import date, datetime

import pytest

from shop.views.detail.delivery import delivery_words
from shop.working_days import closed_days

CHRISTMAS = closed_days(["01-01", "12-25", "12-26"], [2026, 2027])


def words(now: str, days: tuple[int, int] = (1, 2), holidays: frozenset[date] = CHRISTMAS) -> str:
    found = delivery_words(
        now=datetime.fromisoformat(now),
        days_min=days[0],
        days_max=days[1],
        cutoff_hour=13,
        holidays=holidays,
    )
    return f"{found.dispatch}. {found.arrival}"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        # a working day, before and after the hour
        ("2026-12-02T12:59", "Order by 13:00 for dispatch today. Arrives Thu 3 Dec – Fri 4 Dec"),
        ("2026-12-02T13:00", "Order now for dispatch tomorrow. Arrives Fri 4 Dec – Mon 7 Dec"),
        ("2026-12-02T00:00", "Order by 13:00 for dispatch today. Arrives Thu 3 Dec – Fri 4 Dec"),
        # before and on a weekend
        ("2026-12-04T12:00", "Order by 13:00 for dispatch today. Arrives Mon 7 Dec – Tue 8 Dec"),
        ("2026-12-04T18:00", "Order now for dispatch on Monday. Arrives Tue 8 Dec – Wed 9 Dec"),
        ("2026-12-05T09:00", "Order now for dispatch on Monday. Arrives Tue 8 Dec – Wed 9 Dec"),
        ("2026-12-06T23:59", "Order now for dispatch tomorrow. Arrives Tue 8 Dec – Wed 9 Dec"),
        # over Christmas, a month's and a year's end
        ("2026-11-30T14:00", "Order now for dispatch tomorrow. Arrives Wed 2 Dec – Thu 3 Dec"),
        ("2026-12-24T12:00", "Order by 13:00 for dispatch today. Arrives Mon 28 Dec – Tue 29 Dec"),
        ("2026-12-24T13:00", "Order now for dispatch on Monday. Arrives Tue 29 Dec – Wed 30 Dec"),
        ("2026-12-25T10:00", "Order now for dispatch on Monday. Arrives Tue 29 Dec – Wed 30 Dec"),
        ("2026-12-31T12:00", "Order by 13:00 for dispatch today. Arrives Mon 4 Jan – Tue 5 Jan"),
        ("2026-12-31T13:00", "Order now for dispatch on Monday. Arrives Tue 5 Jan – Wed 6 Jan"),
    ],
)
def test_dispatch_and_arrival(now: str, expected: str) -> None:
    assert words(now) == expected


def test_without_the_holidays_the_days_would_be_others() -> None:
    """Negative control."""
    assert words("2026-12-24T12:00", holidays=frozenset()) == (
        "Order by 13:00 for dispatch today. Arrives Fri 25 Dec – Mon 28 Dec"
    )


def test_one_day_is_said_once() -> None:
    assert words("2026-12-02T09:00", days=(3, 3)).endswith(". Arrives Mon 7 Dec")
    assert words("2026-12-02T09:00", days=(0, 0)).endswith(". Arrives Wed 2 Dec")


def test_a_long_closure_is_told_by_its_date() -> None:
    closed = frozenset(date(2026, 8, day) for day in range(3, 15))
    assert words("2026-08-01T09:00", holidays=closed) == (
        "Order now for dispatch on Mon 17 Aug. Arrives Tue 18 Aug – Wed 19 Aug"
    )
