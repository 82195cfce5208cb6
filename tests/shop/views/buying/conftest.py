"""A shop that ships, takes codes and can be paid, and its visitors."""

from decimal import Decimal

import pytest
from django.test import Client

from shop.models import Cart, ShippingMethod, User, Variant
from tests.factories.shop import (
    ProductFactory,
    ShippingCountryFactory,
    ShippingRateFactory,
    TaxRateFactory,
    UserFactory,
)


@pytest.fixture
def market() -> None:
    """Ship to Ireland (standard 4.90, free from 60; express 9.50) and Finland; tax is included."""
    ShippingRateFactory(country__name="Ireland", days_min=1, days_max=2)
    ShippingRateFactory(
        code="express", price="9.50", free_from=None, method__position=1, days_min=1, days_max=1
    )
    finland = ShippingCountryFactory(code="FI", name="Finland")
    ShippingRateFactory(
        country=finland, price="9.90", free_from=Decimal(150), days_min=4, days_max=7
    )
    ShippingMethod.objects.filter(code="standard").update(name="Standard delivery")
    TaxRateFactory()
    TaxRateFactory(to="FI", percent="25.5")


@pytest.fixture
def mug(market: None) -> Variant:
    """Return something that costs 20, of which there are ten."""
    return Variant.objects.get(product=ProductFactory(title="Mug", slug="mug"))


@pytest.fixture
def throw(market: None) -> Variant:
    """Return something that costs 35.50, of which there are three."""
    product = ProductFactory(
        title="Throw", slug="throw", variant__price=Decimal("35.50"), variant__stock=3
    )
    return Variant.objects.get(product=product)


@pytest.fixture
def shopper() -> User:
    """Return somebody with an account."""
    return UserFactory(email="ada@example.com", first_name="Ada", last_name="Moor")


def put_in(client: Client, variant: Variant, quantity: int = 1) -> Cart:
    """Put pieces into the visitor's cart, by the shop's own form, and return the cart."""
    response = client.post("/cart/add/", {"variant": variant.pk, "quantity": quantity})
    assert (response.status_code, response["Location"]) == (303, "/cart/")
    return cart_of(client)


def cart_of(client: Client) -> Cart:
    """Return the visitor's cart."""
    if "_auth_user_id" in client.session:
        return Cart.objects.get(customer_id=client.session["_auth_user_id"])
    return Cart.objects.get(token=client.session["cart"])


def contents(client: Client) -> dict[str, tuple[int, bool]]:
    """Return what the visitor's cart holds: title -> (pieces, whether it is kept for later)."""
    lines = cart_of(client).lines.select_related("variant__product")
    return {line.variant.product.title: (line.quantity, line.is_saved) for line in lines}
