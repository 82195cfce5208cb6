"""A product with reviews that have been read, for tests of what is shown of them."""

from ai.reviews.discovery import discover_aspects
from ai.reviews.store import bring_up_to_date
from shop.models import Product, Review
from tests.factories.shop import CategoryFactory, ProductFactory, ReviewFactory

WORDS = [
    "The zipper is great and it runs smoothly. I love it!",
    "The zipper broke after a week. The fabric feels cheap.",
    "Great zipper, works well. The fabric is wonderful.",
    "The zipper is terrible, but the fabric is very nice.",
    "Wonderful fabric, so soft and warm.",
]


def make_product(slug: str = "coat", *bodies: str) -> Product:
    """Return a product with a published review for each text."""
    product: Product = ProductFactory.create(slug=slug, category=CategoryFactory(name="Coats"))
    add_reviews(product, *bodies or WORDS)
    return product


def add_reviews(product: Product, *bodies: str) -> list[Review]:
    """Return reviews as an import writes them: half of them by buyers, stars as their words."""
    return [
        ReviewFactory.create(
            product=product,
            title="",
            body=body,
            rating=2 if "broke" in body or "terrible" in body else 5,
            verified_purchase=place % 2 == 0,
            helpful_count=place,
        )
        for place, body in enumerate(bodies)
    ]


def read_all() -> None:
    """Read every review, twice where the first time found aspects."""
    ids = list(Review.objects.order_by("pk").values_list("pk", flat=True))
    bring_up_to_date(ids)
    discover_aspects()
    bring_up_to_date(ids)
