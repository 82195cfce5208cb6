"""What is like what: meaning first, then the values that both have, and their prices (pure)."""

from typing import Any, Final

import numpy as np

from ai.recommendations.methods.interactions import FloatArray
from ai.recommendations.methods.neighbours import KEPT, NONE, Neighbours, nearest_by_vector

# Of the score: what meaning says, what shared values say (Jaccard, 1901), what prices say. Meaning
# leads, for descriptions tell what a thing is for; two tents of one colour are not alike for that.
MEANING: Final = 0.75
VALUES: Final = 0.15
PRICE: Final = 0.10
# Neighbours by meaning that are looked at again by their values and prices.
LOOKED_AT: Final = 200


def nearest(
    vectors: Any, features: Any, prices: FloatArray, *, rows: range, k: int = KEPT
) -> Neighbours:
    """Return the k most alike of each row of `rows`, best first; scores are from 0 to 1.

    `vectors` [n, d] are unit, 0 for unknown: such a product has no neighbours here. `features` csr
    [n, m] of 0 and 1; `prices` [n], 0 for none. Ties go to the lower number.
    """
    found = nearest_by_vector(vectors, k=LOOKED_AT, rows=rows)
    is_item = found.items != NONE
    others = np.where(is_item, found.items, 0)
    here = np.arange(rows.start, rows.stop)
    scores = (
        MEANING * found.scores
        + VALUES * _jaccard(features, here, others)
        + PRICE * price_closeness(prices[here][:, None], prices[others])
    )
    scores = np.where(is_item, scores, 0.0)
    order = np.lexsort((others, -scores), axis=1)[:, :k]
    return Neighbours(
        items=np.take_along_axis(found.items, order, axis=1),
        scores=np.take_along_axis(scores, order, axis=1),
        evidence=np.zeros(order.shape, np.int64),
    )


def price_closeness(one: FloatArray, other: FloatArray) -> FloatArray:
    """Return the smaller price over the larger, 0 to 1; 0 where either is none."""
    larger = np.maximum(one, other)
    smaller = np.minimum(one, other)
    return np.divide(smaller, larger, out=np.zeros(np.shape(larger)), where=larger > 0)


def _jaccard(features: Any, here: Any, others: Any) -> Any:
    """Return the shared values of each row and its candidates, over all that either has."""
    sizes = np.asarray(features.sum(axis=1)).ravel()
    shared = np.take_along_axis((features[here] @ features.T).toarray(), others, axis=1)
    both = sizes[here][:, None] + sizes[others] - shared
    return np.divide(shared, both, out=np.zeros(shared.shape), where=both > 0)
