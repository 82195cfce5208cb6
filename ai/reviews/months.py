"""How the published reviews of each month were meant."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth
from django.utils import timezone

from ai.models import ReviewReading
from shop.models import Category

# Shown beside the same months of the year before.
MONTHS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month by its first day, its reviews, and how many of them are meant well and badly."""

    first: date
    reviews: int = 0
    positive: int = 0
    negative: int = 0


def count_months(category: Category | None = None) -> list[Month]:
    """Return the last 24 months, the present one last, of everything or of a branch; one query."""
    months = _last_months(timezone.localdate(), 2 * MONTHS)
    readings = ReviewReading.objects.filter(
        review__status="published", review__created_at__date__gte=months[0]
    )
    if category is not None:
        readings = readings.filter(review__product__category__path__startswith=category.path)
    rows = (
        readings.annotate(month=TruncMonth("review__created_at"))
        .values("month")
        .annotate(
            reviews=Count("pk"),
            positive=Count("pk", filter=Q(label=1)),
            negative=Count("pk", filter=Q(label=-1)),
        )
        .order_by("month")
    )
    found = {
        row["month"].date(): Month(
            first=row["month"].date(),
            reviews=row["reviews"],
            positive=row["positive"],
            negative=row["negative"],
        )
        for row in rows
    }
    return [found.get(first, Month(first=first)) for first in months]


def _last_months(today: date, count: int) -> list[date]:
    last = today.year * 12 + today.month - 1
    return [date(each // 12, each % 12 + 1, 1) for each in range(last - count + 1, last + 1)]
