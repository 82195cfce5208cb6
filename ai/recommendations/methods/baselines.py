"""What others would take, to be compared with: EASE and the nearest items by cosine (pure)."""

from typing import Any, Final

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from ai.recommendations.methods.cooccurrence import age_factors
from ai.recommendations.methods.interactions import Interactions

# Squared weights are held down by this much; Steck takes 200 to 1,000 on sets of this size.
PENALTY: Final = 200.0


def ease(
    interactions: Interactions,
    *,
    penalty: float = PENALTY,
    half_life_days: float | None = None,
    today: float | None = None,
) -> Any:
    """Return item weights, float32 [n_items, n_items]: scores are a user's row times them.

    Steck, "Embarrassingly Shallow Autoencoders for Sparse Data" (WWW 2019): ridge regression of
    every item on all others in closed form. With a half-life, older events count less in it. Takes
    4 n_items^2 bytes twice, and n_items^3 steps.
    """
    decay = age_factors(interactions.days, half_life_days=half_life_days, today=today)
    held = interactions.by_user(np.sqrt(decay))
    gram = (held.T @ held).toarray().astype(np.float32)
    gram[np.diag_indices_from(gram)] += np.float32(penalty)
    inverse = cho_solve(cho_factor(gram, overwrite_a=True), np.eye(len(gram), dtype=np.float32))
    weights = -inverse / np.diag(inverse)
    np.fill_diagonal(weights, 0.0)
    return weights


def item_cosine(interactions: Interactions) -> Any:
    """Return the cosine of the items' users, csr [n_items, n_items] with an empty diagonal.

    Sarwar et al., "Item-Based Collaborative Filtering Recommendation Algorithms" (WWW 2001).
    """
    held = interactions.by_user(np.ones(len(interactions)))
    norms = np.sqrt(np.maximum(np.asarray(held.sum(axis=0)).ravel(), 1.0))
    both = (held.T @ held).tocsr()
    rows = np.repeat(np.arange(both.shape[0]), np.diff(both.indptr))
    both.data = np.where(rows == both.indices, 0.0, both.data / norms[rows] / norms[both.indices])
    both.eliminate_zeros()
    return both
