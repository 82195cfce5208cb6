"""No page asks the database more often because there is more to show."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from shop.models import Attribute, Category, Product, ProductOption
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    FaqEntryFactory,
    PageFactory,
    ProductAttributeFactory,
    ProductFactory,
    ReviewFactory,
    UserFactory,
    VariantFactory,
)
from tests.shop.views.conftest import AddPicture

pytestmark = pytest.mark.django_db

LIMIT = 40
ADDRESSES = (
    "/",
    "/c/",
    "/c/camp/",
    "/c/camp/?stock=true&brand=b0&a.colour=Red&a.weight.min=1&price_min=1&sort=rating",
    "/p/thing-0/",
    "/p/thing-0/?stars=5&verified=1&reviews=newest",
    "/p/thing-0/?text=1&reviews=lowest&reviews_page=2",
    "/p/thing-0/quick/",
    "/p/thing-0/review/",
    "/p/thing-1/review/",
    "/faq/",
    "/pages/page-0/",
    "/nothing/",
    "/sitemap-products.xml",
)


@pytest.fixture
def stock_up(add_picture: AddPicture) -> Callable[[int], None]:
    """Return a function that brings the shop to n of everything."""

    def fill(size: int) -> None:
        camp = Category.objects.filter(slug="camp").first() or CategoryFactory(slug="camp")
        colour = Attribute.objects.filter(code="colour").first() or AttributeFactory(code="colour")
        weight = Attribute.objects.filter(code="weight").first() or AttributeFactory(
            code="weight", kind=Attribute.Kind.NUMBER
        )
        start = Product.objects.count()
        for number in range(start, size):
            product = ProductFactory(
                slug=f"thing-{number}", category=camp, brand=BrandFactory(slug=f"b{number}")
            )
            ProductOption.objects.create(product=product, attribute=colour, position=1)
            ProductAttributeFactory(product=product, attribute=weight, number=number)
            ProductAttributeFactory(product=product, attribute=colour, text=f"Colour {number}")
            add_picture(product, size=(200, 240))
            for _ in range(3):
                ReviewFactory(product=product, rating=5, verified_purchase=True, body="good " * 20)
            CategoryFactory(parent=Category.objects.get(pk=camp.pk))
            PageFactory(slug=f"page-{number}")
            FaqEntryFactory(on_products=True).categories.add(camp)
        first = Product.objects.get(slug="thing-0")
        for number in range(start, size):
            ReviewFactory(product=first, rating=5, verified_purchase=True)
            VariantFactory(
                product=first,
                option1=f"Colour {number}",
                compare_at_price=90,
                image=add_picture(first, colour=f"#{number:06x}", size=(200, 240)),
            )

    return fill


def count_queries(client: Client, *paths: str) -> dict[str, int]:
    counts = {}
    for path in paths:
        cache.clear()  # what is remembered asks for nothing
        headers = {"HX-Request": "true"} if path.endswith("/quick/") else {}
        with CaptureQueriesContext(connection) as queries:
            client.get(path, headers=headers)
        counts[path] = len(queries)
    return counts


def give_a_past(client: Client) -> None:
    """Make the visitor a member who voted, wrote a review that waits, and looked at things."""
    member = UserFactory()
    client.force_login(member)
    first = Product.objects.get(slug="thing-0")
    client.post(f"/reviews/{first.reviews.all()[0].pk}/helpful/")
    ReviewFactory(product=first, author=member, status="pending")
    for number in (2, 1, 0):
        client.get(f"/p/thing-{number}/")


def test_five_or_fifty_of_everything_cost_the_same_queries(
    client: Client, stock_up: Callable[[int], None]
) -> None:
    stock_up(5)
    give_a_past(client)
    few = count_queries(client, *ADDRESSES)
    stock_up(15)  # with fewer, rows of the front page are empty and ask for nothing
    few |= count_queries(client, "/")
    stock_up(50)
    assert count_queries(client, *ADDRESSES) == few
    assert max(few.values()) <= LIMIT


def test_no_page_reads_vectors(client: Client, stock_up: Callable[[int], None]) -> None:
    stock_up(3)
    give_a_past(client)
    with CaptureQueriesContext(connection) as queries:
        for path in ("/", "/c/camp/", "/p/thing-0/", "/p/thing-0/quick/"):
            assert client.get(path, headers={"HX-Request": "true"}).status_code == 200
    assert [each["sql"] for each in queries if "embedding" in each["sql"]] == []


def test_the_count_notices_a_query_for_each_product(
    client: Client, stock_up: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: without the prefetch of cards the same measurement differs."""

    def without_prefetch(products: Any) -> Any:
        return products

    monkeypatch.setattr("shop.models.products.ProductQuerySet.for_cards", without_prefetch)
    stock_up(5)
    few = count_queries(client, "/c/")
    stock_up(20)
    assert count_queries(client, "/c/")["/c/"] > few["/c/"]
