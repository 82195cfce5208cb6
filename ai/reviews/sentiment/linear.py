"""Linear models on sparse rows: logistic regression, and the same on naive Bayes features."""

import numpy as np
from sklearn.linear_model import LogisticRegression

from ai.reviews.sentiment.measures import Labels, Numbers
from ai.reviews.sentiment.terms import Rows


def fit_logistic(rows: Rows, labels: Labels, *, strength: float) -> tuple[Numbers, float]:
    """Return weights of shape (columns,) and the intercept; `strength` is 1 / the L2 penalty."""
    # The dual form of few texts with many terms is several times faster in liblinear than lbfgs.
    model = LogisticRegression(C=strength, solver="liblinear", random_state=0)
    model.fit(rows, labels)
    return model.coef_[0], float(model.intercept_[0])


def naive_bayes_ratios(rows: Rows, labels: Labels, *, smoothing: float = 0.1) -> Numbers:
    """Return the log ratio of each column's mass in positive and negative rows.

    What Wang & Manning (2012) multiply features with: "NB-SVM".
    """
    good = np.asarray(rows[labels == 1].sum(axis=0)).ravel() + smoothing
    bad = np.asarray(rows[labels == 0].sum(axis=0)).ravel() + smoothing
    ratios: Numbers = np.log((good / good.sum()) / (bad / bad.sum()))
    return ratios


def fit_bayes_logistic(rows: Rows, labels: Labels, *, strength: float) -> tuple[Numbers, float]:
    """Return weights on the plain rows of a logistic regression on rows times their NB ratios."""
    ratios = naive_bayes_ratios(rows, labels)
    weights, intercept = fit_logistic(rows.multiply(ratios).tocsr(), labels, strength=strength)
    return weights * ratios, intercept
