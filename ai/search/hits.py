"""The products of one page, with their highlights and, for staff, the reasons."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef

from ai.search.filters import of_ids
from ai.search.highlight import highlight
from ai.search.matching import Matches
from ai.search.types import Hit, Query
from shop.models import Product, Variant


def load_hits(
    ids: Sequence[int], *, query: Query, matches: Matches, explain: bool
) -> tuple[Hit, ...]:
    """Return the hits in the order of their ids; what was unpublished meanwhile is left out."""
    buyable = Variant.objects.buyable().filter(product=OuterRef("pk"))
    products = (
        Product.objects.published()
        .filter(pk__in=of_ids(list(ids)))
        .for_cards()
        .annotate(in_stock=Exists(buyable))
    )
    found = {product.pk: product for product in products}
    marked = highlight(query, list(found))
    return tuple(
        Hit(
            product=found[id_],
            title=marked[id_][0],
            snippet=marked[id_][1],
            explanation=matches.explain(id_) if explain else None,
        )
        for id_ in ids
        if id_ in marked
    )
