"""Things are put into the cart from a product's page, with and without htmx."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from shop.models import Cart, CartLine, Product, ProductOption, User, Variant
from tests.factories.shop import AttributeFactory, ProductFactory, VariantFactory
from tests.shop.views.buying.conftest import contents, put_in
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def shirt(market: None) -> Product:
    """Return a shirt in M and L of two colours, of which L in blue is not made."""
    shirt = ProductFactory(title="Shirt", slug="shirt", variant=None)
    for position, code in enumerate(("size", "colour"), start=1):
        attribute = AttributeFactory(code=code, name=code.title())
        ProductOption.objects.create(product=shirt, attribute=attribute, position=position)
    for size, colour, stock in (("M", "Red", 9), ("M", "Blue", 3), ("L", "Red", 0)):
        VariantFactory(
            product=shirt, sku=f"{size}-{colour}", option1=size, option2=colour, stock=stock
        )
    return shirt


def test_the_way_leads_to_the_cart(client: Client, mug: Variant) -> None:
    put_in(client, mug, 2)

    line = CartLine.objects.get()
    assert (line.variant, line.quantity, line.seen_price) == (mug, 2, Decimal("20.000"))
    assert line.cart.customer is None


def test_what_is_in_already_is_added_to(client: Client, mug: Variant) -> None:
    put_in(client, mug, 2)
    put_in(client, mug)

    assert contents(client) == {"Mug": (3, False)}
    assert Cart.objects.count() == 1


def test_an_account_has_one_cart_wherever_it_signs_in(mug: Variant, shopper: User) -> None:
    for _ in range(2):
        client = Client()
        client.force_login(shopper)
        put_in(client, mug)

    assert CartLine.objects.get().quantity == 2
    assert CartLine.objects.get().cart.customer == shopper


def test_the_chosen_options_find_the_variant(client: Client, shirt: Product) -> None:
    choice = {"product": shirt.pk, "option1": "M", "option2": "Blue", "quantity": "1"}
    assert client.post("/cart/add/", choice).status_code == 303

    assert CartLine.objects.get().variant.sku == "M-Blue"


def test_options_outweigh_the_variant_that_was_shown(client: Client, shirt: Product) -> None:
    """Without JavaScript the hidden field still names what was shown when the page was loaded."""
    shown = shirt.variants.get(sku="M-Red")
    choice = {"product": shirt.pk, "variant": shown.pk, "option1": "M", "option2": "Blue"}
    client.post("/cart/add/", choice)

    assert CartLine.objects.get().variant.sku == "M-Blue"


@pytest.mark.parametrize(
    ("option1", "option2", "said"),
    [
        ("L", "Blue", "Shirt: This combination is not made: choose another."),
        ("L", "Red", "Shirt: It has sold out."),
        ("XS", "", "Shirt: This combination is not made: choose another."),
    ],
)
def test_what_cannot_be_had_is_said_on_the_products_page(
    client: Client, shirt: Product, option1: str, option2: str, said: str
) -> None:
    choice = {"product": shirt.pk, "option1": option1, "option2": option2}
    response = client.post("/cart/add/", choice, follow=True)

    path, status = response.redirect_chain[-1]
    assert (path.partition("?")[0], status) == ("/p/shirt/", 303)
    assert f"option1={option1}" in path
    assert Markup(response).texts("p", class_="message--error") == [said]
    assert not CartLine.objects.exists()


def test_nothing_chosen_is_refused(client: Client, shirt: Product) -> None:
    response = client.post("/cart/add/", {"product": shirt.pk}, follow=True)

    assert "This combination is not made" in response.content.decode()
    assert not CartLine.objects.exists()


def test_a_choice_is_shown_where_no_script_shows_it(client: Client, shirt: Product) -> None:
    choice = {"product": shirt.pk, "option1": "M", "option2": "Blue", "show": "choice"}
    response = client.post("/cart/add/", choice)

    assert response.status_code == 303
    assert response["Location"] == "/p/shirt/?option1=M&option2=Blue"
    assert not Cart.objects.exists()


def test_no_more_than_there_are(client: Client, throw: Variant) -> None:
    put_in(client, throw, 2)
    response = client.post("/cart/add/", {"variant": throw.pk, "quantity": 2}, follow=True)

    (said,) = Markup(response).texts("p", class_="message--error")
    assert said == "Throw: Only 3 left. Your cart has 2 of it already."
    assert contents(client) == {"Throw": (2, False)}


@pytest.mark.parametrize("quantity", ["0", "-3", "", "two", "1e3", "\u0663", "9" * 5000])
def test_a_number_that_is_none_is_one(client: Client, mug: Variant, quantity: str) -> None:
    client.post("/cart/add/", {"variant": mug.pk, "quantity": quantity})

    assert CartLine.objects.get().quantity == 1


@pytest.mark.parametrize("variant", ["", "0", "-1", "x", "9" * 18, "9" * 400, "1 OR 1=1"])
def test_a_variant_that_is_none_is_not_found(client: Client, market: None, variant: str) -> None:
    assert client.post("/cart/add/", {"variant": variant}).status_code == 404
    assert not Cart.objects.exists()


def test_a_draft_is_not_found(client: Client, mug: Variant) -> None:
    Product.objects.update(status=Product.Status.DRAFT)

    assert client.post("/cart/add/", {"variant": mug.pk}).status_code == 404
    assert client.post("/cart/add/", {"product": mug.product_id}).status_code == 404


def test_htmx_gets_the_drawer_and_the_count(client: Client, mug: Variant) -> None:
    response = client.post("/cart/add/", {"variant": mug.pk, "quantity": 2}, headers=HTMX)

    assert response.status_code == 200
    assert response["HX-Trigger-After-Settle"] == "vitrine:added"
    markup = Markup(response)
    assert markup.texts("p", class_="added__title") == ["Mug"]
    assert markup.one("div", class_="added__sum").text == "2 pieces in the cart€40.00"
    assert "€20.00 more, and standard delivery is free." in markup.texts("p")
    assert markup.one("span", class_="cart-link__count").text == ": 2 pieces"
    (progress,) = markup.find("progress")
    assert (progress.attributes["value"], progress.attributes["max"]) == ("40", "60")


def test_htmx_gets_a_refusal_beside_the_button(client: Client, throw: Variant) -> None:
    response = client.post("/cart/add/", {"variant": throw.pk, "quantity": 4}, headers=HTMX)

    assert response.status_code == 409
    assert Markup(response).texts("p", class_="field__error") == ["Only 3 left."]
    assert "HX-Trigger-After-Settle" not in response
    assert not CartLine.objects.exists()


def test_making_carts_is_counted(client: Client, mug: Variant, settings: Any) -> None:
    settings.SHOP = {**settings.SHOP, "RATES": {**settings.SHOP["RATES"], "cart": "2/hour"}}
    answers = [Client().post("/cart/add/", {"variant": mug.pk}).status_code for _ in range(4)]
    put_back = put_in  # a visitor with a cart is not counted

    assert answers == [303, 303, 429, 429]
    assert Cart.objects.count() == 2
    known = Client()
    session = known.session
    session["cart"] = str(Cart.objects.all()[0].token)
    session.save()
    put_back(known, mug)


def test_looking_is_no_putting_in(client: Client, mug: Variant) -> None:
    assert client.get("/cart/add/").status_code == 405
