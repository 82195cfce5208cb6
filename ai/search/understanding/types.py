"""What a text was understood to ask for, all frozen."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ai.search.understanding.boosts import Boost
from shop.listing.filters import Filters

# A text has at most 200 characters, and the kind stands before it.
MAX_KEY = 220


class Kind(StrEnum):
    """What a constraint is about."""

    PRICE = "price"
    RATING = "rating"
    STOCK = "stock"
    SALE = "sale"
    CHEAP = "cheap"
    BEST = "best"
    BRAND = "brand"
    CATEGORY = "category"
    VALUE = "value"
    FEATURE = "feature"
    QUANTITY = "quantity"
    WITHOUT = "without"


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """A part of the text that asks for something.

    `typed` are its words. With `filters` it narrows the search down, with `boost` it moves what
    fits up. `is_spent` says that its words are not searched for; `is_relaxed` that it was a filter
    and left nothing.
    """

    kind: Kind
    label: str
    typed: str
    filters: Filters | None = None
    boost: Boost | None = None
    is_spent: bool = False
    is_relaxed: bool = False

    @property
    def key(self) -> str:
        """What an address says to have the words taken as plain words."""
        return f"{self.kind}:{self.typed}"

    @property
    def is_filter(self) -> bool:
        """Whether it narrows the search down."""
        return self.filters is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """A text, understood: `words` are what is left to search for, `filters` all that narrows."""

    text: str = ""
    words: str = ""
    constraints: tuple[Constraint, ...] = ()
    # Whole titles, squeezed, that stand in the text; the text may be nothing else.
    titles: tuple[str, ...] = ()

    @property
    def filters(self) -> Filters:
        """Everything that narrows the search down, together."""
        return merge([each.filters for each in self.constraints if each.filters is not None])

    @property
    def boosts(self) -> tuple[Boost, ...]:
        """What moves products up."""
        return tuple(each.boost for each in self.constraints if each.boost is not None)


def is_key(text: str) -> bool:
    """Return whether a text is the key of a constraint: a kind, a colon, words."""
    kind, colon, typed = text.partition(":")
    return bool(colon and typed) and kind in set(Kind) and len(text) <= MAX_KEY


def merge(parts: list[Filters]) -> Filters:
    """Return filters that ask everything that the parts ask."""
    brands = tuple(dict.fromkeys(brand for part in parts for brand in part.brands))
    return Filters(
        brands=brands,
        price_min=_most(part.price_min for part in parts),
        price_max=_least(part.price_max for part in parts),
        rating_min=_most(part.rating_min for part in parts),
        in_stock=True if any(part.in_stock for part in parts) else None,
        on_sale=True if any(part.on_sale for part in parts) else None,
        attributes=tuple(each for part in parts for each in part.attributes),
        measures=tuple(each for part in parts for each in part.measures),
        lacking=tuple(each for part in parts for each in part.lacking),
    )


def _most(bounds: Iterable[Decimal | None]) -> Decimal | None:
    return max((bound for bound in bounds if bound is not None), default=None)


def _least(bounds: Iterable[Decimal | None]) -> Decimal | None:
    return min((bound for bound in bounds if bound is not None), default=None)
