"""What staff read of an order."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.shop import OrderFactory, OrderLineFactory

pytestmark = pytest.mark.django_db


def test_an_order_is_shown_with_its_lines_and_amounts(admin: Client) -> None:
    order = OrderFactory(line=None, goods_total=Decimal("39.00"), shipping_price=Decimal("7.90"))
    OrderLineFactory(
        order=order, title="Heron <b>Kettle</b>", unit_price=Decimal("19.50"), quantity=2
    )
    page = admin.get(reverse("admin:shop_order_change", args=[order.pk])).content.decode()
    for text in (order.number, order.email, "€39.00", "€7.90", "€46.90", "€19.50"):
        assert text in page
    assert "Heron &lt;b&gt;Kettle&lt;/b&gt;" in page
    assert 'name="_save"' not in page


def test_an_order_keeps_the_currency_it_was_paid_in(admin: Client) -> None:
    OrderFactory(currency="DKK")
    page = admin.get(reverse("admin:shop_order_changelist")).content.decode()
    assert "DKK" in page
    assert "€24.90" not in page


@pytest.mark.parametrize("typed", ["KE-77", "ada", "t-9", "someone@"])
def test_orders_are_found_by_number_name_address_and_sku(admin: Client, typed: str) -> None:
    order = OrderFactory(number="T-9", email="someone@example.com", name="Ada", line=None)
    OrderLineFactory(order=order, sku="KE-77")
    OrderFactory(number="X-1", email="other@example.com", name="Bob")
    page = admin.get(reverse("admin:shop_order_changelist"), {"q": typed}).content.decode()
    assert "T-9" in page
    assert "X-1" not in page
