"""What is searched for: a text understood, corrected where its spelling is surely another's."""

from dataclasses import dataclass, replace
from typing import Final

from ai.search.query import clean, understand
from ai.search.types import Query
from ai.search.understanding.read import understand_text
from ai.search.understanding.types import Constraint, Kind, Understanding

# In the order in which filters give way when they leave nothing; each step keeps the steps before.
# What must be absent never gives way: nothing found is better than latex for who cannot bear it.
GIVE_WAY: Final = (
    frozenset({Kind.VALUE, Kind.BRAND}),
    frozenset({Kind.QUANTITY}),
    frozenset({Kind.PRICE, Kind.RATING, Kind.STOCK, Kind.SALE}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A text as it is searched for."""

    understanding: Understanding
    query: Query


def ask(raw: str, *, keep: tuple[str, ...] = ()) -> Asked:
    """Return what a text asks for."""
    text, was_cut = clean(raw)
    if not text:
        return Asked(understanding=Understanding(), query=Query(was_cut=was_cut))
    understanding = understand_text(text, keep=keep)
    query = understand(raw, searched=understanding.words, titles=understanding.titles)
    return Asked(understanding=understanding, query=query)


def relax(understanding: Understanding, *, steps: int) -> Understanding:
    """Return the understanding with the filters of the first steps given up."""
    kinds = frozenset().union(*GIVE_WAY[:steps])
    return replace(
        understanding,
        constraints=tuple(_relaxed(each, kinds) for each in understanding.constraints),
    )


def demote(understanding: Understanding) -> Understanding:
    """Return the understanding with brands and values that only move up, and nothing to say."""
    return replace(
        understanding,
        constraints=tuple(
            replace(each, filters=None) if each.kind in GIVE_WAY[0] else each
            for each in understanding.constraints
        ),
    )


def _relaxed(constraint: Constraint, kinds: frozenset[Kind]) -> Constraint:
    if constraint.filters is None or constraint.kind not in kinds:
        return constraint
    return replace(constraint, filters=None, is_relaxed=True)
