"""From the address of the search page to a search: what makes no sense is left out."""

from collections.abc import Iterable
from decimal import Decimal

from django.http import QueryDict

from ai.search.types import AttributeFilter, Filters, SearchRequest, Sort
from shop.models import Attribute
from shop.views.listing.criteria import clean_text, parse_amount, parse_texts

RATINGS = {"2", "3", "4"}
# A shopper leafs through dozens of pages at most; larger numbers come from programs.
MAX_PAGE = 500
MAX_DIGITS = 9


def read_search(data: QueryDict, *, attributes: Iterable[Attribute]) -> SearchRequest:
    """Return the search that an address asks for."""
    asked = (_read_attribute(data, attribute) for attribute in attributes)
    rating = data.get("rating", "")
    sort = data.get("sort", "")
    return SearchRequest(
        q=data.get("q", ""),
        filters=Filters(
            category=clean_text(data.get("category", "")),
            brands=parse_texts(data, "brand"),
            price_min=parse_amount(data.get("price_min")),
            price_max=parse_amount(data.get("price_max")),
            rating_min=Decimal(rating) if rating in RATINGS else None,
            in_stock=True if data.get("stock") == "true" else None,
            attributes=tuple(each for each in asked if each is not None),
        ),
        sort=Sort(sort) if sort in set(Sort) else Sort.RELEVANCE,
        page=_read_page(data.get("page", "")),
    )


def _read_page(text: str) -> int:
    """Return a page from 1 to MAX_PAGE; int() refuses numbers of thousands of digits."""
    is_number = text.isascii() and text.isdigit()
    return max(1, min(int(text[:MAX_DIGITS]), MAX_PAGE)) if is_number else 1


def _read_attribute(data: QueryDict, attribute: Attribute) -> AttributeFilter | None:
    name = f"a.{attribute.code}"
    match attribute.kind:
        case Attribute.Kind.NUMBER:
            low, high = parse_amount(data.get(f"{name}.min")), parse_amount(data.get(f"{name}.max"))
            if (low, high) == (None, None):
                return None
            return AttributeFilter(code=attribute.code, minimum=low, maximum=high)
        case Attribute.Kind.BOOLEAN:
            answer = {"true": True, "false": False}.get(data.get(name, ""))
            return None if answer is None else AttributeFilter(code=attribute.code, boolean=answer)
    texts = parse_texts(data, name)
    return AttributeFilter(code=attribute.code, texts=texts) if texts else None
