"""Working days and the days on which the shop is closed."""

from datetime import date

import pytest

from shop.working_days import add_working_days, closed_days, easter, is_working_day

# As the Irish government publishes them (citizensinformation.ie, public holidays).
IRISH = (
    *("01-01", "first-monday-02", "03-17", "easter+1", "first-monday-05", "first-monday-06"),
    *("first-monday-08", "last-monday-10", "12-25", "12-26"),
)


def test_the_public_holidays_of_two_years() -> None:
    days = sorted(f"{day:%Y-%m-%d}" for day in closed_days(IRISH, [2026, 2027]))
    assert days == [
        *("2026-01-01", "2026-02-02", "2026-03-17", "2026-04-06", "2026-05-04", "2026-06-01"),
        *("2026-08-03", "2026-10-26", "2026-12-25", "2026-12-26"),
        *("2027-01-01", "2027-02-01", "2027-03-17", "2027-03-29", "2027-05-03", "2027-06-07"),
        *("2027-08-02", "2027-10-25", "2027-12-25", "2027-12-26"),
    ]


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1943, 4, 25), (1954, 4, 18), (2000, 4, 23), (2024, 3, 31), (2026, 4, 5)],
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("easter", date(2026, 4, 5)),
        ("easter-2", date(2026, 4, 3)),
        ("second-tuesday-09", date(2026, 9, 8)),
        ("last-friday-12", date(2026, 12, 25)),
        ("last-saturday-02", date(2026, 2, 28)),
        (" 2026-07-06 ", date(2026, 7, 6)),
    ],
)
def test_a_rule_names_a_day(rule: str, day: date) -> None:
    assert closed_days([rule], [2026]) == {day}


def test_a_date_of_another_year_and_a_day_that_the_year_lacks_are_left_out() -> None:
    assert closed_days(["2027-07-06", "02-29"], [2026]) == frozenset()
    assert closed_days(["02-29"], [2028]) == {date(2028, 2, 29)}


@pytest.mark.parametrize("rule", ["", "someday", "13-01", "02-30", "first-funday-02", "easter+x"])
def test_what_is_no_rule_is_named(rule: str) -> None:
    with pytest.raises(ValueError, match="names no day"):
        closed_days([rule], [2026])


def test_weekends_and_holidays_do_not_count() -> None:
    holidays = {date(2026, 12, 25)}
    assert [is_working_day(date(2026, 12, day), holidays) for day in (24, 25, 26, 27, 28)] == [
        *(True, False, False, False, True)
    ]
    assert add_working_days(date(2026, 12, 24), 1, holidays) == date(2026, 12, 28)
    assert add_working_days(date(2026, 12, 24), 0, holidays) == date(2026, 12, 24)
