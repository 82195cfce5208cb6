"""What people ask about such a product."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from shop.listing.memory import CatalogueMemory
from shop.models import FaqEntry, Product

# As many as are read through; the rest is one link away.
QUESTIONS = 6


def find_questions(product: Product, memory: CatalogueMemory) -> SafeString:
    """Return the questions for a product's page as HTML, those of its own shelf first.

    They depend on the shelf alone, and making HTML of their Markdown takes longer than a page has.
    """
    html = memory.recall("questions", product.category_id, find=lambda: _draw(product))
    return mark_safe(html)  # noqa: S308  (a template has escaped it)


def _draw(product: Product) -> str:
    entries = FaqEntry.objects.published().for_product(product)[:QUESTIONS]
    return render_to_string("shop/_questions.html", {"questions": entries})
