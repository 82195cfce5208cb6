"""A learnt correction of the fused score: its file, its hash, and when it has no say."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

import numpy as np

from ai.exceptions import RankerUnusable
from ai.search.learned.features import FEATURES, PER_QUERY, STYLE
from ai.search.learned.forest import Forest, Matrix

FORMAT: Final = 1
# What a file has for each feature.
COLUMNS: Final = ("weights", "means", "low", "high", "usual_low", "usual_high")
# How far beyond what it was learnt on a query may lie: a share of the range, and something on the
# scale of features (0 to 1) for what all queries had in common.
SLACK: Final = 0.1
LEAST_SLACK: Final = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranker:
    """What features add to the fused score: `weights` for each, and trees.

    `means` are the features' means over the training candidates: a weight counts from there. `low`
    and `high` bound what it was learnt on, `usual_low` and `usual_high` the means of one query's
    candidates; `space` is the model of the vectors.
    """

    weights: Matrix
    means: Matrix
    low: Matrix
    high: Matrix
    usual_low: Matrix
    usual_high: Matrix
    forest: Forest
    space: str
    trees: list[list[list[float]]] = field(default_factory=list)
    metrics: Mapping[str, Any] = field(default_factory=dict)
    digest: str = ""

    def applies(self, features: Matrix) -> bool:
        """Return whether there is ground to rank these candidates of a query [rows, columns].

        There is none where the query, or the titles that were found, are unlike all that it was
        learnt on: long titles teach nothing about a shop that writes short ones.
        """
        if len(features) < 2 or not np.isfinite(features).all():  # noqa: PLR2004 - nothing to rank
            return False
        slack = SLACK * (self.usual_high - self.usual_low) + LEAST_SLACK
        usual = features.mean(axis=0)
        is_usual = (usual >= self.usual_low - slack) & (usual <= self.usual_high + slack)
        return bool(is_usual[[*PER_QUERY, *STYLE]].all())

    def score(self, features: Matrix) -> Matrix:
        """Return what is added to each candidate's fused score."""
        bounded = np.clip(features, self.low, self.high)
        added: Matrix = (bounded - self.means) @ self.weights + self.forest.score(bounded)
        return added

    def contributions(self, row: Matrix) -> dict[str, float]:
        """Return what each feature of one candidate adds; they sum to its score less `bias`."""
        bounded = np.clip(row, self.low, self.high)
        added = (bounded - self.means) * self.weights + self.forest.contributions(bounded)
        return dict(zip(FEATURES, added.tolist(), strict=True))

    @property
    def bias(self) -> float:
        """What is added to every candidate alike."""
        return self.forest.bias

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the ranker of a file. Raises RankerUnusable where it cannot be trusted."""
        try:
            stored = json.loads(path.read_text())
            digest = stored.pop("sha256")
            if digest != digest_of(stored):
                raise RankerUnusable(f"{path}: its content is not what was written.")
            if stored["format"] != FORMAT or stored["features"] != list(FEATURES):
                raise RankerUnusable(f"{path}: it was learnt on other features.")
            return cls.of(stored, digest=digest)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise RankerUnusable(f"{path}: {error}") from error

    @classmethod
    def of(cls, stored: Mapping[str, Any], *, digest: str) -> Self:
        """Return the ranker of what a file says."""
        return cls(
            **{name: np.array(stored[name], float) for name in COLUMNS},
            forest=Forest.of_nodes(stored["trees"]),
            trees=stored["trees"],
            space=stored["space"],
            metrics=stored["metrics"],
            digest=digest,
        )

    def write(self, path: Path) -> str:
        """Write the file and return its sha256."""
        stored: dict[str, Any] = {
            "format": FORMAT,
            "features": list(FEATURES),
            "space": self.space,
            "metrics": dict(self.metrics),
            **{
                name: [round(value, 6) for value in getattr(self, name).tolist()]
                for name in COLUMNS
            },
            "trees": self.trees,
        }
        digest = digest_of(stored)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({**stored, "sha256": digest}, separators=(",", ":"))
        path.write_text(text + "\n")
        return digest


def digest_of(stored: Mapping[str, Any]) -> str:
    """Return the sha256 of a file's content, whatever its spacing."""
    text = json.dumps(stored, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
