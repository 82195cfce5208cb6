"""The cart says what is in it and what it comes to; every change works with and without htmx."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from shop.models import Cart, CartLine, Coupon, Product, ShippingCountry, User, Variant
from tests.factories.shop import CouponFactory
from tests.shop.views.buying.conftest import cart_of, contents, put_in
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true", "HX-Target": "cart"}


def sums(source: Any) -> list[str]:
    return Markup(source).texts("div", class_="sums__row")


def line_id(client: Client, title: str) -> int:
    return cart_of(client).lines.get(variant__product__title=title).pk


def notice(source: Any) -> str:
    return Markup(source).one("div", class_="cart-notice--new").text


def test_an_empty_cart_says_so_and_makes_none(client: Client, market: None) -> None:
    response = client.get("/cart/")

    assert response.status_code == 200
    assert "Nothing is in your cart yet." in Markup(response).texts("p")
    assert not Cart.objects.exists()
    assert "sessionid" not in response.cookies


def test_it_says_what_is_in_it_and_what_it_comes_to(
    client: Client, mug: Variant, throw: Variant
) -> None:
    put_in(client, mug, 2)
    put_in(client, throw)

    response = client.get("/cart/")
    assert Markup(response).texts("h3", class_="cart-line__title") == ["Mug", "Throw"]
    assert Markup(response).texts("p", class_="cart-line__total") == [
        "Together €40.00",
        "Together €35.50",
    ]
    assert Markup(response).texts("p", class_="cart-line__each") == ["€20.00 each", "€35.50"]
    assert sums(response) == [
        "Goods€75.50",
        "Standard deliveryFree",
        "Total€75.50including €14.12 VAT at 23 %",
    ]
    assert Markup(response).one("span", class_="cart-link__count").text == ": 3 pieces"
    assert response["Cache-Control"].count("no-store")


def test_the_link_of_every_page_counts_the_pieces(client: Client, mug: Variant) -> None:
    assert not list(Markup(client.get("/faq/")).find("span", class_="cart-link__count"))
    put_in(client, mug, 3)

    assert Markup(client.get("/faq/")).one("span", class_="cart-link__count").text == ": 3 pieces"


@pytest.mark.parametrize(
    ("sent", "pieces"),
    [
        ({"quantity": "5"}, 5),
        ({"quantity": "2", "step": "1"}, 3),
        ({"quantity": "2", "step": "-1"}, 1),
        ({"quantity": "many"}, 1),
    ],
)
def test_pieces_are_changed(
    client: Client, mug: Variant, sent: dict[str, str], pieces: int
) -> None:
    put_in(client, mug, 2)
    response = client.post(f"/cart/lines/{line_id(client, 'Mug')}/", sent)

    assert (response.status_code, response["Location"]) == (303, "/cart/")
    assert contents(client) == {"Mug": (pieces, False)}


def test_no_piece_left_is_none(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    client.post(f"/cart/lines/{line_id(client, 'Mug')}/", {"quantity": "1", "step": "-1"})

    assert contents(client) == {}


def test_more_than_there_are_is_refused_at_the_line(client: Client, throw: Variant) -> None:
    put_in(client, throw, 2)
    path = f"/cart/lines/{line_id(client, 'Throw')}/"

    page = client.post(path, {"quantity": "7"}, follow=True)
    assert Markup(page).texts("p", class_="field__error") == ["Only 3 left."]
    fragment = client.post(path, {"quantity": "7"}, headers=HTMX)
    assert fragment.status_code == 409
    assert Markup(fragment).texts("p", class_="field__error") == ["Only 3 left."]
    assert contents(client) == {"Throw": (2, False)}


def test_htmx_gets_the_cart_the_count_and_a_sentence(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    path = f"/cart/lines/{line_id(client, 'Mug')}/"
    response = client.post(path, {"quantity": "4"}, headers=HTMX)

    assert response.status_code == 200
    assert sums(response)[-1] == "Total€80.00including €14.96 VAT at 23 %"
    link = Markup(response).one("a", id="cart-link")
    assert link.attributes["hx-swap-oob"] == "true"
    status = Markup(response).one("p", id="cart-status")
    assert status.text == "4 pieces in the cart, €80.00 in all."
    assert "<html" not in response.content.decode()


def test_what_is_removed_can_be_put_back(client: Client, mug: Variant) -> None:
    put_in(client, mug, 4)
    page = client.post(f"/cart/lines/{line_id(client, 'Mug')}/remove/", follow=True)

    assert notice(page) == "Mug is out of your cart. Put it back"
    assert contents(client) == {}
    assert "cart-notice" not in client.get("/cart/").content.decode()  # it is said once
    page = client.post("/cart/put-back/", {"variant": mug.pk, "quantity": 4}, follow=True)
    assert notice(page) == "Mug is back in your cart."
    assert contents(client) == {"Mug": (4, False)}


def test_a_line_is_kept_for_later_and_moved_back(client: Client, mug: Variant) -> None:
    put_in(client, mug, 4)
    pk = line_id(client, "Mug")
    page = client.post(f"/cart/lines/{pk}/save/", follow=True)

    assert notice(page) == "Mug is kept for later, below the cart."
    assert contents(client) == {"Mug": (4, True)}
    markup = Markup(page)
    assert [each.text for each in markup.find("h2", id="saved-title")] == ["Kept for later"]
    assert "Nothing is in your cart yet, but something is kept for later below." in markup.texts(
        "p"
    )
    assert not list(markup.find("span", class_="cart-link__count"))

    Variant.objects.update(stock=3)
    page = client.post(f"/cart/lines/{pk}/move/", follow=True)
    assert notice(page) == "Mug is in your cart again."
    assert contents(client) == {"Mug": (3, False)}


def test_what_is_gone_stays_kept(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    pk = line_id(client, "Mug")
    client.post(f"/cart/lines/{pk}/save/")
    Variant.objects.update(stock=0)

    page = client.get("/cart/")
    assert "It has sold out." in Markup(page).texts("p", class_="cart-line__options")
    assert not list(Markup(page).find("form", action=f"/cart/lines/{pk}/move/"))
    client.post(f"/cart/lines/{pk}/move/")
    assert contents(client) == {"Mug": (1, True)}


def test_a_changed_price_is_said_until_it_was_seen(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    Variant.objects.update(price=Decimal("22.50"))

    page = client.get("/cart/")
    assert Markup(page).texts("p", class_="cart-line__news") == [
        "It was €20.00 when you put it in."
    ]
    assert sums(page)[0] == "Goods€22.50"
    page = client.post("/cart/prices/", follow=True)
    assert Markup(page).texts("p", class_="cart-line__news") == []
    assert CartLine.objects.get().seen_price == Decimal("22.500")


def test_too_little_stock_is_mended_by_one_button(client: Client, throw: Variant) -> None:
    put_in(client, throw, 3)
    Variant.objects.update(stock=2)

    page = client.get("/cart/")
    pk = line_id(client, "Throw")
    assert Markup(page).texts("p", class_="field__error") == ["Only 2 left."]
    assert "Take the 2 that are left" in Markup(page).texts("button")
    (blocked,) = Markup(page).texts("p", class_="cart__blocked")
    assert blocked == "Before you can order, something above has to change."
    client.post(f"/cart/lines/{pk}/", {"quantity": "2"})
    assert contents(client) == {"Throw": (2, False)}
    assert Markup(client.get("/cart/")).texts("p", class_="field__error") == []


def test_what_is_not_sold_any_more_can_only_go(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    Product.objects.update(status=Product.Status.DRAFT)

    page = client.get("/cart/")
    assert Markup(page).texts("p", class_="field__error") == ["It is not for sale any more."]
    assert not list(Markup(page).find("div", class_="stepper"))
    assert not list(Markup(page).find("a", href="/p/mug/"))


def test_a_code_counts_and_can_be_dropped(client: Client, mug: Variant) -> None:
    CouponFactory(code="TENTH", description="Ten off the hundred.")
    put_in(client, mug, 2)

    page = client.post("/cart/code/", {"code": " tenth "}, follow=True)
    assert sums(page) == [
        "Goods€40.00",
        "Code TENTH−€4.00",
        "Standard delivery€4.90",
        "Total€40.90including €7.65 VAT at 23 %",
    ]
    page = client.post("/cart/code/remove/", follow=True)
    assert sums(page)[-1] == "Total€44.90including €8.40 VAT at 23 %"


@pytest.mark.parametrize(
    ("code", "said"), [("NOPE", "This code is not known."), ("", "Enter a code.")]
)
def test_a_code_that_does_not_count_is_refused_at_its_field(
    client: Client, mug: Variant, code: str, said: str
) -> None:
    put_in(client, mug)
    response = client.post("/cart/code/", {"code": code}, headers=HTMX)

    assert response.status_code == 409
    assert Markup(response).one("p", id="code-error").text == said
    assert cart_of(client).coupon_code == ""


def test_a_code_that_ran_out_meanwhile_is_said(client: Client, mug: Variant) -> None:
    CouponFactory(code="TENTH")
    put_in(client, mug)
    client.post("/cart/code/", {"code": "TENTH"})
    Coupon.objects.update(is_active=False)

    page = client.get("/cart/")
    assert Markup(page).texts("span", class_="code__problem") == ["This code is not known."]
    assert sums(page)[-1] == "Total€24.90including €4.66 VAT at 23 %"


def test_trying_codes_out_is_counted(client: Client, mug: Variant, settings: Any) -> None:
    settings.SHOP = {**settings.SHOP, "RATES": {**settings.SHOP["RATES"], "coupon": "2/hour"}}
    CouponFactory(code="TENTH")
    put_in(client, mug)
    for code in ("A", "B"):
        client.post("/cart/code/", {"code": code})

    response = client.post("/cart/code/", {"code": "TENTH"}, headers=HTMX)
    said = Markup(response).one("p", id="code-error").text
    assert said == "That was one code too many. Try again in 60 minutes."
    assert cart_of(client).coupon_code == ""


def test_the_total_is_estimated_for_a_country_and_a_way(client: Client, mug: Variant) -> None:
    put_in(client, mug)

    page = client.post("/cart/shipping/", {"country": "FI"}, follow=True)
    assert sums(page) == [
        "Goods€20.00",
        "Standard delivery€9.90",
        "Total€29.90including €6.08 VAT at 25.5 %",
    ]
    page = client.post("/cart/shipping/", {"country": "IE", "method": "express"}, follow=True)
    assert sums(page)[1] == "Express€9.50"


@pytest.mark.parametrize("country", ["XX", "", "<b>", "ie"])
def test_a_country_that_gets_no_parcels_is_passed_over(
    client: Client, mug: Variant, country: str
) -> None:
    put_in(client, mug)
    client.post("/cart/shipping/", {"country": country, "method": "x" * 500})

    assert cart_of(client).country == ""
    assert sums(client.get("/cart/"))[1] == "Standard delivery€4.90"


def test_a_country_that_closed_is_said(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    client.post("/cart/shipping/", {"country": "FI"})
    ShippingCountry.objects.filter(code="FI").update(is_open=False)

    page = client.get("/cart/")
    assert sums(page)[1] == "Shippingnot there"
    assert "Nothing of this weight can be sent there." in page.content.decode()


def test_free_shipping_comes_nearer(client: Client, mug: Variant) -> None:
    put_in(client, mug, 2)
    assert "€20.00 more, and standard delivery is free." in Markup(client.get("/cart/")).texts("p")
    put_in(client, mug)

    assert "Standard delivery is free for this order." in Markup(client.get("/cart/")).texts("p")


@pytest.mark.parametrize("change", ["", "remove/", "save/", "move/"])
def test_nobody_changes_anothers_cart(client: Client, mug: Variant, change: str) -> None:
    other = Client()
    put_in(other, mug, 2)
    put_in(client, mug)
    foreign = line_id(other, "Mug")

    response = client.post(f"/cart/lines/{foreign}/{change}", {"quantity": "9"}, headers=HTMX)
    assert response.status_code == 409
    assert notice(response) == "This is not in the cart any more."
    assert contents(other) == {"Mug": (2, False)}
    assert contents(client) == {"Mug": (1, False)}


@pytest.mark.parametrize(
    "path",
    ["lines/1/", "lines/1/remove/", "put-back/", "prices/", "code/", "code/remove/", "shipping/"],
)
def test_without_a_cart_there_is_nothing_to_change(client: Client, market: None, path: str) -> None:
    response = client.post(f"/cart/{path}", follow=True)

    assert notice(response) == "This is not in the cart any more."
    assert not Cart.objects.exists()
    assert client.get(f"/cart/{path}").status_code == 405


def test_titles_are_text(client: Client, mug: Variant) -> None:
    Product.objects.update(title="<script>alert(1)</script> & co")
    put_in(client, mug)
    page = client.post(f"/cart/lines/{CartLine.objects.get().pk}/remove/", follow=True)

    assert notice(page).startswith("<script>alert(1)</script> & co is out of your cart.")
    assert Markup(page).active_content() == []


def test_signing_in_takes_the_guests_cart_along(
    client: Client, mug: Variant, throw: Variant, shopper: User
) -> None:
    elsewhere = Client()
    elsewhere.force_login(shopper)
    put_in(elsewhere, throw)
    put_in(client, mug, 2)
    client.force_login(shopper)

    assert contents(client) == {"Throw": (1, False), "Mug": (2, False)}
    assert "cart" not in client.session
    assert Cart.objects.count() == 1
