"""The choices in force, each with the address of the search without it."""

from collections.abc import Iterator

from django.http import QueryDict

from ai.search.types import AttributeFilter, Filters
from shop.models import Attribute, Brand, Category
from shop.templatetags.money import money
from shop.views.listing.addresses import Chip, range_label, without

PREFIX = "attribute:"


def field_name(group: str) -> str:
    """Return the form's name for a facet: `attribute:colour` is sent as `a.colour`."""
    return f"a.{group.removeprefix(PREFIX)}" if group.startswith(PREFIX) else group


def build_chips(filters: Filters, path: str, data: QueryDict) -> list[Chip]:
    """Return a chip for each choice in force.

    They come from what was asked, not from the facets: a choice that leaves nothing has no facet
    and needs its chip the most.
    """
    return [
        *_category_and_brands(filters, path, data),
        *_fixed(filters, path, data),
        *_attributes(filters, path, data),
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
        label = range_label("Price", money(filters.price_min), money(filters.price_max))
        yield Chip(label=label, address=without(path, data, "price_min", "price_max"))
    if filters.rating_min is not None:
        label = f"{filters.rating_min:f} stars and up"
        yield Chip(label=label, address=without(path, data, "rating"))
    if filters.in_stock is not None:
        yield Chip(label="In stock", address=without(path, data, "stock"))


def _attributes(filters: Filters, path: str, data: QueryDict) -> Iterator[Chip]:
    codes = [each.code for each in filters.attributes]
    known = {each.code: each for each in Attribute.objects.filter(code__in=codes)} if codes else {}
    for asked in filters.attributes:
        yield from _attribute(asked, known[asked.code], path, data)


def _attribute(
    asked: AttributeFilter, attribute: Attribute, path: str, data: QueryDict
) -> Iterator[Chip]:
    name = field_name(asked.group)
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
        label = range_label(attribute.name, *bounds)
        yield Chip(label=label, address=without(path, data, f"{name}.min", f"{name}.max"))
