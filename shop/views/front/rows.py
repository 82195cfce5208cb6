"""Which products a row of the front page shows."""

from collections.abc import Callable, Collection
from typing import Final

from shop.listing.restrictions import is_on_sale
from shop.listing.sorting import Sort, sort_products
from shop.models import HomeSection, Product
from shop.models.products import ProductQuerySet

# One row of the grid at its widest; what is picked by hand may fill two.
ROW: Final = 4
PICKS: Final = 8
# Below this many reviews "well rated" says little.
ENOUGH_REVIEWS: Final = 3

Rule = HomeSection.Rule


def find_row(section: HomeSection, above: Collection[int]) -> list[int]:
    """Return the ids of the products that a row's rule finds, none of those that stand above."""
    sellable = Product.objects.published().in_stock().exclude(pk__in=above)
    return list(FINDERS[Rule(section.rule)](sellable, section).values_list("pk", flat=True)[:ROW])


def picked(section: HomeSection) -> list[int]:
    """Return the ids picked by hand, read with their section."""
    return [each.product_id for each in section.picks.all()] if section.pk else []


def _newest(products: ProductQuerySet, section: HomeSection) -> ProductQuerySet:
    return sort_products(_within(products, section), Sort.NEWEST)


def _reduced(products: ProductQuerySet, section: HomeSection) -> ProductQuerySet:
    return sort_products(_within(products, section).filter(is_on_sale()), Sort.RECOMMENDED)


def _best_rated(products: ProductQuerySet, section: HomeSection) -> ProductQuerySet:
    reviewed = _within(products, section).filter(rating_count__gte=ENOUGH_REVIEWS)
    return sort_products(reviewed, Sort.RECOMMENDED)


def _best_of_category(products: ProductQuerySet, section: HomeSection) -> ProductQuerySet:
    return sort_products(_within(products, section), Sort.RECOMMENDED)


def _within(products: ProductQuerySet, section: HomeSection) -> ProductQuerySet:
    return products.in_category(section.category) if section.category else products


FINDERS: Final[dict[Rule, Callable[[ProductQuerySet, HomeSection], ProductQuerySet]]] = {
    Rule.NEWEST: _newest,
    Rule.REDUCED: _reduced,
    Rule.BEST_RATED: _best_rated,
    Rule.CATEGORY: _best_of_category,
}
