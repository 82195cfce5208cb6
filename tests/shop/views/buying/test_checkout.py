"""One page takes an order, at the total it showed or not at all."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from psycopg.errors import LockNotAvailable

from shop.exceptions import RequestInFlight
from shop.models import (
    Address,
    CartLine,
    Coupon,
    IdempotencyKey,
    Order,
    PaymentEvent,
    ShippingRate,
    User,
    Variant,
)
from shop.services.orders.tokens import order_token
from tests.factories.shop import CouponFactory, PageFactory
from tests.shop.views.buying.buyers import ADDRESS, BILLING, errors, form_of, order_by, refusal
from tests.shop.views.buying.conftest import contents, put_in
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true", "HX-Target": "checkout-ways"}


def button(source: Any) -> str:
    return Markup(source).one("button", id="order").text


def value_of(source: Any, name: str) -> str:
    return next(Markup(source).find("input", name=name)).attributes["value"]


def nothing_ordered(variant: Variant, *, stock: int = 10) -> bool:
    variant.refresh_from_db()
    return not Order.objects.exists() and variant.stock == stock


# ----- The page


def test_without_anything_in_the_cart_it_leads_there(client: Client, mug: Variant) -> None:
    for _ in range(2):
        response = client.get("/checkout/")
        assert (response.status_code, response["Location"]) == (303, "/cart/")
        put_in(client, mug)
        client.post(f"/cart/lines/{CartLine.objects.get().pk}/remove/")


def test_it_says_what_it_will_cost_before_the_button(client: Client, mug: Variant) -> None:
    PageFactory(slug="returns", title="Returns")
    put_in(client, mug, 2)

    page = client.get("/checkout/")
    assert button(page) == "Order and pay €44.90"
    assert value_of(page, "total") == "44.9"
    assert len(value_of(page, "key")) == 22
    assert [each.text for each in Markup(page).find("a", href="/pages/returns/")][:1] == ["returns"]
    assert [each.attributes["value"] for each in Markup(page).find("input", type="radio")] == [
        *("same", "other"),
        *("standard", "express"),
        *("card", "bank_transfer", "cash_on_delivery"),
    ]
    assert "no-store" in page["Cache-Control"]


def test_each_view_has_a_key_of_its_own(client: Client, mug: Variant) -> None:
    put_in(client, mug)

    keys = {value_of(client.get("/checkout/"), "key") for _ in range(3)}
    assert len(keys) == 3


def test_browsers_know_what_each_field_is(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    page = Markup(client.get("/checkout/"))

    tokens = {
        each.attributes["name"]: each.attributes["autocomplete"]
        for tag in ("input", "select")
        for each in page.find(tag)
        if each.attributes.get("autocomplete", "off") != "off"
    }
    assert tokens["email"] == "email"
    assert tokens["to-line1"] == "shipping address-line1"
    assert tokens["to-country"] == "shipping country"
    assert tokens["bill-postcode"] == "billing postal-code"
    assert page.one("input", id="id_to-phone").attributes["inputmode"] == "tel"


# ----- Choosing


def test_another_country_changes_ways_tax_and_total(client: Client, mug: Variant) -> None:
    put_in(client, mug, 2)
    sent = form_of(client, **{"to-country": "FI", "to-name": "Typed already"})

    page = client.post("/checkout/update/", {**sent, "update": "1"})
    assert page.status_code == 200
    assert button(page) == "Order and pay €49.90"
    assert value_of(page, "key") == sent["key"]
    assert value_of(page, "to-name") == "Typed already"
    assert [
        each.attributes["value"] for each in Markup(page).find("input", name="shipping_method")
    ] == ["standard"]
    assert Markup(page).texts("span", class_="sums__note")[0] == "including €10.14 VAT at 25.5 %"
    assert errors(page) == []  # nothing is judged before it is sent


def test_htmx_gets_the_parts_that_depend_on_choices(client: Client, mug: Variant) -> None:
    put_in(client, mug, 2)
    sent = form_of(client, shipping_method="express")

    fragment = client.post("/checkout/update/", sent, headers=HTMX)
    assert button(fragment) == "Order and pay €49.50"
    assert Markup(fragment).one("p", id="checkout-status").text == "Express, €49.50 in all."
    swaps = [
        e.attributes["id"]
        for e in Markup(fragment).elements
        if "hx-swap-oob" in e.attributes and "id" in e.attributes
    ]
    assert swaps == ["checkout-finish", "id_to-postcode_helptext", "checkout-status"]
    assert "<html" not in fragment.content.decode()


def test_the_cart_remembers_what_was_chosen(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    client.post("/checkout/update/", form_of(client, **{"to-country": "FI"}))

    assert "€29.90" in client.get("/cart/").content.decode()
    assert client.get("/checkout/update/")["Location"] == "/checkout/"


def test_a_code_is_dropped_and_nothing_typed_is_lost(client: Client, mug: Variant) -> None:
    CouponFactory(code="TENTH")
    put_in(client, mug)
    client.post("/cart/code/", {"code": "TENTH"})
    sent = form_of(client, **{"to-line1": "9 Long Lane", "drop_code": "1"})

    page = client.post("/checkout/update/", sent)
    assert button(page) == "Order and pay €24.90"
    assert value_of(page, "to-line1") == "9 Long Lane"


# ----- Ordering


def test_a_guest_orders_and_pays_later(client: Client, mug: Variant) -> None:
    put_in(client, mug, 2)
    response = client.post("/checkout/", form_of(client, payment_provider="bank_transfer"))

    order = Order.objects.get()
    assert response["Location"] == f"/orders/{order_token(order)}/"
    assert (order.status, order.payment_status) == ("placed", "unpaid")
    assert (order.total, order.customer, order.email) == (
        Decimal("44.900"),
        None,
        "ada@example.com",
    )
    assert order.address_lines == ["Ada Moor", "1 Quay Street", "H91 X2Y3 Galway"]
    assert order.billing_address == {}
    mug.refresh_from_db()
    assert mug.stock == 8
    assert contents(client) == {}


def test_a_card_is_asked_for_on_the_pay_page(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    response = client.post("/checkout/", form_of(client, payment_provider="card"))

    order = Order.objects.get()
    assert response["Location"] == f"/orders/{order_token(order)}/pay/"
    assert (order.status, order.payments.get().provider) == ("pending", "card")
    assert order.payments.get().reference


def test_the_invoice_may_go_elsewhere(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    order = order_by(client, **BILLING, note="Ring twice.\r\n\x00Please.")

    assert order.billing_address["name"] == "Moor Ltd"
    assert order.billing_address["country"] == "GB"
    assert order.country == "IE"
    assert order.buyer_note == "Ring twice.\nPlease."


def test_what_is_not_chosen_is_not_judged(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    order = order_by(client, **{**BILLING, "billing": "same", "bill-postcode": "nonsense"})

    assert order.billing_address == {}


def test_an_account_orders_to_its_book(client: Client, mug: Variant, shopper: User) -> None:
    book = Address.objects.create(
        customer=shopper,
        name="Ada at work",
        line1="5 Mill Lane",
        postcode="D02 AF30",
        city="Dublin",
        country="IE",
        is_default=True,
    )
    client.force_login(shopper)
    put_in(client, mug)

    page = Markup(client.get("/checkout/"))
    assert "checked" in page.one("input", id=f"address-{book.pk}").attributes
    order = order_by(client, email="somebody@else.example")
    assert (order.customer, order.email, order.name) == (shopper, "ada@example.com", "Ada at work")


def test_an_account_may_keep_a_new_address(client: Client, mug: Variant, shopper: User) -> None:
    client.force_login(shopper)
    put_in(client, mug)
    order_by(client, keep_address="true", payment_provider="bank_transfer")

    kept = shopper.addresses.get()
    assert (kept.line1, kept.is_default) == ("1 Quay Street", True)


def test_a_guest_keeps_no_address(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    order_by(client, keep_address="true")

    assert not Address.objects.exists()


def test_nobody_orders_to_anothers_book(client: Client, mug: Variant, shopper: User) -> None:
    foreign = Address.objects.create(
        customer=shopper, name="Ada", line1="5 Mill Lane", city="Dublin", country="IE"
    )
    put_in(client, mug)
    response = client.post("/checkout/", form_of(client, address=foreign.pk))

    assert response.status_code == 422
    assert errors(response) == ["Choose one of your addresses."]
    assert "5 Mill Lane" not in response.content.decode()
    assert nothing_ordered(mug)


def test_an_order_that_costs_nothing_asks_for_no_payment(client: Client, mug: Variant) -> None:
    ShippingRate.objects.update(price=0)
    CouponFactory(code="ALL", percent=100)
    put_in(client, mug)
    client.post("/cart/code/", {"code": "ALL"})

    page = client.get("/checkout/")
    assert button(page) == "Order"
    assert "There is nothing to pay." in Markup(page).texts("p")
    order = order_by(client, payment_provider=value_of(page, "payment_provider"))
    assert (order.status, order.payment_status, order.total) == ("placed", "paid", Decimal(0))


# ----- What is wrong with what was typed


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"email": ""}, "Give your e-mail address."),
        ({"email": "ada"}, "An e-mail address looks like name@example.com."),
        ({"to-name": " \u200b\x07 "}, "Say whose name stands on the parcel."),
        ({"to-postcode": "12345"}, "A postcode in Ireland looks like D02 AF30."),
        ({"to-postcode": ""}, "Give the postcode."),
        ({"to-country": "GB"}, "Choose one of the countries on the list."),
        ({"to-country": None}, "Choose a country."),
        ({"to-line1": "x" * 201}, "Ensure this value has at most 200 characters (it has 201)."),
        ({**BILLING, "bill-city": ""}, "Give the town or city."),
        ({**BILLING, "bill-country": "EU"}, "Choose one of the countries on the list."),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(
    client: Client, mug: Variant, changes: dict[str, Any], said: str
) -> None:
    put_in(client, mug)
    sent = form_of(client, **{"note": "Ring twice.", "shipping_method": "express", **changes})
    response = client.post("/checkout/", sent)

    assert response.status_code == 422
    assert errors(response) == [said]
    assert value_of(response, "key") == sent["key"]
    assert Markup(response).one("textarea", id="id_note").text == "Ring twice."
    if sent.get("to-country") == "IE":
        assert "checked" in Markup(response).one("input", id="shipping-express").attributes
    assert nothing_ordered(mug)


def test_each_error_leads_to_its_field(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    response = client.post("/checkout/", form_of(client, email="", **{"to-city": ""}))

    page = Markup(response)
    links = [e.attributes["href"] for e in page.find("a") if e.attributes["href"].startswith("#id")]
    assert links == ["#id_email", "#id_to-city"]
    for link in links:
        field = page.one("input", id=link[1:])
        assert field.attributes["aria-invalid"] == "true"
        assert f"{link[1:]}_error" in field.attributes["aria-describedby"]


# ----- What changed meanwhile


def test_a_new_price_is_shown_and_has_to_be_agreed_to(client: Client, mug: Variant) -> None:
    put_in(client, mug, 2)
    sent = form_of(client)
    Variant.objects.update(price=Decimal("25.00"))

    response = client.post("/checkout/", sent)
    assert response.status_code == 409
    assert refusal(response).startswith(
        "Something has changed: please look again The total is €54.90 now"
    )
    assert Markup(response).texts("span", class_="summary__name") == ["Mug"]
    assert len(list(Markup(response).find("li", class_="summary__line--new"))) == 1
    changed = Markup(response).texts("div", class_="sums__row--new")
    assert changed[:2] == ["Goods€50.00", "Total€54.90including €10.27 VAT at 23 %"]
    assert nothing_ordered(mug)

    again = {**sent, "total": value_of(response, "total"), "seen": value_of(response, "seen")}
    assert client.post("/checkout/", again).status_code == 303
    assert Order.objects.get().total == Decimal("54.900")


def test_a_line_that_went_is_named(client: Client, mug: Variant, throw: Variant) -> None:
    put_in(client, mug)
    put_in(client, throw)
    sent = form_of(client)
    CartLine.objects.filter(variant=throw).delete()

    response = client.post("/checkout/", sent)
    assert response.status_code == 409
    assert "No longer in the cart: Throw." in refusal(response)


def test_what_sold_out_leads_back_to_its_line(client: Client, mug: Variant) -> None:
    put_in(client, mug, 2)
    sent = form_of(client)
    Variant.objects.update(stock=1)

    response = client.post("/checkout/", sent)
    assert response.status_code == 409
    assert "Mug: Only 1 left." in refusal(response)
    line = CartLine.objects.get()
    links = [each.text for each in Markup(response).find("a", href=f"/cart/#line-{line.pk}")]
    assert links == ["Change it", "Mug: change it in the cart"]
    assert not list(Markup(response).find("button", id="order"))
    assert nothing_ordered(mug, stock=1)


def test_a_code_that_ran_out_is_said_and_can_be_dropped(client: Client, mug: Variant) -> None:
    CouponFactory(code="TENTH")
    put_in(client, mug)
    client.post("/cart/code/", {"code": "TENTH"})
    sent = form_of(client)
    Coupon.objects.update(is_active=False)

    response = client.post("/checkout/", sent)
    assert response.status_code == 409
    assert "TENTH: This code is not known." in refusal(response)
    page = client.post("/checkout/update/", {**sent, "drop_code": "1"})
    assert button(page) == "Order and pay €24.90"


def test_a_way_that_is_not_offered_is_refused(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    sent = form_of(
        client, **{"to-country": "FI", "shipping_method": "express", "to-postcode": "00100"}
    )
    response = client.post("/checkout/", sent)

    assert response.status_code == 409
    assert "The order cannot be sent there that way" in refusal(response)
    assert button(response) == "Order and pay €29.90"
    assert nothing_ordered(mug)


def test_a_way_of_paying_that_is_not_offered_is_refused(
    client: Client, mug: Variant, settings: Any
) -> None:
    put_in(client, mug)
    sent = form_of(client, payment_provider="cash_on_delivery")
    settings.SHOP_PAYMENTS = {
        code: setting
        for code, setting in settings.SHOP_PAYMENTS.items()
        if code != "cash_on_delivery"
    }

    response = client.post("/checkout/", sent)
    assert response.status_code == 409
    assert "This way of paying is not offered" in refusal(response)
    assert nothing_ordered(mug)


# ----- Sent twice


def test_a_form_sent_twice_orders_once(client: Client, mug: Variant) -> None:
    put_in(client, mug, 2)
    sent = form_of(client, payment_provider="bank_transfer")

    first, second = (client.post("/checkout/", sent) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Order.objects.count() == 1
    mug.refresh_from_db()
    assert mug.stock == 8


def test_without_its_key_a_form_is_an_order_of_its_own(client: Client, mug: Variant) -> None:
    """Negative control of the test above."""
    sent: dict[str, str] = {}
    for _ in range(2):
        put_in(client, mug, 2)
        sent = sent or form_of(client, key=None, payment_provider="bank_transfer")
        assert client.post("/checkout/", sent).status_code == 303

    assert Order.objects.count() == 2


def test_a_key_that_made_another_order_is_replaced(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    sent = form_of(client, payment_provider="bank_transfer")
    client.post("/checkout/", sent)
    put_in(client, mug)

    response = client.post("/checkout/", {**sent, "to-name": "Somebody else"})
    assert response.status_code == 422
    assert refusal(response).startswith("You have ordered from this page already")
    assert value_of(response, "key") != sent["key"]
    assert Order.objects.count() == IdempotencyKey.objects.count() == 1


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (OperationalError(), 503, "Nothing has been ordered yet Somebody else is buying"),
        (RequestInFlight(), 409, "Your order is on its way in This order is being placed"),
    ],
)
def test_busy_is_said_and_the_same_key_tries_again(
    client: Client,
    mug: Variant,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    status: int,
    said: str,
) -> None:
    error.__cause__ = LockNotAvailable() if status == 503 else None
    put_in(client, mug)
    sent = form_of(client, payment_provider="bank_transfer")

    def fail(*_: Any, **__: Any) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("shop.services.orders.place.take_key", fail)
        response = client.post("/checkout/", sent)
    assert response.status_code == status
    assert response["Retry-After"] == "3"
    assert refusal(response).startswith(said)
    assert "Try again" in Markup(response).texts("button")
    assert value_of(response, "key") == sent["key"]
    assert value_of(response, "to-name") == "Ada Moor"
    assert nothing_ordered(mug)
    assert client.post("/checkout/", sent).status_code == 303


def test_ordering_is_counted(client: Client, mug: Variant, settings: Any) -> None:
    settings.SHOP = {**settings.SHOP, "RATES": {**settings.SHOP["RATES"], "checkout": "1/hour"}}
    put_in(client, mug)
    sent = form_of(client, email="")
    client.post("/checkout/", sent)

    response = client.post("/checkout/", {**sent, "email": "ada@example.com"})
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 3500
    assert refusal(response) == (
        "That was one try too many Nothing has been ordered. Try again in 60 minutes."
    )
    assert value_of(response, "to-name") == "Ada Moor"
    assert nothing_ordered(mug)


def test_a_provider_that_is_away_leaves_the_order_waiting(
    client: Client, mug: Variant, monkeypatch: pytest.MonkeyPatch
) -> None:
    from shop.exceptions import PaymentUnavailable

    def fail(*_: Any, **__: Any) -> None:
        raise PaymentUnavailable

    put_in(client, mug)
    monkeypatch.setattr("shop.payments.fake.FakeCard.start", fail)
    response = client.post("/checkout/", form_of(client, payment_provider="card"))

    order = Order.objects.get()
    assert response["Location"] == f"/orders/{order_token(order)}/pay/"
    page = client.get(response["Location"])
    assert page.status_code == 503
    assert "The payment service cannot be reached right now" in refusal(page)
    assert not PaymentEvent.objects.exists()


def test_the_postcode_is_written_as_on_parcels(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    order = order_by(client, **{**ADDRESS, "to-postcode": " h91  x2y3 "})

    assert order.postcode == "H91 X2Y3"
