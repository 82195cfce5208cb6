"""The orders a list of products can be in."""

from enum import StrEnum
from typing import Final

from django.db.models import F
from django.db.models.expressions import OrderBy

from shop.listing.restrictions import is_buyable
from shop.models.products import ProductQuerySet

# A product's stars are mixed with this many imagined ones of this mean, so that one enthusiastic
# review does not outrank forty good ones (a Bayesian average).
PRIOR_COUNT = 5
PRIOR_MEAN = 4
WEIGHED_RATING = (F("rating_sum") * 1.0 + PRIOR_COUNT * PRIOR_MEAN) / (
    F("rating_count") + PRIOR_COUNT
)


class Sort(StrEnum):
    """The orders of a list; relevance is how well a product answers a search, and only there."""

    RELEVANCE = "relevance"
    RECOMMENDED = "recommended"
    NEWEST = "newest"
    PRICE_LOW = "price-low"
    PRICE_HIGH = "price-high"
    RATING = "rating"


LABELS: Final = {
    Sort.RELEVANCE: "Best match",
    Sort.RECOMMENDED: "Recommended",
    Sort.NEWEST: "Newest",
    Sort.PRICE_LOW: "Price, low to high",
    Sort.PRICE_HIGH: "Price, high to low",
    Sort.RATING: "Best rated",
}
_LATEST: Final = F("id").desc()
NEWEST_FIRST: Final = (F("published_at").desc(nulls_last=True), _LATEST)
BEST_LIKED_FIRST: Final = (WEIGHED_RATING.desc(), *NEWEST_FIRST)
# Every order ends with the id: it is total, so pages neither repeat nor lose a product.
ORDERS: Final[dict[Sort, tuple[OrderBy, ...]]] = {
    # What cannot be bought now is not recommended above what can.
    Sort.RECOMMENDED: (is_buyable().desc(), *BEST_LIKED_FIRST),
    Sort.NEWEST: NEWEST_FIRST,
    Sort.PRICE_LOW: (F("price_min").asc(nulls_last=True), _LATEST),
    Sort.PRICE_HIGH: (F("price_min").desc(nulls_last=True), _LATEST),
    Sort.RATING: (
        F("rating_average").desc(nulls_last=True),
        F("rating_count").desc(),
        _LATEST,
    ),
}


def sort_products(products: ProductQuerySet, sort: Sort) -> ProductQuerySet:
    """Return the products in an order that their own facts decide; not for relevance."""
    return products.order_by(*ORDERS[sort])
