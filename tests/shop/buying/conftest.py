"""A shop that ships, and people who buy in it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from shop.models import Cart
from shop.services.orders.details import CheckoutDetails, PostalDetails
from shop.services.orders.place import PlacedOrder, place_order
from shop.services.quotes import quote_cart
from tests.factories.shop import ShippingRateFactory, TaxRateFactory

Buy = Callable[..., PlacedOrder]


def details_of(
    email: str = "ada@example.com",
    country: str = "IE",
    provider: str = "bank_transfer",
    **more: Any,
) -> CheckoutDetails:
    address = PostalDetails(
        name="Ada Moor", line1="1 Quay Street", city="Galway", postcode="H91 X2Y3", country=country
    )
    return CheckoutDetails(email=email, address=address, payment_provider=provider, **more)


@pytest.fixture
def shipping() -> None:
    """Ship to Ireland for 4.90, with 23 % tax included."""
    ShippingRateFactory(free_from=None)
    TaxRateFactory()


def buy(
    cart: Cart, *, key: str = "key-1", total: Decimal | str | None = None, **details: Any
) -> PlacedOrder:
    """Buy what is in the cart at the total it has now, unless another is given."""
    told = details_of(**details)
    expected = quote_cart(cart=cart, country=told.address.country).total
    return place_order(
        cart=cart,
        details=told,
        idempotency_key=key,
        expected_total=expected if total is None else Decimal(total),
    )
