"""GET /api/v1/products/{slug}/review-digest/, and reviews by what they say."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from ai.models import Aspect
from shop.models import Product
from tests.ai.reviews.filled import WORDS, make_product, read_all
from tests.factories.shop import ProductFactory

pytestmark = pytest.mark.django_db

DIGEST, REVIEWS = "/api/v1/products/coat/review-digest/", "/api/v1/reviews/"


@pytest.fixture
def product() -> Product:
    made = make_product()
    read_all()
    return made


def read(client: APIClient, url: str, **data: Any) -> Any:
    answer = client.get(url, data)
    assert answer.status_code == 200, answer.json()
    return answer.json()


def test_every_number_names_its_reviews(
    anonymous: APIClient, product: Product, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(8):
        found = read(anonymous, DIGEST)
    assert found["product"] == "coat"
    assert found["is_ready"] is True
    assert found["reviews"] == found["positive"] + found["mixed"] + found["negative"] == 5
    assert found["verified"] == 3
    kinds = [each["kind"] for each in found["sentences"]]
    assert kinds == ["overall", "ranking", "aspect", "aspect", "source"]
    for sentence in found["sentences"]:
        for claim in sentence["claims"]:
            assert len(claim["review_ids"]) == claim["reviews"]
            assert claim["share"] == round(claim["reviews"] / claim["of"], 4)
    names = {1: "positive", -1: "negative"}
    for aspect in found["aspects"]:
        assert (
            read(anonymous, REVIEWS, product="coat", aspect=aspect["id"])["count"]
            == (aspect["reviews"])
        )
        for name in (*names.values(), "mixed"):
            listed = read(anonymous, REVIEWS, aspect=aspect["id"], sentiment=name)
            assert listed["count"] == aspect[name]
    assert {each["sentiment"] for each in found["quotes"]} == set(names.values())
    for quote in found["quotes"]:
        assert quote["text"] in read(anonymous, f"{REVIEWS}{quote['review']}/")["body"]


def test_nothing_is_said_of_few(anonymous: APIClient) -> None:
    make_product("coat", *WORDS[:2])
    read_all()
    found = read(anonymous, DIGEST)
    assert (found["is_ready"], found["least_reviews"], found["reviews"]) == (False, 3, 2)
    assert found["positive"] is found["mixed"] is found["negative"] is None
    assert found["sentences"] == found["quotes"] == found["aspects"] == []
    ProductFactory(slug="bare")
    bare = read(anonymous, "/api/v1/products/bare/review-digest/")
    assert (bare["reviews"], bare["first_at"], bare["is_ready"]) == (0, None, False)


def test_there_is_none_of_a_product_that_is_not_there(
    anonymous: APIClient, product: Product
) -> None:
    Product.objects.update(status="draft")
    for slug in ("coat", "nothing"):
        answer = anonymous.get(f"/api/v1/products/{slug}/review-digest/")
        assert answer.status_code == 404
        assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("data", "at"),
    [
        ({"aspect": 999}, "aspect"),
        ({"aspect": "x"}, "aspect"),
        ({"aspect": "9" * 40}, "aspect"),
        ({"sentiment": "happy"}, "sentiment"),
        ({"q": "warm"}, "q"),
        ({"q": "w" * 201, "product": "coat"}, "q"),
    ],
)
def test_what_makes_no_sense_is_refused(
    anonymous: APIClient, product: Product, data: dict[str, Any], at: str
) -> None:
    answer = anonymous.get(REVIEWS, data)
    assert answer.status_code == 400
    assert at in answer.json()["errors"]


def test_reviews_are_found_by_words_and_filters_add_up(
    anonymous: APIClient, product: Product
) -> None:
    zipper = Aspect.objects.get(key="zipper").pk
    assert read(anonymous, REVIEWS, product="coat", q="broke")["count"] == 1
    assert read(anonymous, REVIEWS, product="nothing", q="broke")["count"] == 0
    both = read(anonymous, REVIEWS, aspect=zipper, sentiment="negative", rating=2, verified=False)
    assert {each["body"] for each in both["results"]} == {WORDS[1], WORDS[3]}
    assert read(anonymous, REVIEWS, sentiment="positive")["count"] >= 2
