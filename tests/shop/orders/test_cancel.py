"""Orders that come to nothing."""

from decimal import Decimal

import pytest

from shop.exceptions import OrderStateError
from shop.models import Coupon, CouponUse, OutgoingEmail, Refund
from shop.services.orders.cancel import cancel_order
from shop.services.orders.refund import refund_order
from shop.services.orders.settle import settle_refund
from shop.services.orders.ship import ship_order
from tests.factories.shop import CouponFactory, UserFactory
from tests.shop.orders.shop import (
    diary,
    everything,
    letters,
    line_of,
    paid_order,
    payment_states,
    place,
    stock_of,
    variant_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipping")]


def test_an_unpaid_order_gives_its_goods_and_its_code_back() -> None:
    variant, coupon = variant_of(stock=5), CouponFactory(max_uses=1)
    order = place((variant, 2), coupon=coupon.code)
    assert (stock_of(variant), Coupon.objects.get().used_count) == (3, 1)
    staff = UserFactory(staff=True)
    cancel_order(order=order, actor=staff, reason="Asked for by telephone.")
    assert (order.status, order.expires_at) == ("cancelled", None)
    assert (stock_of(variant), Coupon.objects.get().used_count) == (5, 0)
    assert not CouponUse.objects.exists()
    assert payment_states(order) == ["cancelled"]
    event = order.events.get()
    assert (event.kind, event.text, event.actor) == (
        "cancelled",
        "Asked for by telephone.",
        staff,
    )
    assert letters(order) == ["order_cancelled"]
    letter = OutgoingEmail.objects.get()
    assert "Asked for by telephone." in letter.text
    assert "You have not paid anything" in letter.text
    assert not Refund.objects.exists()


def test_what_was_never_on_the_shelf_does_not_go_back_there() -> None:
    variant = variant_of(stock=2, allow_backorder=True)
    order = place((variant, 5))
    assert (stock_of(variant), line_of(order, variant).backordered) == (0, 3)
    cancel_order(order=order)
    assert stock_of(variant) == 2


def test_a_paid_order_gives_all_its_money_back() -> None:
    variant = variant_of("20.00", stock=5)
    order = paid_order((variant, 2))
    cancel_order(order=order)
    refund = Refund.objects.get()
    assert (refund.amount, refund.state, refund.payment) == (
        Decimal("44.90"),
        "pending",
        order.payments.get(),
    )
    line = refund.lines.get()
    assert (line.quantity, line.restocked, line.amount) == (2, 2, Decimal("40.00"))
    assert (order.refunded_total, order.payment_status) == (Decimal("44.90"), "paid")
    assert stock_of(variant) == 5
    settle_refund(refund=refund)
    order.refresh_from_db()
    assert (refund.state, order.payment_status) == ("settled", "refunded")
    assert diary(order) == ["paid", "placed", "cancelled", "note", "refunded"]
    assert letters(order) == ["order_placed", "order_cancelled", "order_refunded"]


def test_pieces_that_went_back_before_go_back_once() -> None:
    variant = variant_of("20.00", stock=5)
    order = paid_order((variant, 3))
    refund_order(
        order=order,
        lines={line_of(order, variant).pk: 1},
        restock=False,
        reason="Broken in the warehouse.",
        idempotency_key="one",
    )
    cancel_order(order=order)
    assert stock_of(variant) == 4
    amounts = list(Refund.objects.values_list("amount", flat=True))
    assert amounts == [Decimal("20.00"), Decimal("44.90")]
    assert order.refunded_total == order.total == Decimal("64.90")


def test_what_has_left_or_ended_is_not_cancelled() -> None:
    sent, ended = paid_order(), place((variant_of(), 1))
    ship_order(order=sent)
    cancel_order(order=ended)
    for order, word in ((sent, "shipped"), (ended, "cancelled")):
        before = everything(order)
        with pytest.raises(OrderStateError, match=word):
            cancel_order(order=order)
        assert everything(order) == before
