"""From lanes to one calibrated model: stacking over inner folds (Wolpert 1992)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from ai.reviews.sentiment.lanes import Columns, Lane
from ai.reviews.sentiment.measures import Labels, Numbers, area_under_curve, best_threshold
from ai.reviews.sentiment.terms import Rows

FOLDS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Blend:
    """One linear model: P(positive) = 1 / (1 + exp(-(rows @ weights + intercept))).

    `threshold` is that of the best macro-F1 on texts not learnt from; `auc_of_lanes` and
    `shares` say how good each lane was there, and what it adds to the score (per its spread).
    """

    weights: Numbers
    intercept: float
    threshold: float
    auc_of_lanes: dict[str, float]
    shares: dict[str, float]

    def probabilities(self, rows: Rows) -> Numbers:
        """Return P(positive) of shape (texts,)."""
        return sigmoid(rows @ self.weights + self.intercept)


def sigmoid(scores: Numbers) -> Numbers:
    """Return 1 / (1 + exp(-scores)), without overflow."""
    found: Numbers = np.exp(-np.logaddexp(0, -scores))
    return found


def blend_lanes(
    rows: Rows,
    labels: Labels,
    *,
    columns: Columns,
    lanes: Sequence[Lane],
    groups: npt.NDArray[np.int64],
) -> Blend:
    """Learn every lane, and from scores of texts they did not learn from, how to add them up.

    Texts of one group are never on both sides of a fold. The sum is a logistic regression on those
    scores, so its probabilities are calibrated as Platt (1999) has it, on unseen texts.
    """
    unseen = _unseen_scores(rows, labels, columns, lanes, groups)
    spread = unseen.std(axis=0)
    spread[spread == 0] = 1.0
    stack = LogisticRegression(C=1.0)
    stack.fit(unseen / spread, labels)
    factors = stack.coef_[0] / spread
    probabilities = sigmoid(unseen @ factors + stack.intercept_[0])
    learnt = [lane.learn(rows, labels, columns) for lane in lanes]
    pairs = list(zip(factors, learnt, strict=True))
    return Blend(
        weights=np.sum([factor * weights for factor, (weights, _) in pairs], axis=0),
        intercept=float(
            stack.intercept_[0] + sum(factor * intercept for factor, (_, intercept) in pairs)
        ),
        threshold=best_threshold(probabilities, labels),
        auc_of_lanes={
            lane.name: area_under_curve(scores, labels)
            for lane, scores in zip(lanes, unseen.T, strict=True)
        },
        shares={lane.name: float(value) for lane, value in zip(lanes, stack.coef_[0], strict=True)},
    )


def _unseen_scores(
    rows: Rows,
    labels: Labels,
    columns: Columns,
    lanes: Sequence[Lane],
    groups: npt.NDArray[np.int64],
) -> Numbers:
    """Return a score a text and lane, by models that did not see the text's group."""
    scores = np.zeros((len(labels), len(lanes)))
    folds = GroupKFold(min(FOLDS, len(np.unique(groups))), shuffle=True, random_state=0)
    for seen, held_out in folds.split(labels, labels, groups):
        for place, lane in enumerate(lanes):
            weights, intercept = lane.learn(rows[seen], labels[seen], columns)
            scores[held_out, place] = rows[held_out] @ weights + intercept
    return scores
