"""A cart becomes an order, all or nothing."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from shop.exceptions import (
    CheckoutError,
    CouponRefused,
    EmptyCart,
    KeyUsedOtherwise,
    NotDeliverable,
    OrderChanged,
    PaymentNotOffered,
)
from shop.models import (
    Cart,
    Coupon,
    CouponUse,
    Order,
    OutgoingEmail,
    Payment,
    Product,
    ShippingRate,
    Variant,
)
from shop.services.coupons import claim_coupon
from shop.services.orders import place
from shop.services.orders.reserve import take_stock
from tests.factories.shop import (
    CartFactory,
    CartLineFactory,
    CouponFactory,
    OrderFactory,
    UserFactory,
    VariantFactory,
)
from tests.shop.buying.conftest import buy

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipping")]


@pytest.fixture
def cart() -> Cart:
    """Two of one thing at 20.00 of which there are ten, and one of another at 5.50."""
    cart = CartFactory()
    CartLineFactory(cart=cart, quantity=2, variant__sku="TENT", variant__weight_g=900)
    CartLineFactory(cart=cart, variant__sku="PEG", variant__price=Decimal("5.50"))
    return cart


def stock(sku: str) -> int:
    return Variant.objects.get(sku=sku).stock


def nothing_happened() -> bool:
    untouched = not Order.objects.exists() and not OutgoingEmail.objects.exists()
    return untouched and (stock("TENT"), stock("PEG")) == (10, 10)


def test_an_order_keeps_all_that_was_agreed(cart: Cart) -> None:
    order = buy(cart, email="Ada@Example.com", note="Ring twice.").order
    assert (order.status, order.payment_status) == ("placed", "unpaid")
    assert (order.email, order.name, order.city, order.country) == (
        *("ada@example.com", "Ada Moor"),
        *("Galway", "IE"),
    )
    assert (order.shipping_name, order.days_min, order.days_max) == ("Standard", 1, 3)
    assert order.goods_total == Decimal("45.50")
    assert order.total == Decimal("50.40")
    assert order.taxes == [
        {"percent": "23", "is_included": True, "taxable": "50.40", "tax": "9.42"}
    ]
    tent, peg = order.lines.all()
    assert (tent.sku, tent.quantity, tent.weight_g, tent.is_tax_included) == ("TENT", 2, 900, True)
    assert (tent.unit_price, tent.tax_percent) == (Decimal(20), Decimal(23))
    assert (peg.sku, peg.quantity, peg.unit_price) == ("PEG", 1, Decimal("5.50"))
    assert order.buyer_note == "Ring twice."


def test_goods_leave_the_shelf_and_the_cart(cart: Cart) -> None:
    CartLineFactory(cart=cart, is_saved=True)
    buy(cart)
    assert (stock("TENT"), stock("PEG")) == (8, 9)
    assert list(cart.lines.values_list("is_saved", flat=True)) == [True]


def test_an_order_to_be_paid_later_is_confirmed_at_once(cart: Cart) -> None:
    order = buy(cart).order
    letter = OutgoingEmail.objects.get()
    assert letter.to == "ada@example.com"
    assert order.number in letter.text
    assert order.payments.get().state == Payment.State.PENDING


def test_an_order_to_be_paid_now_waits_with_its_goods_kept(cart: Cart, settings: Any) -> None:
    settings.SHOP = {**settings.SHOP, "RESERVATION_MINUTES": 20}
    order = buy(cart, provider="card").order
    assert order.status == Order.Status.PENDING
    assert order.expires_at is not None
    assert timedelta(minutes=19) < order.expires_at - timezone.now() <= timedelta(minutes=20)
    assert stock("TENT") == 8
    assert not OutgoingEmail.objects.exists()


def test_an_order_that_costs_nothing_is_paid(cart: Cart) -> None:
    ShippingRate.objects.update(price=0)
    cart.coupon_code = CouponFactory(kind="amount", amount=100).code
    cart.save()
    order = buy(cart, provider="card").order
    assert order.total == 0
    assert (order.status, order.payment_status) == ("placed", "paid")
    assert order.payments.get().state == Payment.State.PAID


def test_the_same_request_gets_the_same_order(cart: Cart) -> None:
    first = buy(cart, total="50.40")
    again = buy(cart, total="50.40")
    assert (first.is_replay, again.is_replay) == (False, True)
    assert again.order == first.order
    assert stock("TENT") == 8


def test_a_key_is_good_for_one_request_only(cart: Cart) -> None:
    buy(cart, total="50.40")
    with pytest.raises(KeyUsedOtherwise):
        buy(cart, total="50.40", note="Another parcel.")
    assert Order.objects.count() == 1


def test_two_buyers_may_choose_the_same_key(cart: Cart) -> None:
    other = CartFactory(customer=UserFactory())
    CartLineFactory(cart=other)
    assert buy(cart).order != buy(other).order


def price_rises() -> None:
    Variant.objects.filter(sku="PEG").update(price=Decimal("5.51"))


def stock_falls() -> None:
    Variant.objects.filter(sku="TENT").update(stock=1)


def goes_off_sale() -> None:
    Product.objects.filter(variants__sku="PEG").update(status=Product.Status.ARCHIVED)


@pytest.mark.parametrize(
    ("event", "message"),
    [
        (price_rises, r"The total is €50\.41 now"),
        (stock_falls, "Only 1 left."),
        (goes_off_sale, "It is not for sale any more."),
    ],
)
def test_what_changed_since_the_total_was_shown_stops_the_order(
    cart: Cart, event: Callable[[], None], message: str
) -> None:
    event()
    before = (stock("TENT"), stock("PEG"))
    with pytest.raises(OrderChanged, match=message):
        buy(cart, total="50.40")
    assert not Order.objects.exists()
    assert (stock("TENT"), stock("PEG")) == before
    assert cart.lines.count() == 2


@pytest.mark.parametrize("event", [price_rises, stock_falls, goes_off_sale])
def test_what_changes_between_reading_and_taking_stops_the_order_too(
    cart: Cart, event: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last look is the UPDATE itself: what it relies on, it says."""

    def change_then_take(*, order: Order) -> None:
        event()
        take_stock(order=order)

    monkeypatch.setattr(place, "take_stock", change_then_take)
    with pytest.raises(OrderChanged):
        buy(cart)
    assert not Order.objects.exists()
    assert cart.lines.count() == 2


