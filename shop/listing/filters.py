"""What a list of products is narrowed down by."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, Self

ATTRIBUTE_PREFIX = "attribute:"
# What it takes to ask nothing of a facet.
NOTHING: Final[dict[str, dict[str, Any]]] = {
    "category": {"category": ""},
    "brand": {"brands": ()},
    "price": {"price_min": None, "price_max": None},
    "rating": {"rating_min": None},
    "stock": {"in_stock": None},
    "sale": {"on_sale": None},
    "measure": {"measures": ()},
    "lacking": {"lacking": ()},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeFilter:
    """What is asked of one attribute: any of some texts, numbers in a range, or yes or no."""

    code: str
    texts: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    boolean: bool | None = None

    @property
    def group(self) -> str:
        """The name of the facet this belongs to."""
        return f"{ATTRIBUTE_PREFIX}{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A range of one attribute's numbers, in its own unit; None is no bound."""

    code: str
    minimum: Decimal | None = None
    maximum: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One quantity in a range, whichever attribute states it.

    A product is judged by the first of the attributes that it has; with none of them it fails.
    """

    bounds: tuple[Bounds, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A thing that products must lack: the stem of each of its words, in their order.

    `codes` are the attributes that may state it: a product with any of them is taken at its word.
    """

    stems: tuple[str, ...]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What products are narrowed down by.

    Amounts are in the shop's currency and compared with a product's lowest price; a category
    includes everything below it; several brands or texts of one attribute mean any of them.
    """

    category: str = ""
    brands: tuple[str, ...] = ()
    price_min: Decimal | None = None
    price_max: Decimal | None = None
    rating_min: Decimal | None = None
    in_stock: bool | None = None
    on_sale: bool | None = None
    attributes: tuple[AttributeFilter, ...] = ()
    measures: tuple[Measure, ...] = ()
    lacking: tuple[Lacking, ...] = ()

    @property
    def groups(self) -> tuple[str, ...]:
        """The facets of which something is asked."""
        asked = {
            "category": bool(self.category),
            "brand": bool(self.brands),
            "price": (self.price_min, self.price_max) != (None, None),
            "rating": self.rating_min is not None,
            "stock": self.in_stock is not None,
            "sale": self.on_sale is not None,
            "measure": bool(self.measures),
            "lacking": bool(self.lacking),
        }
        return (
            *(group for group, is_asked in asked.items() if is_asked),
            *(attribute.group for attribute in self.attributes),
        )

    def without(self, group: str) -> Self:
        """Return the filters less those of one facet."""
        if group in NOTHING:
            return replace(self, **NOTHING[group])
        left = tuple(each for each in self.attributes if each.group != group)
        return replace(self, attributes=left)

    def only(self, group: str) -> Self:
        """Return the filters of one facet alone; an attribute's heed stock and keep it."""
        kept = {group, "stock"} if group.startswith(ATTRIBUTE_PREFIX) else {group}
        alone = self
        for other in self.groups:
            alone = alone if other in kept else alone.without(other)
        return alone
