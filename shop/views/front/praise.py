"""A buyer's words for the front page."""

from django.db.models.functions import Length

from shop.models import Product, Review

# Letters that fill the place for a quotation without overflowing it.
SHORTEST, LONGEST = 60, 240
BEST = 5


def find_praise() -> Review | None:
    """Return the most helpful glad review of a length that reads as a quotation."""
    return (
        Review.objects.published()
        .filter(rating=BEST, product__status=Product.Status.ACTIVE)
        .annotate(length=Length("body"))
        .filter(length__gte=SHORTEST, length__lte=LONGEST)
        .select_related("product")
        .prefetch_related("product__images__renditions")
        .order_by("-helpful_count", "-created_at", "-id")
        .first()
    )
