"""What a visitor looked at lately."""

import pytest
from django.core import signing
from django.test import Client

from shop.models import Product, ProductView
from tests.factories.shop import CategoryFactory, ProductFactory
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db


def make(count: int) -> list[Product]:
    shelf = CategoryFactory(slug="shelf")
    return [
        ProductFactory(slug=f"thing-{number}", title=f"Thing {number}", category=shelf)
        for number in range(count)
    ]


def look_at(client: Client, *numbers: int) -> None:
    for number in numbers:
        client.get(f"/p/thing-{number}/")


def looked_at(client: Client, path: str) -> list[str]:
    return Markup(client.get(path)).texts("span", class_="recent__title")


def test_the_latest_come_first_on_product_category_and_front_page(client: Client) -> None:
    make(5)
    look_at(client, 0, 1, 2, 1)
    for path in ("/", "/c/", "/c/shelf/"):
        assert looked_at(client, path) == ["Thing 1", "Thing 2", "Thing 0"]
    assert looked_at(client, "/p/thing-3/") == ["Thing 1", "Thing 2", "Thing 0"]


def test_the_present_product_is_not_among_them(client: Client) -> None:
    make(2)
    look_at(client, 0, 1)
    assert looked_at(client, "/p/thing-1/") == ["Thing 0"]


def test_twelve_are_kept(client: Client) -> None:
    make(14)
    look_at(client, *range(14))
    assert looked_at(client, "/") == [f"Thing {number}" for number in range(13, 1, -1)]


def test_what_is_no_longer_shown_is_left_out(client: Client) -> None:
    products = make(3)
    look_at(client, 0, 1, 2)
    Product.objects.filter(pk=products[1].pk).update(status=Product.Status.ARCHIVED)
    Product.objects.get(pk=products[2].pk).delete()
    assert looked_at(client, "/") == ["Thing 0"]


def test_the_cookie_is_signed_functional_and_nothing_is_stored(client: Client) -> None:
    products = make(2)
    look_at(client, 0, 1)
    cookie = client.cookies["looked_at"]
    assert cookie.value.startswith(f"{products[1].pk}-{products[0].pk}:")
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 2_592_000)
    assert ProductView.objects.count() == 0


@pytest.mark.parametrize("value", ["1-2-3", "1:abc:def", "", "x" * 5000, "%00"])
def test_a_forged_cookie_is_ignored(client: Client, value: str) -> None:
    make(1)
    client.cookies["looked_at"] = value
    assert looked_at(client, "/") == []
    assert client.get("/p/thing-0/").status_code == 200


def test_a_cookie_signed_for_something_else_is_ignored(client: Client) -> None:
    (product,) = make(1)
    client.cookies["looked_at"] = signing.get_cookie_signer("looked_at.other").sign(str(product.pk))
    assert looked_at(client, "/") == []


def test_clearing_forgets_and_goes_back(client: Client) -> None:
    make(2)
    look_at(client, 0, 1)
    page = Markup(client.get("/c/shelf/?sort=newest"))
    (form,) = [each for each in page.find("form") if "looked-at" in each.attributes["action"]]
    assert form.attributes["method"] == "post"
    response = client.post("/looked-at/clear/", {"next": "/c/shelf/?sort=newest"})
    assert (response.status_code, response["Location"]) == (302, "/c/shelf/?sort=newest")
    assert looked_at(client, "/") == []


def test_htmx_gets_nothing_in_place_of_the_row(client: Client) -> None:
    make(1)
    look_at(client, 0)
    response = client.post("/looked-at/clear/", headers={"HX-Request": "true"})
    assert (response.status_code, response.content) == (200, b"")
    assert looked_at(client, "/") == []


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_clearing_leads_nowhere_else(client: Client, back: str) -> None:
    assert client.post("/looked-at/clear/", {"next": back})["Location"] == "/"


def test_clearing_is_a_post_with_the_token(client: Client) -> None:
    assert client.get("/looked-at/clear/").status_code == 405
    assert Client(enforce_csrf_checks=True).post("/looked-at/clear/").status_code == 403
