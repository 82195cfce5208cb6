"""A ranking learnt on top of a sum of lanes: trees that see each lane beside the others.

A sum gives a lane one weight for everybody. Trees can trust transitions where many people made
them, and meaning or company where few did.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from ai.recommendations.evaluation.candidates import NONE, Candidates
from ai.search.learned.boosting import grow
from ai.search.learned.forest import Forest

# Candidates of a query that are ordered anew, the best by the sum.
WIDTH: Final = 60
# The sum on the scale of what trees add.
SCALE: Final = 3.0
# Rows that are scored at once: x 60 trees of 8 bytes are 1 MB an array, which caches hold.
ROWS: Final = 2000
FLOOR: Final = "popularity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """Trees over the features of `lanes`."""

    forest: Forest
    lanes: tuple[str, ...]

    def order(self, candidates: Candidates, base: Any) -> Any:
        """Return scores [queries, width]: the first WIDTH by `base` anew, above all others."""
        best = _first(candidates, base)
        rows = _features(candidates, base, best, self.lanes)
        flat = rows.reshape(-1, rows.shape[-1]).astype(np.float64)
        added = np.concatenate(
            [self.forest.score(flat[begin : begin + ROWS]) for begin in range(0, len(flat), ROWS)]
        ).reshape(best.shape)
        within = SCALE * np.take_along_axis(base, best, axis=1) + added
        scores = np.asarray(SCALE * base, np.float64)
        lift = float(np.abs(within).max(initial=0.0)) + float(np.abs(scores).max(initial=0.0)) + 1.0
        np.put_along_axis(scores, best, within + 2 * lift, axis=1)
        return scores


def learn(candidates: Candidates, base: Any, lanes: Sequence[str]) -> Learnt | None:
    """Return trees learnt from the queries whose wanted item is among the first; None without any.

    LambdaMART on the features of each lane: its score, its score beside its best, and its place.
    More is better in all of them but popularity, whatever a few queries suggest.
    """
    best = _first(candidates, base)
    wanted = np.take_along_axis(candidates.is_wanted, best, axis=1)
    taught = np.flatnonzero(wanted.any(axis=1))
    if not len(taught):
        return None
    names = tuple(name for name in lanes if name != FLOOR)
    part, place = candidates.take(taught), best[taught]
    rows = _features(part, base[taught], place, names)
    trees = grow(
        rows.reshape(-1, rows.shape[-1]).astype(np.float64),
        wanted[taught].ravel().astype(int).tolist(),
        groups=[place.shape[1]] * len(taught),
        start=SCALE * np.take_along_axis(base[taught], place, axis=1).ravel().astype(np.float64),
        directions=[1] * (rows.shape[-1] - 1) + [0],
    )
    return Learnt(forest=Forest.of_nodes(trees), lanes=names)


def _first(candidates: Candidates, base: Any) -> Any:
    """Return where the first WIDTH by `base` are, [queries, WIDTH], best first."""
    scores = np.where(candidates.items == NONE, -np.inf, base)
    return np.argsort(-scores, axis=1, kind="stable")[:, :WIDTH]


def _features(candidates: Candidates, base: Any, best: Any, lanes: Sequence[str]) -> Any:
    """Return float32 [queries, WIDTH, features]: of each lane, the sum, and popularity last."""
    columns = []
    for name in lanes:
        scaled = np.take_along_axis(candidates.scaled[name], best, axis=1)
        columns += [
            scaled,
            np.take_along_axis(candidates.raw[name], best, axis=1),
            1 / (1.0 + np.argsort(np.argsort(-scaled, axis=1, kind="stable"), axis=1)),
        ]
    columns += [
        np.take_along_axis(base, best, axis=1),
        np.log1p(np.take_along_axis(candidates.popularity, best, axis=1)),
    ]
    return np.stack(columns, axis=-1).astype(np.float32)
