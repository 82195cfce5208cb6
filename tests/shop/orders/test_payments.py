"""Paying an order: begun, tried, refused, checked, noted by hand."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from shop.exceptions import OrderStateError, PaymentDeclined, PaymentUnavailable
from shop.models import Order
from shop.payments.base import PaymentState
from shop.payments.fake.provider import FakeCard
from shop.services.orders.asked import payment_request
from shop.services.orders.cancel import cancel_order
from shop.services.payments import (
    check_payment,
    mark_paid_by_hand,
    start_payment,
    submit_payment,
)
from tests.factories.shop import UserFactory
from tests.shop.orders.shop import (
    GOOD_CARD,
    HOME,
    NO_MONEY,
    diary,
    everything,
    letters,
    pay,
    payment_states,
    place,
    stock_of,
    variant_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipping")]


def test_a_paid_order_is_confirmed_and_told_once() -> None:
    variant = variant_of(stock=3)
    order = place((variant, 2))
    assert (order.status, order.payment_status, stock_of(variant)) == ("pending", "unpaid", 1)
    assert pay(order).state is PaymentState.PAID
    assert (order.status, order.payment_status, order.expires_at) == ("placed", "paid", None)
    assert (payment_states(order), stock_of(variant)) == (["paid"], 1)
    assert diary(order) == ["paid", "placed"]
    assert letters(order) == ["order_placed"]


def test_a_payment_that_is_begun_twice_is_one() -> None:
    order = place((variant_of(), 1))
    first = start_payment(order=order, return_url=HOME)
    assert start_payment(order=order, return_url=HOME) == first
    assert order.payments.get().reference == first.reference


def test_a_refused_card_may_be_followed_by_a_good_one() -> None:
    order = place((variant_of(), 1))
    with pytest.raises(PaymentDeclined, match="not enough money"):
        pay(order, NO_MONEY)
    assert (order.status, payment_states(order)) == ("pending", ["failed"])
    assert diary(order) == ["payment_failed"]
    assert pay(order).state is PaymentState.PAID
    assert (order.status, payment_states(order)) == ("placed", ["paid"])


def test_a_slip_in_the_form_is_no_refusal() -> None:
    order = place((variant_of(), 1))
    start_payment(order=order, return_url=HOME)
    before = everything(order)
    with pytest.raises(PaymentDeclined) as caught:
        submit_payment(order=order, data={**GOOD_CARD, "cvc": "1"})
    assert list(caught.value.fields) == ["cvc"]
    assert everything(order) == before


def test_a_provider_that_is_away_leaves_the_order_to_be_paid_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order = place((variant_of(), 1))
    before = everything(order)
    with monkeypatch.context() as patch:
        patch.setattr(FakeCard, "start", away)
        with pytest.raises(PaymentUnavailable):
            start_payment(order=order, return_url=HOME)
    assert everything(order) == before
    assert pay(order).state is PaymentState.PAID


def away(*_: Any, **__: Any) -> Any:
    raise PaymentUnavailable


def test_what_was_paid_or_cancelled_is_not_paid_again() -> None:
    order = place((variant_of(), 1))
    pay(order)
    with pytest.raises(OrderStateError, match="paid already"):
        start_payment(order=order, return_url=HOME)
    other = place((variant_of(), 1))
    cancel_order(order=other)
    with pytest.raises(OrderStateError, match="cancelled"):
        start_payment(order=other, return_url=HOME)
    with pytest.raises(OrderStateError, match="under way"):
        submit_payment(order=other, data=GOOD_CARD)


def test_a_shopper_who_is_back_before_the_webhook_sees_the_order_paid() -> None:
    order = place((variant_of(), 1))
    start_payment(order=order, return_url=HOME)
    assert check_payment(order=order).state is PaymentState.PENDING
    payment = order.payments.get()
    # The card is charged, and the answer gets lost.
    request = payment_request(payment=payment, return_url=HOME)
    FakeCard(code="card").submit(reference=payment.reference, data=GOOD_CARD, request=request)
    assert check_payment(order=order).state is PaymentState.PAID
    order.refresh_from_db()
    assert (order.status, order.payment_status) == ("placed", "paid")


def test_an_order_that_is_paid_later_stands_at_once_and_says_how_to_pay() -> None:
    order = place((variant_of("30.00"), 1), provider="bank_transfer")
    assert (order.status, order.payment_status) == ("placed", "unpaid")
    assert letters(order) == ["order_placed"]
    mark_paid_by_hand(order=order, actor=UserFactory(staff=True))
    order.refresh_from_db()
    assert (order.status, order.payment_status) == ("placed", "paid")
    assert payment_states(order) == ["paid"]
    assert diary(order) == ["placed", "paid"]
    assert letters(order) == ["order_placed", "order_paid"]


def test_money_is_noted_by_hand_once() -> None:
    order = place((variant_of(), 1), provider="bank_transfer")
    staff = UserFactory(staff=True)
    mark_paid_by_hand(order=order, actor=staff)
    before = everything(order)
    with pytest.raises(OrderStateError, match="paid already"):
        mark_paid_by_hand(order=order, actor=staff)
    assert everything(order) == before


def test_a_card_order_that_was_paid_in_another_way_is_confirmed_by_hand() -> None:
    order = place((variant_of(), 1))
    mark_paid_by_hand(order=order, actor=UserFactory(staff=True))
    order.refresh_from_db()
    assert (order.status, order.payment_status) == ("placed", "paid")
    assert list(order.payments.values_list("provider", "state", "amount")) == [
        ("card", "pending", Decimal("24.90")),
        ("by_hand", "paid", Decimal("24.90")),
    ]


@pytest.mark.django_db(transaction=True)
def test_a_provider_is_asked_with_no_transaction_open(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    for name in ("start", "submit", "look_up", "cancel", "refund"):
        monkeypatch.setattr(FakeCard, name, watched(getattr(FakeCard, name), asked))
    order = place((variant_of(), 1))
    start_payment(order=order, return_url=HOME)
    check_payment(order=order)
    submit_payment(order=order, data=GOOD_CARD)
    assert Order.objects.get().status == "placed"
    assert len(asked) >= 3
    assert not any(asked)


def watched(call: Any, seen: list[bool]) -> Any:
    def ask(*args: Any, **kwargs: Any) -> Any:
        seen.append(connection.in_atomic_block)
        return call(*args, **kwargs)

    return ask
