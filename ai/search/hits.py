"""The products of one page, with their highlights and, for staff, the reasons."""

from collections.abc import Sequence

from ai.search.explaining import explain as explained
from ai.search.highlight import highlight
from ai.search.matching import Matches
from ai.search.types import Hit, Query
from shop.listing.restrictions import is_buyable, of_ids
from shop.models import Product


def load_hits(
    ids: Sequence[int],
    *,
    query: Query,
    matches: Matches,
    explain: bool,
    with_cards: bool = True,
) -> tuple[Hit, ...]:
    """Return the hits in the order of their ids; what was unpublished meanwhile is left out.

    Without cards their products know their names and nothing else.
    """
    products = Product.objects.published().filter(pk__in=of_ids(list(ids)))
    if with_cards:
        products = products.for_lists().annotate(in_stock=is_buyable())
    else:
        products = products.only("slug", "title")
    found = {product.pk: product for product in products}
    marked = highlight(query, list(found))
    return tuple(
        Hit(
            product=found[id_],
            title=marked[id_][0],
            snippet=marked[id_][1],
            explanation=explained(matches, id_) if explain else None,
        )
        for id_ in ids
        if id_ in marked
    )
