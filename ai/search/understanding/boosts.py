"""What moves a product up, and how far: shares from 0 to 1 of a bounded number (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

# Of the fused score (0 to 1), on which neighbours of a first page lie about 0.01 apart. All boosts
# together move a product past what matches better, never past what matches clearly better.
MOST = 0.3
# Stars from which a product counts as among the best, and from which it is as good as they come.
GOOD_STARS, BEST_STARS = 3.8, 4.7
# Fewer reviews than these are an anecdote; they count in proportion.
ENOUGH_REVIEWS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a product is judged by; texts, answers and numbers by the attribute's id."""

    brand: int | None = None
    path: str = ""
    stars: float = 0.0
    reviews: int = 0
    price: float | None = None
    title: str = ""
    # It has a price, and no variant can be bought now.
    is_sold_out: bool = False
    is_cheap: bool = False
    texts: Mapping[int, frozenset[str]] = field(default_factory=dict)
    answers: Mapping[int, bool] = field(default_factory=dict)
    numbers: Mapping[int, Sequence[float]] = field(default_factory=dict)


class Boost(Protocol):
    """A reason to move products up; `most` is how far at most."""

    @property
    def label(self) -> str:
        """The reason, for staff."""

    @property
    def most(self) -> float:
        """The boost of a product that fits completely."""

    @property
    def attributes(self) -> tuple[int, ...]:
        """The ids of the attributes that it looks at."""

    def share(self, facts: Facts) -> float:
        """Return how well a product fits, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    label: str
    most: float
    attributes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandBoost(_Named):
    """Products of some brands."""

    brands: frozenset[int]

    def share(self, facts: Facts) -> float:
        """Return 1 for one of the brands."""
        return float(facts.brand in self.brands)


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryBoost(_Named):
    """Products in some categories or below them."""

    paths: tuple[str, ...]

    def share(self, facts: Facts) -> float:
        """Return 1 in one of the categories."""
        return float(facts.path.startswith(self.paths))


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueBoost(_Named):
    """Products of which one of some texts is said."""

    texts: frozenset[str]

    def share(self, facts: Facts) -> float:
        """Return 1 where any of the attributes says one of the texts."""
        return float(any(self.texts & facts.texts.get(each, set()) for each in self.attributes))


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureBoost(_Named):
    """Products of which something is answered with yes."""

    def share(self, facts: Facts) -> float:
        """Return 1 where any of the attributes is true."""
        return float(any(facts.answers.get(each, False) for each in self.attributes))


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityBoost(_Named):
    """Products near a quantity, in each attribute's own unit: whole up to `near`, none at `far`."""

    targets: Mapping[int, float]
    near: Mapping[int, float]
    far: Mapping[int, float]

    def share(self, facts: Facts) -> float:
        """Return the best of any attribute's numbers."""
        return max(
            (
                self._closeness(attribute, number)
                for attribute in self.attributes
                for number in facts.numbers.get(attribute, ())
            ),
            default=0.0,
        )

    def _closeness(self, attribute: int, number: float) -> float:
        distance = abs(number - self.targets[attribute])
        near, far = self.near[attribute], self.far[attribute]
        return min(1.0, max(0.0, (far - distance) / (far - near)))


@dataclass(frozen=True, slots=True, kw_only=True)
class CheapBoost(_Named):
    """Products in the lower third of their category's prices."""

    def share(self, facts: Facts) -> float:
        """Return 1 for a cheap one."""
        return float(facts.is_cheap)


@dataclass(frozen=True, slots=True, kw_only=True)
class BestBoost(_Named):
    """Products that shoppers rate highest."""

    def share(self, facts: Facts) -> float:
        """Return how far the stars are from good to best, less with few reviews."""
        height = (facts.stars - GOOD_STARS) / (BEST_STARS - GOOD_STARS)
        return min(1.0, max(0.0, height)) * min(1.0, facts.reviews / ENOUGH_REVIEWS)


def total(boosts: Sequence[Boost], facts: Facts) -> tuple[float, tuple[str, ...]]:
    """Return how far a product moves up, at most MOST, and the reasons."""
    shares = [(boost, boost.share(facts)) for boost in boosts]
    reasons = tuple(boost.label for boost, share in shares if share > 0)
    return min(MOST, sum(boost.most * share for boost, share in shares)), reasons
