"""What hits can be narrowed down by, counted exactly over the whole matching set.

A facet's counts leave out its own choice and keep all others: they say how many products there
will be when that value is chosen. Facets of which nothing is asked see the same products and are
counted together, so the number of queries depends on what is asked, not on how much there is.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from babel.numbers import format_currency, get_currency_precision
from django.conf import settings

from ai.search.category_tree import STEP, open_paths
from ai.search.facet_counts import (
    AttributeCounts,
    Fact,
    count_attributes,
    count_branches,
    count_brands,
    count_prices,
    count_ratings,
    load_facts,
)
from ai.search.matching import Matcher
from ai.search.price_steps import price_ranges
from ai.search.types import AttributeFilter, Facet, FacetValue, Filters
from shop.models import Attribute, Category

FACT_GROUPS = ("category", "brand", "price", "rating", "stock")
# Longer lists are searched, not read; what is chosen is listed in any case.
MOST_VALUES = 100


def build_facets(matcher: Matcher, filters: Filters) -> tuple[Facet, ...]:
    """Return every facet that can tell the matches apart."""
    sets = {group: matcher.match(filters.without(group)).ids for group in FACT_GROUPS}
    with matcher.stopwatch("facets"):
        known = load_facts({id_ for ids in sets.values() for id_ in ids})
        facts = {
            # What was deleted a moment ago has no facts any more.
            group: [known[id_] for id_ in ids if id_ in known]
            for group, ids in sets.items()
        }
        found = [
            _category_facet(facts["category"], matcher.restrictions.category),
            _brand_facet(facts["brand"], filters),
            _price_facet(facts["price"], filters),
            _rating_facet(facts["rating"], filters),
            _stock_facet(facts["stock"], filters),
        ]
    found += _attribute_facets(matcher, filters)
    return tuple(facet for facet in found if facet is not None)


def _category_facet(facts: Sequence[Fact], chosen: Category | None) -> Facet | None:
    totals = count_branches(facts)
    chosen_path = chosen.path if chosen else ""
    # What is chosen is listed, even where it has nothing.
    listed = totals | ({chosen_path: totals.get(chosen_path, 0)} if chosen else {})
    shown = open_paths(listed, chosen_path)
    nodes = {node.path: node for node in Category.objects.filter(path__in=shown)}
    values = tuple(
        FacetValue(
            value=nodes[path].slug,
            label=nodes[path].name,
            count=totals.get(path, 0),
            is_chosen=path == chosen_path,
            depth=nodes[path].depth,
            parent=nodes[path[:-STEP]].slug if path[:-STEP] in nodes else "",
        )
        for path in shown
        if path in nodes
    )
    return _facet_of_values("category", "Category", values, kind_is_tree=True)


def _brand_facet(facts: Sequence[Fact], filters: Filters) -> Facet | None:
    rows = count_brands(facts)
    listed = rows[:MOST_VALUES] + [row for row in rows[MOST_VALUES:] if row[0] in filters.brands]
    values = tuple(
        FacetValue(value=slug, label=name, count=count, is_chosen=slug in filters.brands)
        for slug, name, count in listed
    )
    return _facet_of_values("brand", "Brand", values)


def _price_facet(facts: Sequence[Fact], filters: Filters) -> Facet | None:
    prices = [fact.price for fact in facts if fact.price is not None]
    asked = (filters.price_min, filters.price_max)
    if not prices and asked == (None, None):
        return None
    unit = Decimal(1).scaleb(-get_currency_precision(settings.SHOP["CURRENCY"]))
    ranges = price_ranges(prices, unit=unit)
    values = tuple(
        FacetValue(
            value=f"{low}..{'' if high is None else high}",
            label=f"{_money(low)} and up" if high is None else f"{_money(low)} – {_money(high)}",
            count=count,
            is_chosen=asked == (low, high),
            low=low,
            high=high,
        )
        for (low, high), count in zip(ranges, count_prices(facts, ranges), strict=True)
        if count
    )
    return Facet(
        name="price",
        title="Price",
        kind="range",
        values=values,
        unit=settings.SHOP["CURRENCY"],
        low=min(prices, default=None),
        high=max(prices, default=None),
        minimum=filters.price_min,
        maximum=filters.price_max,
    )


def _rating_facet(facts: Sequence[Fact], filters: Filters) -> Facet | None:
    values = tuple(
        FacetValue(
            value=str(stars),
            label=f"{stars} stars and up",
            count=count,
            is_chosen=filters.rating_min == stars,
        )
        for stars, count in count_ratings(facts).items()
        if count or filters.rating_min == stars
    )
    return _facet_of_values("rating", "Rating", values)


def _stock_facet(facts: Sequence[Fact], filters: Filters) -> Facet | None:
    value = FacetValue(
        value="true",
        label="In stock",
        count=sum(fact.is_buyable for fact in facts),
        is_chosen=filters.in_stock is True,
    )
    return _facet_of_values("stock", "Availability", (value,)) if facts else None


def _attribute_facets(matcher: Matcher, filters: Filters) -> Iterable[Facet | None]:
    """Return the facets of attributes: those not asked for together, the others one by one."""
    asked = {each.code: each for each in filters.attributes}
    with matcher.stopwatch("facets"):
        attributes = list(Attribute.objects.filter(is_filterable=True))
    untouched = [each.pk for each in attributes if each.code not in asked]
    groups = [(filters, untouched)] + [
        (filters.without(asked[each.code].group), [each.pk])
        for each in attributes
        if each.code in asked
    ]
    counts: dict[int, AttributeCounts] = {}
    for looser, members in groups:
        ids = matcher.match(looser).ids
        with matcher.stopwatch("facets"):
            counts |= count_attributes(ids, members, buyable=filters.in_stock is True)
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
