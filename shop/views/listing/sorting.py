"""The orders a list of products can be in."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef

from shop.models import Variant
from shop.models.products import ProductQuerySet

# A product's stars are mixed with this many imagined ones of this mean, so that one enthusiastic
# review does not outrank forty good ones (a Bayesian average).
PRIOR_COUNT = 5
PRIOR_MEAN = 4
WEIGHED_RATING = (F("rating_sum") * 1.0 + PRIOR_COUNT * PRIOR_MEAN) / (
    F("rating_count") + PRIOR_COUNT
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """One order: its name for shoppers, and the columns behind it."""

    label: str
    ordering: tuple[Any, ...]


# What cannot be bought now is not recommended above what can.
BUYABLE = Exists(Variant.objects.buyable().filter(product=OuterRef("pk")))

NEWEST_FIRST = (F("published_at").desc(nulls_last=True), "-id")
SORTS = {
    "": Sort(label="Recommended", ordering=(BUYABLE.desc(), WEIGHED_RATING.desc(), *NEWEST_FIRST)),
    "newest": Sort(label="Newest", ordering=NEWEST_FIRST),
    "price-low": Sort(
        label="Price, low to high", ordering=(F("price_min").asc(nulls_last=True), "-id")
    ),
    "price-high": Sort(
        label="Price, high to low", ordering=(F("price_min").desc(nulls_last=True), "-id")
    ),
    "rating": Sort(
        label="Best rated",
        ordering=(F("rating_average").desc(nulls_last=True), "-rating_count", "-id"),
    ),
}


def sort_products(products: ProductQuerySet, *, key: str) -> ProductQuerySet:
    """Return the products in the order named; unknown names mean the recommended order."""
    return products.order_by(*SORTS.get(key, SORTS[""]).ordering)
