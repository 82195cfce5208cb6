"""What hits can be narrowed down by, counted exactly over the whole matching set.

A facet's counts leave out its own choice and keep all others: they say how many products there
will be when that value is chosen. Facets of which nothing is asked see the same products and are
counted together, so the number of queries depends on what is asked, not on how much there is.
"""

from collections.abc import Iterable
from decimal import Decimal

from babel.numbers import format_currency, get_currency_precision
from django.conf import settings

from ai.search.facet_counts import (
    AttributeCounts,
    count_attributes,
    count_brands,
    count_buyable,
    count_categories,
    count_prices,
    count_ratings,
    price_bounds,
)
from ai.search.filters import eligible_variants
from ai.search.matching import Matcher
from ai.search.price_steps import price_ranges
from ai.search.types import AttributeFilter, Facet, FacetValue, Filters
from shop.models import Attribute

# Longer lists are searched, not read; what is chosen is listed in any case.
MOST_VALUES = 100


def build_facets(matcher: Matcher, filters: Filters) -> tuple[Facet, ...]:
    """Return every facet that can tell the matches apart."""
    with matcher.stopwatch("facets"):
        attributes = list(Attribute.objects.filter(is_filterable=True))

    def ids_for(group: str) -> list[int]:
        """Return the matches under all filters but those of one facet."""
        return matcher.match(filters.without(group)).ids

    sets = {group: ids_for(group) for group in ("category", "brand", "price", "rating", "stock")}
    with matcher.stopwatch("facets"):
        found = [
            _category_facet(sets["category"], filters),
            _brand_facet(sets["brand"], filters),
            _price_facet(sets["price"], filters),
            _rating_facet(sets["rating"], filters),
            _stock_facet(sets["stock"], filters),
        ]
    found += _attribute_facets(matcher, filters, attributes)
    return tuple(facet for facet in found if facet is not None)


def _category_facet(ids: list[int], filters: Filters) -> Facet | None:
    rows = count_categories(ids)
    slugs = {node.path: node.slug for node, _ in rows}
    values = tuple(
        FacetValue(
            value=node.slug,
            label=node.name,
            count=count,
            is_chosen=node.slug == filters.category,
            depth=node.depth,
            parent=slugs.get(node.path[: -node.steplen], ""),
        )
        for node, count in rows
    )
    return _facet_of_values("category", "Category", values, kind_is_tree=True)


def _brand_facet(ids: list[int], filters: Filters) -> Facet | None:
    rows = count_brands(ids)
    listed = rows[:MOST_VALUES] + [row for row in rows[MOST_VALUES:] if row[0] in filters.brands]
    values = tuple(
        FacetValue(value=slug, label=name, count=count, is_chosen=slug in filters.brands)
        for slug, name, count in listed
    )
    return _facet_of_values("brand", "Brand", values)


def _price_facet(ids: list[int], filters: Filters) -> Facet | None:
    bounds = price_bounds(ids)
    if bounds is None:
        return None
    unit = Decimal(1).scaleb(-get_currency_precision(settings.SHOP["CURRENCY"]))
    ranges = price_ranges(bounds.low, bounds.high, unit=unit)
    counts = count_prices(ids, ranges) if ranges else []
    asked = (filters.price_min, filters.price_max)
    values = tuple(
        FacetValue(
            value=f"{low}..{high}",
            label=f"{_money(low)} – {_money(high)}",
            count=count,
            is_chosen=asked == (low, high),
            low=low,
            high=high,
        )
        for (low, high), count in zip(ranges, counts, strict=True)
        if count
    )
    return Facet(
        name="price",
        title="Price",
        kind="range",
        values=values,
        unit=settings.SHOP["CURRENCY"],
        low=bounds.low,
        high=bounds.high,
        minimum=filters.price_min,
        maximum=filters.price_max,
    )


def _rating_facet(ids: list[int], filters: Filters) -> Facet | None:
    values = tuple(
        FacetValue(
            value=str(stars),
            label=f"{stars} stars and up",
            count=count,
            is_chosen=filters.rating_min == stars,
        )
        for stars, count in count_ratings(ids).items()
        if count or filters.rating_min == stars
    )
    return _facet_of_values("rating", "Rating", values)


def _stock_facet(ids: list[int], filters: Filters) -> Facet | None:
    value = FacetValue(
        value="true", label="In stock", count=count_buyable(ids), is_chosen=filters.in_stock is True
    )
    return _facet_of_values("stock", "Availability", (value,)) if ids else None


def _attribute_facets(
    matcher: Matcher, filters: Filters, attributes: Iterable[Attribute]
) -> list[Facet | None]:
    asked = {each.code: each for each in filters.attributes}
    untouched = [each.pk for each in attributes if each.code not in asked]
    everything = matcher.match(filters).ids
    groups = [
        (matcher.match(filters.without(asked[each.code].group)).ids, [each.pk])
        for each in attributes
        if each.code in asked
    ]
    counts: dict[int, AttributeCounts] = {}
    with matcher.stopwatch("facets"):
        variants = eligible_variants(filters)
        for ids, members in [(everything, untouched), *groups]:
            counts |= count_attributes(ids, variants, members)
        return [
            _attribute_facet(
                each, asked.get(each.code, AttributeFilter(code=each.code)), counts[each.pk]
            )
            for each in attributes
        ]


def _attribute_facet(
    attribute: Attribute, asked: AttributeFilter, counts: AttributeCounts
) -> Facet | None:
    """Return one attribute's facet, or None when it would not tell products apart."""
    if attribute.kind == Attribute.Kind.NUMBER:
        bounds, chosen = counts.numbers, (asked.minimum, asked.maximum) != (None, None)
        if not chosen and (bounds is None or bounds.low == bounds.high):
            return None
        return Facet(
            name=asked.group,
            title=attribute.name,
            kind="range",
            unit=attribute.unit,
            low=bounds.low if bounds else None,
            high=bounds.high if bounds else None,
            minimum=asked.minimum,
            maximum=asked.maximum,
        )
    if attribute.kind == Attribute.Kind.BOOLEAN:
        values = [
            FacetValue(
                value=text,
                label=label,
                count=counts.booleans.get(boolean, 0),
                is_chosen=asked.boolean is boolean,
            )
            for boolean, text, label in ((True, "true", "Yes"), (False, "false", "No"))
            if counts.booleans.get(boolean) or asked.boolean is boolean
        ]
    else:
        texts = {**dict.fromkeys(asked.texts, 0), **counts.texts}
        ordered = sorted(texts.items(), key=lambda item: (-item[1], item[0].lower(), item[0]))
        values = [
            FacetValue(value=text, label=text, count=count, is_chosen=text in asked.texts)
            for place, (text, count) in enumerate(ordered)
            if place < MOST_VALUES or text in asked.texts
        ]
    return _facet_of_values(asked.group, attribute.name, tuple(values))


def _facet_of_values(
    name: str, title: str, values: tuple[FacetValue, ...], *, kind_is_tree: bool = False
) -> Facet | None:
    if not values:
        return None
    return Facet(name=name, title=title, kind="tree" if kind_is_tree else "values", values=values)


def _money(amount: Decimal) -> str:
    return format_currency(amount, settings.SHOP["CURRENCY"], locale=settings.SHOP["LOCALE"])
