"""Facets: exact counts, and lists that meet what was asked."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from shop.models import Attribute, Brand, Product, ProductOption
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    ProductAttributeFactory,
    ProductFactory,
    ReviewFactory,
    VariantFactory,
)
from tests.shop.views.markup import Markup, card_titles

pytestmark = pytest.mark.django_db


def listed(client: Client, **query: Any) -> list[str]:
    return sorted(card_titles(client.get("/c/", query)))


def counts(client: Client, name: str, **query: Any) -> dict[str, int]:
    """Return {value: count shown} of one facet's boxes."""
    found: dict[str, int] = {}
    value = ""
    for each in Markup(client.get("/c/", query)).elements:
        if each.tag == "input":
            value = each.attributes["value"] if each.attributes.get("name") == name else ""
        elif "tick__count" in each.classes and value:
            found[value] = int(each.text)
    return found


@pytest.fixture
def brands() -> tuple[Brand, Brand]:
    return BrandFactory(name="Fell", slug="fell"), BrandFactory(name="Moor", slug="moor")


def test_brands_are_alternatives_and_leave_their_own_counts_alone(
    client: Client, brands: tuple[Brand, Brand]
) -> None:
    fell, moor = brands
    ProductFactory(title="F1", brand=fell)
    ProductFactory(title="F2", brand=fell, variant__stock=0)
    ProductFactory(title="M1", brand=moor)
    assert listed(client, brand="fell") == ["F1", "F2"]
    assert listed(client, brand=["fell", "moor"]) == ["F1", "F2", "M1"]
    assert counts(client, "brand", brand="fell") == {"fell": 2, "moor": 1}
    assert counts(client, "brand", stock="true") == {"fell": 1, "moor": 1}


def test_a_chosen_brand_stays_on_show_when_nothing_of_it_is_left(
    client: Client, brands: tuple[Brand, Brand]
) -> None:
    fell, moor = brands
    ProductFactory(brand=fell)
    ProductFactory(brand=moor, variant__price=10, variant__compare_at_price=12)
    query = {"brand": "fell", "sale": "true"}
    assert listed(client, **query) == []
    assert counts(client, "brand", **query) == {"moor": 1, "fell": 0}
    page = client.get("/c/", query).content.decode()
    assert "Nothing fits all of that" in page
    chips = Markup(page).texts("a", class_="chip--on")
    assert chips == ["Remove Fell", "Remove Reduced"]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("10", "", ["Ten", "Twenty"]),
        ("", "10", ["Nine", "Ten"]),
        ("10", "10", ["Ten"]),
        ("10,50", "", ["Twenty"]),
        ("25", "5", []),
        ("x", "", ["Nine", "Priceless", "Ten", "Twenty"]),
        ("-5", "", ["Nine", "Priceless", "Ten", "Twenty"]),
        ("nan", "inf", ["Nine", "Priceless", "Ten", "Twenty"]),
        ("9" * 60, "", ["Nine", "Priceless", "Ten", "Twenty"]),
    ],
)
def test_price_bounds_are_inclusive_and_nonsense_is_ignored(
    client: Client, low: str, high: str, expected: list[str]
) -> None:
    for title, price in (("Nine", 9), ("Ten", 10), ("Twenty", 20), ("Priceless", None)):
        ProductFactory(title=title, variant__price=price)
    assert listed(client, price_min=low, price_max=high) == expected


def test_the_price_facet_names_the_bounds_there_are(client: Client) -> None:
    ProductFactory(variant__price=Decimal("9.50"))
    ProductFactory(variant__price=20)
    page = Markup(client.get("/c/"))
    assert page.one("input", name="price_min").attributes["placeholder"] == "9.5"
    assert page.one("input", name="price_max").attributes["placeholder"] == "20"


def test_rating_is_at_least(client: Client) -> None:
    for title, ratings in (("Four", (4, 4)), ("Nearly", (4, 3)), ("Two", (2,)), ("None", ())):
        product = ProductFactory(title=title)
        for rating in ratings:
            ReviewFactory(product=product, rating=rating)
    assert listed(client, rating="4") == ["Four"]
    assert listed(client, rating="3") == ["Four", "Nearly"]
    assert listed(client, rating="9") == ["Four", "Nearly", "None", "Two"]
    assert counts(client, "rating", rating="4") == {"4": 1, "3": 2, "2": 3}


