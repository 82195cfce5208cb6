"""Reviews: handed in, moderated, found helpful."""

from typing import Any

import pytest

from shop.exceptions import InvalidValue
from shop.models import Review, ReviewVote
from shop.services.reviews import publish_review, reject_review, submit_review, vote_helpful
from tests.factories.shop import ProductFactory, ReviewFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_review_waits_for_moderation_and_counts_once_it_is_published() -> None:
    product = ProductFactory()
    review = submit_review(
        product=product, author_name=" Ann ", rating=4, title="Good", body="a\x00b"
    )
    assert (review.author_name, review.body, review.status) == ("Ann", "ab", "pending")
    product.refresh_from_db()
    assert product.rating_count == 0
    publish_review(review=review)
    product.refresh_from_db()
    assert (product.rating_count, product.rating_sum) == (1, 4)
    reject_review(review=review)
    product.refresh_from_db()
    assert (product.rating_count, product.rating_sum) == (0, 0)


def test_staff_publish_at_once() -> None:
    review = submit_review(
        product=ProductFactory(), author=UserFactory(staff=True), author_name="Shop", rating=5
    )
    assert review.status == Review.Status.PUBLISHED


def test_an_account_reviews_a_product_once() -> None:
    author, product = UserFactory(), ProductFactory()
    submit_review(product=product, author=author, author_name="Ann", rating=5)
    with pytest.raises(InvalidValue, match="already"):
        submit_review(product=product, author=author, author_name="Ann", rating=1)
    assert Review.objects.count() == 1
    submit_review(product=ProductFactory(), author=author, author_name="Ann", rating=1)


@pytest.mark.parametrize(
    "fields",
    [
        {"rating": 0},
        {"rating": 6},
        {"author_name": "  "},
        {"author_name": "x" * 121},
        {"title": "x" * 301},
        {"body": "x" * 20_001},
    ],
)
def test_what_is_no_review_is_refused(fields: dict[str, Any]) -> None:
    given: dict[str, Any] = {"author_name": "Ann", "rating": 5} | fields
    with pytest.raises(InvalidValue):
        submit_review(product=ProductFactory(), **given)
    assert not Review.objects.exists()


def test_a_visitor_votes_once_and_is_not_named() -> None:
    review = ReviewFactory(helpful_count=2)
    assert vote_helpful(review=review, voter="session-1") == 3
    assert vote_helpful(review=review, voter="session-1") == 3
    assert vote_helpful(review=review, voter="session-2") == 4
    assert not ReviewVote.objects.filter(voter__contains="session").exists()
