"""Revenue as it came in: an hour, a day or a week at a time, beside the span before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import Count, DateTimeField, F, Sum
from django.db.models.functions import Trunc
from django.utils import timezone

from shop.models import Order
from shop.reports.figures import sales_within
from shop.reports.periods import Period, midnight

_DAYS_A_STEP = {"day": 1, "week": 7}
_HOURS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What was sold from a moment on, and what in the same part of the span before."""

    start: datetime
    orders: int
    revenue: Decimal
    orders_before: int
    revenue_before: Decimal


def sales_over_time(period: Period, *, currency: str) -> list[Point]:
    """Return the points of a span, the ones without a sale included."""
    starts = _starts(period)
    now, before = (_sums(span, currency, len(starts)) for span in (period, period.before))
    return [
        Point(
            start=start,
            orders=sold[0],
            revenue=sold[1],
            orders_before=sold_before[0],
            revenue_before=sold_before[1],
        )
        for start, sold, sold_before in zip(starts, now, before, strict=True)
    ]


def _starts(period: Period) -> list[datetime]:
    if period.step == "hour":
        return [period.start + timedelta(hours=hour) for hour in range(_HOURS)]
    step = _DAYS_A_STEP[period.step]
    days = range(0, period.days, step)
    return [midnight(period.first_day + timedelta(days=day)) for day in days]


def _sums(period: Period, currency: str, size: int) -> list[tuple[int, Decimal]]:
    sums = [(0, Decimal(0))] * size
    place = _place(period)
    for at, orders, revenue in _rows(period, currency):
        index = place(timezone.localtime(at))
        sums[index] = (sums[index][0] + orders, sums[index][1] + revenue)
    return sums


def _rows(period: Period, currency: str) -> list[tuple[datetime, int, Decimal]]:
    """Return one row a local day, or hour, of which there are no more than a year has days."""
    kind = "hour" if period.step == "hour" else "day"
    return list(
        Order.objects.sold()
        .filter(sales_within(period), currency=currency)
        .annotate(at=Trunc("placed_at", kind, output_field=DateTimeField()))
        .order_by()
        .values("at")
        .annotate(orders=Count("pk"), revenue=Sum(F("total") - F("refunded_total")))
        .values_list("at", "orders", "revenue")
    )


def _place(period: Period) -> Callable[[datetime], int]:
    if period.step == "hour":
        # By the clock on the wall: the hour that a change of the clocks repeats is one column.
        return lambda at: at.hour
    step = _DAYS_A_STEP[period.step]
    return lambda at: (at.date() - period.first_day).days // step
