"""What new items borrow from those they are like: their behaviour, by how little is known (pure).

A new lamp is not bought with anything yet, but lamps like it are. Meaning alone would put other
lamps beside it; borrowing puts what lamps are bought with, and the lamp where lamps are led to.
"""

from typing import Any, Final

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix, diags_array

from ai.recommendations.methods.interactions import FloatArray, IntArray
from ai.recommendations.methods.neighbours import (
    EVEN,
    KEPT,
    NONE,
    Neighbours,
    ranked_rows,
)

# Likes that lend, and the power of their cosines that they lend by.
LENDERS: Final = 5
POWER: Final = 3.0
# The mean of what the lenders have is below the best of it, which a new item is as likely to be. On
# the demo shop's year, HR@10 of new items was 0.45, 0.58 and 0.65 at 1, 1.5 and 2, and that of all
# items, a tenth of them new, 0.646, 0.646 and 0.639.
LIFT: Final = 1.5
# From so many times `even` on, an item stands for itself.
ENOUGH: Final = 4.0


def borrow(
    behaviour: Neighbours,
    semantic: Neighbours,
    *,
    evidence: IntArray | FloatArray,
    even: float = EVEN,
    lenders: int = LENDERS,
    k: int = KEPT,
    rows: range | None = None,
) -> Neighbours:
    """Return the behaviour of all items with what little-known ones borrow, for `rows` (or all).

    With A = own share of each item + (1 - own share) x its lenders, that is A B A^T of the lists B:
    rows as well as columns. `evidence` [n_items] is how many users or baskets an item rests on, n;
    its own share is n / (n + even). What is borrowed has an evidence of 0: no reason may state it.
    """
    rows = range(len(behaviour)) if rows is None else rows
    own = np.asarray(evidence, float) / (np.asarray(evidence, float) + even)
    own = np.where(np.asarray(evidence) >= ENOUGH * even, 1.0, own)
    lent = diags_array(1.0 - own) @ lenders_of(semantic, lenders=lenders)
    shares = (diags_array(own) + LIFT * lent).tocsr()
    taken = shares[rows.start : rows.stop]
    scores = (taken @ as_matrix(behaviour) @ shares.T).tocsr()
    counts = as_matrix(behaviour, values=behaviour.evidence)[rows.start : rows.stop].tocsr()
    counts.sort_indices()
    return ranked_rows(scores, counts, k=k, first_row=rows.start)


def lenders_of(semantic: Neighbours, *, lenders: int = LENDERS, power: float = POWER) -> Any:
    """Return csr [n_items, n_items]: the shares that the nearest of each item lend by, 1 a row."""
    nearest = Neighbours(
        items=semantic.items[:, :lenders],
        scores=semantic.scores[:, :lenders] ** power,
        evidence=semantic.evidence[:, :lenders],
    )
    matrix = as_matrix(nearest)
    sums = np.asarray(matrix.sum(axis=1)).ravel()
    return (diags_array(1 / np.maximum(sums, 1e-12)) @ matrix).tocsr()


def as_matrix(lists: Neighbours, *, values: Any = None) -> csr_matrix:
    """Return kept lists of all items as csr [n_items, n_items], of their scores or other values."""
    size = (len(lists), len(lists))
    source = np.repeat(np.arange(len(lists)), lists.items.shape[1])
    target = lists.items.ravel()
    kept = target != NONE
    value = np.asarray(lists.scores if values is None else values, float).ravel()[kept]
    return coo_matrix((value, (source[kept], target[kept])), shape=size).tocsr()
