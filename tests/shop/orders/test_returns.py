"""Things that are sent back."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from shop.exceptions import InvalidValue, OrderStateError
from shop.models import Order, OrderEvent, OutgoingEmail, Refund, ReturnRequest
from shop.services.orders.refund import refund_order
from shop.services.orders.returnable import return_until
from shop.services.orders.returns import (
    approve_return,
    decline_return,
    receive_return,
    request_return,
)
from shop.services.orders.settle import settle_refund
from shop.services.orders.ship import mark_delivered, ship_order
from tests.factories.shop import UserFactory
from tests.shop.orders.shop import (
    diary,
    everything,
    letters,
    line_of,
    paid_order,
    place,
    stock_of,
    variant_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipping")]


def delivered(*wanted: Any, **more: Any) -> Order:
    order = paid_order(*wanted, **more)
    ship_order(order=order)
    mark_delivered(order=order)
    return order


def asked(order: Order, pieces: dict[int, int]) -> ReturnRequest:
    return request_return(order=order, quantities=pieces, reason="Too small")


def test_a_return_is_asked_for_agreed_to_received_and_paid_back() -> None:
    variant = variant_of("20.00", stock=5)
    order = delivered((variant, 2))
    line = line_of(order, variant)
    staff = UserFactory(staff=True)
    request = request_return(
        order=order, quantities={line.pk: 1}, reason="Too small", comment="A\x00 size less"
    )
    assert (request.state, request.comment) == ("requested", "A size less")
    approve_return(request=request, answer="To the warehouse, please.", actor=staff)
    assert (request.state, request.decided_at is not None) == ("approved", True)
    refund = receive_return(request=request, restock=True, actor=staff)
    assert refund is not None
    line.refresh_from_db()
    order.refresh_from_db()
    assert (request.state, order.status) == ("received", "delivered")
    assert (line.returned, line.refunded, stock_of(variant)) == (1, 1, 4)
    assert (refund.amount, refund.reason) == (Decimal("20.00"), "Too small")
    assert refund.lines.get().restocked == 1
    settle_refund(refund=refund)
    assert diary(order)[4:] == ["return", "return", "note", "return", "refunded"]
    assert letters(order)[2:] == ["return_requested", "return_approved", "order_refunded"]
    answer = OutgoingEmail.objects.get(key__contains="return_approved")
    assert "To the warehouse, please." in answer.text
    assert f"1 × {line.title}" in answer.text


def test_an_order_of_which_everything_came_back_is_returned() -> None:
    variant = variant_of(stock=5)
    order = delivered((variant, 2))
    request = asked(order, {line_of(order, variant).pk: 2})
    approve_return(request=request)
    receive_return(request=request, restock=False)
    order.refresh_from_db()
    assert (order.status, stock_of(variant)) == ("returned", 3)


def test_what_arrived_is_taken_in_and_not_what_was_asked_for() -> None:
    variant = variant_of(stock=5)
    order = delivered((variant, 3))
    line = line_of(order, variant)
    request = asked(order, {line.pk: 3})
    approve_return(request=request)
    before = everything(order)
    for arrived in ({line.pk: 4}, {}, {line.pk + 999: 1}):
        with pytest.raises(InvalidValue):
            receive_return(request=request, restock=True, arrived=arrived)
        assert everything(order) == before
    refund = receive_return(request=request, restock=True, arrived={line.pk: 2})
    assert refund is not None
    assert refund.amount == Decimal("40.00")
    line.refresh_from_db()
    assert (line.returned, stock_of(variant)) == (2, 4)


def test_a_return_is_declined_with_a_reason() -> None:
    order = delivered()
    request = asked(order, {order.lines.get().pk: 1})
    before = everything(order)
    with pytest.raises(InvalidValue):
        decline_return(request=request, answer=" \n")
    assert everything(order) == before
    decline_return(request=request, answer="It was worn.")
    assert request.state == "declined"
    assert "It was worn." in OutgoingEmail.objects.get(key__contains="return_declined").text
    before = everything(order)
    for decide in (approve_return, decline_return):
        with pytest.raises(OrderStateError, match="answered already"):
            decide(request=request, answer="Yes?")
    with pytest.raises(OrderStateError):
        receive_return(request=request, restock=True)
    assert everything(order) == before


def test_a_return_is_received_once() -> None:
    order = delivered()
    request = asked(order, {order.lines.get().pk: 1})
    with pytest.raises(OrderStateError):
        receive_return(request=request, restock=True)
    approve_return(request=request)
    receive_return(request=request, restock=True)
    before = everything(order)
    with pytest.raises(OrderStateError):
        receive_return(request=request, restock=True)
    assert everything(order) == before


def test_no_more_than_left_the_shop_and_is_not_on_its_way_back_can_be_sent_back() -> None:
    variant = variant_of()
    order = paid_order((variant, 3))
    line = line_of(order, variant)
    before = everything(order)
    with pytest.raises(OrderStateError, match="nothing"):
        asked(order, {line.pk: 1})
    assert everything(order) == before
    ship_order(order=order, quantities={line.pk: 2})
    approve_return(request=asked(order, {line.pk: 1}))
    before = everything(order)
    for pieces in ({line.pk: 2}, {line.pk: -1}, {}, {line.pk + 999: 1}):
        with pytest.raises(InvalidValue):
            asked(order, pieces)
        assert everything(order) == before
    with pytest.raises(InvalidValue, match="why"):
        request_return(order=order, quantities={line.pk: 1}, reason=" ")
    asked(order, {line.pk: 1})
    with pytest.raises(OrderStateError, match="already"):
        asked(order, {line.pk: 1})


def test_the_days_count_from_delivery_and_else_from_when_it_was_to_be_there() -> None:
    order = delivered()
    pieces = {order.lines.get().pk: 1}
    day = order.events.get(kind=OrderEvent.Kind.DELIVERED).created_at
    assert return_until(order=order) == day + timedelta(days=30)
    order.events.filter(kind=OrderEvent.Kind.DELIVERED).update(
        created_at=timezone.now() - timedelta(days=30, minutes=1)
    )
    before = everything(order)
    with pytest.raises(OrderStateError, match="30 days"):
        asked(order, pieces)
    assert everything(order) == before
    order.events.filter(kind=OrderEvent.Kind.DELIVERED).delete()
    parcel = order.shipments.get()
    assert return_until(order=order) == parcel.shipped_at + timedelta(days=30 + 3)
    assert asked(order, pieces).state == "requested"


def test_pieces_that_were_paid_back_before_are_taken_in_without_more_money() -> None:
    variant = variant_of("20.00", stock=5)
    order = delivered((variant, 2))
    line = line_of(order, variant)
    refund_order(order=order, lines={line.pk: 2}, restock=False, idempotency_key="a favour")
    request = asked(order, {line.pk: 2})
    approve_return(request=request)
    assert receive_return(request=request, restock=True) is None
    line.refresh_from_db()
    order.refresh_from_db()
    assert (line.returned, line.refunded, stock_of(variant)) == (2, 2, 5)
    assert (order.status, Refund.objects.count()) == ("returned", 1)


def test_a_return_of_what_nobody_paid_for_brings_no_money() -> None:
    variant = variant_of(stock=5)
    order = place((variant, 1), provider="cash_on_delivery")
    ship_order(order=order)
    request = asked(order, {line_of(order, variant).pk: 1})
    approve_return(request=request)
    assert receive_return(request=request, restock=True) is None
    order.refresh_from_db()
    assert (order.status, order.payment_status, stock_of(variant)) == ("returned", "unpaid", 5)


def test_pieces_that_the_shop_has_back_already_do_not_arrive_again() -> None:
    variant = variant_of(stock=5)
    order = delivered((variant, 2))
    line = line_of(order, variant)
    request = asked(order, {line.pk: 2})
    approve_return(request=request)
    refund_order(order=order, lines={line.pk: 1}, restock=True, idempotency_key="at the door")
    before = everything(order)
    with pytest.raises(InvalidValue, match="back already"):
        receive_return(request=request, restock=True)
    assert everything(order) == before
    receive_return(request=request, restock=True, arrived={line.pk: 1})
    order.refresh_from_db()
    assert (order.status, order.refunded_total, stock_of(variant)) == (
        "returned",
        Decimal("40.00"),
        5,
    )
