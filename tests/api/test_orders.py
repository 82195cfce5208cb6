"""Orders by the API: placed once at the quoted total, read and cancelled by their owner."""

from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from shop.models import Cart, Order, User, Variant
from shop.services.orders.tokens import order_token
from tests.api.conftest import program, signed_in
from tests.factories.shop import (
    CartFactory,
    CartLineFactory,
    OrderFactory,
    ShippingRateFactory,
    TaxRateFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

ADDRESS = {
    "name": "Ada Moor",
    "line1": "1 Quay Street",
    "city": "Galway",
    "postcode": "H91 X2Y3",
    "country": "IE",
}


@pytest.fixture
def cart() -> Cart:
    """Two tents at 20.00 that can be sent to Ireland."""
    ShippingRateFactory(free_from=None)
    TaxRateFactory()
    cart: Cart = CartFactory.create()
    CartLineFactory(cart=cart, quantity=2, variant__sku="TENT")
    return cart


def body_for(cart: Cart, /, **more: Any) -> dict[str, Any]:
    told = {
        "cart": str(cart.token),
        "email": "ada@example.com",
        "address": ADDRESS,
        "payment_method": "bank_transfer",
        "expected_total": "44.90",
    }
    return {**told, **more}


def order(client: APIClient, cart: Cart, /, *, key: str = "one", **more: Any) -> Any:
    return client.post("/api/v1/orders/", body_for(cart, **more), headers={"Idempotency-Key": key})


def test_a_guest_orders_and_finds_the_order_by_its_token(anonymous: APIClient, cart: Cart) -> None:
    response = order(anonymous, cart)
    assert response.status_code == 201, response.json()
    placed = response.json()["order"]
    assert response.json()["payment"] is None
    assert (placed["status"], placed["total"], placed["tax_total"]) == ("placed", "44.90", "8.40")
    assert placed["address"]["city"] == "Galway"
    assert [(line["sku"], line["quantity"], line["total"]) for line in placed["lines"]] == [
        ("TENT", 2, "40.00")
    ]
    path = f"/api/v1/orders/{placed['number']}/"
    assert anonymous.get(path).status_code == 404
    found = anonymous.get(path, headers={"Order-Token": placed["token"]})
    assert found.json() == placed


def test_the_same_request_gets_the_same_order(anonymous: APIClient, cart: Cart) -> None:
    first, again = order(anonymous, cart), order(anonymous, cart)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert Variant.objects.get().stock == 8


def test_another_request_under_the_same_key_is_refused(anonymous: APIClient, cart: Cart) -> None:
    order(anonymous, cart)
    other = order(anonymous, cart, note="Leave it with Mrs Fell.")
    assert (other.status_code, other.json()["type"]) == (
        422,
        "urn:vitrine:problem:key-used-otherwise",
    )
    assert Order.objects.count() == 1


@pytest.mark.parametrize("key", ["", "k" * 81, "\x00"])
def test_a_key_is_needed(anonymous: APIClient, cart: Cart, key: str) -> None:
    response = order(anonymous, cart, key=key)
    assert response.status_code == 400
    assert "Idempotency-Key" in response.json()["errors"]


def test_another_total_than_the_quoted_is_refused_with_the_new_one(
    anonymous: APIClient, cart: Cart
) -> None:
    Variant.objects.update(price=21)
    response = order(anonymous, cart)
    assert response.status_code == 409
    assert response.json()["total"] == "46.90"
    assert "€46.90" in response.json()["detail"]
    assert not Order.objects.exists()
    assert order(anonymous, cart, expected_total="46.90").status_code == 201


TAMPERED: list[dict[str, Any]] = [
    {"expected_total": "0.01"},
    {"expected_total": "-44.90"},
    {"expected_total": "NaN"},
    {"expected_total": "1e9"},
    {"expected_total": None},
    {"shipping_method": "pigeon"},
    {"payment_method": "shells"},
    {"payment_method": "../card"},
    {"address": {**ADDRESS, "country": "GB"}},
    {"address": {**ADDRESS, "country": "ie"}},
    {"address": {**ADDRESS, "name": ""}},
    {"address": {**ADDRESS, "line1": "x" * 201}},
    {"address": "1 Quay Street"},
    {"address": None},
    {"billing_address": {"name": "x"}},
    {"email": "nobody"},
    {"email": "a@example.com\nBcc: b@example.com"},
    {"email": ["a@example.com"]},
    {"cart": "00000000-0000-4000-8000-000000000000"},
    {"cart": "1 OR 1=1"},
    {"note": "n" * 501},
]


@pytest.mark.parametrize("change", TAMPERED, ids=repr)
def test_s6_what_was_tampered_with_is_refused_and_changes_nothing(
    anonymous: APIClient, cart: Cart, change: dict[str, Any]
) -> None:
    response = order(anonymous, cart, **change)
    assert 400 <= response.status_code < 500
    assert not Order.objects.exists()
    assert Variant.objects.get().stock == 10


@pytest.mark.parametrize(
    "extra",
    [
        {"total": "0.01"},
        {"goods_total": "0.01", "shipping_price": "0"},
        {"discount_total": "44.90"},
        {"lines": [{"sku": "TENT", "quantity": 2, "unit_price": "0.01"}]},
        {"customer": 1, "status": "delivered", "payment_status": "paid"},
        {"currency": "JPY"},
    ],
    ids=repr,
)
def test_s6_amounts_and_states_that_a_buyer_sends_along_count_for_nothing(
    anonymous: APIClient, cart: Cart, extra: dict[str, Any]
) -> None:
    response = order(anonymous, cart, **extra)
    if response.status_code != 201:
        assert response.status_code == 400
        return
    placed = Order.objects.get()
    assert (placed.total, placed.currency, placed.status) == (Decimal("44.90"), "EUR", "placed")
    assert (placed.payment_status, placed.customer) == ("unpaid", None)


def test_an_order_to_be_paid_now_says_what_comes_next(anonymous: APIClient, cart: Cart) -> None:
    body = order(anonymous, cart, payment_method="card").json()
    assert body["order"]["status"] == "pending"
    assert body["order"]["expires_at"]
    assert body["payment"]["state"] == "pending"


def test_an_account_sees_its_own_orders_and_nobody_elses(shopper: User) -> None:
    own = OrderFactory(customer=shopper)
    other = OrderFactory(customer=UserFactory())
    for client in (signed_in(shopper), program(shopper, "orders:read")):
        listed = client.get("/api/v1/orders/").json()["results"]
        assert [each["number"] for each in listed] == [own.number]
        assert client.get(f"/api/v1/orders/{own.number}/").status_code == 200
        assert client.get(f"/api/v1/orders/{other.number}/").status_code == 404
    assert program(shopper, "reviews:write").get("/api/v1/orders/").status_code == 403


def test_amounts_have_the_decimals_of_the_currency_that_was_paid_in(shopper: User) -> None:
    found = OrderFactory(customer=shopper, currency="JPY", goods_total=500, shipping_price=0)
    shown = signed_in(shopper).get(f"/api/v1/orders/{found.number}/").json()
    assert (shown["currency"], shown["goods_total"], shown["total"]) == ("JPY", "500", "500")
    assert [line["unit_price"] for line in shown["lines"]] == ["20"]


@pytest.mark.parametrize("token", ["", "nonsense", "T1:forged", "\x00"])
def test_a_forged_token_opens_nothing(anonymous: APIClient, token: str) -> None:
    found = OrderFactory(number="T1")
    headers = {"Order-Token": token}
    assert anonymous.get(f"/api/v1/orders/{found.number}/", headers=headers).status_code == 404


def test_one_orders_token_does_not_open_another(anonymous: APIClient) -> None:
    mine, other = OrderFactory(), OrderFactory()
    headers = {"Order-Token": order_token(mine)}
    assert anonymous.get(f"/api/v1/orders/{other.number}/", headers=headers).status_code == 404


def test_an_order_is_cancelled_by_its_buyer_and_the_goods_come_back(
    anonymous: APIClient, cart: Cart
) -> None:
    placed = order(anonymous, cart).json()["order"]
    path = f"/api/v1/orders/{placed['number']}/cancel/"
    assert anonymous.post(path).status_code == 404
    assert Variant.objects.get().stock == 8
    response = anonymous.post(path, headers={"Order-Token": placed["token"]})
    assert (response.status_code, response.json()["status"]) == (200, "cancelled")
    assert Variant.objects.get().stock == 10
    again = anonymous.post(path, headers={"Order-Token": placed["token"]})
    assert again.status_code == 409
    assert Variant.objects.get().stock == 10


def test_somebody_elses_cart_is_not_ordered(cart: Cart, shopper: User) -> None:
    cart.customer = shopper
    cart.save()
    for client in (APIClient(), signed_in(UserFactory())):
        assert order(client, cart).status_code == 404
    assert order(signed_in(shopper), cart).status_code == 201
    assert Order.objects.get().customer == shopper
