"""A list of products as a page shows it."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, QueryDict

from shop.listing.facets import build_facets
from shop.listing.restrictions import Restrictions
from shop.listing.sorting import Sort, sort_products
from shop.models import Attribute, Product
from shop.models.products import ProductQuerySet
from shop.views.listing.addresses import on_page, tidy
from shop.views.listing.controls import Controls, build_controls
from shop.views.listing.reading import read_filters, read_sort

# Divides by 2, 3 and 4: the last row of a full page is full at every width.
PAGE_SIZE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The products of one page of a list, and the ways to narrow, sort and leaf through it."""

    canonical: str
    products: list[Product]
    total: int
    controls: Controls


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
    filters = read_filters(data, attributes=attributes)
    sort = read_sort(data, first=Sort.RECOMMENDED)
    restrictions = Restrictions(filters, among=products)
    matching = sort_products(restrictions.products(filters), sort)
    page = read_page(Paginator(matching.for_cards(), PAGE_SIZE), data)
    # Narrower categories have links of their own, and the price is typed in.
    facets = build_facets(
        restrictions,
        filters,
        attributes=attributes,
        leave_out={"category"},
        with_price_steps=False,
    )
    return Listing(
        canonical=on_page(request.path, QueryDict(), page.number),
        products=list(page.object_list),
        total=page.paginator.count,
        controls=build_controls(
            path=request.path,
            data=data,
            filters=filters,
            attributes=attributes,
            facets=facets,
            sort=sort,
            first_sort=Sort.RECOMMENDED,
            page=page.number,
            pages=page.paginator.num_pages,
            kept={},
        ),
    )
