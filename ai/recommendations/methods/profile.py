"""What one person would like, from what they did: neighbours added up, with reasons (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from ai.recommendations.methods.interactions import FloatArray, IntArray

# Days after which something done counts half.
HALF_LIFE_DAYS: Final = 30.0
# The n-th last thing done counts 1 / n^this beside the last one, whatever the clock says.
RECENCY_POWER: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Something a person did with an item, so many days ago; `weight` as in Interactions."""

    item: int
    days_ago: float = 0.0
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The neighbours of one item, best first: arrays of one length."""

    items: IntArray
    scores: FloatArray
    evidence: IntArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """An item for a person; `because` is the item of the history that speaks most for it.

    `evidence` counts the users or baskets that link the two, 0 where only meaning does.
    """

    item: int
    score: float
    because: int
    evidence: int


def recency_weights(
    history: Sequence[Done],
    *,
    half_life_days: float | None = HALF_LIFE_DAYS,
    recency_power: float = RECENCY_POWER,
) -> FloatArray:
    """Return what each part of a history counts for, [len(history)]; the last done comes first."""
    ages = np.array([done.days_ago for done in history], float)
    weights = np.array([done.weight for done in history], float)
    ranks = np.empty(len(history))
    ranks[np.argsort(ages, kind="stable")] = np.arange(1, len(history) + 1)
    fresh = np.ones(len(history)) if half_life_days is None else 0.5 ** (ages / half_life_days)
    return np.asarray(weights * fresh * ranks**-recency_power, np.float64)


def rank_for(
    history: Sequence[Done],
    neighbours: Mapping[int, Row],
    *,
    k: int = 100,
    half_life_days: float | None = HALF_LIFE_DAYS,
    recency_power: float = RECENCY_POWER,
    without: Sequence[int] | None = None,
) -> list[Ranked]:
    """Return the k items that the neighbours of a history speak most for, with the reason of each.

    `neighbours` has a row for the items of the history that have one. Items of the history are left
    out, unless `without` [any length] says what to leave out instead.
    """
    out = {done.item for done in history} if without is None else set(without)
    parts = []
    weights = recency_weights(history, half_life_days=half_life_days, recency_power=recency_power)
    for done, weight in zip(history, weights, strict=True):
        row = neighbours.get(done.item)
        if row is not None and len(row.items):
            parts.append((done.item, weight * row.scores, row))
    if not parts:
        return []
    items = np.concatenate([row.items for _, _, row in parts])
    said = np.concatenate([scores for _, scores, _ in parts])
    evidence = np.concatenate([row.evidence for _, _, row in parts])
    sources = np.concatenate([np.full(len(row.items), item) for item, _, row in parts])
    kept = (items >= 0) & ~np.isin(items, list(out))
    items, said, evidence, sources = items[kept], said[kept], evidence[kept], sources[kept]
    unique, where = np.unique(items, return_inverse=True)
    sums = np.bincount(where, said, minlength=len(unique))
    # The part that says most is the last one of its item when sorted by what it says.
    order = np.argsort(said, kind="stable")
    loudest = np.zeros(len(unique), np.int64)
    loudest[where[order]] = order
    best = np.lexsort((unique, -sums))[:k]
    return [
        Ranked(
            item=int(unique[each]),
            score=float(sums[each]),
            because=int(sources[loudest[each]]),
            evidence=int(evidence[loudest[each]]),
        )
        for each in best
        if sums[each] > 0
    ]


def taste_of(
    history: Sequence[Done],
    vectors: Mapping[int, Any],
    *,
    half_life_days: float | None = HALF_LIFE_DAYS,
    recency_power: float = RECENCY_POWER,
) -> Any:
    """Return the person's vector [d]: the recency-weighted mean of the items', unit; or None.

    None where no item of the history has a vector.
    """
    weights = recency_weights(history, half_life_days=half_life_days, recency_power=recency_power)
    known = [
        weight * np.asarray(vectors[done.item], float)
        for done, weight in zip(history, weights, strict=True)
        if done.item in vectors
    ]
    if not known:
        return None
    mean = np.sum(known, axis=0)
    length = float(np.linalg.norm(mean))
    return mean / length if length else None


def rerank(
    ranked: Sequence[Ranked], vectors: Mapping[int, Any], taste: Any, *, share: float
) -> list[Ranked]:
    """Return the items anew: (1 - share) of their score, of the best one, and `share` of closeness.

    Closeness is the cosine to the person's vector, from `taste_of`; an item without a vector has 0.
    """
    if taste is None or not ranked or not share:
        return list(ranked)
    most = max(each.score for each in ranked)
    scored = []
    for each in ranked:
        near = float(np.asarray(vectors[each.item]) @ taste) if each.item in vectors else 0.0
        score = (1 - share) * each.score / most + share * max(near, 0.0)
        scored.append(
            Ranked(item=each.item, score=score, because=each.because, evidence=each.evidence)
        )
    return sorted(scored, key=lambda each: (-each.score, each.item))
