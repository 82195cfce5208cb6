"""Products: found by every filter, in every order, shown in full to whoever may see them."""

from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from shop.models import Attribute, Product, ProductOption, User, Variant
from shop.services.images import add_image
from tests.api.conftest import picture, program, signed_in
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    ProductAttributeFactory,
    ProductFactory,
    ReviewFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db
URL = "/api/v1/products/"


def slugs(client: APIClient, **query: Any) -> list[str]:
    response = client.get(URL, query)
    assert response.status_code == 200, response.json()
    return [each["slug"] for each in response.json()["results"]]


def refusal(client: APIClient, **query: Any) -> dict[str, Any]:
    response = client.get(URL, query)
    assert response.status_code == 400
    errors: dict[str, Any] = response.json()["errors"]
    return errors


def test_a_card_has_these_fields(anonymous: APIClient) -> None:
    product = ProductFactory.create(
        slug="tarp",
        title="Tarp",
        brand__name="Okapi",
        brand__slug="okapi",
        category__name="Shelter",
        category__slug="shelter",
        variant__price=Decimal("49.9"),
    )
    VariantFactory.create(product=product, option1="L", price=Decimal("59.955"))
    ReviewFactory.create(product=product, rating=4)
    ReviewFactory.create(product=product, rating=5)
    assert anonymous.get(URL).json() == {
        "count": 1,
        "page": 1,
        "pages": 1,
        "next": None,
        "previous": None,
        "results": [
            {
                "slug": "tarp",
                "title": "Tarp",
                "status": "active",
                "url": "http://testserver/p/tarp/",
                "brand": {"slug": "okapi", "name": "Okapi"},
                "category": {"slug": "shelter", "name": "Shelter"},
                "price_min": "49.90",
                "price_max": "59.955",
                "currency": "EUR",
                "in_stock": True,
                "rating_average": 4.5,
                "rating_count": 2,
                "image": None,
            }
        ],
    }


def test_the_detail_shows_options_attributes_and_pictures(anonymous: APIClient) -> None:
    top = CategoryFactory.create(name="Outdoor", slug="outdoor")
    below = CategoryFactory.create(name="Shelter", slug="shelter", parent=top)
    product = ProductFactory.create(
        slug="tarp", category=below, brand=None, variant=None, description="<p>Dry.</p>"
    )
    colour = AttributeFactory.create(code="colour", name="Colour")
    weight = AttributeFactory.create(code="weight", name="Weight", kind="number", unit="g")
    ProductAttributeFactory.create(product=product, attribute=weight, number=Decimal("640.5"))
    ProductOption.objects.create(product=product, attribute=colour, position=1)
    VariantFactory.create(
        product=product, sku="T-1", option1="Moss", price=Decimal(40), compare_at_price=Decimal(50)
    )
    VariantFactory.create(product=product, sku="T-2", option1="Sand", price=None, stock=0)
    add_image(product=product, content=picture(), filename="t.png", alt="A tarp", position=0)
    body = anonymous.get(f"{URL}tarp/").json()
    assert body["brand"] is None
    assert body["breadcrumb"] == [
        {"slug": "outdoor", "name": "Outdoor"},
        {"slug": "shelter", "name": "Shelter"},
    ]
    assert body["attributes"] == [
        {"code": "weight", "name": "Weight", "value": 640.5, "unit": "g", "display": "640.5 g"}
    ]
    first, second = body["variants"]
    assert first == {
        "id": Variant.objects.get(sku="T-1").pk,
        "product": "tarp",
        "sku": "T-1",
        "barcode": "",
        "options": [{"code": "colour", "name": "Colour", "value": "Moss"}],
        "price": "40.00",
        "compare_at_price": "50.00",
        "currency": "EUR",
        "in_stock": True,
        "stock": None,
        "allow_backorder": False,
        "weight_g": None,
        "image": None,
    }
    assert (second["price"], second["in_stock"]) == (None, False)
    assert body["images"][0]["alt"] == "A tarp"
    assert body["images"][0]["url"].startswith("http://testserver/media/products/")
    assert body["description"] == "<p>Dry.</p>"


