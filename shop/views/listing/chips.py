"""The choices in force, each with the address of the list without it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import QueryDict

from shop.listing.filters import AttributeFilter, Filters
from shop.models import Attribute, Brand, Category
from shop.templatetags.money import money
from shop.views.listing.addresses import without
from shop.views.listing.form import field_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A choice in force, and the address of the list without it."""

    label: str
    address: str


def build_chips(
    filters: Filters, *, attributes: Iterable[Attribute], path: str, data: QueryDict
) -> list[Chip]:
    """Return a chip for each choice in force, in the order of the facets.

    They come from what was asked, not from the facets: a choice that leaves nothing has no facet
    and needs its chip the most.
    """
    known = {each.code: each for each in attributes}
    return [
        *_category_and_brands(filters, path, data),
        *_fixed(filters, path, data),
        *(
            chip
            for asked in filters.attributes
            for chip in _attribute(asked, known[asked.code], path, data)
        ),
    ]


def _category_and_brands(filters: Filters, path: str, data: QueryDict) -> Iterator[Chip]:
    if filters.category:
        names = dict(Category.objects.filter(slug=filters.category).values_list("slug", "name"))
        label = names.get(filters.category, filters.category)
        yield Chip(label=label, address=without(path, data, "category"))
    if filters.brands:
        names = dict(Brand.objects.filter(slug__in=filters.brands).values_list("slug", "name"))
        for slug in filters.brands:
            address = without(path, data, "brand", value=slug)
            yield Chip(label=names.get(slug, slug), address=address)


def _fixed(filters: Filters, path: str, data: QueryDict) -> Iterator[Chip]:
    if (filters.price_min, filters.price_max) != (None, None):
        label = _range_label("Price", money(filters.price_min), money(filters.price_max))
        yield Chip(label=label, address=without(path, data, "price_min", "price_max"))
    if filters.rating_min is not None:
        label = f"{filters.rating_min:f} stars and up"
        yield Chip(label=label, address=without(path, data, "rating"))
    if filters.in_stock is not None:
        yield Chip(label="In stock", address=without(path, data, "stock"))
    if filters.on_sale is not None:
        yield Chip(label="Reduced", address=without(path, data, "sale"))


def _attribute(
    asked: AttributeFilter, attribute: Attribute, path: str, data: QueryDict
) -> Iterator[Chip]:
    name, low_name, high_name = field_names(asked.group)
    for text in asked.texts:
        yield Chip(label=text, address=without(path, data, name, value=text))
    if asked.boolean is not None:
        label = f"{attribute.name}: {'Yes' if asked.boolean else 'No'}"
        yield Chip(label=label, address=without(path, data, name))
    if (asked.minimum, asked.maximum) != (None, None):
        bounds = (
            "" if bound is None else f"{bound.normalize():f} {attribute.unit}".strip()
            for bound in (asked.minimum, asked.maximum)
        )
        label = _range_label(attribute.name, *bounds)
        yield Chip(label=label, address=without(path, data, low_name, high_name))


def _range_label(title: str, low: str, high: str) -> str:
    """Return a range in words: `Weight from 200 g to 900 g`."""
    return " ".join([title, *([f"from {low}"] if low else []), *([f"to {high}"] if high else [])])
