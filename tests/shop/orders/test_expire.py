"""Orders that were not paid in time."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from shop.exceptions import PaymentDeclined, PaymentUnavailable
from shop.models import Order, PaymentEvent, Refund
from shop.payments.base import PaymentStart, PaymentState
from shop.payments.fake.provider import FakeCard
from shop.services.orders.asked import payment_request
from shop.services.orders.cancel import cancel_order
from shop.services.orders.close import close_payments
from shop.services.orders.expire import PATIENCE, expire_orders
from shop.services.payments import apply_payment_news, start_payment, submit_payment
from tests.factories.shop import CouponFactory
from tests.shop.orders.shop import (
    GOOD_CARD,
    HOME,
    diary,
    everything,
    letters,
    payment_states,
    place,
    stock_of,
    variant_of,
)
from tests.shop.orders.test_webhook import news_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipping")]


def make_overdue(order: Order) -> None:
    Order.objects.filter(pk=order.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    order.refresh_from_db()


def charge(order: Order) -> None:
    """Have the card charged without the shop hearing of it."""
    payment = order.payments.get()
    FakeCard(code="card").submit(
        reference=payment.reference,
        data=GOOD_CARD,
        request=payment_request(payment=payment, return_url=HOME),
    )


def test_an_order_that_is_not_paid_in_time_gives_its_goods_to_others() -> None:
    variant = variant_of(stock=5)
    order, waiting = place((variant, 2)), place((variant, 1))
    start_payment(order=order, return_url=HOME)
    make_overdue(order)
    assert expire_orders(limit=10) == 1
    order.refresh_from_db()
    assert (order.status, order.expires_at, stock_of(variant)) == ("cancelled", None, 4)
    assert (diary(order), letters(order)) == (["expired"], ["order_expired"])
    assert payment_states(order) == ["cancelled"]
    waiting.refresh_from_db()
    assert waiting.status == "pending"
    assert expire_orders(limit=10) == 0


def test_its_card_is_not_charged_any_more() -> None:
    order = place((variant_of(), 1))
    start_payment(order=order, return_url=HOME)
    payment = order.payments.get()
    make_overdue(order)
    expire_orders(limit=10)
    with pytest.raises(PaymentDeclined):
        FakeCard(code="card").submit(
            reference=payment.reference,
            data=GOOD_CARD,
            request=payment_request(payment=payment, return_url=HOME),
        )


def test_an_order_whose_payment_was_not_heard_of_yet_is_confirmed() -> None:
    variant = variant_of(stock=5)
    order = place((variant, 2))
    start_payment(order=order, return_url=HOME)
    charge(order)
    make_overdue(order)
    assert expire_orders(limit=10) == 0
    order.refresh_from_db()
    assert (order.status, order.payment_status, stock_of(variant)) == ("placed", "paid", 3)
    assert letters(order) == ["order_placed"]


def test_a_payment_that_wins_the_race_against_its_end_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order = place((variant_of(), 1))
    start_payment(order=order, return_url=HOME)
    make_overdue(order)
    cancel = FakeCard.cancel

    def charge_first(provider: FakeCard, reference: str) -> None:
        charge(order)
        cancel(provider, reference)

    monkeypatch.setattr(FakeCard, "cancel", charge_first)
    assert expire_orders(limit=10) == 0
    order.refresh_from_db()
    assert (order.status, order.payment_status) == ("placed", "paid")


def test_while_nobody_knows_the_goods_are_kept_but_not_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    variant = variant_of(stock=5)
    orders = [place((variant, 1)) for _ in range(3)]
    for order in orders:
        start_payment(order=order, return_url=HOME)
        make_overdue(order)
    asked: list[str] = []

    def away(provider: FakeCard, reference: str) -> PaymentStart:
        asked.append(reference)
        raise PaymentUnavailable

    monkeypatch.setattr(FakeCard, "look_up", away)
    assert expire_orders(limit=10) == 0
    assert len(asked) == 1  # the others are not made to wait for the same time-out
    assert not Order.objects.overdue().exists()
    assert stock_of(variant) == 2
    Order.objects.update(placed_at=timezone.now() - PATIENCE)
    make_overdue(orders[0])
    assert expire_orders(limit=10) == 1
    assert stock_of(variant) == 3


def test_an_order_whose_provider_is_gone_ends(settings: Any) -> None:
    order = place((variant_of(), 1))
    start_payment(order=order, return_url=HOME)
    make_overdue(order)
    settings.SHOP_PAYMENTS = {}
    assert expire_orders(limit=10) == 1


def test_paid_too_late_it_is_confirmed_when_everything_is_still_there() -> None:
    variant, coupon = variant_of(stock=2), CouponFactory(max_uses=1)
    order = place((variant, 2), coupon=coupon.code)
    start_payment(order=order, return_url=HOME)
    make_overdue(order)
    expire_orders(limit=10)
    apply_payment_news(provider_code="card", news=news_of(order))
    order.refresh_from_db()
    coupon.refresh_from_db()
    assert (order.status, order.payment_status) == ("placed", "paid")
    assert (stock_of(variant), coupon.used_count) == (0, 1)
    assert letters(order) == ["order_expired", "order_placed"]
    assert not Refund.objects.exists()


@pytest.mark.parametrize("gone", ["one piece", "the code"])
def test_paid_too_late_the_money_goes_back_when_anything_is_gone(gone: str) -> None:
    first, second = variant_of(stock=2), variant_of(stock=2)
    coupon = CouponFactory(max_uses=1)
    order = place((first, 2), (second, 2), coupon=coupon.code)
    start_payment(order=order, return_url=HOME)
    make_overdue(order)
    expire_orders(limit=10)
    place((second, 1), email="other@example.com", coupon="" if gone == "one piece" else coupon.code)
    before = (stock_of(first), stock_of(second))
    used = 0 if gone == "one piece" else 1
    apply_payment_news(provider_code="card", news=news_of(order))
    order.refresh_from_db()
    coupon.refresh_from_db()
    assert (order.status, order.payment_status) == ("cancelled", "paid")
    refund = Refund.objects.get()
    assert (refund.amount, refund.state) == (order.total, "pending")
    assert (stock_of(first), stock_of(second)) == before
    assert coupon.used_count == used
    assert letters(order) == ["order_expired", "order_paid_late"]


def test_what_the_buyer_cancelled_is_not_brought_back_by_a_payment() -> None:
    variant = variant_of(stock=5)
    order = place((variant, 1))
    start_payment(order=order, return_url=HOME)
    cancel_order(order=order)
    apply_payment_news(provider_code="card", news=news_of(order))
    order.refresh_from_db()
    assert (order.status, order.payment_status) == ("cancelled", "paid")
    assert Refund.objects.get().amount == order.total
    assert stock_of(variant) == 5


def test_the_payments_of_an_order_that_ended_are_closed_at_the_provider() -> None:
    order = place((variant_of(), 1))
    start_payment(order=order, return_url=HOME)
    cancel_order(order=order)
    payment = order.payments.get()
    assert FakeCard(code="card").look_up(payment.reference).state is PaymentState.PENDING
    close_payments(order=order)
    assert FakeCard(code="card").look_up(payment.reference).state is PaymentState.CANCELLED


def test_a_payment_made_while_the_order_was_cancelled_is_found_and_goes_back() -> None:
    order = place((variant_of(), 1))
    start_payment(order=order, return_url=HOME)
    charge(order)
    cancel_order(order=order)
    close_payments(order=order)
    order.refresh_from_db()
    assert (order.status, payment_states(order)) == ("cancelled", ["paid"])
    assert Refund.objects.get().amount == order.total
    before = everything(order)
    close_payments(order=order)
    assert everything(order) == before
    assert not PaymentEvent.objects.exists()


def test_an_order_paid_in_the_last_second_is_not_ended_by_the_sweep() -> None:
    order = place((variant_of(), 1))
    start_payment(order=order, return_url=HOME)
    make_overdue(order)
    submit_payment(order=order, data=GOOD_CARD)
    assert expire_orders(limit=10) == 0
    order.refresh_from_db()
    assert order.status == "placed"
