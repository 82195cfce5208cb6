"""Carts by the API: filled, changed, quoted, and nobody else's."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from shop.models import Cart, User, Variant
from tests.api.conftest import program, signed_in
from tests.factories.shop import (
    CartFactory,
    CartLineFactory,
    CouponFactory,
    ShippingRateFactory,
    TaxRateFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shop_that_ships() -> None:
    ShippingRateFactory(days_min=1, days_max=2)
    ShippingRateFactory(to="DE", price=Decimal("7.90"), free_from=None)
    TaxRateFactory()


def opened(client: APIClient) -> str:
    response = client.post("/api/v1/carts/")
    assert response.status_code == 201
    return f"/api/v1/carts/{response.json()['token']}/"


def test_a_guest_fills_a_cart_and_sees_what_it_comes_to(anonymous: APIClient) -> None:
    variant = VariantFactory(sku="TENT-1", price=Decimal("49.90"), product__title="Tent")
    cart = opened(anonymous)
    response = anonymous.post(f"{cart}lines/", {"sku": "tent-1", "quantity": 2})
    assert response.status_code == 201
    body = response.json()
    assert body == anonymous.get(cart).json()
    (line,) = body["lines"]
    assert (line["variant"], line["title"], line["quantity"]) == (variant.pk, "Tent", 2)
    assert (line["unit_price"], line["total"], line["problem"]) == ("49.90", "99.80", "")
    assert (body["country"], body["currency"], body["is_buyable"]) == ("IE", "EUR", True)
    assert (body["goods_total"], body["shipping_price"], body["total"]) == (
        *("99.80", "0.00"),
        "99.80",
    )
    assert body["taxes"] == [
        {"percent": "23", "is_included": True, "taxable": "99.80", "tax": "18.66"}
    ]
    (option,) = body["shipping_options"]
    assert (option["code"], option["price"], option["free_in"]) == ("standard", "0.00", "0.00")
    assert "bank_transfer" in {each["code"] for each in body["payment_methods"]}


def test_lines_are_changed_and_taken_out(anonymous: APIClient) -> None:
    line = CartLineFactory()
    cart = f"/api/v1/carts/{line.cart.token}/"
    changed = anonymous.patch(f"{cart}lines/{line.pk}/", {"quantity": 3})
    assert (changed.status_code, changed.json()["lines"][0]["quantity"]) == (200, 3)
    emptied = anonymous.delete(f"{cart}lines/{line.pk}/")
    assert (emptied.status_code, emptied.json()["lines"]) == (200, [])
    assert anonymous.delete(f"{cart}lines/{line.pk}/").status_code == 404


def test_country_method_and_code_are_chosen(anonymous: APIClient) -> None:
    line = CartLineFactory()
    code = CouponFactory().code
    cart = f"/api/v1/carts/{line.cart.token}/"
    body = anonymous.patch(cart, {"country": "DE", "coupon_code": code.lower()}).json()
    assert (body["country"], body["shipping_price"], body["discount_total"]) == (
        *("DE", "7.90"),
        "2.00",
    )
    assert body["coupon"] == {"code": code, "description": "", "problem": ""}
    assert anonymous.patch(cart, {"coupon_code": ""}).json()["coupon"] is None


@pytest.mark.parametrize(
    ("fields", "quantity", "status", "problem"),
    [
        ({"stock": 2}, 3, 409, "not-enough-stock"),
        ({"price": None}, 1, 409, "not-for-sale"),
        ({}, 0, 400, "invalid"),
        ({}, 100, 400, "invalid"),
    ],
)
def test_what_cannot_be_bought_is_refused_and_nothing_changes(
    anonymous: APIClient, fields: dict[str, Any], quantity: int, status: int, problem: str
) -> None:
    variant, cart = VariantFactory(**fields), opened(anonymous)
    response = anonymous.post(f"{cart}lines/", {"variant": variant.pk, "quantity": quantity})
    assert response.status_code == status
    assert response.json()["type"] == f"urn:vitrine:problem:{problem}"
    assert anonymous.get(cart).json()["lines"] == []


@pytest.mark.parametrize("body", [{}, {"sku": "NONE"}, {"sku": "A", "variant": 1}])
def test_a_variant_is_named_in_one_way(anonymous: APIClient, body: dict[str, Any]) -> None:
    assert anonymous.post(f"{opened(anonymous)}lines/", body).status_code == 400


def test_a_bad_code_is_refused_in_words(anonymous: APIClient) -> None:
    cart = opened(anonymous)
    response = anonymous.patch(cart, {"coupon_code": "NOSUCH"})
    assert (response.status_code, response.json()["detail"]) == (409, "This code is not known.")


def test_an_account_has_one_cart_of_its_own(shopper: User) -> None:
    client = signed_in(shopper)
    assert opened(client) == opened(client)
    assert Cart.objects.get().customer == shopper


def test_an_accounts_cart_is_nobody_elses(shopper: User, staff: User) -> None:
    cart = CartFactory(customer=shopper)
    line = CartLineFactory(cart=cart)
    path = f"/api/v1/carts/{cart.token}/"
    strangers = [
        APIClient(),
        signed_in(staff),
        program(staff, "orders:write"),
        program(shopper, "orders:read"),
    ]
    for client in strangers:
        answers = [
            client.get(path),
            client.patch(path, {"country": "DE"}),
            client.post(f"{path}lines/", {"variant": line.variant_id}),
            client.patch(f"{path}lines/{line.pk}/", {"quantity": 5}),
            client.delete(f"{path}lines/{line.pk}/"),
        ]
        assert {answer.status_code for answer in answers} == {404}
    line.refresh_from_db()
    assert line.quantity == 1
    assert program(shopper, "orders:write").get(path).status_code == 200


def test_a_token_without_the_scope_is_a_guest(shopper: User) -> None:
    opened(program(shopper, "orders:read"))
    assert Cart.objects.get().customer is None


def test_an_unknown_cart_is_not_there(anonymous: APIClient) -> None:
    assert anonymous.get(f"/api/v1/carts/{uuid4()}/").status_code == 404


def test_queries_do_not_grow_with_the_cart(
    anonymous: APIClient, django_assert_max_num_queries: Any
) -> None:
    cart = CartFactory()
    for _ in range(12):
        CartLineFactory(cart=cart, variant=VariantFactory())
    assert Variant.objects.count() == 12
    with django_assert_max_num_queries(6):
        anonymous.get(f"/api/v1/carts/{cart.token}/")
