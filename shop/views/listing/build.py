"""A list of products as a page shows it."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, QueryDict

from shop.models import Attribute, Product
from shop.models.products import ProductQuerySet
from shop.views.listing.addresses import Chip, address, build_chips, on_page, tidy
from shop.views.listing.criteria import Criteria, parse_criteria
from shop.views.listing.facets import Facets, build_facets
from shop.views.listing.pages import Pages, build_pages
from shop.views.listing.restrictions import restrict
from shop.views.listing.sorting import SORTS, Sort, sort_products

# Divides by 2, 3 and 4: the last row of a full page is full at every width.
PAGE_SIZE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The products of one page of a list, and the ways to narrow, sort and leaf through it."""

    path: str
    address: str
    canonical: str
    products: list[Product]
    total: int
    criteria: Criteria
    facets: Facets
    chips: list[Chip]
    sorts: dict[str, Sort]
    pages: Pages


def read_page(paginator: "Paginator[Product]", data: QueryDict) -> Any:
    """Return the page asked for; raise Http404 when there is none such."""
    try:
        return paginator.page(data.get("page") or 1)
    except InvalidPage as error:
        raise Http404("The list has no such page.") from error


def build_listing(request: HttpRequest, products: ProductQuerySet) -> Listing:
    """Return the list that an address asks for, out of these products."""
    data = tidy(request.GET)
    attributes = list(Attribute.objects.filter(is_filterable=True))
    criteria = parse_criteria(data, attributes={each.code: each for each in attributes})
    matching = restrict(products, criteria)
    page = read_page(
        Paginator(sort_products(matching, key=criteria.sort).for_cards(), PAGE_SIZE), data
    )
    facets = build_facets(products, criteria, attributes)
    return Listing(
        path=request.path,
        address=address(request.path, data),
        canonical=on_page(request.path, QueryDict(), page.number),
        products=list(page.object_list),
        total=page.paginator.count,
        criteria=criteria,
        facets=facets,
        chips=build_chips(criteria, facets, request.path, data),
        sorts=SORTS,
        pages=build_pages(
            number=page.number, count=page.paginator.num_pages, path=request.path, data=data
        ),
    )
