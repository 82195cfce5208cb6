"""Categories, brands, attributes, pages and questions."""

import pytest
from rest_framework.test import APIClient

from shop.models import Product
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    FaqEntryFactory,
    PageFactory,
    ProductFactory,
)

pytestmark = pytest.mark.django_db


def test_the_tree_counts_what_is_published_below(anonymous: APIClient) -> None:
    outdoor = CategoryFactory.create(name="Outdoor", slug="outdoor")
    shelter = CategoryFactory.create(name="Shelter", slug="shelter", parent=outdoor)
    tarps = CategoryFactory.create(name="Tarps", slug="tarps", parent=shelter)
    CategoryFactory.create(name="Home", slug="home")
    ProductFactory.create(category=outdoor)
    ProductFactory.create_batch(2, category=tarps)
    ProductFactory.create(category=tarps, status=Product.Status.DRAFT)
    tarps_node = {"slug": "tarps", "name": "Tarps", "product_count": 2, "children": []}
    shelter_node = {
        "slug": "shelter",
        "name": "Shelter",
        "product_count": 2,
        "children": [tarps_node],
    }
    assert anonymous.get("/api/v1/categories/").json() == [
        {"slug": "outdoor", "name": "Outdoor", "product_count": 3, "children": [shelter_node]},
        {"slug": "home", "name": "Home", "product_count": 0, "children": []},
    ]
    assert anonymous.get("/api/v1/categories/shelter/").json() == {
        "slug": "shelter",
        "name": "Shelter",
        "description": "",
        "url": "http://testserver/c/shelter/",
        "product_count": 2,
        "ancestors": [{"slug": "outdoor", "name": "Outdoor"}],
        "children": [tarps_node],
    }
    assert anonymous.get("/api/v1/categories/none/").status_code == 404


def test_brands_and_attributes(anonymous: APIClient) -> None:
    BrandFactory.create(name="Okapi", slug="okapi", description="Tents.")
    AttributeFactory.create(code="weight", name="Weight", kind="number", unit="g")
    brand = {"slug": "okapi", "name": "Okapi", "description": "Tents."}
    attribute = {
        "code": "weight",
        "name": "Weight",
        "kind": "number",
        "unit": "g",
        "is_filterable": True,
    }
    assert anonymous.get("/api/v1/brands/").json()["results"] == [brand]
    assert anonymous.get("/api/v1/brands/okapi/").json() == brand
    assert anonymous.get("/api/v1/attributes/").json()["results"] == [attribute]
    assert anonymous.get("/api/v1/attributes/weight/").json() == attribute


def test_pages_come_as_markdown_and_as_safe_html(anonymous: APIClient) -> None:
    PageFactory.create(
        slug="shipping", title="Shipping", body="Within **two** days.<script>alert(1)</script>"
    )
    PageFactory.create(slug="hidden", is_published=False)
    listed = anonymous.get("/api/v1/pages/").json()["results"]
    assert [each["slug"] for each in listed] == ["shipping"]
    assert "body" not in listed[0]
    page = anonymous.get("/api/v1/pages/shipping/").json()
    assert page["body"].startswith("Within **two** days.")
    assert page["html"] == "<p>Within <strong>two</strong> days.</p>"
    assert page["url"] == "http://testserver/pages/shipping/"
    assert anonymous.get("/api/v1/pages/hidden/").status_code == 404


def test_questions_by_topic(anonymous: APIClient) -> None:
    FaqEntryFactory.create(slug="how-long", topic="Delivery", answer="Two *days*.")
    FaqEntryFactory.create(slug="refund", topic="Returns")
    FaqEntryFactory.create(slug="hidden", topic="Returns", is_published=False)
    url = "/api/v1/faq/"
    assert [each["slug"] for each in anonymous.get(url).json()["results"]] == ["how-long", "refund"]
    delivery = anonymous.get(url, {"topic": "Delivery"}).json()["results"]
    assert [each["answer_html"] for each in delivery] == ["<p>Two <em>days</em>.</p>"]
    assert delivery[0]["url"] == "http://testserver/faq/#how-long"
    assert anonymous.get(f"{url}hidden/").status_code == 404
