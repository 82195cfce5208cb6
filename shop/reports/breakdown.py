"""What the sales of a span are made of: countries, products, categories, hours of the week."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.db.models import Count, DecimalField, ExpressionWrapper, F, QuerySet, Sum
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay

from shop.models import Category, Order, OrderLine
from shop.reports.figures import sales_within
from shop.reports.periods import Period

# Rows of a list on the dashboard: as many as are taken in at one look.
_MOST: Final = 10
_WEEK: Final = (7, 24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One part of the sales; `key` is what names it in the database, None for what is gone."""

    key: Any
    name: str
    revenue: Decimal
    count: int
    within: str = ""


def sales_by_country(period: Period, *, currency: str) -> list[Share]:
    """Return revenue and orders by country code, the most first."""
    rows = (
        _orders(period, currency)
        .values("country")
        .annotate(revenue=Sum(F("total") - F("refunded_total")), orders=Count("pk"))
        .order_by("-revenue", "country")[:_MOST]
    )
    return [
        Share(key=row["country"], name=row["country"], revenue=row["revenue"], count=row["orders"])
        for row in rows
    ]


def best_sellers(period: Period, *, currency: str) -> list[Share]:
    """Return the products that brought most, with the pieces that stayed sold."""
    rows = _goods(period, currency, "product_id", "product__title")
    return [
        Share(
            key=row["product_id"],
            name=row["product__title"] or "No longer in the catalogue",
            revenue=row["revenue"],
            count=row["pieces"],
        )
        for row in rows
    ]


def sales_by_category(period: Period, *, currency: str) -> list[Share]:
    """Return the categories of the goods sold, the most first, each with the one above it."""
    path, name = "product__category__path", "product__category__name"
    rows = list(_goods(period, currency, "product__category_id", path, name))
    step = Category.steplen
    above = [row[path][:-step] for row in rows if row[path] and len(row[path]) > step]
    parents = dict(Category.objects.filter(path__in=above).values_list("path", "name"))
    return [
        Share(
            key=row["product__category_id"],
            name=row[name] or "Without a category",
            revenue=row["revenue"],
            count=row["pieces"],
            within=parents.get((row[path] or "")[:-step], ""),
        )
        for row in rows
    ]


def orders_by_hour(period: Period, *, currency: str) -> Sequence[Sequence[int]]:
    """Return the orders of each hour of the day, for Monday to Sunday, by the shop's clocks."""
    week = [[0] * _WEEK[1] for _ in range(_WEEK[0])]
    rows = (
        _orders(period, currency)
        .annotate(day=ExtractIsoWeekDay("placed_at"), hour=ExtractHour("placed_at"))
        .values_list("day", "hour")
        .annotate(orders=Count("pk"))
        .order_by()
    )
    for day, hour, orders in rows:
        week[day - 1][hour] = orders
    return week


def _orders(period: Period, currency: str) -> QuerySet[Order]:
    return Order.objects.sold().filter(sales_within(period), currency=currency).order_by()


def _goods(period: Period, currency: str, *names: str) -> QuerySet[OrderLine, dict[str, Any]]:
    """Return sums of goods by columns: discounts are off, shipping and added tax are not in."""
    kept = F("quantity") - F("refunded")
    paid = ExpressionWrapper(
        (F("total") - F("discount")) * kept / F("quantity"),
        output_field=DecimalField(max_digits=16, decimal_places=3),
    )
    return (
        OrderLine.objects.sold()
        .filter(
            order__placed_at__gte=period.start,
            order__placed_at__lt=period.end,
            order__currency=currency,
        )
        .order_by()
        .values(*names)
        .annotate(revenue=Sum(paid), pieces=Sum(kept))
        .order_by("-revenue", names[0])[:_MOST]
    )
