"""From the address of the search page to a search: what makes no sense is left out."""

from collections.abc import Iterable
from dataclasses import replace

from django.http import QueryDict

from ai.search.types import SearchRequest
from ai.search.understanding.types import is_key
from shop.listing.sorting import Sort
from shop.models import Attribute
from shop.views.listing.form import ON
from shop.views.listing.reading import clean_text, parse_texts, read_filters, read_sort

# A shopper leafs through dozens of pages at most; larger numbers come from programs.
MAX_PAGE = 500
MAX_DIGITS = 9
# Says which parts of the text stay plain words, and that its spelling is meant as it is.
KEEP, VERBATIM = "keep", "verbatim"


def read_search(data: QueryDict, *, attributes: Iterable[Attribute]) -> SearchRequest:
    """Return the search that an address asks for; its page has the cards of products already."""
    filters = read_filters(data, attributes=attributes)
    return SearchRequest(
        q=data.get("q", ""),
        filters=replace(filters, category=clean_text(data.get("category", ""))),
        sort=read_sort(data, first=Sort.RELEVANCE),
        page=_read_page(data.get("page", "")),
        keep=tuple(key for key in parse_texts(data, KEEP) if is_key(key)),
        verbatim=data.get(VERBATIM) == ON,
        with_cards=False,
    )


def _read_page(text: str) -> int:
    """Return a page from 1 to MAX_PAGE; int() refuses numbers of thousands of digits."""
    is_number = text.isascii() and text.isdigit()
    return max(1, min(int(text[:MAX_DIGITS]), MAX_PAGE)) if is_number else 1
