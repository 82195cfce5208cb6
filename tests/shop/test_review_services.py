"""Reviews: handed in, changed, taken back, moderated, found helpful."""

from typing import Any

import pytest

from shop.exceptions import InvalidValue
from shop.models import Order, Product, Review, ReviewVote, User
from shop.services.review_votes import vote_helpful, withdraw_vote
from shop.services.reviews import (
    delete_review,
    edit_review,
    publish_review,
    reject_review,
    submit_review,
)
from tests.factories.shop import (
    OrderFactory,
    OrderLineFactory,
    ProductFactory,
    ReviewFactory,
    UserFactory,
)

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


def test_a_vote_can_be_taken_back_once() -> None:
    review = ReviewFactory(helpful_count=2)
    vote_helpful(review=review, voter="session-1")
    vote_helpful(review=review, voter="session-2")
    assert withdraw_vote(review=review, voter="session-1") == 3
    assert withdraw_vote(review=review, voter="session-1") == 3
    assert withdraw_vote(review=review, voter="session-9") == 3
    assert vote_helpful(review=review, voter="session-1") == 4


def rating_of(product: Product) -> tuple[int, int]:
    product.refresh_from_db()
    return product.rating_count, product.rating_sum


def test_changed_words_wait_again_and_their_stars_stop_counting() -> None:
    product = ProductFactory()
    review = ReviewFactory(product=product, author=UserFactory(), rating=5, helpful_count=3)
    ReviewFactory(product=product, rating=4)
    assert rating_of(product) == (2, 9)
    assert edit_review(review=review, rating=1, title=" Leaks \n", body="It\x00 leaks.")
    review.refresh_from_db()
    assert (review.rating, review.title, review.body) == (1, "Leaks", "It leaks.")
    assert (review.status, review.helpful_count) == (Review.Status.PENDING, 3)
    assert rating_of(product) == (1, 4)
    publish_review(review=review)
    assert rating_of(product) == (2, 5)


def test_an_edit_without_a_difference_leaves_a_review_published() -> None:
    review = ReviewFactory(author=UserFactory(), rating=5, title="Good", body="So it is.")
    assert not edit_review(review=review, rating=5, title=" Good", body="So it is.\r\n")
    review.refresh_from_db()
    assert review.status == Review.Status.PUBLISHED


def test_what_was_rejected_waits_again_once_it_is_changed() -> None:
    review = ReviewFactory(author=UserFactory(), status=Review.Status.REJECTED)
    assert edit_review(review=review, rating=3, body="Politely, then.")
    assert review.status == Review.Status.PENDING


@pytest.mark.parametrize("change", [{"rating": 6}, {"title": "x" * 301}, {"body": "x" * 20_001}])
def test_a_refused_edit_changes_nothing(change: dict[str, Any]) -> None:
    review = ReviewFactory(author=UserFactory(), rating=5, title="Good", body="So it is.")
    with pytest.raises(InvalidValue):
        edit_review(review=review, **{"rating": 5, "title": "Good", "body": "So it is.", **change})
    review.refresh_from_db()
    assert (review.rating, review.title, review.status) == (5, "Good", "published")


def test_a_deleted_review_takes_its_stars_and_votes_along() -> None:
    author, product = UserFactory(), ProductFactory()
    review = ReviewFactory(product=product, author=author)
    vote_helpful(review=review, voter="session-1")
    delete_review(review=review)
    assert rating_of(product) == (0, 0)
    assert not ReviewVote.objects.exists()
    submit_review(product=product, author=author, author_name="Ann", rating=4)


def buy(product: Product, customer: User | None, **fields: Any) -> None:
    order = OrderFactory(customer=customer, line=None, **fields)
    OrderLineFactory(order=order, variant=product.variants.get())


def is_verified(product: Product, author: User | None) -> bool:
    return submit_review(
        product=product, author=author, author_name="Ann", rating=5
    ).verified_purchase


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Order.Status.PLACED, True),
        (Order.Status.SHIPPED, True),
        (Order.Status.DELIVERED, True),
        (Order.Status.RETURNED, True),
        (Order.Status.CANCELLED, False),
        (Order.Status.PENDING, False),
    ],
)
def test_a_buyer_is_who_has_an_order_that_counts(status: str, *, expected: bool) -> None:
    author, product = UserFactory(), ProductFactory()
    buy(product, author, status=status)
    assert is_verified(product, author) is expected


def test_others_orders_and_other_products_make_no_buyer() -> None:
    author, product = UserFactory(), ProductFactory()
    buy(product, UserFactory())
    buy(product, None, email=author.email)
    buy(ProductFactory(), author)
    assert not is_verified(product, author)
    assert not is_verified(product, None)


def test_an_edit_looks_at_the_orders_again() -> None:
    author, product = UserFactory(), ProductFactory()
    review = submit_review(product=product, author=author, author_name="Ann", rating=5)
    verified = [review.verified_purchase]
    buy(product, author)
    edit_review(review=review, rating=4)
    verified.append(Review.objects.get().verified_purchase)
    Order.objects.update(status=Order.Status.CANCELLED)
    edit_review(review=review, rating=5)
    verified.append(Review.objects.get().verified_purchase)
    assert verified == [False, True, False]
