"""A list costs the same queries however long it is, and so does a thing with many parts."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from ai.models import EmbeddingJob, EmbeddingSpace
from shop.models import ImportJob, ImportProblem, Product, ProductOption, User
from shop.services.images import add_image
from tests.api.conftest import picture, signed_in
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    FaqEntryFactory,
    PageFactory,
    ProductAttributeFactory,
    ProductFactory,
    ReviewFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db


def make_products(number: int) -> None:
    size = AttributeFactory.create()
    for _ in range(number):
        product = ProductFactory.create(variant=None)
        ProductOption.objects.create(product=product, attribute=size, position=1)
        for option in ("S", "M"):
            VariantFactory.create(product=product, option1=option)
        add_image(product=product, content=picture(), filename="a.png", alt="", position=0)
        ReviewFactory.create(product=product)


def make_parts(number: int) -> None:
    """Give one product that many variants, pictures, attributes; three levels of categories."""
    product = Product.objects.filter(slug="whole").first()
    if product is None:
        leaf = None
        for _ in range(3):
            leaf = CategoryFactory.create(parent=leaf)
        product = ProductFactory.create(slug="whole", category=leaf, variant=None)
        ProductOption.objects.create(product=product, attribute=AttributeFactory(), position=1)
    for _ in range(number):
        count = product.variants.count()
        VariantFactory.create(product=product, option1=str(count))
        ProductAttributeFactory.create(product=product, text="x")
        colour = f"rgb({count}, 0, 0)"
        content = picture(colour)
        add_image(product=product, content=content, filename="a.png", alt="", position=0)


def make_categories(number: int) -> None:
    for _ in range(number):
        ProductFactory.create(category=CategoryFactory.create(parent=CategoryFactory.create()))


def make_import_jobs(number: int) -> None:
    for _ in range(number):
        ImportJob.objects.create(kind="shopify_products")


def make_problems(number: int) -> None:
    job, _ = ImportJob.objects.get_or_create(pk=1, defaults={"kind": "shopify_products"})
    for line in range(number):
        ImportProblem.objects.create(job=job, line=line, message="No.")


def make_embedding_jobs(number: int) -> None:
    for _ in range(number):
        space = EmbeddingSpace.objects.create(
            name=f"space {EmbeddingSpace.objects.count()}",
            backend="x",
            model_id="x",
            dimensions=4,
            status="retired",
        )
        EmbeddingJob.objects.create(space=space, scope="all", status="done")


CASES: list[tuple[str, Callable[[int], Any]]] = [
    ("/api/v1/products/", make_products),
    ("/api/v1/products/?ordering=-rating&in_stock=true", make_products),
    ("/api/v1/products/whole/", make_parts),
    ("/api/v1/variants/", make_products),
    ("/api/v1/reviews/", make_products),
    ("/api/v1/categories/", make_categories),
    ("/api/v1/brands/", BrandFactory.create_batch),
    ("/api/v1/attributes/", AttributeFactory.create_batch),
    ("/api/v1/pages/", PageFactory.create_batch),
    ("/api/v1/faq/", FaqEntryFactory.create_batch),
    ("/api/v1/import-jobs/", make_import_jobs),
    ("/api/v1/import-jobs/1/problems/", make_problems),
    ("/api/v1/embedding-spaces/", make_embedding_jobs),
    ("/api/v1/embedding-jobs/", make_embedding_jobs),
]


def queries_of(client: APIClient, url: str) -> list[str]:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get(url)
    assert response.status_code == 200, response.json()
    return [each["sql"] for each in queries.captured_queries]


@pytest.mark.parametrize(("url", "make"), CASES)
def test_query_counts_are_equal_at_5_and_50(
    url: str, make: Callable[[int], Any], staff: User
) -> None:
    client = signed_in(staff)
    separator = "&" if "?" in url else "?"
    make(5)
    few = queries_of(client, f"{url}{separator}page_size=100")
    make(45)
    many = queries_of(client, f"{url}{separator}page_size=100")
    assert len(many) == len(few), many[-1]
    assert len(few) <= 16
