"""What else stands on the same shelf."""

from shop.listing.sorting import Sort, sort_products
from shop.models import Product
from shop.models.products import ProductQuerySet

# One row of the grid at its widest.
RELATED = 4


def find_related(product: Product) -> ProductQuerySet:
    """Return the best rated other products of the same category."""
    others = Product.objects.published().exclude(pk=product.pk)
    same_shelf = (
        others.filter(category=product.category_id) if product.category_id else others.none()
    )
    return sort_products(same_shelf, Sort.RECOMMENDED).for_cards()[:RELATED]
