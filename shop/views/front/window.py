"""The products in the shop window."""

from django.db.models import Exists, OuterRef

from shop.models import Product, ProductImage
from shop.models.products import ProductQuerySet

PANES = 3
# How far down the list to look for products of different categories.
DEPTH = 60


def dress_window(products: ProductQuerySet) -> list[Product]:
    """Return the first products that have a picture, of different categories where possible."""
    pictured = products.in_stock().filter(
        Exists(ProductImage.objects.filter(product=OuterRef("pk")))
    )
    candidates = list(pictured.values_list("pk", "category_id")[:DEPTH])
    first_of: dict[int | None, int] = {}
    for pk, category in candidates:
        first_of.setdefault(category, pk)
    others = [pk for pk, _ in candidates if pk not in first_of.values()]
    chosen = [*first_of.values(), *others][:PANES]
    found = {each.pk: each for each in Product.objects.filter(pk__in=chosen).for_cards()}
    return [found[pk] for pk in chosen if pk in found]
