"""Hits, gains and how sure a difference is (pure).

A query is a person or a basket; `relevant` [queries, places] says which of the first places of its
ranking hold something wanted, `wanted` [queries] how many things were.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from ai.recommendations.methods.interactions import FloatArray

RESAMPLES: Final = 2000
SEED: Final = 0
BOUNDS: Final = (2.5, 97.5)
# Resamples that are drawn at once: 100 x 22,000 queries are 18 MB.
DRAWN: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A mean difference and its 95 % interval."""

    difference: float
    low: float
    high: float

    @property
    def is_better(self) -> bool:
        """Whether the whole interval lies above 0."""
        return self.low > 0


def recall_at(relevant: Any, wanted: Any, *, depth: int) -> FloatArray:
    """Return the share of what was wanted among the first places, [queries].

    With one wanted thing a query this is the hit rate, HR.
    """
    found = relevant[:, :depth].sum(axis=1)
    return np.asarray(found / np.maximum(wanted, 1), np.float64)


def ndcg_at(relevant: Any, wanted: Any, *, depth: int) -> FloatArray:
    """Return the normalised discounted cumulative gain of the first places, [queries].

    Gain 1, discount 1 / log2(place + 1), the ideal that of min(wanted, depth) hits in a row
    (Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002).
    """
    discounts = 1 / np.log2(np.arange(2, depth + 2))
    gains = relevant[:, :depth] @ discounts[: relevant.shape[1]]
    ideal = np.concatenate([[0.0], np.cumsum(discounts)])[np.clip(wanted, 0, depth)]
    return np.asarray(np.where(ideal > 0, gains / np.maximum(ideal, 1e-12), 0.0), np.float64)


def compare(own: FloatArray, other: FloatArray, *, seed: int = SEED) -> Interval:
    """Return how much better one way is than the other, query by query, by the paired bootstrap.

    Queries are drawn with replacement, both ways on the same draw (Efron and Tibshirani, "An
    Introduction to the Bootstrap", 1993).
    """
    difference = own - other
    chance = np.random.default_rng(seed)
    means = [
        difference[chance.integers(len(difference), size=(DRAWN, len(difference)))].mean(axis=1)
        for _ in range(RESAMPLES // DRAWN)
    ]
    low, high = np.percentile(np.concatenate(means), BOUNDS)
    return Interval(difference=float(difference.mean()), low=float(low), high=float(high))
