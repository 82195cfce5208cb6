"""What several lanes offer each query, side by side: the union of the best of each (pure).

Everything outside the union stands below it, so the first places of any ranking of it are the
first places of a ranking of all items.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

import numpy as np
from scipy.sparse import csr_matrix, issparse

from ai.recommendations.methods.interactions import FloatArray, IntArray

# Of each lane; 20 places are measured.
DEPTH: Final = 80
BLOCK: Final = 512
# Equal scores are told apart by popularity, on this scale.
TIE: Final = 1e-6
NONE: Final = -1


class Lane(Protocol):
    """One way of scoring all items for some queries."""

    def __call__(self, begin: int, end: int) -> Any:
        """Return the scores of queries [begin, end), [end - begin, n_items], dense or csr."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """The offered items of each query, [queries, width]; -1 where there are no more.

    `raw` has each lane's scores as they are, `scaled` on the scale of the query's best, with ties
    told apart by popularity. `is_wanted` marks what was; `wanted` [queries] counts it, offered or
    not.
    """

    items: IntArray
    raw: Mapping[str, Any]
    scaled: Mapping[str, Any]
    popularity: Any
    is_wanted: Any
    wanted: IntArray

    def __len__(self) -> int:
        return len(self.items)

    def relevant(self, scores: Any, *, depth: int) -> Any:
        """Return which of the first places by these scores [queries, width] hold what is wanted."""
        scores = np.where(self.items == NONE, -np.inf, scores)
        depth = min(depth, scores.shape[1])
        best = np.argpartition(-scores, depth - 1, axis=1)[:, :depth]
        values = np.take_along_axis(scores, best, axis=1)
        best = np.take_along_axis(best, np.lexsort((best, -values), axis=1), axis=1)
        return np.take_along_axis(self.is_wanted, best, axis=1)

    def take(self, rows: Any) -> "Candidates":
        """Return some of the queries."""
        return Candidates(
            items=self.items[rows],
            raw={name: values[rows] for name, values in self.raw.items()},
            scaled={name: values[rows] for name, values in self.scaled.items()},
            popularity=self.popularity[rows],
            is_wanted=self.is_wanted[rows],
            wanted=self.wanted[rows],
        )


def collect(
    lanes: Mapping[str, Lane],
    *,
    wanted: Sequence[Any],
    masked: Sequence[Any],
    popularity: FloatArray,
    depth: int = DEPTH,
) -> Candidates:
    """Return what the lanes offer each query.

    `wanted` and `masked` are item numbers by query: what is to be found, and what may not be
    offered. A lane offers what it gives more than 0. `popularity` [n_items] breaks ties.
    """
    width = depth * len(lanes)
    size = (len(wanted), width)
    items = np.full(size, NONE, np.int64)
    raw = {name: np.zeros(size, np.float32) for name in lanes}
    floor = (TIE * popularity / max(float(popularity.max(initial=0.0)), TIE)).astype(np.float32)
    union = _Union(floor, depth=depth)
    for begin in range(0, len(wanted), BLOCK):
        end = min(begin + BLOCK, len(wanted))
        blocks = {name: lane(begin, end) for name, lane in lanes.items()}
        for row in range(begin, end):
            found, scores = union.of(blocks, row - begin, masked[row])
            items[row, : len(found)] = found
            for name, values in scores.items():
                raw[name][row, : len(found)] = values
    used = max(int((items != NONE).sum(axis=1).max(initial=0)), 1)
    items = items[:, :used]
    raw = {name: values[:, :used] for name, values in raw.items()}
    known = np.where(items == NONE, 0, items)
    tie = floor[known]
    return Candidates(
        items=items,
        raw=raw,
        scaled={name: _scaled(values) + tie for name, values in raw.items()},
        popularity=np.asarray(popularity, np.float32)[known],
        is_wanted=np.array(
            [np.isin(row, list(what)) for row, what in zip(items, wanted, strict=True)]
        ).reshape(items.shape),
        wanted=np.array([len(what) for what in wanted], np.int64),
    )


class _Union:
    """Finds the best of each lane for one query after the other, with one buffer for all."""

    def __init__(self, floor: Any, *, depth: int) -> None:
        self._floor = floor
        self._depth = depth
        self._is_masked = np.zeros(len(floor), bool)
        self._buffer = np.zeros(len(floor), np.float32)

    def of(self, blocks: Mapping[str, Any], place: int, masked: Any) -> tuple[Any, dict[str, Any]]:
        """Return the union of a query's best, by number, and the scores of each lane there."""
        self._is_masked[masked] = True
        rows = {name: _row(block, place) for name, block in blocks.items()}
        found = np.unique(np.concatenate([self._best(*row) for row in rows.values()]))
        self._is_masked[masked] = False
        scores = {}
        for name, (items, values) in rows.items():
            self._buffer[items] = values
            scores[name] = self._buffer[found]
            self._buffer[items] = 0.0
        return found, scores

    def _best(self, items: Any, values: Any) -> Any:
        kept = ~self._is_masked[items] & (values > 0)
        items, values = items[kept], values[kept] + self._floor[items[kept]]
        if len(items) <= self._depth:
            return items
        return items[np.argpartition(-values, self._depth)[: self._depth]]


def _row(block: Any, place: int) -> tuple[Any, Any]:
    """Return the items that a lane has a score for, and the scores."""
    if not issparse(block):
        return np.arange(block.shape[1]), np.asarray(block[place], np.float32)
    span = slice(block.indptr[place], block.indptr[place + 1])
    return block.indices[span], block.data[span].astype(np.float32)


def _scaled(values: Any) -> Any:
    best = values.max(axis=1, keepdims=True, initial=0.0)
    return values / np.maximum(best, np.float32(1e-12))


def matrix_lane(history: csr_matrix, matrix: Any) -> Lane:
    """Return the lane of histories [queries, n_items] times a matrix [n_items, n_items]."""

    def score(begin: int, end: int) -> Any:
        return history[begin:end] @ matrix

    return score


def constant_lane(scores: FloatArray) -> Lane:
    """Return the lane that says the same to everybody."""

    def score(begin: int, end: int) -> Any:
        return np.broadcast_to(scores, (end - begin, len(scores)))

    return score
