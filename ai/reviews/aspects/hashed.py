"""Linear classifiers over hashed features (Weinberger et al. 2009): small files, no word list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from ai.reviews.sentiment.measures import Labels, Numbers
from ai.reviews.sentiment.terms import Rows

# A feature and how much of it there is.
Feature = tuple[str, float]

WIDTH: Final = 1 << 17


def hash_rows(found: Sequence[Sequence[Feature]]) -> Rows:
    """Return features as a sparse matrix of shape (len(found), WIDTH)."""
    starts = np.cumsum([0, *map(len, found)])
    columns = np.array(
        [crc32(name.encode()) % WIDTH for features in found for name, _ in features], np.int32
    )
    values = np.array([value for features in found for _, value in features], float)
    rows = sparse.csr_matrix((values, columns, starts), shape=(len(found), WIDTH))
    rows.sum_duplicates()
    return rows


@dataclass(frozen=True, slots=True, kw_only=True)
class HashedClassifier:
    """Weights of shape (classes, WIDTH) and intercepts; two classes share one row, as usual."""

    weights: Numbers
    intercepts: Numbers

    def probabilities(self, found: Sequence[Sequence[Feature]]) -> Numbers:
        """Return P(class) of shape (len(found), classes), rows adding up to 1."""
        if not found:
            return np.zeros((0, max(len(self.intercepts), 2)))
        scores = hash_rows(found) @ self.weights.T + self.intercepts
        if scores.shape[1] == 1:
            scores = np.hstack([np.zeros_like(scores), scores])
        scores -= scores.max(axis=1, keepdims=True)
        powers = np.exp(scores)
        shares: Numbers = powers / powers.sum(axis=1, keepdims=True)
        return shares


def learn_hashed(
    found: Sequence[Sequence[Feature]],
    labels: Labels,
    *,
    strength: float,
    weights: Numbers | None = None,
) -> HashedClassifier:
    """Return a multinomial logistic regression; `strength` is 1 / the L2 penalty.

    `weights` says how much each example counts, shape (len(found),).
    """
    two = len(np.unique(labels)) == len(("no", "yes"))
    model = LogisticRegression(
        C=strength, solver="liblinear" if two else "lbfgs", max_iter=200, random_state=0
    )
    model.fit(hash_rows(found), labels, sample_weight=weights)
    return HashedClassifier(weights=model.coef_, intercepts=model.intercept_)