def test_what_a_bulk_write_smuggled_in_is_sanitised_on_the_way_out(anonymous: APIClient) -> None:
    product = ProductFactory.create()
    Product.objects.update(description="<p>Dry<script>alert(1)</script></p>")
    assert anonymous.get(f"{URL}{product.slug}/").json()["description"] == "<p>Dry</p>"


def test_a_category_includes_everything_below_it(anonymous: APIClient) -> None:
    top = CategoryFactory.create(slug="outdoor")
    below = CategoryFactory.create(slug="shelter", parent=top)
    ProductFactory.create(slug="a", category=top)
    ProductFactory.create(slug="b", category=below)
    ProductFactory.create(slug="c")
    assert slugs(anonymous, category="outdoor") == ["b", "a"]
    assert slugs(anonymous, category="shelter") == ["b"]
    assert refusal(anonymous, category="indoor") == {"category": ["There is no category indoor."]}


def test_brands_may_be_several(anonymous: APIClient) -> None:
    for name in ("a", "b", "c"):
        ProductFactory.create(slug=name, brand=BrandFactory.create(slug=f"brand-{name}"))
    assert slugs(anonymous, brand="brand-a") == ["a"]
    assert slugs(anonymous, brand=["brand-a", "brand-c"]) == ["c", "a"]
    assert slugs(anonymous, brand="none") == []


def test_price_rating_and_stock(anonymous: APIClient) -> None:
    cheap = ProductFactory.create(slug="cheap", variant__price=Decimal(10), variant__stock=0)
    dear = ProductFactory.create(slug="dear", variant__price=Decimal(90))
    ProductFactory.create(slug="shown-only", variant__price=None)
    ReviewFactory.create(product=cheap, rating=3)
    ReviewFactory.create(product=dear, rating=5)
    assert slugs(anonymous, price_min="10.01") == ["dear"]
    assert slugs(anonymous, price_max="10") == ["cheap"]
    assert slugs(anonymous, price_min=5, price_max=100) == ["dear", "cheap"]
    assert slugs(anonymous, rating_min=4) == ["dear"]
    assert slugs(anonymous, in_stock="true") == ["dear"]
    assert slugs(anonymous, in_stock="false") == ["shown-only", "cheap"]


def test_attributes_by_type(anonymous: APIClient) -> None:
    colour = AttributeFactory.create(code="colour")
    weight = AttributeFactory.create(code="weight", kind=Attribute.Kind.NUMBER, unit="g")
    dry = AttributeFactory.create(code="waterproof", kind=Attribute.Kind.BOOLEAN)
    for slug, text, number, boolean in (
        ("a", "Moss", 100, True),
        ("b", "Sand", 250, False),
        ("c", "Moss", 900, True),
    ):
        product = ProductFactory.create(slug=slug)
        ProductAttributeFactory.create(product=product, attribute=colour, text=text)
        ProductAttributeFactory.create(product=product, attribute=weight, number=number)
        ProductAttributeFactory.create(product=product, attribute=dry, boolean=boolean)
    assert slugs(anonymous, attribute="colour:Moss") == ["c", "a"]
    assert slugs(anonymous, attribute=["colour:Moss", "colour:Sand"]) == ["c", "b", "a"]
    assert slugs(anonymous, attribute=["colour:Moss", "weight:..500"]) == ["a"]
    assert slugs(anonymous, attribute="weight:100..250") == ["b", "a"]
    assert slugs(anonymous, attribute="weight:250..") == ["c", "b"]
    assert slugs(anonymous, attribute="weight:900") == ["c"]
    assert slugs(anonymous, attribute="waterproof:false") == ["b"]


def test_a_variants_option_answers_for_the_attribute_too(anonymous: APIClient) -> None:
    colour = AttributeFactory.create(code="colour")
    size = AttributeFactory.create(code="size")
    product = ProductFactory.create(slug="a", variant=None)
    ProductOption.objects.create(product=product, attribute=size, position=1)
    ProductOption.objects.create(product=product, attribute=colour, position=2)
    VariantFactory.create(product=product, option1="M", option2="Moss")
    assert slugs(anonymous, attribute="colour:Moss") == ["a"]
    assert slugs(anonymous, attribute="colour:M") == []


