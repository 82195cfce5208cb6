"""Category pages: what is listed, in which order, on which page."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.test import Client

from shop.models import Category, Product
from tests.factories.shop import CategoryFactory, ProductFactory, ReviewFactory, VariantFactory
from tests.shop.views.markup import Markup, card_titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def tents() -> Category:
    return CategoryFactory(name="Tents", slug="tents", description="Dry & light.")


def test_lists_what_is_in_the_category_and_below(client: Client, tents: Category) -> None:
    ProductFactory(title="Here", category=tents)
    ProductFactory(title="Below", category=CategoryFactory(parent=tents))
    ProductFactory(title="Elsewhere")
    ProductFactory(title="Draft", category=tents, status=Product.Status.DRAFT)
    response = client.get("/c/tents/")
    assert sorted(card_titles(response)) == ["Below", "Here"]
    page = Markup(response)
    assert page.texts("h1") == ["Tents"]
    assert page.one("p", class_="listing__count").text == "2 products"
    assert "Dry &amp; light." in response.content.decode()


def test_without_a_category_everything_is_listed(client: Client) -> None:
    ProductFactory(title="A")
    ProductFactory(title="B", category=None)
    assert sorted(card_titles(client.get("/c/"))) == ["A", "B"]


def test_an_unknown_category_is_not_found(client: Client) -> None:
    assert client.get("/c/nowhere/").status_code == 404


def test_breadcrumb_names_the_way_down(client: Client, tents: Category) -> None:
    CategoryFactory(name="Tarps", slug="tarps", parent=tents)
    page = Markup(client.get("/c/tarps/"))
    assert page.one("nav", class_="breadcrumb").text == "Home Tents Tarps"
    (data,) = page.data_blocks()
    assert [(each["position"], each["name"]) for each in data["itemListElement"]] == [
        (1, "Home"),
        (2, "Tents"),
        (3, "Tarps"),
    ]
    assert data["itemListElement"][2]["item"] == "http://testserver/c/tarps/"


def test_subcategories_are_named_with_their_counts_unless_empty(
    client: Client, tents: Category
) -> None:
    full = CategoryFactory(name="Full", parent=tents)
    CategoryFactory(name="Empty", parent=tents)
    deeper = CategoryFactory(name="Deeper", parent=full)
    ProductFactory(category=full)
    ProductFactory(category=deeper)
    ProductFactory(category=deeper, status=Product.Status.ARCHIVED)
    tiles = Markup(client.get("/c/tents/")).texts("div", class_="tile__text")
    assert tiles == ["Full 2 products"]


def test_an_empty_category_points_elsewhere(client: Client, tents: Category) -> None:
    response = client.get("/c/tents/")
    assert response.status_code == 200
    assert "This shelf is empty for now" in response.content.decode()


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["New", "Dear", "Cheap", "Priceless"]),
        ("price-low", ["Cheap", "New", "Dear", "Priceless"]),
        ("price-high", ["Dear", "New", "Cheap", "Priceless"]),
        ("rating", ["Cheap", "Dear", "Priceless", "New"]),
        # One five-star review counts less than four of four and a half on average.
        ("", ["Dear", "Cheap", "New", "Priceless"]),
        ("nonsense", ["Dear", "Cheap", "New", "Priceless"]),
    ],
)
def test_sorts(client: Client, tents: Category, sort: str, expected: list[str]) -> None:
    def day(number: int) -> datetime:
        return datetime(2025, 1, number, tzinfo=UTC)

    priceless = ProductFactory(
        title="Priceless", category=tents, variant__price=None, published_at=day(1)
    )
    cheap = ProductFactory(title="Cheap", category=tents, variant__price=5, published_at=day(2))
    dear = ProductFactory(title="Dear", category=tents, variant__price=90, published_at=day(3))
    ProductFactory(title="New", category=tents, variant__price=50, published_at=day(4))
    ReviewFactory(product=cheap, rating=5)
    for rating in (4, 5, 4, 5, 5, 5):
        ReviewFactory(product=dear, rating=rating)
    ReviewFactory(product=priceless, rating=2)
    assert card_titles(client.get("/c/tents/", {"sort": sort})) == expected


def test_what_cannot_be_bought_comes_last_in_the_recommended_order(
    client: Client, tents: Category
) -> None:
    gone = ProductFactory(title="Gone", category=tents, variant__stock=0)
    for _ in range(9):
        ReviewFactory(product=gone, rating=5)
    ProductFactory(title="Here", category=tents)
    assert card_titles(client.get("/c/tents/")) == ["Here", "Gone"]
    assert card_titles(client.get("/c/tents/", {"sort": "rating"})) == ["Gone", "Here"]


def test_pages_of_twenty_four_with_real_links(client: Client, tents: Category) -> None:
    for number in range(50):
        ProductFactory(
            title=f"Thing {number:02}",
            category=tents,
            published_at=datetime(2025, 1, 1, number // 60, number, tzinfo=UTC),
        )
    first, second, third = (client.get("/c/tents/", {"page": page}) for page in (1, 2, 3))
    assert [len(card_titles(each)) for each in (first, second, third)] == [24, 24, 2]
    seen = card_titles(first) + card_titles(second) + card_titles(third)
    assert seen == [f"Thing {number:02}" for number in reversed(range(50))]
    hrefs = {each.attributes.get("href") for each in Markup(second).find("a")}
    assert {"/c/tents/", "/c/tents/?page=3"} <= hrefs
    assert Markup(second).one("link", rel="canonical").attributes["href"] == (
        "http://testserver/c/tents/?page=2"
    )


@pytest.mark.parametrize("page", ["0", "-1", "2", "x", "1.5", "99999999999999999999"])
def test_a_page_that_is_not_there_is_not_found(client: Client, tents: Category, page: str) -> None:
    ProductFactory(category=tents)
    assert client.get("/c/tents/", {"page": page}).status_code == 404


def test_htmx_gets_the_results_with_facets_beside_them(client: Client, tents: Category) -> None:
    ProductFactory(title="Here", category=tents)
    response = client.get(
        "/c/tents/",
        {"price_min": "", "page": "1", "stock": "true"},
        headers={"HX-Request": "true", "HX-Target": "results"},
    )
    text = response.content.decode()
    assert "<html" not in text
    assert card_titles(response) == ["Here"]
    assert '<div id="facets" hx-swap-oob="innerHTML">' in text
    assert response["HX-Push-Url"] == "/c/tents/?stock=true"
    assert "HX-Request" in response["Vary"]


@pytest.mark.parametrize(
    ("current", "pushed"),
    [("/c/tents/", "/c/tents/?stock=true"), ("/c/tents/?stock=true", "false")],
)
def test_the_history_does_not_keep_an_address_twice(
    client: Client, tents: Category, current: str, pushed: str
) -> None:
    response = client.get(
        "/c/tents/?stock=true&price_max=",
        headers={
            "HX-Request": "true",
            "HX-Target": "results",
            "HX-Current-URL": f"http://testserver{current}",
        },
    )
    assert response["HX-Push-Url"] == pushed


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"HX-Request": "true", "HX-Target": "results", "HX-History-Restore-Request": "true"},
        {"HX-Request": "true", "HX-Target": "somewhere-else"},
    ],
)
def test_everything_else_gets_the_whole_page(
    client: Client, tents: Category, headers: dict[str, str]
) -> None:
    response = client.get("/c/tents/", headers=headers)
    assert "<!doctype html>" in response.content.decode()
    assert "HX-Request" in response["Vary"]


def test_cards_tell_price_reduction_and_stock(client: Client, tents: Category) -> None:
    several = ProductFactory(title="Several", category=tents, variant__price=Decimal("10.50"))
    VariantFactory(product=several, option1="L", price=Decimal(30))
    ProductFactory(title="Gone", category=tents, variant__stock=0)
    ProductFactory(title="Shown", category=tents, variant__price=None)
    ProductFactory(
        title="Less", category=tents, variant__price=20, variant__compare_at_price=Decimal(30)
    )
    response = client.get("/c/tents/")
    texts = Markup(response).texts("p", class_="price")
    prices = dict(zip(card_titles(response), texts, strict=True))
    assert prices == {
        "Several": "from €10.50",
        "Gone": "€20.00",
        "Shown": "Not for sale",
        "Less": "Now €20.00 before €30.00",
    }
    badges = Markup(response).texts("span", class_="badge")
    assert sorted(badges) == ["33 % off", "Sold out"]
