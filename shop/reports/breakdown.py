"""What the sales of a span are made of: countries, products, categories, hours of the week."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.db.models import Count, DecimalField, ExpressionWrapper, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, ExtractHour, ExtractIsoWeekDay

from shop.models import Category, Order, OrderLine, Product
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
    rows = _goods(period, currency, by="product_id")
    titles = dict(
        Product.objects.filter(pk__in=[row[0] for row in rows]).values_list("pk", "title")
    )
    gone = "No longer in the catalogue"
    return [
        Share(key=key, name=titles.get(key, gone), revenue=revenue, count=pieces)
        for key, revenue, pieces in rows
    ]


def sales_by_category(period: Period, *, currency: str) -> list[Share]:
    """Return the categories of the goods sold, the most first, each with the one above it."""
    rows = _goods(period, currency, by="product__category_id")
    found = Category.objects.in_bulk([key for key, *_ in rows if key])
    above = {each.path[: -Category.steplen] for each in found.values()}
    parents = dict(Category.objects.filter(path__in=above).values_list("path", "name"))
    return [
        Share(
            key=key,
            name=found[key].name if key in found else "Without a category",
            within=parents.get(found[key].path[: -Category.steplen], "") if key in found else "",
            revenue=revenue,
            count=pieces,
        )
        for key, revenue, pieces in rows
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


def _goods(period: Period, currency: str, *, by: str) -> list[tuple[Any, Decimal, int]]:
    """Return (key, worth, pieces) of goods: discounts are off, shipping and added tax not in.

    Grouped by a number alone: names in the grouping made PostgreSQL sort them, which took longer
    than all the rest.
    """
    paid, kept = F("total") - F("discount"), F("quantity") - F("refunded")
    went_back = ExpressionWrapper(
        paid * F("refunded") / F("quantity"),
        output_field=DecimalField(max_digits=16, decimal_places=3),
    )
    return list(
        OrderLine.objects.sold()
        .filter(
            order__placed_at__gte=period.start,
            order__placed_at__lt=period.end,
            order__currency=currency,
        )
        .order_by()
        .values(by)
        .annotate(
            worth=Sum(paid) - Coalesce(Sum(went_back, filter=Q(refunded__gt=0)), Decimal(0)),
            pieces=Sum(kept),
        )
        .order_by("-worth", by)
        .values_list(by, "worth", "pieces")[:_MOST]
    )
