"""Parcels: some of an order, all of it, never more."""

from typing import Any

import pytest

from shop.exceptions import InvalidValue, OrderStateError
from shop.models import OrderLine, OutgoingEmail, Shipment
from shop.services.orders.refund import refund_order
from shop.services.orders.ship import mark_delivered, ship_order
from tests.factories.shop import UserFactory
from tests.shop.orders.shop import (
    diary,
    everything,
    letters,
    line_of,
    paid_order,
    place,
    variant_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipping")]


def parcels(order: Any) -> list[list[tuple[int, int]]]:
    return [
        list(parcel.lines.order_by("id").values_list("order_line_id", "quantity"))
        for parcel in Shipment.objects.filter(order=order).order_by("id")
    ]


def test_an_order_leaves_in_parts_and_arrives() -> None:
    tent, pegs = variant_of(), variant_of()
    order = paid_order((tent, 1), (pegs, 3))
    tents, pieces = line_of(order, tent).pk, line_of(order, pegs).pk
    staff = UserFactory(staff=True)
    first = ship_order(
        order=order,
        quantities={pieces: 2, tents: 0},
        carrier=" An Post\n",
        tracking_number="RR 123",
        actor=staff,
    )
    assert (first.carrier, first.tracking_number) == ("An Post", "RR 123")
    assert (order.status, parcels(order)) == ("part_shipped", [[(pieces, 2)]])
    second = ship_order(order=order)
    assert (order.status, parcels(order)[1]) == ("shipped", [(tents, 1), (pieces, 1)])
    assert list(order.lines.values_list("shipped", flat=True)) == [1, 3]
    mark_delivered(order=order, actor=staff)
    assert order.status == "delivered"
    assert diary(order) == ["paid", "placed", "shipped", "shipped", "delivered"]
    assert letters(order) == ["order_placed", "order_shipped", "order_shipped"]
    told, rest = OutgoingEmail.objects.filter(key__contains="order_shipped").order_by("id")
    assert told.key == f"order:{order.pk}:order_shipped:{first.pk}"
    assert told.subject == f"A part of your order {order.number} is on its way"
    assert "An Post, tracking number RR 123" in told.text
    assert f"2 × {line_of(order, pegs).title}" in told.text
    assert line_of(order, tent).title not in told.text
    assert rest.key == f"order:{order.pk}:order_shipped:{second.pk}"
    assert rest.subject == f"Your order {order.number} is on its way"


def test_no_piece_leaves_twice_and_none_that_was_paid_back() -> None:
    variant = variant_of()
    order = paid_order((variant, 3))
    line = line_of(order, variant)
    ship_order(order=order, quantities={line.pk: 1})
    refund_order(order=order, lines={line.pk: 1}, restock=True, idempotency_key="k")
    before = everything(order)
    for wanted in ({line.pk: 2}, {line.pk: -1}, {line.pk: 0}, {}, {line.pk + 999: 1}):
        with pytest.raises(InvalidValue):
            ship_order(order=order, quantities=wanted)
        assert everything(order) == before
    ship_order(order=order)
    assert (order.status, line_of(order, variant).shipped) == ("shipped", 2)


def test_a_line_that_changed_under_the_lock_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """The conditional UPDATE is the last net: here somebody wrote without taking the lock."""
    order = paid_order((variant_of(), 2))
    before = everything(order)
    stale = list(OrderLine.objects.filter(order=order))
    for line in stale:
        line.refunded = 1
    monkeypatch.setattr("shop.services.orders.ship._lines", lambda _: stale)
    with pytest.raises(OrderStateError, match="changed meanwhile"):
        ship_order(order=order)
    assert everything(order) == before


def test_only_orders_that_stand_are_sent_and_only_whole_ones_arrive() -> None:
    waiting = place((variant_of(), 1))
    variant = variant_of()
    part = paid_order((variant, 2))
    ship_order(order=part, quantities={line_of(part, variant).pk: 1})
    for call, order in ((ship_order, waiting), (mark_delivered, waiting), (mark_delivered, part)):
        before = everything(order)
        with pytest.raises(OrderStateError):
            call(order=order)
        assert everything(order) == before
