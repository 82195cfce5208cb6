"""Working days: Monday to Friday, less the days on which the shop is closed."""

from calendar import isleap
from collections.abc import Container, Iterable
from datetime import MAXYEAR, MINYEAR, date, timedelta

SATURDAY = 5
DAY, WEEK = timedelta(days=1), timedelta(days=7)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4}
DECEMBER = 12
LEAP_DAY = (2, 29)


def closed_days(rules: Iterable[str], years: Iterable[int]) -> frozenset[date]:
    """Return the days of these years that rules such as those of public holidays name.

    A rule is a date (`2027-01-04`), a day of every year (`12-25`), a distance from Easter Sunday
    (`easter+1`), or a weekday of a month (`first-monday-05`, `last-monday-10`). Raises ValueError.
    """
    wanted = [year for year in years if MINYEAR <= year <= MAXYEAR]
    return frozenset(day for rule in rules for year in wanted for day in _days(rule, year))


def is_working_day(day: date, holidays: Container[date]) -> bool:
    """Return whether the shop sends and carriers deliver on a day."""
    return day.weekday() < SATURDAY and day not in holidays


def next_working_day(day: date, holidays: Container[date]) -> date:
    """Return the first working day after a day."""
    day += DAY
    while not is_working_day(day, holidays):
        day += DAY
    return day


def add_working_days(day: date, count: int, holidays: Container[date]) -> date:
    """Return the day so many working days after another."""
    for _ in range(count):
        day = next_working_day(day, holidays)
    return day


def easter(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar.

    The algorithm is "Anonymous Gregorian" (Nature, 20 April 1876), in the form of Meeus,
    Astronomical Algorithms, chapter 8.
    """
    century, within = divmod(year, 100)
    golden = year % 19
    leaps = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + leaps + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (within // 4) - epact - within % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def _days(rule: str, year: int) -> list[date]:
    """Return the days of one year that a rule names; raises ValueError for what is no rule."""
    parts = rule.strip().lower().split("-")
    try:
        if rule.strip().startswith("easter"):
            return [easter(year) + int(rule.strip().removeprefix("easter") or 0) * DAY]
        if parts[0] in {*PLACES, "last"}:
            place, weekday, month = parts
            return [_weekday_of_month(place, WEEKDAYS.index(weekday), int(month), year)]
        return _date(list(map(int, parts)), year)
    except ValueError as error:
        raise ValueError(f"{rule!r} names no day.") from error


def _date(parts: list[int], year: int) -> list[date]:
    """Return the day of `[month, day]`, or of `[year, month, day]` where that is the year."""
    *given, month, day = parts
    if given not in ([], [year]) or ((month, day) == LEAP_DAY and not isleap(year)):
        return []
    return [date(year, month, day)]


def _weekday_of_month(place: str, weekday: int, month: int, year: int) -> date:
    if place == "last":
        end = date(year, DECEMBER, 31) if month == DECEMBER else date(year, month + 1, 1) - DAY
        return end - ((end.weekday() - weekday) % 7) * DAY
    first = date(year, month, 1)
    return first + ((weekday - first.weekday()) % 7) * DAY + (PLACES[place] - 1) * WEEK
