"""A list of products as a page shows it."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from shop.cards import DrawnCard, recall_cards
from shop.listing.facets import build_facets
from shop.listing.filters import Filters
from shop.listing.restrictions import Restrictions
from shop.listing.sorting import Sort, sort_products
from shop.models import Attribute, Category, Product
from shop.models.products import ProductQuerySet
from shop.views.listing.addresses import address, on_page, tidy
from shop.views.listing.controls import Controls, build_controls
from shop.views.listing.form import split_facets
from shop.views.listing.reading import read_filters, read_sort
from shop.views.listing.span import Span, read_span, span_query
from shop.views.memory import memory_of

# Divides by 2, 3 and 4: the last row of a full page is full at every width.
PAGE_SIZE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The products of some pages of a list, and the ways to narrow, sort and leaf through it.

    `more` shows the next page below, `earlier` the one above in place of these; without one they
    are empty. `seen` is the number of products from the first page to the last one shown. `facets`
    are the fields that narrow it, as HTML.
    """

    canonical: str
    products: list[DrawnCard]
    total: int
    seen: int
    more: str
    more_count: int
    earlier: str
    span: Span
    facets: SafeString
    controls: Controls


def build_listing(
    request: HttpRequest, category: Category | None, *, only_last: bool = False
) -> Listing:
    """Return the list that an address asks for, of a category or of everything.

    With `only_last` its products are those of the last page, to be put below the others.
    """
    data = tidy(request.GET)
    memory = memory_of(request)
    attributes: list[Attribute] = memory.recall(
        "attributes", find=lambda: list(Attribute.objects.filter(is_filterable=True))
    )
    filters = read_filters(data, attributes=attributes)
    sort = read_sort(data, first=Sort.RECOMMENDED)
    asked = _Asked(category=category, filters=filters, sort=sort, attributes=attributes)
    facts = (category.path if category else "", filters)
    total = memory.recall("count", *facts, find=asked.count)
    pages = max(1, -(-total // PAGE_SIZE))
    span = read_span(data, pages=pages)
    seen = min(span.last * PAGE_SIZE, total)
    begin = ((span.last if only_last else span.first) - 1) * PAGE_SIZE
    ids = memory.recall("ids", *facts, sort, begin, seen, find=lambda: asked.ids(begin, seen))
    return Listing(
        canonical=on_page(request.path, QueryDict(), span.first),
        products=recall_cards(ids, memory),
        total=total,
        seen=seen,
        more=address(request.path, span_query(data, span.longer())) if seen < total else "",
        more_count=min(PAGE_SIZE, total - seen),
        earlier=on_page(request.path, data, span.first - 1) if span.first > 1 else "",
        span=span,
        # Rendered by a template, which has escaped what it shows.
        facets=mark_safe(memory.recall("facets", *facts, find=asked.facets)),  # noqa: S308
        controls=build_controls(
            path=request.path,
            data=data,
            filters=filters,
            attributes=attributes,
            facets=(),
            sort=sort,
            first_sort=Sort.RECOMMENDED,
            page=span.last,
            pages=pages,
            kept={},
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What was asked for, and the ways to find it where it is not remembered."""

    category: Category | None
    filters: Filters
    sort: Sort
    attributes: list[Attribute]

    def count(self) -> int:
        return self._matching().count()

    def ids(self, begin: int, end: int) -> list[int]:
        ordered = sort_products(self._matching(), self.sort)
        return list(ordered.values_list("pk", flat=True)[begin:end])

    def facets(self) -> str:
        """Return the fields as HTML, which takes as long to write as the facets take to count."""
        # Narrower categories have links of their own, and the price is typed in.
        facets = build_facets(
            self._restrictions(),
            self.filters,
            attributes=self.attributes,
            leave_out={"category"},
            with_price_steps=False,
        )
        first, more = split_facets(facets)
        context: dict[str, Any] = {"controls": {"facets": first, "more_facets": more}}
        return render_to_string("shop/_facets.html", context)

    def _matching(self) -> ProductQuerySet:
        return self._restrictions().products(self.filters)

    def _restrictions(self) -> Restrictions:
        published = Product.objects.published()
        among = published.in_category(self.category) if self.category else published
        return Restrictions(self.filters, among=among)
