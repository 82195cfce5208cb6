"""What the sales reports count: in the shop's own time, by currency, net of what went back."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from shop.models import Order, ProductView
from shop.reports import figures as figures_module
from shop.reports.breakdown import (
    best_sellers,
    orders_by_hour,
    sales_by_category,
    sales_by_country,
)
from shop.reports.figures import Figures, compare_sales
from shop.reports.periods import DAYS, Period, midnight
from shop.reports.series import sales_over_time
from tests.factories.shop import (
    CategoryFactory,
    OrderFactory,
    OrderLineFactory,
    ProductFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db
DUBLIN = ZoneInfo("Europe/Dublin")
# In summer, when Dublin's clocks are an hour ahead of the database's.
NOW = datetime(2026, 7, 15, 15, 0, tzinfo=DUBLIN)


@pytest.fixture(autouse=True)
def _afternoon_in_dublin(settings: Any, monkeypatch: Any) -> Any:
    """Set the shop's clock: a test must not depend on the hour at which it runs."""
    settings.TIME_ZONE = "Europe/Dublin"
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    forget: Any = timezone.get_default_timezone
    forget.cache_clear()
    cache.clear()
    yield
    forget.cache_clear()


def at(days_ago: int, hour: int = 12, minute: int = 0) -> datetime:
    """Return a moment of a local day."""
    day = timezone.localdate() - timedelta(days=days_ago)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=DUBLIN)


def sell(when: datetime, worth: str = "20.00", **more: Any) -> Order:
    """Return an order without shipping."""
    more.setdefault("line", None)
    return OrderFactory(
        placed_at=when, goods_total=Decimal(worth), shipping_price=Decimal(0), **more
    )


def look(visitor: str, when: datetime) -> None:
    ProductView.objects.create(product=ProductFactory(), visitor=visitor, viewed_at=when)


def month() -> Period:
    return Period.ending_now("30")


def test_a_span_is_whole_local_days_and_ends_now() -> None:
    period = Period.ending_now("7")
    assert period.start == midnight(timezone.localdate() - timedelta(days=6))
    assert period.end == NOW
    before = period.before
    assert before.start == midnight(timezone.localdate() - timedelta(days=13))
    assert before.end == NOW - timedelta(days=7)


def test_a_change_of_the_clocks_moves_no_midnight() -> None:
    """Ninety days before the ninety before July it was winter, and midnight all the same."""
    before = Period.ending_now("90").before
    assert (before.start.hour, before.start.utcoffset()) == (0, timedelta(0))
    assert (before.end.hour, before.end.utcoffset()) == (15, timedelta(hours=1))


def test_spans_have_codes() -> None:
    assert Period.ending_now("nonsense").code == "30"
    assert [Period.ending_now(code).step for code in DAYS] == [
        *("hour", "day", "day", "day", "week")
    ]


def test_an_evening_in_summer_belongs_to_its_local_day() -> None:
    """Half past midnight in Dublin is the evening before in UTC."""
    sell(at(0, 0, 30))
    sell(at(1, 23, 30))
    points = sales_over_time(Period.ending_now("7"), currency="EUR")
    assert [point.orders for point in points[-2:]] == [1, 1]
    assert compare_sales(Period.ending_now("today")).now.orders == 1


def test_figures_leave_out_what_was_no_sale_and_what_went_back() -> None:
    kept = sell(at(1), "30.00", refunded_total=Decimal("10.00"))
    OrderLineFactory(order=kept, unit_price=Decimal(10), quantity=3, refunded=1)
    sell(at(2), "50.00", status=Order.Status.CANCELLED)
    sell(at(2), "70.00", status=Order.Status.PENDING)
    sell(at(40), "5.00", email=kept.email)
    for visitor, days in (("a", 1), ("a", 2), ("b", 3), ("c", 40)):
        look(visitor, at(days))
    sales = compare_sales(month())
    assert sales.now == Figures(
        orders=1,
        revenue=Decimal("20.00"),
        refunds=Decimal("10.00"),
        pieces=2,
        visitors=2,
        new_customers=0,
        returning_customers=1,
    )
    assert sales.now.average_order == Decimal(20)
    assert sales.now.conversion == Decimal("0.5")
    assert (sales.before.orders, sales.before.new_customers, sales.before.visitors) == (1, 1, 1)


