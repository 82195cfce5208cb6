"""The order of what was found: exact codes first, then score, the sold out a little down."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from django.db.models import Exists, F, OuterRef

from ai.search.filters import of_ids
from ai.search.types import Sort
from shop.models import Product, Variant
from shop.models.products import ProductQuerySet

# What is sold out goes down a few places among its equals, never below what matches clearly worse:
# on the scale of the fused score (0 to 1) neighbours on a first page are about 0.01 apart.
SOLD_OUT_PENALTY = 0.03
# Products whose stock is looked up for that rule; further down nobody sees the difference.
JUDGED = 500

# A product's stars are mixed with this many imagined ones of this mean, so that one enthusiastic
# review does not outrank forty good ones (a Bayesian average; the category pages use the same).
PRIOR_COUNT = 5
PRIOR_MEAN = 4
WEIGHED_RATING = (F("rating_sum") * 1.0 + PRIOR_COUNT * PRIOR_MEAN) / (
    F("rating_count") + PRIOR_COUNT
)

# Every order ends with the id: it is total, so pages neither repeat nor lose a product.
ORDERS = {
    Sort.NEWEST: (F("published_at").desc(nulls_last=True), F("id").desc()),
    Sort.PRICE_LOW: (F("price_min").asc(nulls_last=True), F("id").desc()),
    Sort.PRICE_HIGH: (F("price_min").desc(nulls_last=True), F("id").desc()),
    Sort.RATING: (
        WEIGHED_RATING.desc(),
        F("rating_count").desc(),
        F("id").desc(),
    ),
}


def rank(
    scores: Mapping[int, float], *, exact: AbstractSet[int], sold_out: AbstractSet[int]
) -> list[int]:
    """Return the products, best first: those with an exact code, then by score (pure).

    Equal scores are ordered by id, newest first, so that the order is the same every time.
    """

    def key(product: int) -> tuple[bool, float, int]:
        penalty = SOLD_OUT_PENALTY if product in sold_out else 0.0
        return (product in exact, scores[product] - penalty, product)

    return sorted(scores, key=key, reverse=True)


def find_sold_out(ids: Sequence[int]) -> set[int]:
    """Return which of these products have a price and no variant that can be bought now."""
    buyable = Variant.objects.buyable().filter(product=OuterRef("pk"))
    sold_out = Product.objects.filter(
        ~Exists(buyable), pk__in=of_ids(list(ids)), price_min__isnull=False
    )
    return set(sold_out.order_by().values_list("pk", flat=True))


def sort_products(products: ProductQuerySet, sort: Sort) -> ProductQuerySet:
    """Return the products in an order that their own facts decide; not for relevance."""
    return products.order_by(*ORDERS[sort])
