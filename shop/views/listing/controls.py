"""What stands around a list of products: the ways to narrow, sort and leaf through it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from shop.listing.facet_types import Facet
from shop.listing.filters import Filters
from shop.listing.sorting import Sort
from shop.models import Attribute
from shop.views.listing.addresses import address
from shop.views.listing.chips import Chip, build_chips
from shop.views.listing.form import FormFacet, sort_options, split_facets
from shop.views.listing.pages import Pages, build_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Controls:
    """The controls of one page of a list.

    `kept` is what the form sends along and no control takes away: the words of a search. `cleared`
    is the address of the list with nothing else. `sorts` are labels by what the form sends.
    `more_facets` are those that few products say something of.
    """

    path: str
    address: str
    cleared: str
    kept: dict[str, str]
    facets: list[FormFacet]
    more_facets: list[FormFacet]
    chips: list[Chip]
    sorts: dict[str, str]
    sort: str
    pages: Pages


def build_controls(
    *,
    path: str,
    data: QueryDict,
    filters: Filters,
    attributes: Iterable[Attribute],
    facets: Iterable[Facet],
    sort: Sort,
    first_sort: Sort,
    page: int,
    pages: int,
    kept: dict[str, str],
) -> Controls:
    """Return the controls of a list as it was asked for by an address."""
    cleared = QueryDict(mutable=True)
    cleared.update(kept)
    first_facets, more_facets = split_facets(facets)
    return Controls(
        path=path,
        address=address(path, data),
        cleared=address(path, cleared),
        kept=kept,
        facets=first_facets,
        more_facets=more_facets,
        chips=build_chips(filters, attributes=attributes, path=path, data=data),
        sorts=sort_options(first_sort),
        sort="" if sort == first_sort else sort.value,
        pages=build_pages(number=page, count=pages, path=path, data=data),
    )
