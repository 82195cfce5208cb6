"""What people ask about such a product."""

from shop.models import FaqEntry, Product
from shop.models.content import FaqEntryQuerySet

# As many as are read through; the rest is one link away.
QUESTIONS = 6


def find_questions(product: Product) -> FaqEntryQuerySet:
    """Return the questions for a product's page, those of its own shelf first."""
    return FaqEntry.objects.published().for_product(product)[:QUESTIONS]