@pytest.mark.parametrize(
    ("term", "message"),
    [
        ("colour", "“colour” is not of the form code:value."),
        ("hue:Moss", "There is no attribute hue."),
        ("weight:heavy", "“heavy” is not a number."),
        ("weight:NaN", "“NaN” is out of range."),
        ("weight:1e13", "“1e13” is out of range."),
        ("waterproof:maybe", "“maybe” is neither yes nor no."),
    ],
)
def test_an_attribute_term_that_makes_no_sense(
    anonymous: APIClient, term: str, message: str
) -> None:
    AttributeFactory.create(code="weight", kind=Attribute.Kind.NUMBER)
    AttributeFactory.create(code="waterproof", kind=Attribute.Kind.BOOLEAN)
    assert refusal(anonymous, attribute=term) == {"attribute": [message]}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("price_min", "cheap"),
        ("price_min", "-1"),
        ("price_max", "1e999999"),
        ("price_max", "NaN"),
        ("rating_min", "6"),
        ("ordering", "random"),
        ("status", "secret"),
        ("attribute", "a\x00:b"),
        ("category", "a\x00b"),
    ],
)
def test_values_that_do_not_fit_are_named(anonymous: APIClient, name: str, value: str) -> None:
    assert list(refusal(anonymous, **{name: value})) == [name]


def test_orders(anonymous: APIClient) -> None:
    for slug, title, price, stars in (
        ("a", "Beta", 30, 3),
        ("b", "alpha", None, 5),
        ("c", "Gamma", 10, None),
    ):
        product = ProductFactory.create(slug=slug, title=title, variant__price=price)
        if stars:
            ReviewFactory.create(product=product, rating=stars)
    assert slugs(anonymous) == ["c", "b", "a"]
    assert slugs(anonymous, ordering="price") == ["c", "a", "b"]
    assert slugs(anonymous, ordering="-price") == ["a", "c", "b"]
    assert slugs(anonymous, ordering="-rating") == ["b", "a", "c"]
    assert slugs(anonymous, ordering="title") == ["b", "a", "c"]


def test_drafts_are_for_the_catalogues_own_people(
    anonymous: APIClient, shopper: User, staff: User
) -> None:
    ProductFactory.create(slug="public")
    ProductFactory.create(slug="draft", status=Product.Status.DRAFT)
    for client in (
        anonymous,
        signed_in(shopper),
        program(shopper, "catalogue:read"),
        program(staff),
    ):
        assert slugs(client) == ["public"]
        assert client.get(f"{URL}draft/").status_code == 404
        assert list(refusal(client, status="draft")) == ["status"]
    for client in (
        signed_in(staff),
        program(staff, "catalogue:read"),
        program(staff, "catalogue:write"),
    ):
        assert slugs(client) == ["draft", "public"]
        assert slugs(client, status="draft") == ["draft"]
        assert client.get(f"{URL}draft/").json()["variants"][0]["stock"] == 10


def test_pages_do_not_overlap_and_link_to_each_other(anonymous: APIClient) -> None:
    for number in range(5):
        ProductFactory.create(slug=f"p{number}")
    seen: list[str] = []
    url: str | None = f"{URL}?page_size=2"
    while url:
        response = anonymous.get(url)
        seen += [each["slug"] for each in response.json()["results"]]
        url = response.json()["next"]
    assert seen == ["p4", "p3", "p2", "p1", "p0"]
    middle = anonymous.get(f"{URL}?page_size=2&page=2")
    assert middle["Link"] == (
        '<http://testserver/api/v1/products/?page=3&page_size=2>; rel="next", '
        '<http://testserver/api/v1/products/?page_size=2>; rel="prev"'
    )
    assert (middle.json()["page"], middle.json()["pages"], middle.json()["count"]) == (2, 3, 5)
    assert anonymous.get(f"{URL}?page=4").status_code == 404
    assert anonymous.get(f"{URL}?page=99999999999999999999").status_code == 404


def test_a_page_has_at_most_100(anonymous: APIClient) -> None:
    products = [Product(slug=f"p{n}", title=f"P {n}", status="active") for n in range(101)]
    Product.objects.bulk_create(products)
    assert len(slugs(anonymous, page_size=1000)) == 100
