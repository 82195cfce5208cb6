"""Weights of a sum of lanes, chosen where nothing is measured afterwards (pure)."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from ai.recommendations.evaluation.candidates import Candidates
from ai.recommendations.evaluation.measures import ndcg_at

STEPS: Final = (0.0, 0.05, 0.1, 0.2, 0.35, 0.6, 1.0, 1.6)
ROUNDS: Final = 2


def choose_weights(
    candidates: Candidates, lanes: Sequence[str], *, depth: int, rounds: int = ROUNDS
) -> dict[str, float]:
    """Return weights of the lanes' scaled scores by coordinate search for the mean NDCG@depth.

    It begins with the lane that is best alone; a lane gets a weight only where that makes the sum
    better. Lanes without one have 0.
    """
    alone = {name: quality_of(candidates, candidates.scaled[name], depth=depth) for name in lanes}
    first = max(alone, key=lambda name: alone[name])
    weights = dict.fromkeys(lanes, 0.0) | {first: 1.0}
    best = alone[first]
    for _ in range(rounds):
        before = dict(weights)
        for name in sorted(lanes, key=lambda name: -alone[name]):
            if name == first:
                continue
            rest = add_up(candidates, weights | {name: 0.0})
            for step in STEPS:
                scores = rest + step * candidates.scaled[name]
                quality = quality_of(candidates, scores, depth=depth)
                if quality > best:
                    best, weights = quality, weights | {name: step}
        if weights == before:
            break
    return weights


def add_up(candidates: Candidates, weights: Mapping[str, float]) -> Any:
    """Return the weighted sum of the lanes' scaled scores, [queries, width]."""
    total = np.zeros(candidates.items.shape, np.float32)
    for name, weight in weights.items():
        if weight:
            total += np.float32(weight) * candidates.scaled[name]
    return total


def quality_of(candidates: Candidates, scores: Any, *, depth: int) -> float:
    """Return the mean NDCG@depth."""
    relevant = candidates.relevant(scores, depth=depth)
    return float(ndcg_at(relevant, candidates.wanted, depth=depth).mean())
