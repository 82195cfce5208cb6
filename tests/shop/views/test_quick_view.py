"""The quick view: what decides about a product, for a dialog over a list."""

import pytest
from django.test import Client

from shop.models import Product
from tests.factories.shop import ProductFactory, ReviewFactory, VariantFactory
from tests.shop.views.conftest import AddPicture
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true", "HX-Target": "quick-content"}


@pytest.fixture
def pot() -> Product:
    return ProductFactory(slug="pot", title="Pot", variant__price=20, variant__option1="Red")


def test_shows_picture_price_options_stock_and_the_way_on(
    client: Client, pot: Product, add_picture: AddPicture
) -> None:
    VariantFactory(product=pot, option1="Blue", price=22, stock=3)
    ReviewFactory(product=pot)
    image = add_picture(pot, alt="A red pot")
    response = client.get("/p/pot/quick/", headers=HTMX)
    assert "<html" not in response.content.decode()
    page = Markup(response)
    assert page.one("h2", id="quick-title").text == "Pot"
    assert page.one("span", class_="price__now").text == "€20.00"
    assert page.one("p", class_="stock").text == "In stock"
    assert page.one("img").attributes["alt"] == "A red pot"
    assert page.one("div", class_="quick__picture").attributes["data-picture"] == str(image.pk)
    assert [each.attributes["id"] for each in page.find("input", name="option1")] == [
        "quick-option1-0",
        "quick-option1-1",
    ]
    (link,) = [each for each in page.find("a") if each.text == "Everything about it"]
    assert link.attributes["href"] == "/p/pot/"
    assert page.active_content() == []


def test_no_id_of_it_is_on_the_product_page(client: Client, pot: Product) -> None:
    """Both may be open at once, where a shelf is shown below a product."""
    VariantFactory(product=pot, option1="Blue")
    quick = Markup(client.get("/p/pot/quick/", headers=HTMX))
    page = Markup(client.get("/p/pot/"))
    ids = [
        {each.attributes["id"] for each in one.elements if "id" in each.attributes}
        for one in (quick, page)
    ]
    assert ids[0] >= {"quick-title", "quick-variant-status", "quick-variant-table"}
    assert ids[0] & ids[1] == set()


def test_without_htmx_the_address_leads_to_the_page(client: Client, pot: Product) -> None:
    response = client.get("/p/pot/quick/")
    assert (response.status_code, response["Location"]) == (302, "/p/pot/")
    assert {"HX-Request", "HX-Target"} <= set(response["Vary"].split(", "))
    assert client.post("/p/pot/quick/").status_code == 405


def test_what_is_not_published_is_not_found(client: Client) -> None:
    ProductFactory(slug="draft", status=Product.Status.DRAFT)
    for slug in ("draft", "nothing"):
        assert client.get(f"/p/{slug}/quick/", headers=HTMX).status_code == 404


def test_every_card_has_a_way_to_it_that_works_without_script(client: Client, pot: Product) -> None:
    page = Markup(client.get("/c/"))
    link = page.one("a", class_="card__quick")
    assert link.attributes["href"] == "/p/pot/"
    assert link.attributes["hx-get"] == "/p/pot/quick/"
    assert link.text == "Quick view of Pot"
    targets = {each.attributes.get("id") for each in page.elements}
    assert link.attributes["hx-target"].removeprefix("#") in targets


def test_a_quick_view_is_not_a_visit(client: Client, pot: Product) -> None:
    client.get("/p/pot/quick/", headers=HTMX)
    assert "looked_at" not in client.cookies
