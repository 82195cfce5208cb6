"""Offline replay (pure): would the lists of some weeks ago have shown what was wanted since.

Lists are made of what was known before a cut and asked for what happened after it: the next
product of an order, the next one a visitor looked at. What is popular is asked the same. It tells
whether lists are worth making, not what a box would sell: nobody has seen these lists.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import numpy as np

from ai.recommendations.knowledge import ORDER_HALF_LIFE, Knowledge
from ai.recommendations.making import LEAST_ORDERS, similar_of, with_evidence
from ai.recommendations.methods.cooccurrence import together
from ai.recommendations.methods.interactions import IntArray, Interactions
from ai.recommendations.methods.neighbours import Neighbours, stack, top_neighbours
from ai.recommendations.methods.popularity import popularity

# Days after the cut: four weeks of orders, one of looks.
ORDER_DAYS: Final = 28
LOOK_DAYS: Final = 7
# Places of a list that count as shown.
DEPTH: Final = 20
# Questions of each kind, the latest: more make the run longer and the interval little narrower.
MOST: Final = 1_000


def replay(known: Knowledge) -> dict[str, dict[str, int]]:
    """Return by kind of list: `asked`, `hits` of the list, `popular` hits, at DEPTH places."""
    return {
        "together": _ask(known.baskets, known.today - ORDER_DAYS, _together),
        "similar": _ask(
            known.looks, known.today - LOOK_DAYS, lambda before, row: _similar(known, before, row)
        ),
    }


def _ask(
    events: Interactions, cut: float, lists_of: Callable[[Interactions, IntArray], Neighbours]
) -> dict[str, int]:
    before, after = events.before(cut), events.where(events.days >= cut)
    sources, targets = _pairs(after)
    if not len(sources) or not len(before):
        return {"asked": 0, "hits": 0, "popular": 0}
    rows, where = np.unique(sources, return_inverse=True)
    shown = lists_of(before, rows).items[:, :DEPTH]
    hits = (shown[where] == targets[:, None]).any(axis=1)
    # One more: the product that is asked for is not shown beside itself.
    best = np.argsort(-popularity(before, today=cut), kind="stable")[: DEPTH + 1]
    popular = sum(_is_shown(best, *pair) for pair in zip(sources, targets, strict=True))
    return {"asked": len(sources), "hits": int(hits.sum()), "popular": popular}


def _pairs(events: Interactions) -> tuple[IntArray, IntArray]:
    """Return what came right after what with one user, the latest MOST."""
    is_next = (events.users[1:] == events.users[:-1]) & (events.items[1:] != events.items[:-1])
    at = np.flatnonzero(is_next)
    at = at[np.argsort(events.days[1:][at], kind="stable")][-MOST:]
    return events.items[at], events.items[at + 1]


def _is_shown(best: IntArray, source: int, target: int) -> bool:
    return bool(target in best[best != source][:DEPTH])


def _together(before: Interactions, rows: IntArray) -> Neighbours:
    found = together(before, half_life_days=ORDER_HALF_LIFE)
    return _stacked([top_neighbours(found, k=DEPTH, rows=_row(row)) for row in rows], LEAST_ORDERS)


def _similar(known: Knowledge, before: Interactions, rows: IntArray) -> Neighbours:
    then = replace(known, looks=before)
    return _stacked([similar_of(then, _row(row)) for row in rows], 0)


def _row(row: Any) -> range:
    return range(int(row), int(row) + 1)


def _stacked(parts: list[Neighbours], least: int) -> Neighbours:
    return with_evidence(stack(parts), least=least)
