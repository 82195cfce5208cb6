"""Which products have what must be absent, found by the index before any text is read."""

from collections.abc import Sequence

from django.db.models import Q
from django.db.models.expressions import RawSQL

from shop.listing.filters import Filters, Lacking
from shop.listing.lacking import MIN_COMPOUND_STEM
from shop.listing.restrictions import Restrictions
from shop.models import Product, ProductAttribute
from shop.models.products import ProductQuerySet

# Every product that can have a thing has its stem in the postings, or a value that contains it.
WITH_STEM = 'SELECT product_id FROM ai_posting WHERE stem = %s COLLATE "C"'


def find_having(things: Sequence[Lacking]) -> set[int]:
    """Return the ids of the products that have any of the things, two statements a thing."""
    return {id_ for thing in things for id_ in _having(thing)}


def _having(thing: Lacking) -> set[int]:
    suspects = set(_suspects(thing).values_list("pk", flat=True))
    if not suspects:
        return suspects
    among = Product.objects.filter(pk__in=list(suspects))
    lacking = Restrictions(Filters(lacking=(thing,)), among=among).products()
    return suspects - set(lacking.values_list("pk", flat=True))


def _suspects(thing: Lacking) -> ProductQuerySet:
    stem = thing.stems[0]
    condition = Q(pk__in=RawSQL(WITH_STEM, (stem,)))  # noqa: S611
    if thing.codes and len(stem) >= MIN_COMPOUND_STEM:
        values = ProductAttribute.objects.filter(
            attribute__code__in=thing.codes, text__icontains=stem
        )
        condition |= Q(pk__in=values.order_by().values("product"))
    return Product.objects.published().filter(condition).order_by()
