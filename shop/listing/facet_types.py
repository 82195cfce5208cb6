"""Facets: ways to narrow a list of products down, as any edge can show them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, Protocol

from shop.listing.filters import Filters
from shop.models.products import ProductQuerySet

# Longer lists are searched, not read; what is chosen is listed in any case.
MOST_VALUES: Final = 100


class Selection(Protocol):
    """The products of a list under any filters."""

    def products(self, filters: Filters, /) -> ProductQuerySet:
        """Return the products that these filters leave, in no order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value to choose: what is sent, what people read, how many products it would leave.

    `parent` and `depth` (from 1) place a category in the tree; `low` and `high` bound a bucket.
    """

    value: str
    label: str
    count: int
    is_chosen: bool = False
    depth: int = 1
    parent: str = ""
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to narrow products down, counted over all of them, its own choice left out.

    `low` and `high` are the bounds found among the products, `minimum` and `maximum` those asked.
    `told` is the number of products that say something of it, at most.
    """

    name: str
    title: str
    kind: Literal["tree", "values", "range"]
    values: tuple[FacetValue, ...] = ()
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    told: int = 0

    @property
    def is_chosen(self) -> bool:
        """Whether something is asked of it."""
        bounds = (self.minimum, self.maximum)
        return bounds != (None, None) or any(value.is_chosen for value in self.values)


def facet_of_values(
    name: str, title: str, values: tuple[FacetValue, ...], *, total: int
) -> Facet | None:
    """Return the facet, or None without a choice: no value, or one that all `total` have."""
    is_a_choice = len(values) > 1 or any(value.is_chosen or value.count < total for value in values)
    if not is_a_choice:
        return None
    return Facet(name=name, title=title, kind="values", values=values)
