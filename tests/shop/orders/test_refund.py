"""Money that goes back: to the cent, once, and never more than came in."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from shop.exceptions import (
    InvalidValue,
    OrderStateError,
    PaymentDeclined,
    PaymentUnavailable,
    RefundTooLarge,
)
from shop.models import Coupon, Order, OrderEvent, Refund
from shop.payments.fake.provider import FakeCard
from shop.services.orders.refund import refund_order
from shop.services.orders.refund_amounts import shipping_share
from shop.services.orders.settle import (
    KEY_LASTS,
    retry_refund,
    settle_pending_refunds,
    settle_refund,
    settle_refund_by_hand,
)
from shop.services.orders.ship import ship_order
from shop.services.payments import mark_paid_by_hand
from tests.factories.shop import CouponFactory, UserFactory
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


def refund(order: Order, lines: dict[int, int], **more: Any) -> Refund:
    return refund_order(
        order=order, lines=lines, **{"restock": True, "idempotency_key": "key", **more}
    )


def test_piece_by_piece_and_the_shipping_come_to_the_total() -> None:
    first, second = variant_of("9.99"), variant_of("0.50")
    order = paid_order((first, 3), (second, 2), coupon=CouponFactory(percent=7).code)
    assert order.total == Decimal("33.70")  # 30.97 - 2.17 + 4.90
    pieces = [line_of(order, first).pk] * 3 + [line_of(order, second).pk] * 2
    amounts = [
        refund(order, {line_id: 1}, idempotency_key=str(number)).amount
        for number, line_id in enumerate(pieces)
    ]
    assert amounts == [
        *(Decimal("9.29"), Decimal("9.29"), Decimal("9.29")),
        *(Decimal("0.47"), Decimal("0.46")),
    ]
    assert order.status == "cancelled"
    extra = shipping_share(order=order)
    assert refund(order, {}, extra=extra, idempotency_key="shipping").amount == Decimal("4.90")
    assert order.refunded_total == order.total
    assert order.refundable == 0
    assert (stock_of(first), stock_of(second)) == (10, 10)


def test_pieces_that_have_not_left_are_given_up_first_and_are_not_sent() -> None:
    variant = variant_of(stock=5)
    order = paid_order((variant, 3))
    line = line_of(order, variant)
    ship_order(order=order, quantities={line.pk: 1})
    refund(order, {line.pk: 2})
    line.refresh_from_db()
    assert (line.refunded, line.returned, line.to_ship) == (2, 0, 0)
    assert (order.status, stock_of(variant)) == ("shipped", 4)


def test_pieces_that_had_left_go_on_the_shelf_when_the_shop_has_them_back() -> None:
    variant = variant_of(stock=5)
    order = paid_order((variant, 3))
    line = line_of(order, variant)
    ship_order(order=order)
    refund(order, {line.pk: 1}, restock=False, idempotency_key="kept by the buyer")
    assert (order.status, stock_of(variant)) == ("shipped", 2)
    refund(order, {line.pk: 2}, idempotency_key="back again")
    line.refresh_from_db()
    assert (line.refunded, line.returned, stock_of(variant)) == (3, 2, 4)


def test_what_is_missing_in_the_shop_is_given_up_first() -> None:
    variant = variant_of(stock=2, allow_backorder=True)
    order = paid_order((variant, 5))
    line = line_of(order, variant)
    refund(order, {line.pk: 4})
    line.refresh_from_db()
    assert (line.backordered, line.to_ship, stock_of(variant)) == (0, 1, 1)
    assert Refund.objects.get().lines.get().restocked == 1


def test_an_order_without_pieces_left_is_cancelled_and_its_code_is_free_again() -> None:
    variant, coupon = variant_of(), CouponFactory(max_uses=1)
    order = paid_order((variant, 2), coupon=coupon.code)
    refund(order, {line_of(order, variant).pk: 2})
    assert (order.status, Coupon.objects.get().used_count) == ("cancelled", 0)
    assert diary(order) == ["paid", "placed", "note", "cancelled"]


def test_a_button_that_is_pressed_twice_pays_back_once() -> None:
    variant = variant_of()
    order = paid_order((variant, 3))
    pieces = {line_of(order, variant).pk: 1}
    first = refund(order, pieces)
    before = everything(order)
    assert refund(order, pieces) == first
    assert everything(order) == before
    assert refund(order, pieces, idempotency_key="another").pk != first.pk


def test_more_than_is_left_or_makes_no_sense_is_refused() -> None:
    variant = variant_of("20.00")
    order = paid_order((variant, 2))
    line = line_of(order, variant).pk
    refund(order, {line: 1}, idempotency_key="first")
    before = everything(order)
    refused: list[tuple[dict[int, int], str, type[Exception]]] = [
        ({line: 2}, "0", RefundTooLarge),
        ({}, "24.91", RefundTooLarge),
        ({}, "0", InvalidValue),
        ({line: 0}, "0", InvalidValue),
        ({line: -1}, "0", InvalidValue),
        ({line + 999: 1}, "0", InvalidValue),
        ({}, "-1", InvalidValue),
        ({}, "0.001", InvalidValue),
        ({}, "NaN", InvalidValue),
    ]
    for pieces, extra, error in refused:
        with pytest.raises(error):
            refund(order, pieces, extra=Decimal(extra))
        assert everything(order) == before


def test_what_went_back_as_a_favour_is_not_paid_back_again() -> None:
    variant = variant_of("20.00")
    order = paid_order((variant, 1))
    refund(order, {}, extra=Decimal("10.00"), idempotency_key="favour")
    last = refund(order, {line_of(order, variant).pk: 1}, idempotency_key="all")
    assert last.amount == Decimal("14.90")
    assert order.refunded_total == order.total


def test_an_order_that_was_not_paid_gives_nothing_back() -> None:
    order = place((variant_of(), 1), provider="bank_transfer")
    before = everything(order)
    with pytest.raises(OrderStateError, match="not paid"):
        refund(order, {}, extra=Decimal(1))
    assert everything(order) == before


def test_the_provider_pays_back_and_the_buyer_is_told_once() -> None:
    variant = variant_of("20.00")
    order = paid_order((variant, 2))
    given = refund(order, {line_of(order, variant).pk: 1})
    for _ in range(2):
        settle_refund(refund=given)
    order.refresh_from_db()
    assert (given.state, order.payment_status) == ("settled", "part_refunded")
    assert given.reference
    assert diary(order) == ["paid", "placed", "note", "refunded"]
    assert letters(order) == ["order_placed", "order_refunded"]
    rest = refund(order, {}, extra=order.refundable, idempotency_key="rest")
    settle_pending_refunds(limit=10)
    rest.refresh_from_db()
    order.refresh_from_db()
    assert (rest.state, order.payment_status) == ("settled", "refunded")


def last_note(order: Order) -> OrderEvent:
    return order.events.filter(kind=OrderEvent.Kind.NOTE).reverse()[0]


def failing(error: Exception, calls: list[str]) -> Any:
    def answer(provider: FakeCard, **asked: Any) -> Any:
        calls.append(asked["idempotency_key"])
        raise error

    return answer


def test_while_the_provider_is_away_it_is_asked_again_with_the_same_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order = paid_order()
    given = refund(order, {}, extra=Decimal(5))
    other = refund(order, {}, extra=Decimal(1), idempotency_key="other")
    calls: list[str] = []
    with monkeypatch.context() as patch:
        patch.setattr(FakeCard, "refund", failing(PaymentUnavailable(), calls))
        settle_pending_refunds(limit=10)
        settle_pending_refunds(limit=10)
    assert calls == [str(given.pk)] * 2  # the other is not made to wait for the same time-out
    assert set(Refund.objects.values_list("state", flat=True)) == {"pending"}
    settle_pending_refunds(limit=10)
    assert set(Refund.objects.values_list("state", flat=True)) == {"settled"}
    other.refresh_from_db()
    assert other.settled_at is not None


def test_after_a_day_of_silence_people_have_to_look(monkeypatch: pytest.MonkeyPatch) -> None:
    order = paid_order()
    given = refund(order, {}, extra=Decimal(5))
    Refund.objects.update(created_at=timezone.now() - KEY_LASTS - timedelta(minutes=1))
    monkeypatch.setattr(FakeCard, "refund", failing(PaymentUnavailable(), []))
    settle_refund(refund=given)
    assert given.state == "failed"
    assert "look it up" in last_note(order).text


def test_a_refusal_is_seen_by_staff_and_can_be_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order = paid_order()
    given = refund(order, {}, extra=Decimal(5))
    with monkeypatch.context() as patch:
        patch.setattr(FakeCard, "refund", failing(PaymentDeclined("No such card."), []))
        settle_refund(refund=given)
    order.refresh_from_db()
    assert (given.state, order.payment_status) == ("failed", "paid")
    note = last_note(order)
    assert (note.kind, note.is_public) == (OrderEvent.Kind.NOTE, False)
    assert note.text == "€5.00: Not paid back: No such card."
    assert note.data == {"refund": given.pk}
    settle_pending_refunds(limit=10)
    given.refresh_from_db()
    assert given.state == "failed"
    retry_refund(refund=given, actor=UserFactory(staff=True))
    settle_refund(refund=given)
    assert given.state == "settled"
    with pytest.raises(OrderStateError):
        retry_refund(refund=given, actor=UserFactory(staff=True))


def test_money_that_no_provider_holds_is_paid_back_by_hand() -> None:
    staff = UserFactory(staff=True)
    order = place((variant_of("20.00"), 1), provider="bank_transfer")
    mark_paid_by_hand(order=order, actor=staff)
    given = refund(order, {}, extra=order.refundable)
    with pytest.raises(OrderStateError):
        settle_refund_by_hand(refund=given, actor=staff)
    settle_refund(refund=given)
    assert given.state == "failed"
    assert "by hand" in last_note(order).text
    settle_refund_by_hand(refund=given, actor=staff)
    order.refresh_from_db()
    assert (given.state, order.payment_status) == ("settled", "refunded")
    assert letters(order) == ["order_placed", "order_paid", "order_refunded"]
