"""What staff read when a form breaks a rule of the database."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from shop.models import Product, ProductAttribute, Review, Variant
from tests.factories.shop import (
    AttributeFactory,
    ProductAttributeFactory,
    ProductFactory,
    ReviewFactory,
    UserFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db


def reduced_upwards() -> Variant:
    return Variant(
        product=ProductFactory(), sku="A", price=Decimal(10), compare_at_price=Decimal(9)
    )


def sku_again() -> Variant:
    return Variant(product=ProductFactory(), sku=VariantFactory(sku="ab-1").sku.upper())


def options_again() -> Variant:
    variant = VariantFactory(option1="Red")
    return Variant(product=variant.product, sku="other", option1="Red")


def two_values() -> ProductAttribute:
    return ProductAttribute(
        product=ProductFactory(), attribute=AttributeFactory(), text="x", number=Decimal(1)
    )


def value_again() -> ProductAttribute:
    value = ProductAttributeFactory(text="x")
    return ProductAttribute(product=value.product, attribute=value.attribute, text="x")


def reviewed_again() -> Review:
    review = ReviewFactory(author=UserFactory())
    return Review(product=review.product, author=review.author, rating=3, body="again")


def same_source() -> Product:
    ProductFactory(source="s", external_id="1")
    return Product(title="x", slug="x", source="s", external_id="1")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (reduced_upwards, "must be above the price"),
        (sku_again, "Another variant has this SKU"),
        (options_again, "has these options"),
        (two_values, "Give one value"),
        (value_again, "has this value already"),
        (reviewed_again, "reviewed the product already"),
        (same_source, "has this external id"),
    ],
)
def test_a_broken_rule_is_told_in_words(make: Callable[[], Any], message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        make().validate_constraints()
    assert message in str(caught.value)
