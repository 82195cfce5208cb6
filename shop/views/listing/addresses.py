"""The addresses of a list: without one choice, on another page, in another order."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import QueryDict

from shop.templatetags.money import money
from shop.views.listing.criteria import AttributeCriterion, Criteria
from shop.views.listing.facets import Facets


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A choice in force, and the address of the list without it."""

    label: str
    address: str


def tidy(data: QueryDict) -> QueryDict:
    """Return the query without empty values, which a form sends for every untouched field."""
    tidied = QueryDict(mutable=True)
    for name in sorted(data):
        values = [value for value in data.getlist(name) if value]
        if values and not (name == "page" and values == ["1"]):
            tidied.setlist(name, values)
    return tidied


def address(path: str, data: QueryDict, *, fragment: str = "") -> str:
    """Return a path with a query, which is left off when there is nothing in it."""
    query = data.urlencode()
    return (f"{path}?{query}" if query else path) + fragment


def without(path: str, data: QueryDict, *names: str, value: str | None = None) -> str:
    """Return the address less some parameters, or less one value of theirs; back on page one."""
    changed = data.copy()
    changed.pop("page", None)
    for name in names:
        left = [each for each in changed.getlist(name) if value is not None and each != value]
        if left:
            changed.setlist(name, left)
        else:
            changed.pop(name, None)
    return address(path, changed)


def on_page(path: str, data: QueryDict, number: int, *, name: str = "page") -> str:
    """Return the address of another page of the list."""
    changed = data.copy()
    changed.pop(name, None)
    if number > 1:
        changed[name] = str(number)
    return address(path, changed)


def range_label(title: str, low: str, high: str) -> str:
    """Return a range in words: `Weight from 200 g to 900 g`."""
    return " ".join([title, *([f"from {low}"] if low else []), *([f"to {high}"] if high else [])])


def attribute_chips(criterion: AttributeCriterion, path: str, data: QueryDict) -> Iterator[Chip]:
    """Yield a chip for each thing asked of an attribute."""
    attribute = criterion.attribute
    name = f"a.{attribute.code}"
    for text in criterion.texts:
        yield Chip(label=text, address=without(path, data, name, value=text))
    if criterion.is_yes:
        yield Chip(label=attribute.name, address=without(path, data, name))
    if (criterion.minimum, criterion.maximum) != (None, None):
        bounds = [
            "" if bound is None else f"{bound:f} {attribute.unit}".strip()
            for bound in (criterion.minimum, criterion.maximum)
        ]
        yield Chip(
            label=range_label(attribute.name, *bounds),
            address=without(path, data, f"{name}.min", f"{name}.max"),
        )


def build_chips(criteria: Criteria, facets: Facets, path: str, data: QueryDict) -> list[Chip]:
    """Return a chip for each choice in force, in the order of the facets."""
    brand_names = {choice.value: choice.label for choice in facets.brand.choices}
    chips = [
        Chip(label=brand_names.get(slug, slug), address=without(path, data, "brand", value=slug))
        for slug in criteria.brands
    ]
    if (criteria.price_min, criteria.price_max) != (None, None):
        label = range_label("Price", money(criteria.price_min), money(criteria.price_max))
        chips.append(Chip(label=label, address=without(path, data, "price_min", "price_max")))
    if criteria.rating_min is not None:
        label = f"{criteria.rating_min} stars and up"
        chips.append(Chip(label=label, address=without(path, data, "rating")))
    if criteria.in_stock:
        chips.append(Chip(label="In stock", address=without(path, data, "stock")))
    if criteria.on_sale:
        chips.append(Chip(label="Reduced", address=without(path, data, "sale")))
    for criterion in criteria.attributes:
        chips.extend(attribute_chips(criterion, path, data))
    return chips
