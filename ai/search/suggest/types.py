"""What suggestions are made of, all frozen."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ai.models import Suggestion

Kind = Suggestion.Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a text; whether it is what was typed."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnail:
    """A small picture: the name of its file in the storage, and its size in pixels."""

    file: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One suggestion.

    `slug` names a product, category or brand; `note` is what stands beside it (the categories
    above, the brand); `price` is that of the cheapest variant, and `is_from` says that others cost
    more.
    """

    kind: Kind
    text: str
    parts: Sequence[Part]
    slug: str = ""
    note: str = ""
    price: Decimal | None = None
    is_from: bool = False
    image: Thumbnail | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What to offer for a text; `corrected_from` is what was typed, where another was looked up."""

    text: str
    corrected_from: str = ""
    offers: Sequence[Offer] = ()
