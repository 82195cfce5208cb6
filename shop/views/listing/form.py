"""The form that narrows a list down: its fields, and the orders to choose from."""

from dataclasses import dataclass

from babel.numbers import get_currency_symbol
from django.conf import settings

from shop.listing.facet_types import Facet
from shop.listing.filters import ATTRIBUTE_PREFIX
from shop.listing.sorting import LABELS, Sort

# What a box sends when it is ticked.
ON = "true"
# On offer on every list, after its own first choice, which is sent as nothing.
COMMON_SORTS = (Sort.NEWEST, Sort.PRICE_LOW, Sort.PRICE_HIGH, Sort.RATING)
# Open from the start: what nearly every list is narrowed by.
LEADING = {"category", "brand", "price", "rating", "stock", "sale"}
# Of these one value is chosen, or any.
EXCLUSIVE = {"category", "rating"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFacet:
    """A facet with the names its fields are sent under; `unit` is as shoppers write it."""

    facet: Facet
    name: str
    low_name: str
    high_name: str
    unit: str
    is_exclusive: bool
    is_open: bool


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
    return FormFacet(
        facet=facet,
        name=name,
        low_name=low_name,
        high_name=high_name,
        unit=unit,
        is_exclusive=facet.name in EXCLUSIVE,
        is_open=facet.name in LEADING or facet.is_chosen,
    )


def sort_options(first: Sort) -> dict[str, str]:
    """Return {what the form sends: label} of the orders of a list, its own first choice first."""
    return {"": LABELS[first]} | {sort.value: LABELS[sort] for sort in COMMON_SORTS}
