"""What each item says of the next one once the others have had their say (pure).

Items that are bought with everything lead to everything: a count says so many times over. A ridge
regression of the next item on all earlier ones divides the credit. In full it inverts a matrix of
n_items x n_items; here each item is explained by the few that lead to it most, which is a small
system of equations each, and as good to within the noise (docs/adr/0024).
"""

from typing import Any, Final

import numpy as np
from scipy.sparse import coo_matrix

from ai.recommendations.methods.cooccurrence import Cooccurrence, count_transitions
from ai.recommendations.methods.interactions import Interactions

# Items that explain one.
SOURCES: Final = 60
# Users and, of a longer window, steps: a whole short history counts, its far parts little.
WINDOW: Final = 50
DISTANCE_POWER: Final = 0.5
BACKWARD: Final = 0.25
PENALTY: Final = 100.0
# Up to so many items, their common users are a dense matrix, which is 200 MB then and several times
# as fast to look into.
DENSE: Final = 5000


def regress(
    interactions: Interactions,
    *,
    penalty: float = PENALTY,
    sources: int = SOURCES,
    counted: Cooccurrence | None = None,
) -> Cooccurrence:
    """Return what each item adds to the expectation of another, csr [n_items, n_items].

    The closed form of Choi et al., "Session-aware Linear Item-Item Models" (WWW 2021), (G + penalty
    I)^-1 T with G the items' common users and T the transitions, for each column over the `sources`
    greatest of T. Values may be negative. `counted` are transitions that are at hand already.
    """
    counted = counted or count_transitions(
        interactions, window=WINDOW, distance_power=DISTANCE_POWER, backward=BACKWARD
    )
    held = interactions.by_user(np.ones(len(interactions)))
    common = (held.T @ held).tocsr()
    if interactions.n_items <= DENSE:
        common = common.toarray()
    wanted = counted.scores.tocsc()
    rows, columns, values = [], [], []
    places = np.full(interactions.n_items, -1)
    for item in range(interactions.n_items):
        begin, end = wanted.indptr[item], wanted.indptr[item + 1]
        known, sums = _greatest(wanted.indices[begin:end], wanted.data[begin:end], sources)
        if not len(known):
            continue
        system = (
            common[np.ix_(known, known)]
            if isinstance(common, np.ndarray)
            else _among(common, known, places)
        )
        system[np.diag_indices(len(known))] += penalty
        rows.append(known)
        columns.append(np.full(len(known), item))
        values.append(np.linalg.solve(system, sums))
    if not rows:
        return counted
    where = (np.concatenate(rows), np.concatenate(columns))
    size = (interactions.n_items, interactions.n_items)
    return Cooccurrence(
        scores=coo_matrix((np.concatenate(values), where), shape=size).tocsr(),
        evidence=counted.evidence,
    )


def _among(matrix: Any, known: Any, places: Any) -> Any:
    """Return the rows and columns `known` of a csr matrix, dense.

    `places` [n_items] is -1 throughout, and is so again afterwards. Several times as fast as
    indexing columns, which goes through all of them for each item.
    """
    taken = matrix[known]
    places[known] = np.arange(len(known))
    to = places[taken.indices]
    places[known] = -1
    is_known = to >= 0
    lines = np.repeat(np.arange(len(known)), np.diff(taken.indptr))
    found = np.zeros((len(known), len(known)))
    found[lines[is_known], to[is_known]] = taken.data[is_known]
    return found


def _greatest(items: Any, sums: Any, count: int) -> tuple[Any, Any]:
    if len(items) <= count:
        return items, sums
    kept = np.sort(np.argsort(-sums, kind="stable")[:count])
    return items[kept], sums[kept]
