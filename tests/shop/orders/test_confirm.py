"""An order that stands: its diary and its letter say so."""

import pytest
from django.utils import timezone

from shop.models import Order, OutgoingEmail
from shop.services.orders.confirm import confirm_order
from tests.factories.shop import OrderFactory

pytestmark = pytest.mark.django_db


def test_a_confirmed_order_stands_and_its_buyer_is_told() -> None:
    order = OrderFactory(status="pending", expires_at=timezone.now(), email="ada@example.com")
    confirm_order(order=order)
    order.refresh_from_db()
    assert (order.status, order.expires_at) == (Order.Status.PLACED, None)
    assert list(order.events.values_list("kind", "is_public")) == [("placed", True)]
    letter = OutgoingEmail.objects.get()
    assert (letter.key, letter.to) == (f"order:{order.pk}:order_placed", "ada@example.com")
    assert letter.subject == f"Your order {order.number}"


def test_confirmed_again_it_is_told_once() -> None:
    order = OrderFactory(status="pending")
    for _ in range(2):
        confirm_order(order=order)
    assert OutgoingEmail.objects.count() == 1
