"""Ratings, price ranges and helpful counts are true whatever wrote the rows."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shop.models import Product, Review, ReviewVote, Variant
from tests.factories.shop import ProductFactory, ReviewFactory, VariantFactory

pytestmark = pytest.mark.django_db


Step = Callable[[int, Product, Product], None]


def assert_true() -> None:
    for product in Product.objects.all():
        stars = list(product.reviews.published().values_list("rating", flat=True))
        assert (product.rating_count, product.rating_sum) == (len(stars), sum(stars))
        prices = [p for p in product.variants.values_list("price", flat=True) if p is not None]
        assert product.price_min == min(prices, default=None)
        assert product.price_max == max(prices, default=None)


def bulk_create(number: int, one: Product, _: Product) -> None:
    Review.objects.bulk_create(
        Review(product=one, author_name="A", rating=number, status="published")
        for _ in range(number)
    )


def bulk_update(number: int, one: Product, _: Product) -> None:
    Review.objects.filter(product=one).update(rating=number)


def moderate(number: int, one: Product, _: Product) -> None:
    status = "rejected" if number % 2 else "published"
    Review.objects.filter(product=one).update(status=status)


def move(number: int, one: Product, two: Product) -> None:
    Review.objects.filter(product=one, rating__lte=number).update(product=two)
    moving = Variant.objects.filter(product=one, option1="L")
    moving.update(product=two, option1=F("sku"))


def delete(number: int, _: Product, two: Product) -> None:
    Review.objects.filter(product=two).delete()
    Variant.objects.filter(product=two, price__gt=number * 10).delete()


def plain_sql(number: int, _: Product, __: Product) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE shop_variant SET price = price + %s", [number])
        cursor.execute("DELETE FROM shop_review WHERE rating = %s", [number])


def price(number: int, one: Product, _: Product) -> None:
    Variant.objects.filter(product=one).update(price=number)


def no_price(_: int, one: Product, __: Product) -> None:
    Variant.objects.filter(product=one).update(price=None)


STEPS: tuple[Step, ...] = (
    bulk_create,
    bulk_update,
    moderate,
    move,
    delete,
    plain_sql,
    price,
    no_price,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(1, 5)), max_size=10))
def test_no_bulk_write_makes_them_untrue(steps: list[tuple[Step, int]]) -> None:
    one, two = ProductFactory(), ProductFactory()
    VariantFactory(product=one, option1="L", price=Decimal(50))
    for step, number in steps:
        step(number, one, two)
        assert_true()


def test_helpful_votes_are_counted_and_uncounted() -> None:
    review = ReviewFactory(helpful_count=3)
    ReviewVote.objects.bulk_create(ReviewVote(review=review, voter=str(n)) for n in range(4))
    review.refresh_from_db()
    assert review.helpful_count == 7
    ReviewVote.objects.filter(voter__in=["0", "1"]).delete()
    review.refresh_from_db()
    assert review.helpful_count == 5


def test_the_triggers_are_what_keeps_them_true() -> None:
    """Negative control: without the trigger a bulk update leaves a lie behind."""
    review = ReviewFactory(rating=5)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE shop_review DISABLE TRIGGER shop_review_counted")
    Review.objects.update(rating=1)
    with pytest.raises(AssertionError):
        assert_true()
    assert Product.objects.get(pk=review.product_id).rating_sum == 5
