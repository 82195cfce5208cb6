"""Regression trees as arrays: scored for all candidates at once, and taken apart for one (pure).

The trees are learnt by LightGBM and scored here, so that serving a search needs neither LightGBM
nor the OpenMP library that it is built on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
LEAF = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest:
    """Trees side by side, arrays [trees, nodes]; the root is node 0, a leaf's feature is LEAF.

    `values` are what a leaf adds, and in inner nodes the mean of what the leaves below add.
    """

    features: NDArray[np.int64]
    thresholds: Matrix
    lefts: NDArray[np.int64]
    rights: NDArray[np.int64]
    values: Matrix
    depth: int

    @classmethod
    def of_nodes(cls, trees: Sequence[Sequence[Sequence[float]]]) -> Self:
        """Return the forest of lists of [feature, threshold, left, right, value]."""
        most = max((len(tree) for tree in trees), default=1)
        table = np.zeros((len(trees), most, 5))
        table[..., 0] = LEAF
        for row, tree in enumerate(trees):
            table[row, : len(tree)] = tree
        return cls(
            features=table[..., 0].astype(int),
            thresholds=table[..., 1],
            lefts=table[..., 2].astype(int),
            rights=table[..., 3].astype(int),
            values=table[..., 4],
            depth=max((_depth(tree, 0) for tree in trees), default=0),
        )

    def score(self, matrix: Matrix) -> Matrix:
        """Return what the trees add for each row of features [rows, columns]: float64 [rows]."""
        trees = np.arange(len(self.features))[None, :]
        rows = np.arange(len(matrix))[:, None]
        nodes = np.zeros((len(matrix), len(self.features)), int)
        for _ in range(self.depth):
            features = self.features[trees, nodes]
            goes_left = matrix[rows, np.maximum(features, 0)] <= self.thresholds[trees, nodes]
            children = np.where(goes_left, self.lefts[trees, nodes], self.rights[trees, nodes])
            nodes = np.where(features == LEAF, nodes, children)
        added: Matrix = self.values[trees, nodes].sum(axis=1)
        return added

    def contributions(self, row: Matrix) -> Matrix:
        """Return what each feature adds for one row [columns]; with `bias` they sum to its score.

        Each step down a tree changes the mean of the leaves below: that change is the feature's
        (Saabas, "Interpreting random forests", 2014).
        """
        added = np.zeros(len(row))
        for tree in range(len(self.features)):
            node = 0
            while (feature := self.features[tree, node]) != LEAF:
                side = self.lefts if row[feature] <= self.thresholds[tree, node] else self.rights
                child = side[tree, node]
                added[feature] += self.values[tree, child] - self.values[tree, node]
                node = child
        return added

    @property
    def bias(self) -> float:
        """What the trees add on the mean, before any feature is looked at."""
        return float(self.values[:, 0].sum()) if len(self.values) else 0.0


def nodes_of(tree: Mapping[str, Any]) -> list[list[float]]:
    """Return the nodes of a tree as LightGBM's `dump_model` has it, see Forest.of_nodes."""
    nodes: list[list[float]] = []

    def add(node: Mapping[str, Any]) -> int:
        place = len(nodes)
        nodes.append([LEAF, 0.0, 0, 0, float(node.get("leaf_value", 0.0))])
        if "split_feature" in node:
            left, right = add(node["left_child"]), add(node["right_child"])
            weights = [_weight(node[side]) for side in ("left_child", "right_child")]
            mean = np.average([nodes[left][4], nodes[right][4]], weights=weights)
            threshold = float(node["threshold"])
            nodes[place] = [node["split_feature"], threshold, left, right, float(mean)]
        return place

    add(tree)
    return nodes


def _weight(node: Mapping[str, Any]) -> float:
    return float(node.get("leaf_count", node.get("internal_count", 1)))


def _depth(tree: Sequence[Sequence[float]], node: int) -> int:
    if tree[node][0] == LEAF:
        return 0
    return 1 + max(_depth(tree, int(tree[node][2])), _depth(tree, int(tree[node][3])))
