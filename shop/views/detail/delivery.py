"""When a product is sent and when it arrives, in words."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shop.working_days import add_working_days, is_working_day, next_working_day

# A weekday's name says enough for a day so near.
NEAR = timedelta(days=6)
TOMORROW = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryWords:
    """Two phrases: until when to order for which day of dispatch, and the days of arrival."""

    dispatch: str
    arrival: str


def delivery_words(
    *,
    now: datetime,
    days_min: int,
    days_max: int,
    cutoff_hour: int,
    holidays: Container[date],
) -> DeliveryWords:
    """Say when an order made now is sent and arrives; `now` is the local time of the warehouse.

    What is ordered before the hour on a working day leaves the same day. From then on it travels
    `days_min` to `days_max` working days; `holidays` are the days on which nothing moves.
    """
    today = now.date()
    leaves_today = is_working_day(today, holidays) and now.hour < cutoff_hour
    leaves = today if leaves_today else next_working_day(today, holidays)
    return DeliveryWords(
        dispatch=f"Order by {cutoff_hour}:00 for dispatch today"
        if leaves_today
        else f"Order now for dispatch {_on(leaves, today)}",
        arrival=_arrival(
            add_working_days(leaves, days_min, holidays),
            add_working_days(leaves, days_max, holidays),
        ),
    )


def _on(day: date, today: date) -> str:
    if day - today == TOMORROW:
        return "tomorrow"
    return f"on {day:%A}" if day - today <= NEAR else f"on {_short(day)}"


def _arrival(first: date, last: date) -> str:
    if first == last:
        return f"Arrives {_short(first)}"
    return f"Arrives {_short(first)} – {_short(last)}"


def _short(day: date) -> str:
    """Return a day as in `Thu 3 Dec`."""
    return f"{day:%a} {day.day} {day:%b}"
