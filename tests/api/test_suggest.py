"""GET /api/v1/suggest/: what it answers, what it refuses, how often it may be asked."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.settings import api_settings
from rest_framework.test import APIClient

from ai.indexing.vocabulary import refresh_vocabulary
from shop.models import Product
from tests.factories.shop import BrandFactory, CategoryFactory, ProductFactory, VariantFactory
from tests.functional.conftest import give_picture

pytestmark = pytest.mark.django_db
URL = "/api/v1/suggest/"


@pytest.fixture
def kettle() -> Product:
    """Return a kettle of two prices with a picture."""
    made: Product = ProductFactory.create(
        slug="kettle",
        title="Copper <kettle>",
        variant=None,
        brand=BrandFactory.create(name="Heron", slug="heron"),
        category=CategoryFactory.create(name="Kettles", slug="kettles"),
    )
    VariantFactory.create(product=made, option1="S", price=20)
    VariantFactory.create(product=made, option1="L", price=30)
    give_picture(made, "brown")
    refresh_vocabulary()
    return made


def ask(client: APIClient, **parameters: Any) -> Any:
    response = client.get(URL, parameters)
    assert response.status_code == 200, response.content
    return response.json()


def test_products_categories_and_brands(anonymous: APIClient, kettle: Product) -> None:
    answer = ask(anonymous, q="kett")
    assert (answer["text"], answer["corrected_from"]) == ("kett", "")
    category, product = answer["suggestions"]
    assert (category["kind"], category["url"]) == ("category", "http://testserver/c/kettles/")
    assert product["kind"] == "product"
    assert product["text"] == "Copper <kettle>"
    assert product["parts"] == [
        {"text": "Copper <", "is_match": False},
        {"text": "kett", "is_match": True},
        {"text": "le>", "is_match": False},
    ]
    assert product["url"] == "http://testserver/p/kettle/"
    assert (product["price"], product["price_text"]) == ("20.00", "from €20.00")
    assert (product["is_from"], product["currency"], product["note"]) == (True, "EUR", "Heron")
    assert product["image"]["url"].startswith("http://testserver/media/")
    assert product["image"]["width"] <= 160
    (brand,) = ask(anonymous, q="hero k")["suggestions"][-1:]
    assert brand["kind"] == "product"
    assert ask(anonymous, q="heron")["suggestions"][0]["url"] == (
        "http://testserver/c/?brand=heron"
    )


def test_a_correction_says_so(anonymous: APIClient, kettle: Product) -> None:
    answer = ask(anonymous, q="coper")
    assert (answer["text"], answer["corrected_from"]) == ("copper", "coper")
    assert answer["suggestions"]


def test_too_long_a_text_is_refused_by_name(anonymous: APIClient) -> None:
    response = anonymous.get(URL, {"q": "k" * 201})
    assert response.status_code == 400
    assert response.json()["errors"] == {"q": ["At most 200 characters."]}


@pytest.mark.parametrize("q", ["", " ", "\x00", "' OR 1=1 --", "%_\\", "a&b|c:*", "\u202e\u200b"])
def test_odd_texts_are_answered(anonymous: APIClient, kettle: Product, q: str) -> None:
    assert ask(anonymous, q=q)["suggestions"] == []


def test_more_offers_cost_no_more_queries(anonymous: APIClient, kettle: Product) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert ask(anonymous, q="kettle")["suggestions"]
        return len(captured)

    few = count()
    for _ in range(5):
        give_picture(ProductFactory.create(title="Kettle", category=kettle.category), "red")
    assert count() == few <= 5


def test_typing_is_counted_apart(
    anonymous: APIClient, kettle: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    rates = {**api_settings.DEFAULT_THROTTLE_RATES, "suggest": "3/min", "anonymous": "1/min"}
    monkeypatch.setattr(api_settings, "DEFAULT_THROTTLE_RATES", rates)
    assert anonymous.get("/api/v1/brands/").status_code == 200
    assert [anonymous.get(URL, {"q": "k"}).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert anonymous.get("/api/v1/brands/").status_code == 429
