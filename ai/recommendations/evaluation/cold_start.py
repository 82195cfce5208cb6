"""New items: what meaning finds of them that behaviour cannot know yet (pure).

A tenth of the items is taken out of what is learnt from, ten times over, until each was out once.
Whoever went on to such an item is asked about: with everything learnt from (warm), and without it.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from ai.recommendations.evaluation.candidates import Candidates, collect, matrix_lane
from ai.recommendations.evaluation.errors import DataUnusable
from ai.recommendations.evaluation.measures import ndcg_at, recall_at
from ai.recommendations.evaluation.sequences import as_interactions, weighted_histories
from ai.recommendations.methods.borrowing import as_matrix, borrow
from ai.recommendations.methods.cooccurrence import transitions
from ai.recommendations.methods.interactions import IntArray
from ai.recommendations.methods.neighbours import (
    Neighbours,
    blend,
    nearest_by_vector,
    top_neighbours,
)
from ai.recommendations.methods.popularity import popularity

FOLDS: Final = 10
SEED: Final = 0
DEPTH: Final = 10
RECENCY_POWER: Final = 1.0
FEWEST: Final = 20


def evaluate_cold_start(histories: Sequence[IntArray], vectors: Any) -> dict[str, Any]:
    """Return HR@10 and NDCG@10 of the last items, warm and with the item's own past taken out.

    `vectors` [n_items, d] are unit. Raises DataUnusable for fewer than 20 histories of two items.
    """
    rows = [row for row in histories if len(row) > 1 and row[-1] not in row[:-1]]
    if len(rows) < FEWEST:
        raise DataUnusable(f"{len(rows)} histories of two items or more; {FEWEST} are the least.")
    n_items = len(vectors)
    known = [row[:-1] for row in rows]
    targets = np.array([row[-1] for row in rows], np.int64)
    semantic = nearest_by_vector(vectors)
    warm = _behaviour(known, n_items)
    outcomes: dict[str, list[Any]] = {
        "cold_behaviour": [],
        "cold_borrowed": [],
        "cold_blend": [],
    }
    # With a tenth of the items cold, whatever is asked for: new items must not crowd out the rest.
    with_cold: dict[str, list[Any]] = {name: [] for name in outcomes}
    asked = []
    fold = np.random.default_rng(SEED).permutation(n_items) % FOLDS
    for number in range(FOLDS):
        is_cold = fold == number
        users = np.flatnonzero(is_cold[targets])
        if not len(users):
            continue
        asked.append(users)
        without = [row[~is_cold[row]] for row in known]
        behaviour = _behaviour(without, n_items)
        counts = popularity(as_interactions(without, n_items=n_items), half_life_days=None)
        borrowed = borrow(behaviour, semantic, evidence=counts)
        both = blend(borrowed, semantic, evidence=counts)
        for name, lane in zip(outcomes, (behaviour, borrowed, both), strict=True):
            outcomes[name].append(_measure(lane, known, targets, users))
            with_cold[name].append(_measure(lane, known, targets, np.arange(len(rows))))
    everybody = np.concatenate(asked)
    counts = popularity(as_interactions(known, n_items=n_items), half_life_days=None)
    ways = {
        "warm_behaviour": _measure(warm, known, targets, everybody),
        "warm_blend": _measure(
            blend(borrow(warm, semantic, evidence=counts), semantic, evidence=counts),
            known,
            targets,
            everybody,
        ),
        "cold_semantic": _measure(semantic, known, targets, everybody),
        **{name: np.concatenate(parts, axis=1) for name, parts in outcomes.items()},
    }
    figures = {
        way: {"hr_at_10": round(float(hit.mean()), 5), "ndcg_at_10": round(float(gain.mean()), 5)}
        for way, (hit, gain) in ways.items()
    }
    best = max(figures["warm_behaviour"]["hr_at_10"], figures["warm_blend"]["hr_at_10"])
    return {
        "queries": len(everybody),
        "items": n_items,
        "ways": figures,
        "all_with_a_tenth_cold": {
            name: round(float(np.mean([hits.mean() for hits, _ in parts])), 5)
            for name, parts in with_cold.items()
        },
        "cold_semantic_of_warm": round(figures["cold_semantic"]["hr_at_10"] / max(best, 1e-9), 4),
    }


def _behaviour(histories: Sequence[IntArray], n_items: int) -> Neighbours:
    return top_neighbours(transitions(as_interactions(histories, n_items=n_items)))


def _measure(
    lists: Neighbours, histories: Sequence[IntArray], targets: IntArray, users: IntArray
) -> Any:
    """Return hits and gains of these users, [2, users], by the neighbours of their histories."""
    n_items = len(lists)
    asked = [histories[user] for user in users]
    history = weighted_histories(asked, n_items=n_items, recency_power=RECENCY_POWER)
    offered: Candidates = collect(
        {"lists": matrix_lane(history, as_matrix(lists))},
        wanted=[[targets[user]] for user in users],
        masked=asked,
        popularity=np.zeros(n_items),
        depth=DEPTH,
    )
    relevant = offered.relevant(offered.scaled["lists"], depth=DEPTH)
    return np.stack(
        [
            recall_at(relevant, offered.wanted, depth=DEPTH),
            ndcg_at(relevant, offered.wanted, depth=DEPTH),
        ]
    )
