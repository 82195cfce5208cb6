"""How good a classifier's probabilities are."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]

BINS: Final = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Figures of one test: all shares from 0 to 1; `ece` as `calibration_error` defines it."""

    auc: float
    macro_f1: float
    accuracy: float
    ece: float
    brier: float
    log_loss: float
    threshold: float
    texts: int
    share_positive: float


def measure(probabilities: Numbers, labels: Labels, *, threshold: float) -> Measures:
    """Return how well P(positive) of shape (n,) tells labels 1 from 0; both must occur."""
    clipped = np.clip(probabilities, 1e-7, 1 - 1e-7)
    said = probabilities >= threshold
    return Measures(
        auc=area_under_curve(probabilities, labels),
        macro_f1=macro_f1(said, labels),
        accuracy=float((said == labels).mean()),
        ece=calibration_error(probabilities, labels),
        brier=float(((probabilities - labels) ** 2).mean()),
        log_loss=float(-np.log(np.where(labels == 1, clipped, 1 - clipped)).mean()),
        threshold=threshold,
        texts=len(labels),
        share_positive=float(labels.mean()),
    )


def area_under_curve(scores: Numbers, labels: Labels) -> float:
    """Return the chance that a positive text scores above a negative one; ties count half.

    The rank form of Mann & Whitney.
    """
    _, places, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[places]
    positive = int(labels.sum())
    negative = len(labels) - positive
    above = ranks[labels == 1].sum() - positive * (positive + 1) / 2
    return float(above / (positive * negative))


def macro_f1(said: npt.NDArray[Any], labels: Labels) -> float:
    """Return the mean of the F1 of both classes; a class that is never said has 0."""
    found = []
    for value in (0, 1):
        hits = int(((said == value) & (labels == value)).sum())
        said_or_so = int((said == value).sum() + (labels == value).sum())
        found.append(2 * hits / said_or_so if said_or_so else 0.0)
    return sum(found) / 2


def calibration_error(probabilities: Numbers, labels: Labels, *, bins: int = BINS) -> float:
    """Return the expected calibration error of P(positive).

    ECE = sum over bins of n_b / n * |mean P in b - share of positive texts in b|, with `bins` bins
    of equal width from 0 to 1 (Naeini et al. 2015, in the binary form).
    """
    at = np.minimum((probabilities * bins).astype(int), bins - 1)
    n = np.bincount(at, minlength=bins)
    said = np.bincount(at, weights=probabilities, minlength=bins)
    true = np.bincount(at, weights=labels, minlength=bins)
    return float(np.abs(said - true)[n > 0].sum() / len(labels))


def best_threshold(probabilities: Numbers, labels: Labels) -> float:
    """Return the threshold of the best macro-F1, from the middle of the best stretch.

    The curve is ragged: it is smoothed over neighbouring thresholds, so that one lucky text does
    not decide.
    """
    grid = np.linspace(0.02, 0.98, 193)
    curve = np.array([macro_f1(probabilities >= each, labels) for each in grid])
    window = np.hanning(13)
    padded = np.pad(curve, 6, mode="edge")
    smooth = np.convolve(padded, window / window.sum(), mode="valid")
    return float(grid[int(smooth.argmax())])
