"""What products can be narrowed down by, counted exactly, however many there are.

A facet's counts leave out its own choice and keep all others: they say how many products there
will be when that value is chosen. Facets of which nothing is asked see the same products and are
counted together, so the number of queries depends on what is asked, not on how much there is.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from django.conf import settings

from shop.amounts import format_amount
from shop.listing.attribute_facets import build_attribute_facets
from shop.listing.category_tree import STEP, open_paths
from shop.listing.facet_counts import Counts, count_products
from shop.listing.facet_types import MOST_VALUES, Facet, FacetValue, Selection, facet_of_values
from shop.listing.filters import Filters
from shop.listing.price_steps import price_ranges
from shop.models import Attribute, Brand, Category
from shop.money import smallest_unit

# In the order in which they are shown; attributes come after them.
TITLES: Final = {
    "category": "Category",
    "brand": "Brand",
    "price": "Price",
    "rating": "Rating",
    "stock": "Availability",
    "sale": "Offers",
}


def build_facets(
    selection: Selection,
    filters: Filters,
    *,
    attributes: Sequence[Attribute],
    leave_out: Collection[str] = (),
    with_price_steps: bool = True,
) -> tuple[Facet, ...]:
    """Return every facet that can tell the products apart, less those to leave out.

    Price steps, the ranges to choose from, cost a look at every price.
    """
    shown = [facet for facet in TITLES if facet not in leave_out]
    # The facets by the set that they count; the attributes need to know the size of the first.
    sets: dict[Filters, list[str]] = {filters: []}
    for facet in shown:
        sets.setdefault(_counted_under(facet, filters), []).append(facet)
    found: dict[str, Facet | None] = {}
    totals: dict[Filters, int] = {}
    for looser, facets in sets.items():
        parts = [*facets, *(["prices"] if "price" in facets and with_price_steps else [])]
        counts = count_products(selection.products(looser), parts)
        totals[looser] = counts.total
        found |= {facet: BUILDERS[facet](counts, filters) for facet in facets}
    of_attributes = build_attribute_facets(
        selection, filters, attributes=attributes, total=totals[filters]
    )
    every = [*(found[name] for name in shown), *of_attributes]
    return tuple(facet for facet in every if facet is not None)


def _counted_under(facet: str, filters: Filters) -> Filters:
    """Return the filters less the facet's own choice.

    With stock asked for, a colour means a variant of that colour that can be bought, so that other
    products match: they have to be counted under that choice.
    """
    if facet == "stock" and filters.attributes:
        return replace(filters, in_stock=True)
    return filters.without(facet)


def _category_facet(counts: Counts, filters: Filters) -> Facet | None:
    chosen = Category.objects.filter(slug=filters.category).first() if filters.category else None
    chosen_path = chosen.path if chosen else ""
    # What is chosen is listed, even where it has nothing.
    listed = counts.branches | (
        {chosen_path: counts.branches.get(chosen_path, 0)} if chosen else {}
    )
    shown = open_paths(listed, chosen_path)
    nodes = {node.path: node for node in Category.objects.filter(path__in=shown)}
    values = tuple(
        FacetValue(
            value=nodes[path].slug,
            label=nodes[path].name,
            count=counts.branches.get(path, 0),
            is_chosen=path == chosen_path,
            depth=nodes[path].depth,
            parent=nodes[path[:-STEP]].slug if path[:-STEP] in nodes else "",
        )
        for path in shown
        if path in nodes
    )
    return (
        Facet(name="category", title=TITLES["category"], kind="tree", values=values)
        if values
        else None
    )


def _brand_facet(counts: Counts, filters: Filters) -> Facet | None:
    rows = counts.brands
    listed = rows[:MOST_VALUES] + [row for row in rows[MOST_VALUES:] if row[0] in filters.brands]
    missing = set(filters.brands) - {slug for slug, _, _ in rows}
    if missing:
        gone = Brand.objects.filter(slug__in=missing).values_list("slug", "name")
        listed += [(slug, name, 0) for slug, name in gone]
    values = tuple(
        FacetValue(value=slug, label=name, count=count, is_chosen=slug in filters.brands)
        for slug, name, count in listed
    )
    return facet_of_values("brand", TITLES["brand"], values, total=counts.total)


def _price_facet(counts: Counts, filters: Filters) -> Facet | None:
    bounds, asked = counts.prices, (filters.price_min, filters.price_max)
    if bounds is None and asked == (None, None):
        return None
    return Facet(
        name="price",
        title=TITLES["price"],
        kind="range",
        values=_price_steps(counts.by_price, asked),
        unit=settings.SHOP["CURRENCY"],
        low=bounds.low if bounds else None,
        high=bounds.high if bounds else None,
        minimum=filters.price_min,
        maximum=filters.price_max,
    )


def _price_steps(
    by_price: Mapping[Decimal, int], asked: tuple[Decimal | None, Decimal | None]
) -> tuple[FacetValue, ...]:
    unit = smallest_unit(settings.SHOP["CURRENCY"])
    prices = [price for price, count in by_price.items() for _ in range(count)]
    values = []
    for low, high in price_ranges(prices, unit=unit):
        count = sum(
            count
            for price, count in by_price.items()
            if low <= price and (high is None or price <= high)
        )
        upper = " and up" if high is None else f" – {format_amount(high)}"
        label = f"{format_amount(low)}{upper}"
        if count:
            values.append(
                FacetValue(
                    value=f"{low}..{'' if high is None else high}",
                    label=label,
                    count=count,
                    is_chosen=asked == (low, high),
                    low=low,
                    high=high,
                )
            )
    return tuple(values)


def _rating_facet(counts: Counts, filters: Filters) -> Facet | None:
    values = tuple(
        FacetValue(
            value=str(stars),
            label=f"{stars} stars and up",
            count=count,
            is_chosen=filters.rating_min == stars,
        )
        for stars, count in counts.ratings.items()
        if count or filters.rating_min == stars
    )
    return facet_of_values("rating", TITLES["rating"], values, total=counts.total)


def _stock_facet(counts: Counts, filters: Filters) -> Facet | None:
    return _switch("stock", "In stock", counts.in_stock, filters.in_stock)


def _sale_facet(counts: Counts, filters: Filters) -> Facet | None:
    return _switch("sale", "Reduced", counts.on_sale, filters.on_sale)


def _switch(name: str, label: str, count: int, asked: bool | None) -> Facet | None:
    if not count and asked is None:
        return None
    value = FacetValue(value="true", label=label, count=count, is_chosen=asked is True)
    return Facet(name=name, title=TITLES[name], kind="values", values=(value,))


BUILDERS: Final[dict[str, Callable[[Counts, Filters], Facet | None]]] = {
    "category": _category_facet,
    "brand": _brand_facet,
    "price": _price_facet,
    "rating": _rating_facet,
    "stock": _stock_facet,
    "sale": _sale_facet,
}
