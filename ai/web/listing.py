"""A search result as the page shows it: addresses, chips, pages, what to try when it is empty."""

from dataclasses import dataclass

from django.http import QueryDict

from ai.search.types import Facet, SearchResult, Sort
from ai.web.chips import build_chips, field_name
from shop.views.listing.addresses import Chip, address, without
from shop.views.listing.pages import Pages, build_pages

SORTS = {
    Sort.RELEVANCE: "Best match",
    Sort.NEWEST: "Newest",
    Sort.PRICE_LOW: "Price, low to high",
    Sort.PRICE_HIGH: "Price, high to low",
    Sort.RATING: "Best rated",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFacet:
    """A facet with the names its fields are sent under."""

    facet: Facet
    name: str
    is_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Loosening:
    """A way to find something after all: a filter to drop, and how many that leaves."""

    title: str
    total: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything of a result that depends on the address it was asked under."""

    path: str
    address: str
    facets: tuple[FormFacet, ...]
    chips: list[Chip]
    sorts: dict[Sort, str]
    pages: Pages
    cleared: str
    corrected: str
    loosenings: tuple[Loosening, ...]


# Open from the start: what nearly every search is narrowed by.
LEADING = {"category", "brand", "price", "rating", "stock"}


def build_results(result: SearchResult, *, path: str, data: QueryDict) -> Results:
    """Return the addresses that lead on from a search result."""
    cleared, corrected = QueryDict(mutable=True), data.copy()
    if result.query.text:
        cleared["q"] = result.query.text
    corrected["q"] = result.did_you_mean
    corrected.pop("page", None)
    return Results(
        path=path,
        address=address(path, data),
        facets=tuple(
            FormFacet(
                facet=facet,
                name=field_name(facet.name),
                is_first=facet.name in LEADING or facet.is_chosen,
            )
            for facet in result.facets
        ),
        chips=build_chips(result.request.filters, path, data),
        sorts=SORTS,
        pages=build_pages(number=result.page, count=result.pages, path=path, data=data),
        cleared=address(path, cleared),
        corrected=address(path, corrected) if result.did_you_mean else "",
        loosenings=_loosenings(result, path, data),
    )


def _loosenings(result: SearchResult, path: str, data: QueryDict) -> tuple[Loosening, ...]:
    if result.rescue is None:
        return ()
    found = []
    for looser in result.rescue.looser:
        name = field_name(looser.group)
        names = (name, f"{name}.min", f"{name}.max", f"{name}_min", f"{name}_max")
        found.append(
            Loosening(title=looser.title, total=looser.total, address=without(path, data, *names))
        )
    return tuple(found)
