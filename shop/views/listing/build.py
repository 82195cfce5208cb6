"""A list of products as a page shows it."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict

from shop.listing.facets import build_facets
from shop.listing.restrictions import Restrictions
from shop.listing.sorting import Sort, sort_products
from shop.models import Attribute, Product
from shop.models.products import ProductQuerySet
from shop.views.listing.addresses import address, on_page, tidy
from shop.views.listing.controls import Controls, build_controls
from shop.views.listing.reading import read_filters, read_sort
from shop.views.listing.span import Span, read_span, span_query

# Divides by 2, 3 and 4: the last row of a full page is full at every width.
PAGE_SIZE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The products of some pages of a list, and the ways to narrow, sort and leaf through it.

    `more` shows the next page below, `earlier` the one above in place of these; without one they
    are empty. `seen` is the number of products from the first page to the last one shown.
    """

    canonical: str
    products: list[Product]
    total: int
    seen: int
    more: str
    more_count: int
    earlier: str
    span: Span
    controls: Controls


def build_listing(
    request: HttpRequest, products: ProductQuerySet, *, only_last: bool = False
) -> Listing:
    """Return the list that an address asks for, out of these products.

    With `only_last` its products are those of the last page, to be put below the others.
    """
    data = tidy(request.GET)
    attributes = list(Attribute.objects.filter(is_filterable=True))
    filters = read_filters(data, attributes=attributes)
    sort = read_sort(data, first=Sort.RECOMMENDED)
    restrictions = Restrictions(filters, among=products)
    matching = sort_products(restrictions.products(filters), sort).for_cards()
    paginator = Paginator(matching, PAGE_SIZE)
    span = read_span(data, pages=paginator.num_pages)
    total, seen = paginator.count, min(span.last * PAGE_SIZE, paginator.count)
    first = span.last if only_last else span.first
    # Narrower categories have links of their own, and the price is typed in.
    facets = build_facets(
        restrictions,
        filters,
        attributes=attributes,
        leave_out={"category"},
        with_price_steps=False,
    )
    return Listing(
        canonical=on_page(request.path, QueryDict(), span.first),
        products=list(matching[(first - 1) * PAGE_SIZE : seen]),
        total=total,
        seen=seen,
        more=address(request.path, span_query(data, span.longer())) if seen < total else "",
        more_count=min(PAGE_SIZE, total - seen),
        earlier=on_page(request.path, data, span.first - 1) if span.first > 1 else "",
        span=span,
        controls=build_controls(
            path=request.path,
            data=data,
            filters=filters,
            attributes=attributes,
            facets=facets,
            sort=sort,
            first_sort=Sort.RECOMMENDED,
            page=span.last,
            pages=paginator.num_pages,
            kept={},
        ),
    )
