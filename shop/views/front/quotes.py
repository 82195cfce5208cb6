"""Buyers' words for the front page."""

from django.db.models.functions import Length

from shop.models import Category, Product, Review

# Letters that fill the place for a quotation without overflowing it.
SHORTEST, LONGEST = 60, 240
BEST = 5
QUOTES = 3
# How far down the list to look for words about different products.
DEPTH = 30


def find_quotes(category: Category | None) -> list[int]:
    """Return the ids of the most helpful glad reviews of fitting length, of different products."""
    glad = Review.objects.published().filter(
        rating=BEST, product__status=Product.Status.ACTIVE, **_within(category)
    )
    fitting = glad.annotate(length=Length("body")).filter(length__gte=SHORTEST, length__lte=LONGEST)
    found: dict[int, int] = {}
    helpful = fitting.order_by("-helpful_count", "-created_at", "-id")
    for pk, product in helpful.values_list("pk", "product_id")[:DEPTH]:
        found.setdefault(product, pk)
    return list(found.values())[:QUOTES]


def read_quotes(ids: list[int]) -> list[Review]:
    """Return the reviews as they are now, in this order; one taken back meanwhile is left out."""
    found = Review.objects.published().filter(product__status=Product.Status.ACTIVE).in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]


def _within(category: Category | None) -> dict[str, str]:
    return {"product__category__path__startswith": category.path} if category else {}
