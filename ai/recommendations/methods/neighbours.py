"""The nearest of each item, kept: found by blocks of rows, blended by evidence (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from ai.recommendations.methods.cooccurrence import Cooccurrence
from ai.recommendations.methods.interactions import FloatArray, IntArray

# What is kept of each item.
KEPT: Final = 100
# Rows of cosines that are in memory at once: 512 x 50,000 of 4 bytes are 100 MB.
BLOCK: Final = 512
# Users or baskets behind an item's behaviour at which it counts as much as its meaning.
EVEN: Final = 10.0
NONE: Final = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The k nearest of each of so many items, best first, arrays [rows, k].

    `items` are -1 where there are no more; `scores` 0 there. `evidence` counts the users or baskets
    behind a neighbour, 0 where only its meaning speaks for it.
    """

    items: IntArray
    scores: FloatArray
    evidence: IntArray

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, rows: slice) -> "Neighbours":
        return Neighbours(
            items=self.items[rows], scores=self.scores[rows], evidence=self.evidence[rows]
        )


def top_neighbours(found: Cooccurrence, *, k: int = KEPT, rows: range | None = None) -> Neighbours:
    """Return the k best of each row of `rows` (all of them by default), ties by item number.

    Rows do not depend on each other: a job may take them slice by slice, and `stack` the slices.
    """
    rows = range(found.scores.shape[0]) if rows is None else rows
    part = slice(rows.start, rows.stop)
    return ranked_rows(found.scores[part], found.evidence[part], k=k, first_row=rows.start)


def ranked_rows(scores: Any, evidence: Any, *, k: int, first_row: int) -> Neighbours:
    """Return the k best of each row of csr scores; the item of a row itself is left out.

    `evidence` is csr with sorted indices and may lack pairs, which have 0. The rows are those of
    the items from `first_row` on.
    """
    result = _nothing(scores.shape[0], k)
    for row in range(scores.shape[0]):
        span = slice(scores.indptr[row], scores.indptr[row + 1])
        items = scores.indices[span]
        values = np.where(items == first_row + row, 0.0, scores.data[span])
        best = _best(values, items, k)
        count = len(best)
        result.items[row, :count] = items[best]
        result.scores[row, :count] = values[best]
        result.evidence[row, :count] = _evidence_of(evidence, row, items[best])
    return result


def nearest_by_vector(
    vectors: Any,
    *,
    k: int = KEPT,
    rows: range | None = None,
    block: int = BLOCK,
) -> Neighbours:
    """Return the k nearest of each row by cosine; `vectors` [n_items, d] are unit, 0 for unknown.

    The semantic lane: it knows items that nobody has touched. Cosines of 0 or less are no
    neighbours. Memory is `block` x n_items floats.
    """
    vectors = np.asarray(vectors, np.float32)
    rows = range(len(vectors)) if rows is None else rows
    result = _nothing(len(rows), k)
    for begin in range(0, len(rows), block):
        taken = np.arange(rows.start + begin, min(rows.start + begin + block, rows.stop))
        cosines = vectors[taken] @ vectors.T
        cosines[np.arange(len(taken)), taken] = 0.0
        width = min(k, cosines.shape[1])
        best = np.argpartition(-cosines, width - 1, axis=1)[:, :width]
        values = np.take_along_axis(cosines, best, axis=1)
        order = np.lexsort((best, -values), axis=1)
        best, values = np.take_along_axis(best, order, 1), np.take_along_axis(values, order, 1)
        place = slice(begin, begin + len(taken))
        result.items[place, :width] = np.where(values > 0, best, NONE)
        result.scores[place, :width] = np.maximum(values, 0.0)
    return result


def blend(
    behaviour: Neighbours,
    semantic: Neighbours,
    *,
    evidence: IntArray | FloatArray,
    even: float = EVEN,
    k: int | None = None,
) -> Neighbours:
    """Return both lists of each row as one; behaviour counts n / (n + even).

    `evidence` [rows] is how many users or baskets an item's behaviour rests on, n. Each list is
    taken on the scale of its own best, so a new item gets its semantic neighbours, and an item that
    sells daily what it is bought with.
    """
    if not len(behaviour) == len(semantic) == len(evidence):
        raise ValueError("Both lists and the evidence must be of the same items.")
    k = behaviour.items.shape[1] if k is None else k
    result = _nothing(len(behaviour), k)
    shares = np.asarray(evidence, float) / (np.asarray(evidence, float) + even)
    for row, share in enumerate(shares):
        one, other = behaviour[row : row + 1], semantic[row : row + 1]
        items, scores, counted = _merged(one, other, share=float(share))
        best = _best(scores, items, k)
        count = len(best)
        result.items[row, :count] = items[best]
        result.scores[row, :count] = scores[best]
        result.evidence[row, :count] = counted[best]
    return result


def stack(parts: Sequence[Neighbours]) -> Neighbours:
    """Return slices of rows as one."""
    return Neighbours(
        items=np.concatenate([part.items for part in parts]),
        scores=np.concatenate([part.scores for part in parts]),
        evidence=np.concatenate([part.evidence for part in parts]),
    )


def _merged(
    behaviour: Neighbours, semantic: Neighbours, *, share: float
) -> tuple[IntArray, FloatArray, IntArray]:
    """Return the items of two rows, each once, their weighted scores, and the evidence."""
    parts = (behaviour, semantic)
    items = np.concatenate([part.items[0] for part in parts])
    counted = np.concatenate([part.evidence[0] for part in parts])
    scores = np.concatenate(
        [
            weight * part.scores[0] / max(float(part.scores[0].max(initial=0.0)), 1e-12)
            for part, weight in zip(parts, (share, 1 - share), strict=True)
        ]
    )
    is_item = items != NONE
    unique, where = np.unique(items[is_item], return_inverse=True)
    sums = np.bincount(where, scores[is_item], minlength=len(unique)).astype(np.float64)
    most = np.zeros(len(unique), np.int64)
    np.maximum.at(most, where, counted[is_item])
    return unique, sums, most


def _best(values: Any, items: Any, k: int) -> Any:
    """Return where the k greatest positive values are, best first, ties by item number."""
    if len(values) > k:
        # Everything as great as the k-th is kept, so that ties are told by number, not by chance.
        least = -np.partition(-values, k - 1)[k - 1]
        candidates = np.flatnonzero((values >= least) & (values > 0))
    else:
        candidates = np.flatnonzero(values > 0)
    return candidates[np.lexsort((items[candidates], -values[candidates]))][:k]


def _evidence_of(evidence: Any, row: int, columns: Any) -> IntArray:
    begin, end = evidence.indptr[row], evidence.indptr[row + 1]
    known, counts = evidence.indices[begin:end], evidence.data[begin:end]
    if not len(known):
        return np.zeros(len(columns), np.int64)
    places = np.minimum(np.searchsorted(known, columns), len(known) - 1)
    return np.where(known[places] == columns, counts[places], 0).astype(np.int64)


def _nothing(rows: int, k: int) -> Neighbours:
    return Neighbours(
        items=np.full((rows, k), NONE, np.int64),
        scores=np.zeros((rows, k)),
        evidence=np.zeros((rows, k), np.int64),
    )
