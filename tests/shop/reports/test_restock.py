"""What runs out: paced by what was sold and stayed sold."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from shop.models import Order, Variant
from shop.reports.restock import PACE_DAYS, RestockQuery, list_shortages
from tests.factories.shop import (
    CategoryFactory,
    OrderFactory,
    OrderLineFactory,
    ProductFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db


def stocked(sku: str, stock: int, **more: Any) -> Variant:
    return VariantFactory(sku=sku, stock=stock, **more)


def sold(variant: Variant, pieces: int, *, days_ago: int = 1, **more: Any) -> None:
    state = more.pop("status", Order.Status.DELIVERED)
    placed = timezone.now() - timedelta(days=days_ago)
    order = OrderFactory(line=None, status=state, placed_at=placed)
    OrderLineFactory(order=order, variant=variant, quantity=pieces, **more)


def found(**query: Any) -> list[str]:
    rows = list_shortages(RestockQuery(**query), limit=50).rows
    return [row.variant.sku for row in rows]


def test_pace_days_left_and_suggestion() -> None:
    sold(stocked("LOW", 5), 45)
    (row,) = list_shortages(RestockQuery(within_days=14, cover_days=30), limit=50).rows
    assert (row.sold, row.days_left, row.a_month, row.suggested) == (
        45,
        Decimal(10),
        Decimal(15),
        10,
    )


def test_only_what_was_sold_lately_and_stayed_sold_counts() -> None:
    variant = stocked("SLOW", 5)
    sold(variant, 45, status=Order.Status.CANCELLED)
    sold(variant, 45, status=Order.Status.PENDING)
    sold(variant, 45, days_ago=PACE_DAYS + 1)
    sold(variant, 45, shipped=45, returned=45)
    assert found() == []
    sold(variant, 45)
    assert found() == ["SLOW"]


def test_the_most_wanted_of_what_is_out_comes_first() -> None:
    for sku, stock, pieces in (("C", 1, 40), ("A", 0, 30), ("B", 0, 3), ("D", 0, 0)):
        variant = stocked(sku, stock)
        if pieces:
            sold(variant, pieces)
    assert found() == ["A", "B", "C", "D"]
    assert found(state="out") == ["A", "B", "D"]
    assert found(state="low") == ["C"]
    assert found(within_days=1) == ["A", "B", "D"]


def test_what_is_not_for_sale_is_not_missed() -> None:
    stocked("NO-PRICE", 0, price=None)
    stocked("DRAFT", 0, product=ProductFactory(status="draft", variant=None))
    assert found() == []


def test_a_category_holds_what_is_below_it() -> None:
    camp = CategoryFactory()
    tents = CategoryFactory(parent=camp)
    stocked("TENT", 0, product=ProductFactory(category=tents, variant=None))
    stocked("SOCK", 0)
    assert found(category_path=camp.path) == ["TENT"]


def test_pages_of_the_report_are_two_queries_and_know_how_many_there_are() -> None:
    for number in range(5):
        stocked(f"V{number}", 0)
    with CaptureQueriesContext(connection) as captured:
        page = list_shortages(RestockQuery(), limit=2, offset=2)
        assert [str(row.variant.product.brand) for row in page.rows]
    assert len(captured) == 2
    assert ([row.variant.sku for row in page.rows], page.found) == (["V2", "V3"], 5)
    assert list_shortages(RestockQuery(), limit=2, offset=50).rows == []


def test_nothing_in_a_query_is_sql() -> None:
    stocked("V", 0)
    assert found(category_path="' OR '1'='1") == []
    assert Variant.objects.get().price == Decimal("20.00")
