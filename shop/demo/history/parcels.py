"""What becomes of an order once it is placed: sent, delivered, cancelled, sent back."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from shop.demo.history.events import Status
from shop.demo.history.goods import Good
from shop.demo.history.seasons import LAST_DAY
from shop.demo.history.shipping import Rate

# What is ordered before this hour of a working day leaves the same day (the shipping page).
LEAVES_BEFORE_HOUR: Final = 13
# Orders out of a hundred that are called off before they leave.
CANCELLED_SHARE: Final = 0.025
# Whole orders that come back, by what is in them: what is worn is returned for its size.
RETURNED: Final = {
    "boots-and-shoes": 0.13,
    "trousers-and-shorts": 0.10,
    "rain-jackets": 0.08,
    "fleece-and-down": 0.08,
    "base-layers": 0.05,
    "backpacks": 0.05,
}
RETURNED_OTHERWISE: Final = 0.02
# Days from delivery to the arrival of what comes back: thirty are allowed, most take two weeks.
RETURN_DAYS: Final = 14
_SATURDAY: Final = 5


def find_status(
    chance: Random, *, placed_at: datetime, goods: Iterable[Good], rate: Rate
) -> Status:
    """Return where an order stands on the last evening of the history."""
    called_off, comes_back = chance.random(), chance.random()
    if called_off < CANCELLED_SHARE:
        return "cancelled"
    left = _next_working_day(placed_at)
    if left > LAST_DAY:
        return "placed"
    arrived = _working_days_after(left, rate.most_days)
    if arrived > LAST_DAY:
        return "shipped"
    share = max(RETURNED.get(good.category, RETURNED_OTHERWISE) for good in goods)
    if comes_back < share and arrived + timedelta(days=RETURN_DAYS) <= LAST_DAY:
        return "returned"
    return "delivered"


def _next_working_day(placed_at: datetime) -> date:
    day = placed_at.date()
    if day.weekday() < _SATURDAY and placed_at.hour < LEAVES_BEFORE_HOUR:
        return day
    return _working_days_after(day, 1)


def _working_days_after(day: date, days: int) -> date:
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < _SATURDAY
    return day
