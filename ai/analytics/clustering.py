"""Numbers in groups that mean the same: average linkage, cut where the silhouette is widest.

Average linkage (Sokal and Michener, 1958) joins the two groups whose members are closest on
average, so that a chain of small steps does not draw in what is unlike. Where to stop is decided by
the data: the mean silhouette (Rousseeuw, 1987) is highest where members are much closer to their
own group than to the next one; a member that stands alone counts as 0. So no number of groups is
given. The one threshold is a floor below which nothing is joined, for texts that share nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Places of the members in the input, and their mean cosine; None for a single one."""

    members: tuple[int, ...]
    closeness: float | None


def cluster(vectors: Numbers, *, floor: float) -> list[Cluster]:
    """Return the groups of unit vectors, the largest first; every vector is in exactly one.

    Groups closer than `floor` (a cosine) on average may be joined; whether they are, the silhouette
    says. Quadratic in memory, cubic in time: some hundreds of vectors.
    """
    if not len(vectors):
        return []
    cosines = np.clip(vectors @ vectors.T, -1.0, 1.0).astype(np.float64)
    best = list(range(len(vectors)))
    best_width = 0.0
    for labels in _joins(cosines, floor):
        width = silhouette(1.0 - cosines, labels)
        # Of equal cuts the later one: identical texts are one.
        if width >= best_width:
            best, best_width = labels, width
    return _clusters(best, cosines)


def silhouette(distances: Numbers, labels: Sequence[int]) -> float:
    """Return the mean silhouette of a partition, from -1 to 1; singletons count as 0."""
    groups = np.unique(labels, return_inverse=True)[1]
    count = int(groups.max()) + 1
    if count == 1:
        # There is no next group: as wide as they are close.
        size = len(labels)
        if size == 1:
            return 0.0
        return float(1.0 - distances.sum() / (size * (size - 1)))
    member = np.eye(count)[groups]
    sizes = member.sum(axis=0)
    to_groups = distances @ member
    own = sizes[groups]
    rows = np.arange(len(groups))
    within = to_groups[rows, groups] / np.maximum(own - 1, 1)
    means = to_groups / sizes
    means[rows, groups] = np.inf
    beyond = means.min(axis=1)
    widest = np.maximum(np.maximum(within, beyond), 1e-12)
    return float(np.where(own > 1, (beyond - within) / widest, 0.0).mean())


def _joins(cosines: Numbers, floor: float) -> list[list[int]]:
    """Return the partition after each joining of the two closest groups."""
    size = len(cosines)
    close = cosines.copy()
    np.fill_diagonal(close, -np.inf)
    sizes = np.ones(size)
    labels = np.arange(size)
    partitions = []
    for _ in range(size - 1):
        first, second = divmod(int(close.argmax()), size)
        if close[first, second] < floor:
            break
        # The mean over all pairs (Lance and Williams, 1967).
        both = sizes[first] + sizes[second]
        joined = (sizes[first] * close[first] + sizes[second] * close[second]) / both
        close[first], close[:, first] = joined, joined
        close[first, first] = -np.inf
        close[second], close[:, second] = -np.inf, -np.inf
        sizes[first] = both
        labels[labels == second] = first
        partitions.append([int(label) for label in labels])
    return partitions


def _clusters(labels: Sequence[int], cosines: Numbers) -> list[Cluster]:
    groups: dict[int, list[int]] = {}
    for place, label in enumerate(labels):
        groups.setdefault(label, []).append(place)
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group))
    return [Cluster(members=tuple(group), closeness=_mean(cosines, group)) for group in ordered]


def _mean(cosines: Numbers, group: Sequence[int]) -> float | None:
    size = len(group)
    if size == 1:
        return None
    inner = cosines[np.ix_(group, group)]
    return float((inner.sum() - np.trace(inner)) / (size * (size - 1)))
