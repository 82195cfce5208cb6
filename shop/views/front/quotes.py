"""Buyers' words for the front page."""

from django.db.models.functions import Length

from shop.models import Category, Product, Review

# Letters that fill the place for a quotation without overflowing it.
SHORTEST, LONGEST = 60, 240
BEST = 5
QUOTES = 3
# How far down the list to look for words about different products.
DEPTH = 30


def find_quotes(category: Category | None) -> list[Review]:
    """Return the most helpful glad reviews of fitting length, of different products."""
    glad = Review.objects.published().filter(
        rating=BEST, product__status=Product.Status.ACTIVE, **_within(category)
    )
    fitting = glad.annotate(length=Length("body")).filter(length__gte=SHORTEST, length__lte=LONGEST)
    found: dict[int, Review] = {}
    for review in fitting.order_by("-helpful_count", "-created_at", "-id")[:DEPTH]:
        found.setdefault(review.product_id, review)
    return list(found.values())[:QUOTES]


def _within(category: Category | None) -> dict[str, str]:
    return {"product__category__path__startswith": category.path} if category else {}
