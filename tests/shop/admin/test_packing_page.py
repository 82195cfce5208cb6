"""Packing lists as they are printed."""

import pytest
from django.test import Client

from tests.factories.shop import OrderFactory, OrderLineFactory, VariantFactory

pytestmark = pytest.mark.django_db
PAGE = "/admin/orders/packing/"


def test_sheets_have_addresses_and_boxes_but_no_prices(admin: Client) -> None:
    variant = VariantFactory(sku="KE-1", product__title="Kettle <b>")
    orders = [
        OrderFactory(line=None, payment_status="paid", line1="1 Quay", buyer_note="Ring twice.")
        for _ in range(2)
    ]
    for order in orders:
        OrderLineFactory(order=order, variant=variant, quantity=2)
    page = admin.get(PAGE, {"order": [order.pk for order in orders]}).content.decode()
    for text in ("Pick list", "2 orders, 4 pieces", "1 Quay", "Ireland", "Ring twice."):
        assert text in page, text
    assert page.count('class="box"') == 3
    assert "Kettle &lt;b&gt;" in page
    assert "€" not in page
    assert "do not send" not in page


def test_one_order_needs_no_pick_list_and_an_unpaid_one_says_so(admin: Client) -> None:
    order = OrderFactory(payment_provider="bank_transfer")
    page = admin.get(PAGE, {"order": order.pk}).content.decode()
    assert "Pick list" not in page
    assert "Not paid yet: do not send." in page


@pytest.mark.parametrize("chosen", [[], ["x"], ["1" * 30], ["-1", "1'--"]])
def test_no_such_orders_is_said(admin: Client, chosen: list[str]) -> None:
    assert "Nothing to pack" in admin.get(PAGE, {"order": chosen}).content.decode()
