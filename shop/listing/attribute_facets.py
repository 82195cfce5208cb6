"""Facets of what can be said about products: colours, weights, yes or no."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shop.listing.facet_counts import AttributeCounts, count_attributes
from shop.listing.facet_types import MOST_VALUES, Facet, FacetValue, Selection, facet_of_values
from shop.listing.filters import AttributeFilter, Filters
from shop.models import Attribute


def build_attribute_facets(
    selection: Selection, filters: Filters, *, attributes: Sequence[Attribute], total: int
) -> Iterator[Facet | None]:
    """Yield a facet for each attribute, None for one that would not tell the products apart.

    Attributes not asked for are counted together, the others one by one. `total` is the number of
    products under all filters.
    """
    asked = {each.code: each for each in filters.attributes}
    untouched = [each.pk for each in attributes if each.code not in asked]
    groups = [(filters, untouched)] + [
        (filters.without(asked[each.code].group), [each.pk])
        for each in attributes
        if each.code in asked
    ]
    counts: dict[int, AttributeCounts] = {}
    for looser, members in groups:
        counts |= count_attributes(
            selection.products(looser), members, buyable=filters.in_stock is True
        )
    for each in attributes:
        asked_of_it = asked.get(each.code, AttributeFilter(code=each.code))
        facet = _attribute_facet(each, asked_of_it, counts[each.pk], total)
        yield facet and replace(facet, told=min(counts[each.pk].told, total))


def _attribute_facet(
    attribute: Attribute, asked: AttributeFilter, counts: AttributeCounts, total: int
) -> Facet | None:
    if attribute.kind == Attribute.Kind.NUMBER:
        bounds, is_asked = counts.numbers, (asked.minimum, asked.maximum) != (None, None)
        if not is_asked and (bounds is None or bounds.low == bounds.high):
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
    return facet_of_values(asked.group, attribute.name, tuple(values), total=total)
