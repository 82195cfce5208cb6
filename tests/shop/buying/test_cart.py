"""Things put into carts, changed, kept for later, and taken along at sign-in."""

from decimal import Decimal
from uuid import uuid4

import pytest

from shop.exceptions import CartTooFull, CouponRefused, NotEnoughStock, NotForSale, NotInCart
from shop.models import Cart, Product
from shop.services import cart as services
from tests.factories.shop import (
    CartFactory,
    CartLineFactory,
    CouponFactory,
    UserFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db


def contents(cart: Cart) -> list[tuple[int, int, bool]]:
    return list(cart.lines.values_list("variant_id", "quantity", "is_saved"))


def test_pieces_come_on_top_of_those_in_the_cart() -> None:
    cart, variant = CartFactory(), VariantFactory(price=Decimal("12.50"))
    services.add_to_cart(cart=cart, variant=variant)
    line = services.add_to_cart(cart=cart, variant=variant, quantity=2)
    assert contents(cart) == [(variant.pk, 3, False)]
    assert line.seen_price == Decimal("12.50")


@pytest.mark.parametrize(
    ("fields", "quantity", "error", "message"),
    [
        ({"stock": 2}, 3, NotEnoughStock, "Only 2 left."),
        ({"stock": 0}, 1, NotEnoughStock, "It has sold out."),
        ({"price": None}, 1, NotForSale, "not for sale"),
        ({"stock": 500}, 100, NotEnoughStock, "At most 99"),
        ({"product__status": Product.Status.DRAFT}, 1, NotForSale, "not for sale"),
    ],
)
def test_what_cannot_be_bought_is_refused_and_nothing_changes(
    fields: dict[str, object], quantity: int, error: type[Exception], message: str
) -> None:
    cart, variant = CartFactory(), VariantFactory(**fields)
    with pytest.raises(error, match=message):
        services.add_to_cart(cart=cart, variant=variant, quantity=quantity)
    assert contents(cart) == []


def test_what_may_be_backordered_has_no_limit_of_stock() -> None:
    cart = CartFactory()
    services.add_to_cart(
        cart=cart, variant=VariantFactory(stock=0, allow_backorder=True), quantity=3
    )
    assert cart.lines.pieces() == 3


def test_a_cart_has_room_for_so_many_things(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "MAX_LINES", 2)
    cart = CartFactory()
    first = VariantFactory()
    for variant in (first, VariantFactory()):
        services.add_to_cart(cart=cart, variant=variant)
    with pytest.raises(CartTooFull):
        services.add_to_cart(cart=cart, variant=VariantFactory())
    services.add_to_cart(cart=cart, variant=first)
    assert cart.lines.pieces() == 3


def test_a_quantity_is_set_and_nought_takes_the_line_out() -> None:
    line = CartLineFactory()
    services.set_quantity(cart=line.cart, line_id=line.pk, quantity=4)
    assert contents(line.cart) == [(line.variant_id, 4, False)]
    with pytest.raises(NotEnoughStock):
        services.set_quantity(cart=line.cart, line_id=line.pk, quantity=11)
    assert contents(line.cart) == [(line.variant_id, 4, False)]
    assert services.set_quantity(cart=line.cart, line_id=line.pk, quantity=0) is None
    assert contents(line.cart) == []


def test_nobody_changes_a_line_of_another_cart() -> None:
    line, other = CartLineFactory(), CartFactory()
    for change in (services.remove_line, services.save_for_later, services.move_to_cart):
        with pytest.raises(NotInCart):
            change(cart=other, line_id=line.pk)
    with pytest.raises(NotInCart):
        services.set_quantity(cart=other, line_id=line.pk, quantity=9)
    assert contents(line.cart) == [(line.variant_id, 1, False)]


def test_things_are_kept_for_later_and_come_back() -> None:
    line = CartLineFactory(quantity=5)
    services.save_for_later(cart=line.cart, line_id=line.pk)
    assert line.cart.lines.to_buy().count() == 0
    line.variant.stock = 3
    line.variant.save()
    services.move_to_cart(cart=line.cart, line_id=line.pk)
    assert contents(line.cart) == [(line.variant_id, 3, False)]


def test_a_code_is_kept_as_the_shop_writes_it_and_a_bad_one_changes_nothing() -> None:
    line = CartLineFactory()
    CouponFactory(code="Wet-Hills")
    services.apply_coupon(cart=line.cart, code=" wet-hills ")
    assert line.cart.coupon_code == "Wet-Hills"
    for code in ("nonsense", ""):
        with pytest.raises(CouponRefused):
            services.apply_coupon(cart=line.cart, code=code)
    line.cart.refresh_from_db()
    assert line.cart.coupon_code == "Wet-Hills"
    services.remove_coupon(cart=line.cart)
    line.cart.refresh_from_db()
    assert line.cart.coupon_code == ""


def test_a_guests_cart_is_found_by_its_token_alone() -> None:
    cart, customer = CartFactory(), UserFactory()
    assert services.find_cart(customer=None, token=cart.token) == cart
    assert services.find_cart(customer=None, token=uuid4()) is None
    assert services.find_cart(customer=customer, token=cart.token) is None
    own = services.open_cart(customer=customer)
    assert services.find_cart(customer=None, token=own.token) is None
    assert services.open_cart(customer=customer) == own


def test_a_guests_cart_becomes_the_accounts_at_sign_in() -> None:
    line, customer = CartLineFactory(), UserFactory()
    merged = services.merge_carts(token=line.cart.token, customer=customer)
    assert merged == line.cart
    assert services.find_cart(customer=customer, token=None) == line.cart


def test_two_carts_become_one_with_the_larger_number_of_each() -> None:
    customer = UserFactory()
    own, guest = CartFactory(customer=customer), CartFactory(coupon_code="GUEST")
    both, saved = VariantFactory(), VariantFactory()
    CartLineFactory(cart=own, variant=both, quantity=3)
    CartLineFactory(cart=own, variant=saved, quantity=8, is_saved=True)
    CartLineFactory(cart=guest, variant=both, quantity=2)
    CartLineFactory(cart=guest, variant=saved, quantity=1)
    new = CartLineFactory(cart=guest, quantity=4).variant
    merged = services.merge_carts(token=guest.token, customer=customer)
    assert merged == own
    assert sorted(contents(own)) == sorted(
        [(both.pk, 3, False), (saved.pk, 1, False), (new.pk, 4, False)]
    )
    own.refresh_from_db()
    assert own.coupon_code == "GUEST"
    assert not Cart.objects.filter(pk=guest.pk).exists()


def test_nobody_takes_the_cart_of_an_account_by_its_token() -> None:
    own = CartFactory(customer=UserFactory())
    other = UserFactory()
    assert services.merge_carts(token=own.token, customer=other) is None
    own.refresh_from_db()
    assert own.customer != other
