"""500 reviews by five accounts, and as many by guests, against 60 honest ones."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import cycle, islice

import pytest
from django.db import connection
from django.test import Client

from shop.exceptions import InvalidValue
from shop.models import Product, Review, User
from shop.services.reviews import publish_review, submit_review
from tests.factories.shop import ProductFactory, ReviewFactory, UserFactory

pytestmark = pytest.mark.django_db

ACCOUNTS, REVIEWS = 5, 500
# What a rating may move by; a shopper sees one decimal.
TOLERANCE = Decimal("0.1")


@pytest.fixture
def liked() -> Product:
    """Return a product with 60 honest reviews, 4.5 stars on average."""
    product = ProductFactory(slug="liked")
    for number in range(60):
        ReviewFactory(product=product, rating=4 + number % 2)
    return product


@pytest.fixture
def flooders() -> list[User]:
    return [UserFactory() for _ in range(ACCOUNTS)]


def attempts(accounts: list[User]) -> Iterator[User]:
    return islice(cycle(accounts), REVIEWS)


def flood(product: Product, accounts: list[User]) -> int:
    """Hand in one-star reviews and return how many were refused."""
    refused = 0
    for author in attempts(accounts):
        try:
            submit_review(product=product, author=author, author_name="Ann", rating=1, body="Bad.")
        except InvalidValue:
            refused += 1
    return refused


def moved(product: Product) -> Decimal:
    product.refresh_from_db()
    now: Decimal = product.rating_average
    return abs(now - Decimal("4.5"))


def test_one_review_a_buyer_and_product_and_none_counts_unread(
    liked: Product, flooders: list[User]
) -> None:
    assert flood(liked, flooders) == REVIEWS - ACCOUNTS
    stored = Review.objects.filter(author__in=flooders)
    assert stored.count() == stored.values("author").distinct().count() == ACCOUNTS
    assert moved(liked) == 0
    publish_review(review=stored[0])  # the one that slips past a tired moderator
    assert 0 < moved(liked) < TOLERANCE


def test_without_the_constraint_all_are_stored(liked: Product, flooders: list[User]) -> None:
    """Negative control: it is the database that holds an account to one review a product."""
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX review_one_per_account_and_product")
    assert flood(liked, flooders) == 0
    assert Review.objects.filter(author__in=flooders).count() == REVIEWS


def test_without_moderation_the_rating_would_move(liked: Product, flooders: list[User]) -> None:
    """Negative control: even one review an account is enough once nobody reads them."""
    flood(liked, flooders)
    Review.objects.filter(author__in=flooders).update(status=Review.Status.PUBLISHED)
    assert moved(liked) > TOLERANCE


def test_guests_from_one_address_are_stopped_and_count_nothing(liked: Product) -> None:
    words = {"rating": "1", "body": "Bad, bad, bad.", "author_name": "Ann"}
    statuses = [Client().post("/p/liked/review/", words).status_code for _ in range(15)]
    assert (statuses.count(302), statuses.count(429)) == (10, 5)
    assert Review.objects.filter(status=Review.Status.PENDING).count() == 10
    assert moved(liked) == 0
