"""What else stands on the same shelf."""

from shop.cards import DrawnCard, recall_cards
from shop.listing.memory import CatalogueMemory
from shop.listing.sorting import Sort, sort_products
from shop.models import Product

# One row of the grid at its widest.
RELATED = 4


def find_related(product: Product, memory: CatalogueMemory) -> list[DrawnCard]:
    """Return the best rated other products of the same category."""
    if product.category_id is None:
        return []
    # One more than are shown: the product itself may be among them, on a shelf found out once.
    best = memory.recall("shelf", product.category_id, find=lambda: _best(product.category_id))
    return recall_cards([pk for pk in best if pk != product.pk][:RELATED], memory)


def _best(category: int | None) -> list[int]:
    shelf = Product.objects.published().filter(category=category)
    ordered = sort_products(shelf, Sort.RECOMMENDED)
    return list(ordered.values_list("pk", flat=True)[: RELATED + 1])
