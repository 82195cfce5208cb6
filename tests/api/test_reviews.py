"""Reviews: read by everybody, written by whoever is signed in, shown once they were read."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from shop.models import Product, Review, ReviewVote, User
from shop.services.reviews import publish_review
from tests.api.conftest import program, signed_in
from tests.factories.shop import ProductFactory, ReviewFactory

pytestmark = pytest.mark.django_db
URL = "/api/v1/reviews/"


def titles(client: APIClient, **query: Any) -> list[str]:
    return [each["title"] for each in client.get(URL, query).json()["results"]]


def test_a_review_has_these_fields(anonymous: APIClient) -> None:
    review = ReviewFactory.create(product__slug="tarp", author_name="Grace", verified_purchase=True)
    assert anonymous.get(f"{URL}{review.pk}/").json() == {
        "id": review.pk,
        "product": "tarp",
        "author_name": "Grace",
        "rating": 5,
        "title": "Just right",
        "body": "It does what it promises and it does it well.",
        "verified_purchase": True,
        "helpful_count": 0,
        "reply": "",
        "status": "published",
        "created_at": review.created_at.isoformat().replace("+00:00", "Z"),
    }


def test_reviews_are_narrowed_down_and_sorted(anonymous: APIClient) -> None:
    tarp = ProductFactory.create(slug="tarp")
    now = timezone.now()
    for days, title, rating, helpful, verified, body in (
        (3, "a", 2, 9, True, "Leaks."),
        (2, "b", 5, 0, False, "Dry."),
        (1, "", 4, 3, True, ""),
    ):
        ReviewFactory.create(
            product=tarp,
            title=title,
            body=body,
            rating=rating,
            helpful_count=helpful,
            verified_purchase=verified,
            created_at=now - timedelta(days=days),
        )
    ReviewFactory.create(title="other")
    assert titles(anonymous, product="tarp") == ["", "b", "a"]
    assert titles(anonymous, product="tarp", ordering="helpful") == ["a", "", "b"]
    assert titles(anonymous, product="tarp", ordering="-rating") == ["b", "", "a"]
    assert titles(anonymous, product="tarp", ordering="rating") == ["a", "", "b"]
    assert titles(anonymous, product="tarp", rating=5) == ["b"]
    assert titles(anonymous, product="tarp", verified="true") == ["", "a"]
    assert titles(anonymous, product="tarp", with_text="true") == ["b", "a"]
    assert titles(anonymous, product="none") == []
    assert list(anonymous.get(URL, {"rating": "6"}).json()["errors"]) == ["rating"]


def test_only_what_passed_moderation_of_a_published_product_is_shown(anonymous: APIClient) -> None:
    hidden = [
        ReviewFactory.create(status=Review.Status.PENDING),
        ReviewFactory.create(status=Review.Status.REJECTED),
        ReviewFactory.create(product__status=Product.Status.DRAFT),
    ]
    assert titles(anonymous) == []
    assert {anonymous.get(f"{URL}{each.pk}/").status_code for each in hidden} == {404}


def test_a_shoppers_review_waits_for_moderation(anonymous: APIClient, shopper: User) -> None:
    product = ProductFactory.create(slug="tarp")
    words = {"product": "tarp", "rating": 4, "title": "Dry", "body": "Even in May."}
    response = signed_in(shopper).post(URL, words)
    assert response.status_code == 201
    body = response.json()
    assert (body["status"], body["author_name"], body["rating"]) == ("pending", "Ada", 4)
    assert anonymous.get(f"{URL}{body['id']}/").status_code == 404
    assert signed_in(shopper).get(f"{URL}{body['id']}/").json()["title"] == "Dry"
    product.refresh_from_db()
    assert product.rating_count == 0
    publish_review(review=Review.objects.get())
    assert anonymous.get(f"{URL}{body['id']}/").status_code == 200


def test_another_shopper_does_not_see_what_waits(shopper: User, staff: User) -> None:
    review = ReviewFactory.create(author=staff, status=Review.Status.PENDING)
    assert signed_in(shopper).get(f"{URL}{review.pk}/").status_code == 404


def test_one_review_a_product(shopper: User) -> None:
    ProductFactory.create(slug="tarp")
    client = signed_in(shopper)
    assert client.post(URL, {"product": "tarp", "rating": 4}).status_code == 201
    second = client.post(URL, {"product": "tarp", "rating": 1})
    assert second.status_code == 400
    assert second.json()["detail"] == "You have reviewed this product already."
    assert Review.objects.get().rating == 4


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"rating": 0}, "rating"),
        ({"rating": 6}, "rating"),
        ({"rating": "many"}, "rating"),
        ({"product": "draft"}, "product"),
        ({"product": "none"}, "product"),
        ({"title": "x" * 301}, "title"),
        ({"body": "x" * 20_001}, "body"),
        ({"body": "nul \x00"}, "body"),
    ],
)
def test_what_does_not_fit_is_named(shopper: User, change: dict[str, Any], field: str) -> None:
    ProductFactory.create(slug="tarp")
    ProductFactory.create(slug="draft", status=Product.Status.DRAFT)
    response = signed_in(shopper).post(URL, {"product": "tarp", "rating": 5, **change})
    assert (response.status_code, list(response.json()["errors"])) == (400, [field])
    assert not Review.objects.exists()


def test_an_author_cannot_be_chosen(shopper: User, staff: User) -> None:
    """Fields that only the server sets are ignored."""
    ProductFactory.create(slug="tarp")
    forged = {"author": staff.pk, "status": "published", "verified_purchase": True, "source": "x"}
    signed_in(shopper).post(URL, {"product": "tarp", "rating": 5, **forged})
    review = Review.objects.get()
    assert (review.author, review.status, review.verified_purchase) == (shopper, "pending", False)


def test_a_vote_counts_once(shopper: User, staff: User) -> None:
    review = ReviewFactory.create()
    url = f"{URL}{review.pk}/helpful/"
    assert signed_in(shopper).post(url).json() == {"helpful_count": 1}
    assert signed_in(shopper).post(url).json() == {"helpful_count": 1}
    assert program(shopper, "reviews:write").post(url).json() == {"helpful_count": 1}
    assert signed_in(staff).post(url).json() == {"helpful_count": 2}
    assert ReviewVote.objects.count() == 2


def test_a_vote_is_taken_back(shopper: User) -> None:
    review = ReviewFactory.create(helpful_count=4)
    url = f"{URL}{review.pk}/helpful/"
    assert signed_in(shopper).post(url).json() == {"helpful_count": 5}
    for _ in range(2):
        response = program(shopper, "reviews:write").delete(url)
        assert (response.status_code, response.json()) == (200, {"helpful_count": 4})
    assert not ReviewVote.objects.exists()


def test_an_account_votes_once_on_the_page_and_by_program(shopper: User, client: Client) -> None:
    review = ReviewFactory.create()
    client.force_login(shopper)
    client.post(f"/reviews/{review.pk}/helpful/")
    again = program(shopper, "reviews:write").post(f"{URL}{review.pk}/helpful/")
    assert again.json() == {"helpful_count": 1}


def test_nobody_votes_for_their_own_words(shopper: User) -> None:
    review = ReviewFactory.create(author=shopper)
    assert signed_in(shopper).post(f"{URL}{review.pk}/helpful/").status_code == 404
    assert not ReviewVote.objects.exists()


def test_an_author_changes_a_review_and_it_waits_again(shopper: User, anonymous: APIClient) -> None:
    review = ReviewFactory.create(author=shopper, rating=5, title="Dry", body="Even in May.")
    url = f"{URL}{review.pk}/"
    forged = {"status": "published", "verified_purchase": True, "author_name": "X"}
    response = signed_in(shopper).patch(url, {"rating": 2, **forged})
    assert response.status_code == 200
    body = response.json()
    assert (body["rating"], body["title"], body["body"]) == (2, "Dry", "Even in May.")
    assert (body["status"], body["verified_purchase"]) == ("pending", False)
    assert body["author_name"] == review.author_name
    assert anonymous.get(url).status_code == 404
    assert signed_in(shopper).get(url).json()["rating"] == 2


@pytest.mark.parametrize("change", [{"rating": 0}, {"title": "x" * 301}, {"body": "x\x00"}])
def test_a_change_that_does_not_fit_is_named(shopper: User, change: dict[str, Any]) -> None:
    review = ReviewFactory.create(author=shopper)
    response = signed_in(shopper).patch(f"{URL}{review.pk}/", change)
    assert (response.status_code, list(response.json()["errors"])) == (400, list(change))
    review.refresh_from_db()
    assert review.status == Review.Status.PUBLISHED


def test_an_author_deletes_a_review(shopper: User) -> None:
    review = ReviewFactory.create(author=shopper, status=Review.Status.PENDING)
    assert signed_in(shopper).delete(f"{URL}{review.pk}/").status_code == 204
    assert not Review.objects.exists()


def test_nobody_changes_or_deletes_anothers_review(shopper: User, staff: User) -> None:
    shown = ReviewFactory.create(author=staff, title="Theirs")
    hidden = ReviewFactory.create(author=staff, title="Theirs", status=Review.Status.PENDING)
    for client in (signed_in(shopper), program(shopper, "reviews:write")):
        for review, expected in ((shown, 403), (hidden, 404)):
            url = f"{URL}{review.pk}/"
            assert client.patch(url, {"title": "Mine"}).status_code == expected
            assert client.delete(url).status_code == expected
    assert set(Review.objects.values_list("title", flat=True)) == {"Theirs"}


def test_a_hidden_review_takes_no_votes(shopper: User) -> None:
    review = ReviewFactory.create(status=Review.Status.PENDING, author=shopper)
    assert signed_in(shopper).post(f"{URL}{review.pk}/helpful/").status_code == 404
    assert not ReviewVote.objects.exists()
