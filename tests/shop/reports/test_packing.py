"""What is picked and packed: what is left of orders that wait, summed up by SKU."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from shop.models import Order
from shop.reports.packing import packing_list
from tests.factories.shop import OrderFactory, OrderLineFactory, VariantFactory

pytestmark = pytest.mark.django_db


def test_what_is_left_is_summed_up_by_sku_and_packed_by_order() -> None:
    kettle, cup = VariantFactory(sku="KETTLE"), VariantFactory(sku="CUP")
    now = timezone.now()
    late = OrderFactory(line=None, placed_at=now)
    early = OrderFactory(line=None, placed_at=now - timedelta(days=1), status="part_shipped")
    OrderLineFactory(order=late, variant=kettle, quantity=2)
    OrderLineFactory(order=late, variant=cup, quantity=4)
    OrderLineFactory(order=early, variant=kettle, quantity=3, shipped=1, refunded=1)
    OrderLineFactory(order=early, variant=cup, quantity=1, shipped=1)
    packed = packing_list([late.pk, early.pk])
    assert [(pick.sku, pick.pieces, pick.orders) for pick in packed.picks] == [
        ("CUP", 4, 1),
        ("KETTLE", 3, 2),
    ]
    assert [(sheet.order, sheet.pieces) for sheet in packed.sheets] == [(early, 1), (late, 6)]
    assert [line.sku for line in packed.sheets[1].lines] == ["CUP", "KETTLE"]


@pytest.mark.parametrize("status", ["pending", "shipped", "delivered", "cancelled", "returned"])
def test_orders_that_do_not_wait_are_passed_over(status: str) -> None:
    order = OrderFactory(status=status)
    assert packing_list([order.pk]).sheets == []


def test_any_number_of_orders_is_two_queries() -> None:
    orders = OrderFactory.create_batch(4)
    with CaptureQueriesContext(connection) as captured:
        packing_list([order.pk for order in orders])
    assert len(captured) == 2


def test_the_database_counts_pieces_to_ship_as_the_model_does() -> None:
    order = OrderFactory(line=None)
    for shipped, returned, refunded in ((0, 0, 0), (2, 0, 0), (2, 1, 1), (1, 0, 2), (3, 3, 3)):
        OrderLineFactory(
            order=order, quantity=3, shipped=shipped, returned=returned, refunded=refunded
        )
    found = Order.objects.with_pieces_to_ship().get()
    assert found.pieces_to_ship == sum(line.to_ship for line in order.lines.all()) == 5  # type: ignore[attr-defined]