def test_stock_means_one_variant_can_be_bought(client: Client) -> None:
    some = ProductFactory(title="Some", variant__stock=0)
    VariantFactory(product=some, option1="L", stock=1)
    ProductFactory(title="Backorder", variant__stock=0, variant__allow_backorder=True)
    ProductFactory(title="Gone", variant__stock=0)
    ProductFactory(title="Priceless", variant__price=None, variant__stock=9)
    assert listed(client, stock="true") == ["Backorder", "Some"]
    assert counts(client, "stock") == {"true": 2}


def test_texts_of_an_attribute_are_alternatives_and_attributes_add_up(client: Client) -> None:
    material = AttributeFactory(code="material", name="Material")
    season = AttributeFactory(code="season", name="Season")
    for title, values in (
        ("A", {material: ["Wool", "Silk"], season: ["Winter"]}),
        ("B", {material: ["Wool"], season: ["Summer"]}),
        ("C", {material: ["Cotton"]}),
    ):
        product = ProductFactory(title=title)
        for attribute, texts in values.items():
            for text in texts:
                ProductAttributeFactory(product=product, attribute=attribute, text=text)
    assert listed(client, **{"a.material": "Wool"}) == ["A", "B"]
    assert listed(client, **{"a.material": ["Silk", "Cotton"]}) == ["A", "C"]
    assert listed(client, **{"a.material": "Wool", "a.season": "Winter"}) == ["A"]
    assert counts(client, "a.material") == {"Wool": 2, "Cotton": 1, "Silk": 1}
    assert counts(client, "a.material", **{"a.season": "Winter"}) == {"Silk": 1, "Wool": 1}
    assert counts(client, "a.material", **{"a.season": "Summer"}) == {}  # one value: no choice
    query = {"a.material": "Cotton", "a.season": "Winter"}
    assert counts(client, "a.material", **query) == {"Wool": 1, "Silk": 1, "Cotton": 0}


def test_numbers_are_bounded_and_yes_is_yes(client: Client) -> None:
    weight = AttributeFactory(code="weight", name="Weight", unit="g", kind=Attribute.Kind.NUMBER)
    vegan = AttributeFactory(code="vegan", name="Vegan", kind=Attribute.Kind.BOOLEAN)
    for title, grams, is_vegan in (("Light", 200, True), ("Heavy", 900, False), ("Mid", 500, True)):
        product = ProductFactory(title=title)
        ProductAttributeFactory(product=product, attribute=weight, number=grams)
        ProductAttributeFactory(product=product, attribute=vegan, boolean=is_vegan)
    assert listed(client, **{"a.weight.max": "500"}) == ["Light", "Mid"]
    assert listed(client, **{"a.weight.min": "500", "a.weight.max": "500"}) == ["Mid"]
    assert listed(client, **{"a.vegan": "true"}) == ["Light", "Mid"]
    assert listed(client, **{"a.vegan": "false"}) == ["Heavy"]
    assert listed(client, **{"a.vegan": "perhaps"}) == ["Heavy", "Light", "Mid"]
    assert counts(client, "a.vegan", **{"a.vegan": "true"}) == {"true": 2, "false": 1}
    chips = Markup(client.get("/c/", {"a.vegan": "false"})).texts("a", class_="chip--on")
    assert chips == ["Remove Vegan: No"]
    page = Markup(client.get("/c/", {"a.weight.max": "500"}))
    assert page.one("input", name="a.weight.min").attributes["placeholder"] == "200"
    assert page.one("input", name="a.weight.max").attributes["value"] == "500"
    assert page.texts("a", class_="chip--on") == ["Remove Weight to 500 g"]


def with_colours(title: str, colour: Attribute, stocks: dict[str, int]) -> Product:
    product = ProductFactory(title=title, variant=None)
    ProductOption.objects.create(product=product, attribute=colour, position=2)
    for text, stock in stocks.items():
        VariantFactory(product=product, option1="M", option2=text, stock=stock)
    return product


