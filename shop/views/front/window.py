"""The products in the shop window: good pieces that are well liked."""

from django.db.models import Exists, F, OuterRef

from shop.listing.sorting import PRIOR_MEAN, WEIGHED_RATING
from shop.models import Product, ProductImage

PANES = 3
# How far down the list to look for products of different categories.
DEPTH = 60


def dress_window() -> list[int]:
    """Return the ids of products with a picture, of different categories where possible.

    Dearest first among those rated no worse than a product without reviews.
    """
    pictured = (
        Product.objects.published()
        .in_stock()
        .filter(Exists(ProductImage.objects.filter(product=OuterRef("pk"))))
        .annotate(liked=WEIGHED_RATING)
        .filter(liked__gte=PRIOR_MEAN)
        .order_by(F("price_min").desc(), "-pk")
    )
    candidates = list(pictured.values_list("pk", "category_id")[:DEPTH])
    first_of: dict[int | None, int] = {}
    for pk, category in candidates:
        first_of.setdefault(category, pk)
    others = [pk for pk, _ in candidates if pk not in first_of.values()]
    return [*first_of.values(), *others][:PANES]
