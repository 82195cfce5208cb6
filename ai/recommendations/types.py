"""What is asked of recommendations, and what they answer. Frozen: it crosses layers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from ai.models import BoxExperiment, BoxKind, RecommendationList

Kind = BoxKind
ListKind = RecommendationList.Kind
Strategy = BoxExperiment.Strategy

# Products of one answer: a box shows 4 to 8, a program may want more.
MOST_ITEMS: Final = 24
# Subjects that are looked at: lines of a cart, products looked at lately.
MOST_SUBJECTS: Final = 24


class ReasonKind(StrEnum):
    """Why a product is recommended."""

    PINNED = "pinned"
    BOUGHT_TOGETHER = "bought_together"
    # Bought with something that is much like the product in question.
    BOUGHT_WITH_ALIKE = "bought_with_alike"
    LOOKED_AT_TOGETHER = "looked_at_together"
    ALIKE = "alike"
    LIKE_LOOKED_AT = "like_looked_at"
    GOES_WITH_BOUGHT = "goes_with_bought"
    LOOKED_AT = "looked_at"
    TRENDING = "trending"
    POPULAR = "popular"
    NEW = "new"
    IN_THE_SHOP = "in_the_shop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why, in words, and what the words rest on.

    `count` is the number of orders or visitors that the words name, 0 where they name none;
    `because` the product that they name, None where they name none.
    """

    kind: ReasonKind
    text: str
    count: int = 0
    because: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """A product and why; `score` ranks within its answer and means nothing beyond it."""

    product_id: int
    reason: Reason
    score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendations:
    """An answer: products best first, none twice. `generation` is None before the first run."""

    kind: Kind
    items: tuple[Recommendation, ...]
    generation: int | None = None
    strategy: Strategy = Strategy.BLEND

    @property
    def ids(self) -> list[int]:
        """The products, best first."""
        return [item.product_id for item in self.items]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for.

    `subjects` are the products a box stands beside; `history` those that the visitor looked at, the
    latest first; `cart` what is in the cart; `customer` the account whose orders count. Each is
    given only where the visitor has agreed, or told it for this purpose.
    """

    kind: Kind
    subjects: Sequence[int] = ()
    category: int | None = None
    cart: Sequence[int] = ()
    history: Sequence[int] = ()
    customer: int | None = None
    size: int = 8
    with_sold_out: bool = False
    strategy: Strategy = Strategy.BLEND
    # Products that another box of the same page shows already.
    without: Sequence[int] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A product that may be shown, as one read of a list gives it, with the facts of the rules.

    `subject` is the product or category whose list it is on, `evidence` the orders or visitors that
    say so. Moments are seconds since 1970.
    """

    product_id: int
    title: str
    subject: int
    subject_title: str
    list_kind: str
    score: float
    evidence: int
    price: Decimal | None
    category_id: int | None
    category: str
    brand_id: int | None
    brand: str
    published_at: float | None
    as_of: float | None = None
    generation: int | None = None
    subject_price: Decimal | None = None
    subject_category_id: int | None = None
    subject_brand_id: int | None = None