def test_nothing_sold_divides_by_nothing() -> None:
    sales = compare_sales(month())
    assert (sales.now.average_order, sales.now.conversion) == (None, None)
    assert (sales.currency, sales.currencies) == ("EUR", ("EUR",))


def test_currencies_are_never_added_up() -> None:
    sell(at(1), "10.00")
    sell(at(1), "20.00")
    sell(at(2), "900.00", currency="DKK")
    sales = compare_sales(month())
    assert (sales.currency, sales.currencies) == ("EUR", ("DKK", "EUR"))
    assert sales.now.revenue == Decimal("30.00")
    assert compare_sales(month(), currency="DKK").now.revenue == Decimal("900.00")
    assert compare_sales(month(), currency="XXX").currency == "EUR"


def test_the_series_adds_up_to_the_figures_and_compares_day_with_day() -> None:
    sell(at(1), "10.00")
    sell(at(8), "4.00")
    period = Period.ending_now("7")
    points = sales_over_time(period, currency="EUR")
    assert len(points) == 7
    assert (points[5].revenue, points[5].revenue_before) == (Decimal("10.00"), Decimal("4.00"))
    assert sum(point.revenue for point in points) == compare_sales(period).now.revenue


@pytest.mark.parametrize(("code", "count"), [("today", 24), ("90", 90), ("year", 52)])
def test_the_series_has_every_step(code: str, count: int) -> None:
    sell(at(0, 0, 1), "3.00")
    points = sales_over_time(Period.ending_now(code), currency="EUR")
    assert len(points) == count
    assert sum(point.orders for point in points) == 1


def test_a_long_series_reads_no_more_rows_than_days() -> None:
    sell(at(1))
    period = Period.ending_now("year")
    with CaptureQueriesContext(connection) as captured:
        sales_over_time(period, currency="EUR")
    assert len(captured) == 2
    assert all("DATE_TRUNC('day'" in each["sql"] for each in captured)
    assert all("Europe/Dublin" in each["sql"] for each in captured)


def test_countries_products_and_categories_by_what_they_brought() -> None:
    camp = CategoryFactory(name="Camp")
    tents = CategoryFactory(name="Tents", parent=camp)
    tent = ProductFactory(title="Tent", category=tents, variant=None)
    pan = ProductFactory(title="Pan", category=camp, variant=None)
    order = sell(at(1), "100.00", country="DE")
    OrderLineFactory(
        order=order,
        variant=VariantFactory(product=tent),
        unit_price=Decimal(40),
        quantity=2,
        discount=Decimal(8),
        refunded=1,
    )
    OrderLineFactory(order=order, variant=VariantFactory(product=pan), unit_price=Decimal(20))
    gone = OrderLineFactory(order=sell(at(2), "7.00"), unit_price=Decimal(7))
    gone.product.delete()
    period = month()
    assert [(each.name, each.revenue) for each in sales_by_country(period, currency="EUR")] == [
        ("DE", Decimal("100.00")),
        ("IE", Decimal("7.00")),
    ]
    assert [
        (each.name, each.revenue, each.count) for each in best_sellers(period, currency="EUR")
    ] == [
        ("Tent", Decimal("36.00"), 1),
        ("Pan", Decimal("20.00"), 1),
        ("No longer in the catalogue", Decimal("7.00"), 1),
    ]
    found = sales_by_category(period, currency="EUR")
    assert [(each.name, each.within, each.revenue) for each in found] == [
        ("Tents", "Camp", Decimal("36.00")),
        ("Camp", "", Decimal("20.00")),
        ("Without a category", "", Decimal("7.00")),
    ]


def test_hours_are_those_of_the_shop() -> None:
    when = at(3, 21, 15)
    sell(when)
    week = orders_by_hour(month(), currency="EUR")
    assert sum(sum(day) for day in week) == 1
    assert week[when.isoweekday() - 1][21] == 1


def test_visitors_of_a_long_span_are_counted_every_some_minutes(monkeypatch: Any) -> None:
    counted: list[str] = []
    real = figures_module._count_visitors

    def count(span: Period) -> int:
        counted.append(span.code)
        return real(span)

    monkeypatch.setattr(figures_module, "_count_visitors", count)
    for _ in range(2):
        compare_sales(Period.ending_now("90"))
        compare_sales(Period.ending_now("7"))
    assert counted.count("90") == 2  # the span and the one before, once
    assert counted.count("7") == 4