@pytest.mark.parametrize(
    ("details", "error"),
    [
        ({"country": "GB"}, NotDeliverable),
        ({"shipping_method": "pigeon"}, NotDeliverable),
        ({"provider": "shells"}, PaymentNotOffered),
    ],
)
def test_what_is_not_offered_is_refused(
    cart: Cart, details: dict[str, str], error: type[CheckoutError]
) -> None:
    with pytest.raises(error):
        buy(cart, **details)
    assert nothing_happened()


def test_an_empty_cart_is_no_order() -> None:
    with pytest.raises(EmptyCart):
        buy(CartFactory())


def test_a_code_is_used_up_by_the_order(cart: Cart) -> None:
    cart.coupon_code = CouponFactory(max_uses=5, max_uses_per_customer=1).code
    cart.save()
    order = buy(cart, total="45.85").order
    assert order.discount_total == Decimal("4.55")
    assert sum(line.discount for line in order.lines.all()) == Decimal("4.55")
    assert Coupon.objects.get().used_count == 1
    assert CouponUse.objects.get().email == "ada@example.com"
    cart.refresh_from_db()
    assert cart.coupon_code == ""


def test_a_code_that_this_address_has_used_is_said_before_the_order(cart: Cart) -> None:
    coupon = CouponFactory(max_uses_per_customer=1)
    claim_coupon(code=coupon.code, order=OrderFactory(email="ada@example.com"))
    cart.coupon_code = coupon.code
    cart.save()
    with pytest.raises(OrderChanged, match="used this code already"):
        buy(cart)
    assert Order.objects.count() == 1
    assert stock("TENT") == 10


@pytest.mark.parametrize(
    "fields", [{"max_uses": 1, "used_count": 1}, {"is_active": False}, {"max_uses_per_customer": 0}]
)
def test_a_code_without_a_use_left_cannot_be_claimed(fields: dict[str, Any]) -> None:
    coupon = CouponFactory(**fields)
    with pytest.raises(CouponRefused):
        claim_coupon(code=coupon.code, order=OrderFactory())


def test_what_may_be_backordered_is_sold_beyond_the_stock_and_the_rest_noted() -> None:
    cart = CartFactory()
    variant = VariantFactory(stock=2, allow_backorder=True)
    CartLineFactory(cart=cart, variant=variant, quantity=5)
    line = buy(cart).order.lines.get()
    assert line.backordered == 3
    variant.refresh_from_db()
    assert variant.stock == 0
