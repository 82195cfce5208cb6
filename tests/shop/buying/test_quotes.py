"""A cart's totals from the database's own prices, rates and codes."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from shop.models import Cart, Coupon, Product
from shop.services.quotes import quote_cart
from tests.factories.shop import (
    CartFactory,
    CartLineFactory,
    CouponFactory,
    ProductFactory,
    ShippingRateFactory,
    TaxClassFactory,
    TaxRateFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def cart() -> Cart:
    """Two tents at 20.00 in a shop that ships to Ireland and Germany."""
    ShippingRateFactory(days_min=1, days_max=2)
    ShippingRateFactory(code="express", price=Decimal("9.50"), free_from=None)
    ShippingRateFactory(to="DE", price=Decimal("7.90"), free_from=Decimal(120))
    TaxRateFactory()
    cart = CartFactory()
    CartLineFactory(cart=cart, quantity=2)
    return cart


def test_totals_of_the_shops_own_country_until_another_is_known(cart: Cart) -> None:
    quote = quote_cart(cart=cart)
    assert (quote.country, quote.currency) == ("IE", "EUR")
    assert quote.goods_total == 40
    assert quote.shipping_price == Decimal("4.90")
    assert quote.total == Decimal("44.90")
    assert quote.tax_total == Decimal("8.40")
    assert [(each.code, each.price, each.is_chosen) for each in quote.shipping_options] == [
        ("standard", Decimal("4.90"), True),
        ("express", Decimal("9.50"), False),
    ]
    assert quote.shipping_options[0].free_in == 20
    assert quote.is_buyable


def test_another_country_has_its_own_rates_and_taxes(cart: Cart) -> None:
    TaxRateFactory(to="DE", percent=19, is_included=False)
    quote = quote_cart(cart=cart, country="DE")
    assert quote.shipping_price == Decimal("7.90")
    assert quote.tax_added == Decimal("9.10")
    assert quote.total == Decimal("57.00")


def test_a_method_is_chosen_by_its_code_and_an_unknown_one_falls_back(cart: Cart) -> None:
    assert quote_cart(cart=cart, method="express").total == Decimal("49.50")
    assert quote_cart(cart=cart, method="pigeon").shipping_price == Decimal("4.90")


def test_a_country_that_is_not_shipped_to_cannot_be_ordered_to(cart: Cart) -> None:
    quote = quote_cart(cart=cart, country="GB")
    assert (quote.shipping, quote.is_buyable) == (None, False)


def test_the_smallest_weight_step_that_carries_the_parcel_is_the_price(cart: Cart) -> None:
    ShippingRateFactory(to="FR", max_weight_g=2000, price=5, free_from=None)
    ShippingRateFactory(to="FR", max_weight_g=10_000, price=9, free_from=None)
    line = cart.lines.get()
    for weight, price in ((500, 5), (1000, 5), (1001, 9), (5001, None)):
        line.variant.weight_g = weight
        line.variant.save()
        shipping = quote_cart(cart=cart, country="FR").shipping
        assert (shipping.price if shipping else None) == price


def test_a_products_own_tax_class_counts(cart: Cart) -> None:
    TaxRateFactory(of="books", percent=0)
    book = ProductFactory(tax_class=TaxClassFactory(code="books"))
    CartLineFactory(cart=cart, variant=book.variants.get())
    quote = quote_cart(cart=cart)
    assert [(tax.percent, tax.taxable) for tax in quote.taxes] == [(Decimal(23), Decimal(40))]
    assert quote.lines[1].tax.percent == 0


@pytest.mark.parametrize(
    ("stock", "status", "price", "problem"),
    [
        (1, "active", 20, "Only 1 left."),
        (0, "active", 20, "It has sold out."),
        (9, "draft", 20, "It is not for sale any more."),
        (9, "active", None, "It is not for sale any more."),
    ],
)
def test_what_cannot_be_bought_says_why(
    cart: Cart, stock: int, status: str, price: int | None, problem: str
) -> None:
    variant = cart.lines.get().variant
    variant.stock, variant.price = stock, price
    variant.save()
    Product.objects.update(status=status)
    quote = quote_cart(cart=cart)
    assert [line.problem for line in quote.lines] == [problem]
    assert not quote.is_buyable


def test_what_is_kept_for_later_is_not_bought(cart: Cart) -> None:
    CartLineFactory(cart=cart, is_saved=True)
    assert quote_cart(cart=cart).pieces == 2


def test_queries_do_not_grow_with_the_cart(
    cart: Cart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cart.coupon_code = CouponFactory().code
    for _ in range(20):
        CartLineFactory(cart=cart, variant=VariantFactory(product=ProductFactory(variant=None)))
    with django_assert_num_queries(4):
        quote_cart(cart=cart)


@pytest.mark.parametrize(
    ("fields", "total"),
    [
        ({}, "40.90"),
        ({"kind": "amount", "amount": 5}, "39.90"),
        ({"kind": "shipping"}, "40.00"),
        ({"minimum": 40}, "40.90"),
    ],
)
def test_codes_take_off_what_they_say(cart: Cart, fields: dict[str, object], total: str) -> None:
    cart.coupon_code = CouponFactory(**fields).code.lower()
    quote = quote_cart(cart=cart)
    assert quote.coupon.is_applied
    assert quote.total == Decimal(total)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"is_active": False}, "This code is not known."),
        ({"minimum": Decimal("40.01")}, "This code counts from €40.01 of goods."),
        ({"ends_at": timezone.now() - timedelta(1)}, "This code has run out."),
        (
            {"starts_at": timezone.now().replace(year=2099, month=5, day=4)},
            "This code starts to count on 4 May 2099.",
        ),
        ({"max_uses": 3, "used_count": 3}, "This code has been used up."),
    ],
)
def test_a_code_that_does_not_count_says_why(
    cart: Cart, fields: dict[str, object], problem: str
) -> None:
    cart.coupon_code = CouponFactory(**fields).code
    quote = quote_cart(cart=cart)
    assert quote.coupon.problem == problem
    assert quote.discount_total == 0


def test_an_unknown_code_is_told_like_one_that_is_switched_off(cart: Cart) -> None:
    cart.coupon_code = "NOSUCH"
    assert not Coupon.objects.exists()
    assert quote_cart(cart=cart).coupon.problem == "This code is not known."
