"""The lists themselves, from what a run knows (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from ai.recommendations.knowledge import Knowledge
from ai.recommendations.likeness import nearest
from ai.recommendations.methods.interactions import FloatArray, IntArray
from ai.recommendations.methods.neighbours import (
    KEPT,
    NONE,
    Neighbours,
    blend,
    stack,
    top_neighbours,
)
from ai.recommendations.methods.popularity import popularity, trending
from ai.recommendations.types import ListKind

# Two things that were bought together once may have been so by chance, and would tell of one order.
LEAST_ORDERS: Final = 2
# Visitors behind a pair of looks, for the same reasons.
LEAST_VISITORS: Final = 2
# Days that "lately" and "this week" mean, and for which a product is new.
POPULAR_DAYS: Final = 90
TREND_DAYS: Final = 7
NEW_DAYS: Final = 60
# What nobody has touched counts for less than any event ever does.
TINY: Final = 1e-6
# The subject of lists that are the whole shop's.
SHOP: Final = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeList:
    """One row to be written: ids of products, best first, with scores and evidence."""

    kind: ListKind
    subject_id: int
    items: list[int]
    scores: list[float]
    evidence: list[int]


def make_rows(known: Knowledge, places: IntArray) -> list[MadeList]:
    """Return the lists of the products at these places (ascending), those with nothing included.

    An empty list says that there is nothing; a missing one, that nobody has looked yet.
    """
    if not len(places):
        return []
    parts = [similar_of(known, rows) for rows in _ranges(places)]
    bought = [_bought(known, rows) for rows in _ranges(places)]
    return [
        *_as_lists(known, ListKind.SIMILAR, places, stack(parts)),
        *_as_lists(known, ListKind.TOGETHER, places, stack(bought)),
    ]


def make_shelf_lists(known: Knowledge) -> Iterator[MadeList]:
    """Yield what is popular, trending and new, in the whole shop and in every category.

    A category includes everything below it.
    """
    this_week = _users_since(known, TREND_DAYS)
    rising = trending(known.everything, today=known.today, days=TREND_DAYS)
    scores = {
        ListKind.POPULAR: popularity(known.everything, today=known.today) + _shelf_order(known),
        ListKind.TRENDING: np.where(this_week >= LEAST_VISITORS, rising, 0.0),
        ListKind.NEW: _newness(known),
    }
    evidence = {
        ListKind.POPULAR: _users_since(known, POPULAR_DAYS),
        ListKind.TRENDING: this_week,
        ListKind.NEW: np.zeros(len(known.products), np.int64),
    }
    for subject, places in _shelves(known):
        for kind, values in scores.items():
            best = _best(places, values)
            yield MadeList(
                kind=kind,
                subject_id=subject,
                items=known.products[best].tolist(),
                scores=values[best].tolist(),
                evidence=evidence[kind][best].tolist(),
            )


def similar_of(known: Knowledge, rows: range) -> Neighbours:
    """Return what is like each: by behaviour as far as there is any, else by meaning."""
    looked = with_evidence(top_neighbours(known.looked_at, k=KEPT, rows=rows), least=LEAST_VISITORS)
    alike = nearest(known.vectors, known.features, known.prices, rows=rows)
    return blend(looked, alike, evidence=known.lookers[rows.start : rows.stop], k=KEPT)


def _bought(known: Knowledge, rows: range) -> Neighbours:
    return with_evidence(top_neighbours(known.bought, k=KEPT, rows=rows), least=LEAST_ORDERS)


def with_evidence(found: Neighbours, *, least: int) -> Neighbours:
    """Return the neighbours less those that too few speak for."""
    is_kept = found.evidence >= least
    return Neighbours(
        items=np.where(is_kept, found.items, NONE),
        scores=np.where(is_kept, found.scores, 0.0),
        evidence=np.where(is_kept, found.evidence, 0),
    )


def _as_lists(
    known: Knowledge, kind: ListKind, places: IntArray, found: Neighbours
) -> Iterator[MadeList]:
    for row, place in enumerate(places):
        kept = found.items[row] != NONE
        yield MadeList(
            kind=kind,
            subject_id=int(known.products[place]),
            items=known.products[found.items[row][kept]].tolist(),
            scores=found.scores[row][kept].tolist(),
            evidence=found.evidence[row][kept].tolist(),
        )


def _ranges(places: IntArray) -> list[range]:
    """Return ascending places as ranges without gaps."""
    breaks = np.flatnonzero(np.diff(places) != 1) + 1
    return [range(int(part[0]), int(part[-1]) + 1) for part in np.split(places, breaks)]


def _newness(known: Knowledge) -> FloatArray:
    """Return how new each product is, 1 for today's, 0 for what has been there for NEW_DAYS."""
    ages = np.maximum(known.today - known.published, 0.0)
    return np.where(known.published > 0, np.maximum(1.0 - ages / NEW_DAYS, 0.0), 0.0)


def _shelf_order(known: Knowledge) -> FloatArray:
    """Return next to nothing for each product, most for the newest: a floor has no holes."""
    ranks = np.empty(len(known.products))
    ranks[np.lexsort((known.products, known.published))] = np.arange(1, len(known.products) + 1)
    return TINY * ranks / max(len(known.products), 1)


def _users_since(known: Knowledge, days: int) -> IntArray:
    """Return how many visitors and orders touched each product in the last days."""
    events = known.everything
    lately = events.where(events.days > known.today - days)
    return np.asarray(lately.by_user().astype(bool).sum(axis=0), np.int64).ravel()


def _shelves(known: Knowledge) -> Iterator[tuple[int, IntArray]]:
    yield SHOP, np.arange(len(known.products))
    if len(known.shelves):
        starts = np.flatnonzero(np.diff(known.shelves[:, 1])) + 1
        for part in np.split(known.shelves, starts):
            yield int(part[0, 1]), part[:, 0]


def _best(places: IntArray, scores: FloatArray) -> IntArray:
    """Return the places with the highest scores above 0, best first, ties by place."""
    kept = places[scores[places] > 0]
    return kept[np.lexsort((kept, -scores[kept]))][:KEPT]
