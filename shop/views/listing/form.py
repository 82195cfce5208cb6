"""The form that narrows a list down: its fields, and the orders to choose from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from babel.numbers import get_currency_symbol
from django.conf import settings

from shop.listing.facet_types import Facet, FacetValue
from shop.listing.filters import ATTRIBUTE_PREFIX
from shop.listing.sorting import LABELS, Sort
from shop.swatches import swatch_of

# What a box sends when it is ticked.
ON = "true"
# On offer on every list, after its own first choice, which is sent as nothing.
COMMON_SORTS = (Sort.NEWEST, Sort.PRICE_LOW, Sort.PRICE_HIGH, Sort.RATING)
# Open from the start: what nearly every list is narrowed by.
LEADING = {"category", "brand", "price", "rating", "stock", "sale"}
# Of these one value is chosen, or any.
EXCLUSIVE = {"category", "rating"}
# Values of a facet that are seen at once; a few more than that are not worth a second look.
SHOWN: Final = 8
SLACK: Final = 2
# Attributes that are offered at once, those first that most products say something of; the others
# wait below "More filters". A department has fifty.
MOST_ATTRIBUTES: Final = 7
COLOURS: Final = {f"{ATTRIBUTE_PREFIX}colour", f"{ATTRIBUTE_PREFIX}color"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormValue:
    """A value with the colours that its name tells of, if the facet is one of colours."""

    value: FacetValue
    swatch: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFacet:
    """A facet with the names its fields are sent under; `unit` is as shoppers write it.

    From the place `cut` on, values are seen on request; 0 when all are seen at once.
    """

    facet: Facet
    name: str
    low_name: str
    high_name: str
    unit: str
    is_exclusive: bool
    is_open: bool
    values: tuple[FormValue, ...]
    cut: int

    @property
    def is_rest_open(self) -> bool:
        """Whether something is chosen among the values that are seen on request."""
        return any(each.value.is_chosen for each in self.values[self.cut :])

    @property
    def chosen(self) -> int:
        """The number of its values that are chosen."""
        return sum(each.value.is_chosen for each in self.values)


def attribute_field(code: str) -> str:
    """Return the form's name for an attribute."""
    return f"a.{code}"


def field_names(group: str) -> tuple[str, str, str]:
    """Return the form's names for a facet: of its values, its lower and its upper bound."""
    if group.startswith(ATTRIBUTE_PREFIX):
        name = attribute_field(group.removeprefix(ATTRIBUTE_PREFIX))
        return name, f"{name}.min", f"{name}.max"
    return group, f"{group}_min", f"{group}_max"


def form_facet(facet: Facet) -> FormFacet:
    """Return a facet as the form shows it."""
    name, low_name, high_name = field_names(facet.name)
    unit = facet.unit
    if facet.name == "price":
        unit = get_currency_symbol(facet.unit, locale=settings.SHOP["LOCALE"])
    values = _form_values(facet)
    is_long = facet.kind != "tree" and len(values) > SHOWN + SLACK
    return FormFacet(
        facet=facet,
        name=name,
        low_name=low_name,
        high_name=high_name,
        unit=unit,
        is_exclusive=facet.name in EXCLUSIVE,
        is_open=facet.name in LEADING or facet.is_chosen,
        values=values,
        cut=SHOWN if is_long else 0,
    )


def split_facets(facets: Iterable[Facet]) -> tuple[list[FormFacet], list[FormFacet]]:
    """Return the facets to offer at once and those that wait, each in the order given.

    What is asked never waits, nor does one facet alone.
    """
    every = list(facets)
    attributes = [each for each in every if each.name.startswith(ATTRIBUTE_PREFIX)]
    telling = sorted(attributes, key=lambda each: -each.told)
    waiting = {each.name for each in telling[MOST_ATTRIBUTES:] if not each.is_chosen}
    if len(waiting) == 1:
        waiting = set()
    first = [form_facet(each) for each in every if each.name not in waiting]
    return first, [form_facet(each) for each in every if each.name in waiting]


def sort_options(first: Sort) -> dict[str, str]:
    """Return {what the form sends: label} of the orders of a list, its own first choice first."""
    return {"": LABELS[first]} | {sort.value: LABELS[sort] for sort in COMMON_SORTS}


def _form_values(facet: Facet) -> tuple[FormValue, ...]:
    is_of_colours = facet.name in COLOURS
    return tuple(
        FormValue(value=each, swatch=swatch_of(each.label) if is_of_colours else ())
        for each in facet.values
    )
