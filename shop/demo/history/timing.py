"""When somebody comes: on days when the shop is busy and their goods are in season."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import Final

from shop.demo.history.logic import Logic
from shop.demo.history.people import Person
from shop.demo.history.randomness import pick
from shop.demo.history.seasons import (
    FIRST_DAY,
    HOURS,
    LAST_DAY,
    category_factor,
    custom_factor,
    day_factor,
)

_DAYS: Final = tuple(
    FIRST_DAY + timedelta(days=number) for number in range((LAST_DAY - FIRST_DAY).days + 1)
)
_MONTHS: Final = range(1, 13)
_DAYS_OF_MONTH: Final = {
    month: tuple(day for day in _DAYS if day.month == month) for month in _MONTHS
}
_SECONDS_AN_HOUR: Final = 3600


def moments(chance: Random, person: Person, number: int, logic: Logic) -> Iterator[datetime]:
    """Yield so many moments of the year, in no order: first a month is drawn, then its day."""
    weights = {month: _day_weights(month, logic.seasons) for month in _MONTHS}
    wanted = [
        sum(weights[month]) * (_wanted(person, month) if logic.seasons else 1.0)
        for month in _MONTHS
    ]
    for month in chance.choices(_MONTHS, wanted, k=number):
        yield _moment(chance, pick(chance, _DAYS_OF_MONTH[month], weights[month]))


@cache
def _day_weights(month: int, seasons: bool) -> tuple[float, ...]:
    """Return how busy the days of a month are."""
    return tuple(
        custom_factor(day) * (day_factor(day) if seasons else 1.0) for day in _DAYS_OF_MONTH[month]
    )


def _wanted(person: Person, month: int) -> float:
    """Return how much a person wants in a month, over all that they buy."""
    return sum(
        taste * category_factor(category, month)
        for category, taste in person.taste.items()
        if taste
    )


def _moment(chance: Random, day: date) -> datetime:
    hour = pick(chance, range(len(HOURS)), HOURS)
    start = datetime.combine(day, time(hour), tzinfo=UTC)
    return start + timedelta(seconds=int(chance.random() * _SECONDS_AN_HOUR))
