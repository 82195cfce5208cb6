"""Cross-validation by query, and how sure a difference is (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

RESAMPLES: Final = 10_000
# The middle 95 % of the resampled differences.
BOUNDS: Final = (2.5, 97.5)


def split(count: int, *, folds: int, seed: int) -> list[list[int]]:
    """Return the queries of each fold: every one in exactly one, drawn by the seed."""
    order = np.random.default_rng(seed).permutation(count)
    return [sorted(int(row) for row in order[fold::folds]) for fold in range(folds)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Means of two ways over the same queries, their ratio, and its 95 % interval."""

    mean: float
    other: float
    ratio: float
    low: float
    high: float


def compare(own: Sequence[float], other: Sequence[float], *, seed: int) -> Comparison:
    """Return how two ways compare, query by query, by the paired bootstrap.

    Queries are drawn with replacement, both ways on the same draw (Efron and Tibshirani, "An
    Introduction to the Bootstrap", 1993).
    """
    mine, theirs = np.asarray(own, float), np.asarray(other, float)
    draws = np.random.default_rng(seed).integers(len(mine), size=(RESAMPLES, len(mine)))
    ratios = mine[draws].mean(axis=1) / np.maximum(theirs[draws].mean(axis=1), 1e-9)
    low, high = np.percentile(ratios, BOUNDS)
    return Comparison(
        mean=float(mine.mean()),
        other=float(theirs.mean()),
        ratio=float(mine.mean() / max(theirs.mean(), 1e-9)),
        low=float(low),
        high=float(high),
    )
