"""What stands around a list: words, pictures, more of it, and facets that keep themselves short."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from shop.models import Category, Product
from shop.views.listing.form import MOST_ATTRIBUTES, SHOWN
from shop.views.listing.span import MOST_PAGES
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    ProductAttributeFactory,
    ProductFactory,
    ReviewFactory,
)
from tests.shop.views.conftest import AddPicture
from tests.shop.views.markup import Markup, card_titles

pytestmark = pytest.mark.django_db
MORE = {"HX-Request": "true", "HX-Target": "more"}


@pytest.fixture
def tents() -> Category:
    return CategoryFactory(
        name="Tents", slug="tents", description="Dry & **light**.", guide="## Pitching\n\nAsk us."
    )


def stock(category: Category, number: int, brand: Any = None) -> None:
    brand = brand or BrandFactory(slug="fell")
    for each in range(number):
        ProductFactory(
            title=f"Thing {each:03}",
            category=category,
            brand=brand,
            published_at=datetime(2025, 1, 1, each // 60, 59 - each % 60, tzinfo=UTC),
        )


def numbers(source: Any) -> list[int]:
    return sorted(int(title.removeprefix("Thing ")) for title in card_titles(source))


# ----- Words and pictures


def test_description_and_guide_are_markdown(client: Client, tents: Category) -> None:
    stock(tents, 25)
    page = Markup(client.get("/c/tents/"))
    assert page.one("div", class_="listing-head__text").text == "Dry & light."
    assert page.texts("h2", class_="guide") == []
    assert page.one("section", class_="guide").text == "Pitching Ask us."
    (meta,) = page.find("meta", name="description")
    assert meta.attributes["content"] == "Dry & light."


def test_the_guide_stands_on_the_first_page_of_the_whole_list_only(
    client: Client, tents: Category
) -> None:
    stock(tents, 25)
    for query, is_there in (("", True), ("?from=1&page=2", True), ("?page=2", False)):
        has_guide = "Pitching" in client.get(f"/c/tents/{query}").content.decode()
        assert has_guide is is_there, query
    assert "Pitching" not in client.get("/c/tents/?stock=true").content.decode()


def test_the_head_shows_another_view_of_the_product_most_people_liked(
    client: Client, tents: Category, add_picture: AddPicture
) -> None:
    small, known = ProductFactory(category=tents), ProductFactory(category=tents)
    ReviewFactory(product=small, rating=5)
    for _ in range(3):
        ReviewFactory(product=known, rating=4)
    add_picture(small)
    add_picture(known, colour="red")
    detail = add_picture(known, colour="blue", position=1)
    head = next(Markup(client.get("/c/tents/")).find("img"))
    assert detail.sha256 in head.attributes["src"]
    assert head.attributes["fetchpriority"] == "high"


def test_only_one_picture_is_fetched_before_all_others(
    client: Client, tents: Category, add_picture: AddPicture
) -> None:
    for number in range(6):
        add_picture(ProductFactory(category=tents), colour=f"#00000{number}")
    below = CategoryFactory(parent=tents)
    add_picture(ProductFactory(category=below))
    for path in ("/c/tents/", "/c/"):
        images = list(Markup(client.get(path)).find("img"))
        first = [each for each in images if each.attributes.get("fetchpriority") == "high"]
        assert len(first) == 1, path
        assert "loading" not in first[0].attributes
        assert all(int(each.attributes["width"]) for each in images)
        assert all(int(each.attributes["height"]) for each in images)


def test_tiles_have_pictures_and_are_left_out_where_there_is_nothing_below(
    client: Client, tents: Category, add_picture: AddPicture
) -> None:
    small = CategoryFactory(name="Small", slug="small", parent=tents)
    image = add_picture(ProductFactory(category=small))
    page = Markup(client.get("/c/tents/"))
    (tile,) = page.texts("li", class_="tile")
    assert tile == "Small 1 product"
    assert any(image.sha256 in each.attributes["src"] for each in page.find("img"))
    assert list(Markup(client.get("/c/small/")).find("li", class_="tile")) == []


# ----- More of the list


def test_more_is_a_link_to_the_next_page_and_to_all_so_far(client: Client, tents: Category) -> None:
    stock(tents, 60)
    page = Markup(client.get("/c/tents/?stock=true"))
    (link,) = [each for each in page.find("a") if "data-more" in each.attributes]
    assert link.text == "Show 24 more"
    assert link.attributes["href"] == "/c/tents/?stock=true&page=2"
    assert link.attributes["hx-get"] == "/c/tents/?stock=true&page=2&from=1"
    assert page.texts("p", class_="listing__seen") == ["24 of 60 products"]
    last = Markup(client.get("/c/tents/?page=3"))
    assert [each for each in last.find("a") if "data-more" in each.attributes] == []


def test_htmx_gets_the_next_page_alone_and_the_address_of_all_so_far(
    client: Client, tents: Category
) -> None:
    stock(tents, 60)
    response = client.get("/c/tents/?page=3&from=1", headers=MORE)
    assert "<html" not in response.content.decode()
    assert numbers(response) == list(range(48, 60))
    assert response["HX-Replace-Url"] == "/c/tents/?from=1&page=3"
    assert "HX-Push-Url" not in response
    assert "60 of 60 products shown" in response.content.decode()


def test_an_address_of_several_pages_shows_them_all(client: Client, tents: Category) -> None:
    stock(tents, 60)
    assert numbers(client.get("/c/tents/?from=1&page=2")) == list(range(48))
    assert numbers(client.get("/c/tents/?from=2&page=3")) == list(range(24, 60))
    page = Markup(client.get("/c/tents/?from=2&page=3"))
    assert page.one("p", class_="listing__earlier").text == "Show what comes before"
    assert page.one("link", rel="canonical").attributes["href"].endswith("/c/tents/?page=2")


@pytest.mark.parametrize("first", ["0", "3", "x", "-1", "", "99999999999999999999", "1.5"])
def test_a_beginning_that_makes_no_sense_is_left_out(
    client: Client, tents: Category, first: str
) -> None:
    stock(tents, 60)
    assert numbers(client.get("/c/tents/", {"page": "2", "from": first})) == list(range(24, 48))


def test_a_beginning_without_a_page_is_left_out(client: Client, tents: Category) -> None:
    stock(tents, 60)
    assert numbers(client.get("/c/tents/?from=1")) == list(range(24))
    response = client.get(
        "/c/tents/?from=2&stock=true", headers={"HX-Request": "true", "HX-Target": "results"}
    )
    assert response["HX-Push-Url"] == "/c/tents/?stock=true"


def test_the_earliest_page_is_let_go_when_there_are_many(
    client: Client, tents: Category, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shop.views.listing.build.PAGE_SIZE", 1)
    stock(tents, MOST_PAGES + 2)
    response = client.get(f"/c/tents/?from=1&page={MOST_PAGES}")
    assert len(numbers(response)) == MOST_PAGES
    (link,) = [each for each in Markup(response).find("a") if "data-more" in each.attributes]
    assert f"page={MOST_PAGES + 1}&from=2" in link.attributes["hx-get"]
    assert len(numbers(client.get(f"/c/tents/?from=1&page={MOST_PAGES + 1}"))) == 1


def test_choosing_a_filter_begins_at_the_first_page(client: Client, tents: Category) -> None:
    stock(tents, 60)
    page = Markup(client.get("/c/tents/?from=1&page=2&stock=true&brand=fell"))
    chips = [each.attributes["href"] for each in page.find("a", class_="chip--on")]
    assert sorted(chips) == ["/c/tents/?brand=fell", "/c/tents/?stock=true"]


def test_three_pages_cost_no_more_queries_than_one(client: Client, tents: Category) -> None:
    stock(tents, 60)
    counts = []
    for query in ("", "?from=1&page=3"):
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/c/tents/{query}")
        counts.append(len(captured))
    assert counts[0] == counts[1]


# ----- Facets


def facet(client: Client, key: str, query: str = "") -> Markup:
    text = client.get(f"/c/tents/{query}").content.decode()
    start = text.index(f'id="facet-{key}"')
    return Markup(text[start - 40 : text.index('<details class="facet"', start + 1)])


def test_a_long_facet_shows_the_first_and_keeps_the_rest(client: Client, tents: Category) -> None:
    for number in range(SHOWN + 3):
        ProductFactory(category=tents, brand=BrandFactory(slug=f"b{number}"))
    ProductAttributeFactory(product=Product.objects.all()[0], text="a")  # a facet comes after it
    found = facet(client, "brand")
    (rest,) = found.find("details", class_="facet__rest")
    assert "open" not in rest.attributes
    assert found.one("span", class_="facet__all").text == f"Show all {SHOWN + 3}"
    last = [each.attributes["value"] for each in found.find("input", name="brand")][-1]
    (rest,) = facet(client, "brand", f"?brand={last}").find("details", class_="facet__rest")
    assert "open" in rest.attributes


def test_a_facet_a_little_longer_is_shown_whole(client: Client, tents: Category) -> None:
    for number in range(SHOWN + 2):
        ProductFactory(category=tents, brand=BrandFactory(slug=f"b{number}"))
    assert list(Markup(client.get("/c/tents/")).find("details", class_="facet__rest")) == []


def test_attributes_that_tell_little_wait_unless_asked(client: Client, tents: Category) -> None:
    products = [ProductFactory(category=tents) for _ in range(4)]
    for number in range(MOST_ATTRIBUTES + 3):
        attribute = AttributeFactory(code=f"code{number}", name=f"Code {number}", position=number)
        # The first three are said of one product, all others of four.
        for product in products[: 1 if number < 3 else 4]:
            ProductAttributeFactory(product=product, attribute=attribute, text=f"t{product.pk}")
    page = client.get("/c/tents/").content.decode()
    at_once, waiting = page.split('id="facet-more"')
    assert "3 more filters" in waiting
    assert all(f"Code {number}" not in at_once for number in (0, 1, 2))
    assert all(f"<summary>Code {number} " in at_once for number in range(3, 10))
    asked = client.get(f"/c/tents/?a.code1=t{products[0].pk}").content.decode()
    assert "Code 1" in asked.split('id="facet-more"')[0]


def test_colours_have_swatches_and_other_facets_none(client: Client, tents: Category) -> None:
    colour, material = AttributeFactory(code="colour"), AttributeFactory(code="material")
    for text in ("Moss green", "Rust and oat", "Plaid"):
        product = ProductFactory(category=tents)
        ProductAttributeFactory(product=product, attribute=colour, text=text)
        ProductAttributeFactory(product=product, attribute=material, text=f"Green {text}")
    page = Markup(client.get("/c/tents/"))
    assert len(list(page.find("svg", class_="swatch"))) == 2
    fills = [each.attributes["fill"] for each in page.find("circle")]
    assert sorted(fills) == ["#5e7f52", "#b5573a"]
    assert page.active_content() == []


def test_what_is_chosen_is_counted_beside_its_name(client: Client, tents: Category) -> None:
    for slug in ("a", "b"):
        ProductFactory(category=tents, brand=BrandFactory(slug=slug))
    page = Markup(client.get("/c/tents/?brand=a&brand=b"))
    assert page.texts("span", class_="facet__chosen") == ["2 chosen"]


def test_an_empty_result_offers_to_take_each_filter_away(client: Client, tents: Category) -> None:
    ProductFactory(category=tents, brand=BrandFactory(slug="fell", name="Fell"))
    page = Markup(client.get("/c/tents/?brand=fell&price_min=900"))
    assert "Nothing fits all of that" in page.texts("h2")
    chips = [each.attributes["href"] for each in page.find("a", class_="chip--on")]
    assert chips == ["/c/tents/?price_min=900", "/c/tents/?brand=fell"]
    assert [each.attributes["href"] for each in page.find("a", class_="button")] == ["/c/tents/"]
