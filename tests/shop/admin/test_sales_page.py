"""The sales dashboard: who sees it, what it says, and that it stays as quick as it is."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from shop.models import Order, User
from tests.factories.shop import OrderFactory, OrderLineFactory, ProductFactory
from tests.shop.admin.conftest import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/admin/sales/"


def sell(days_ago: int = 0, worth: str = "20.00", **more: Any) -> Order:
    placed = timezone.now() - timedelta(days=days_ago)
    order = OrderFactory(placed_at=placed, goods_total=Decimal(worth), line=None, **more)
    OrderLineFactory(order=order, unit_price=Decimal(worth))
    return order


def page(client: Client, **query: str) -> str:
    response = client.get(PAGE, query)
    assert response.status_code == 200
    return response.content.decode()


def test_figures_and_charts_with_their_comparison(admin: Client) -> None:
    sell(1, "1000.00")
    sell(2, "500.00", country="DE")
    sell(8, "100.00")
    text = page(admin, period="7")
    for shown in ("€1,509.80", "before: €104.90", "+1,339 %", "Germany", "Revenue by day"):
        assert shown in text, shown
    assert "€1,004.90" in text  # a column's own number, in the table below


def test_titles_of_products_are_text(admin: Client) -> None:
    order = OrderFactory(line=None)
    OrderLineFactory(
        order=order,
        variant=ProductFactory(title="<script>alert(1)</script>").variants.get(),
    )
    text = page(admin)
    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)" in text


@pytest.mark.parametrize("period", ["today", "7", "30", "90", "year", "../etc", ""])
def test_an_empty_shop_has_a_dashboard(admin: Client, period: str) -> None:
    assert "Nothing was sold in this span." in page(admin, period=period)


def test_currencies_are_looked_at_one_by_one(admin: Client) -> None:
    sell(1, "10.00")
    sell(1, "900.00", currency="DKK")
    sell(2, "10.00")
    assert "DKK" in page(admin)
    text = page(admin, currency="DKK")
    assert "DKK" in text
    assert "€14.90" not in text


@pytest.mark.parametrize("missing", ["view_order", "view_payment"])
def test_sales_are_for_those_who_see_orders_and_payments(staff: User, missing: str) -> None:
    both = {"view_order", "view_payment"}
    for codenames, status in ((both - {missing}, 403), (both, 200)):
        staff.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        assert signed_in(User.objects.get(pk=staff.pk)).get(PAGE).status_code == status


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("period", ["today", "30", "year"])
def test_the_number_of_queries_does_not_depend_on_the_number_of_orders(
    admin: Client, period: str
) -> None:
    address = f"{PAGE}?period={period}"
    for day in range(5):
        sell(0 if period == "today" else day)
    few = queries(admin, address)
    for day in range(45):
        sell(0 if period == "today" else day % 20, currency="EUR")
    assert queries(admin, address) == few


def test_the_first_page_says_what_waits_and_how_the_day_goes(admin: Client) -> None:
    order = OrderFactory(payment_status="paid", placed_at=timezone.now())
    text = admin.get(reverse("admin:index")).content.decode()
    assert "<strong>1</strong> to ship" in text
    assert f"the oldest since {timezone.localtime(order.placed_at):%-d %B}" in text
    assert "1 order, €24.90" in text


def test_the_first_page_of_others_has_their_work_only(staff: User) -> None:
    OrderFactory(payment_status="paid")
    staff.user_permissions.set(Permission.objects.filter(codename="view_review"))
    text = signed_in(staff).get(reverse("admin:index")).content.decode()
    assert "to ship" not in text
    assert "€" not in text
