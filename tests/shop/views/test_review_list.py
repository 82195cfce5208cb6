"""The reviews on a product page."""

from datetime import UTC, datetime
from itertools import chain
from typing import Any

import pytest
from django.test import Client

from shop.models import Product, Review
from tests.factories.shop import ProductFactory, ReviewFactory
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def product() -> Product:
    return ProductFactory(slug="pot")


def shown(client: Client, product: Product, **query: Any) -> list[str]:
    page = Markup(client.get(product.get_absolute_url(), query))
    return page.texts("h3", class_="review__title")


def test_without_reviews_the_first_is_asked_for(client: Client, product: Product) -> None:
    ReviewFactory(product=product, status=Review.Status.PENDING, title="Pending")
    ReviewFactory(product=product, status=Review.Status.REJECTED, title="Rejected")
    text = client.get(product.get_absolute_url()).content.decode()
    assert "Nobody has reviewed this one yet" in text
    assert "Pending" not in text
    assert "Rejected" not in text


def test_average_and_histogram_count_published_reviews(client: Client, product: Product) -> None:
    for rating in (5, 5, 5, 4, 1):
        ReviewFactory(product=product, rating=rating)
    ReviewFactory(product=product, rating=1, status=Review.Status.PENDING)
    ReviewFactory(rating=1)
    page = Markup(client.get(product.get_absolute_url()))
    assert page.one("span", class_="reviews__figure").text == "4.0"
    rows = [each.text for each in page.find("span", class_="histogram__count")]
    assert [row.split()[0] for row in rows] == ["3", "1", "0", "0", "1"]
    widths = [each.attributes["width"] for each in page.find("rect", class_="histogram__fill")]
    assert widths == ["60.0", "20.0", "0.0", "0.0", "20.0"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("", ["Helpful", "Late", "Early"]),
        ("newest", ["Late", "Helpful", "Early"]),
        ("highest", ["Early", "Helpful", "Late"]),
        ("lowest", ["Late", "Helpful", "Early"]),
        ("nonsense", ["Helpful", "Late", "Early"]),
    ],
)
def test_sorts(client: Client, product: Product, sort: str, expected: list[str]) -> None:
    for title, month, rating, helpful in (
        ("Early", 1, 5, 0),
        ("Helpful", 2, 3, 9),
        ("Late", 3, 1, 0),
    ):
        ReviewFactory(
            product=product,
            title=title,
            rating=rating,
            helpful_count=helpful,
            created_at=datetime(2025, month, 1, tzinfo=UTC),
        )
    assert shown(client, product, reviews=sort) == expected


def test_narrowed_by_stars_and_purchase(client: Client, product: Product) -> None:
    ReviewFactory(product=product, title="Five", rating=5)
    ReviewFactory(product=product, title="Five bought", rating=5, verified_purchase=True)
    ReviewFactory(product=product, title="Two bought", rating=2, verified_purchase=True)
    assert shown(client, product, stars="5") == ["Five bought", "Five"]
    assert shown(client, product, verified="1") == ["Two bought", "Five bought"]
    assert shown(client, product, stars="5", verified="1") == ["Five bought"]
    assert len(shown(client, product, stars="9", verified="x")) == 3
    ReviewFactory(product=product, title="", body="", rating=5)
    ReviewFactory(product=product, title="Five mute", body="", rating=5)
    assert shown(client, product, stars="5", text="1") == ["Five mute", "Five bought", "Five"]
    assert shown(client, product, verified="1", text="1") == ["Two bought", "Five bought"]
    page = Markup(client.get(product.get_absolute_url(), {"text": "1", "verified": "1"}))
    assert [each.attributes["id"] for each in page.find("input", checked="")] == [
        "reviews-verified",
        "reviews-text",
    ]
    assert page.one("form", class_="reviews__toolbar").text.startswith("2 of 5 reviews. Show all")
    none = client.get(product.get_absolute_url(), {"stars": "3"}).content.decode()
    assert "No review fits that choice." in none
    assert "0 of 5 reviews." in none


def test_pages_of_eight_that_keep_what_was_chosen(client: Client, product: Product) -> None:
    for number in range(19):
        ReviewFactory(
            product=product,
            title=f"Review {number:02}",
            created_at=datetime(2025, 1, 1 + number, tzinfo=UTC),
        )
    pages = [shown(client, product, reviews="newest", reviews_page=str(page)) for page in (1, 2, 3)]
    assert [len(each) for each in pages] == [8, 8, 3]
    assert [*chain(*pages)] == [f"Review {number:02}" for number in reversed(range(19))]
    page = Markup(client.get(product.get_absolute_url(), {"reviews": "newest", "variant": "7"}))
    assert "/p/pot/?reviews=newest&variant=7&reviews_page=2#reviews" in {
        each.attributes.get("href") for each in page.find("a")
    }


@pytest.mark.parametrize("number", ["0", "-3", "x", "99"])
def test_a_page_of_reviews_that_is_not_there_gives_one_that_is(
    client: Client, product: Product, number: str
) -> None:
    ReviewFactory(product=product, title="Only")
    assert shown(client, product, reviews_page=number) == ["Only"]


def test_htmx_gets_the_reviews_alone(client: Client, product: Product) -> None:
    ReviewFactory(product=product, title="Five", rating=5)
    ReviewFactory(product=product, title="Two", rating=2)
    response = client.get(
        product.get_absolute_url(),
        {"stars": "2", "reviews": ""},
        headers={"HX-Request": "true", "HX-Target": "reviews"},
    )
    text = response.content.decode()
    assert "<html" not in text
    assert 'id="reviews"' not in text
    assert Markup(response).texts("h3", class_="review__title") == ["Two"]
    assert response["HX-Push-Url"] == "/p/pot/?stars=2"


def test_a_review_tells_who_when_bought_and_what_the_shop_replied(
    client: Client, product: Product
) -> None:
    review = ReviewFactory(
        product=product,
        author_name="Maeve D.",
        body="First line.\n\nSecond line.",
        verified_purchase=True,
        reply="Thank you!",
        created_at=datetime(2025, 6, 17, tzinfo=UTC),
    )
    page = Markup(client.get(product.get_absolute_url()))
    assert page.one("article", id=f"review-{review.pk}")
    assert page.one("p", class_="review__meta").text == "Maeve D. 17 June 2025 Bought here"
    assert page.one("div", class_="review__body").text == "First line. Second line."
    assert page.one("div", class_="review__reply").text == "Vitrine Outfitters replies Thank you!"