def test_options_of_variants_count_as_attributes_once(client: Client) -> None:
    colour = AttributeFactory(code="colour", name="Colour")
    both = with_colours("Both", colour, {"Red": 1, "Blue": 1})
    ProductAttributeFactory(product=both, attribute=colour, text="Red")
    with_colours("Blue only", colour, {"Blue": 0})
    stated = ProductFactory(title="Stated")
    ProductAttributeFactory(product=stated, attribute=colour, text="Red")
    assert listed(client, **{"a.colour": "Red"}) == ["Both", "Stated"]
    assert listed(client, **{"a.colour": "Blue"}) == ["Blue only", "Both"]
    assert counts(client, "a.colour") == {"Blue": 2, "Red": 2}


def test_in_stock_asks_the_variant_of_that_colour(client: Client) -> None:
    colour = AttributeFactory(code="colour", name="Colour")
    with_colours("Red is gone", colour, {"Red": 0, "Blue": 4})
    with_colours("Red is here", colour, {"Red": 2, "Blue": 0})
    query = {"a.colour": "Red", "stock": "true"}
    assert listed(client, **query) == ["Red is here"]
    assert counts(client, "a.colour", **query) == {"Blue": 1, "Red": 1}
    assert counts(client, "stock", **{"a.colour": "Red"}) == {"true": 1}


def test_attributes_that_tell_nothing_apart_are_left_out(client: Client) -> None:
    same = AttributeFactory(code="same", name="Same")
    hidden = AttributeFactory(code="hidden", name="Hidden", is_filterable=False)
    for number in range(2):
        product = ProductFactory()
        ProductAttributeFactory(product=product, attribute=same, text="x")
        ProductAttributeFactory(product=product, attribute=hidden, text=str(number))
    page = Markup(client.get("/c/", {"a.hidden": "1"}))
    assert list(page.find("input", name="a.same")) == []
    assert list(page.find("input", name="a.hidden")) == []
    assert page.one("p", class_="listing__count").text == "2 products"


def test_chips_take_away_one_choice_and_keep_the_rest(
    client: Client, brands: tuple[Brand, Brand]
) -> None:
    for brand in brands:
        ProductFactory(brand=brand)
    response = client.get("/c/", {"brand": ["fell", "moor"], "stock": "true", "sort": "newest"})
    chips = {
        each.text: each.attributes["href"] for each in Markup(response).find("a", class_="chip--on")
    }
    assert chips == {
        "Remove Fell": "/c/?brand=moor&sort=newest&stock=true",
        "Remove Moor": "/c/?brand=fell&sort=newest&stock=true",
        "Remove In stock": "/c/?brand=fell&brand=moor&sort=newest",
    }


def test_counts_are_what_choosing_the_value_gives(client: Client) -> None:
    """Each count under several choices equals the length of the list it promises."""
    colour = AttributeFactory(code="colour", name="Colour")
    brands = [BrandFactory(slug=f"b{number}") for number in range(3)]
    for number in range(18):
        product = ProductFactory(
            brand=brands[number % 3],
            variant__price=10 + number,
            variant__stock=number % 4,
            variant__compare_at_price=50 if number % 5 == 0 else None,
        )
        ProductAttributeFactory(
            product=product, attribute=colour, text=("Red", "Blue", "Green")[number % 7 % 3]
        )
        ReviewFactory(product=product, rating=1 + number % 5)
    base = {"price_min": "12", "stock": "true"}
    for name in ("brand", "a.colour", "rating"):
        shown = counts(client, name, **base)
        assert shown
        for value, count in shown.items():
            page = Markup(client.get("/c/", {**base, name: value}))
            assert page.one("p", class_="listing__count").text.split()[0] == str(count)


@pytest.mark.parametrize(
    "query",
    [
        "brand=%00",
        "a.colour=%00%00",
        "a.colour=" + "x" * 5000,
        "&".join(f"brand=b{number}" for number in range(500)),
        "price_min=1e500",
        "a.weight.min=99999999999999999999",
        "rating=%F0%9F%A6%86",
        "sort[]=x&a.=1&a.nothing=2",
    ],
)
def test_hostile_queries_are_answered(client: Client, query: str) -> None:
    AttributeFactory(code="colour")
    AttributeFactory(code="weight", kind=Attribute.Kind.NUMBER)
    ProductFactory()
    assert client.get(f"/c/?{query}").status_code == 200
