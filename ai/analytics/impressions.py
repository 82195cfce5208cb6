"""What the search log knows of places and clicks, as the ranker learns from it."""

from collections.abc import Iterator
from itertools import islice
from uuid import UUID

from ai.models import LoggedSearch, ShopperEvent
from ai.search.learned.clicks import LAST_POSITION, Impression
from shop.models import Product

# Searches read at a time.
CHUNK = 2_000
# Of a logged search: id, what was typed, what was searched for instead, first place, products.
Row = tuple[UUID, str, str, int, list[int]]


def logged_impressions() -> Iterator[Impression]:
    """Yield every product that was shown for a text, its place, and whether it was clicked there.

    Pages that were narrowed down or sorted are left out: their order is not the ranking's. A text
    whose spelling was corrected counts as what was searched for.
    """
    names = {
        pk: external or str(pk) for pk, external in Product.objects.values_list("pk", "external_id")
    }
    searches = LoggedSearch.objects.filter(is_filtered=False, is_sorted=False).order_by("pk")
    clicks = ShopperEvent.objects.filter(kind=ShopperEvent.Kind.CLICK)
    rows = searches.values_list("pk", "query", "corrected", "first_position", "shown")
    for chunk in _chunks(rows.iterator(chunk_size=CHUNK)):
        clicked = set(
            clicks.filter(search__in=[row[0] for row in chunk]).values_list("search", "product")
        )
        for search, query, corrected, first, shown in chunk:
            for position, product in enumerate(shown, first):
                if product in names:
                    yield Impression(
                        query=" ".join((corrected or query).lower().split()),
                        product=names[product],
                        position=min(position, LAST_POSITION),
                        is_clicked=(search, product) in clicked,
                    )


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while chunk := list(islice(rows, CHUNK)):
        yield chunk
