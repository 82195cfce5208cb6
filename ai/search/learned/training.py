"""Learning what to add to the fused score, and whether that is worth anything.

Three ways are cross-validated by query: the fusion alone, weights for the features, and trees. The
best mean nDCG@10 on queries that were not learnt from wins; where the fusion does, nothing is
learnt. Trees have to win by a margin: they fit what is left to chance more readily.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Any, Final

import numpy as np
from scipy.optimize import minimize

from ai.exceptions import RankerUnusable
from ai.search.learned.boosting import grow
from ai.search.learned.features import FEATURES, PER_QUERY, STYLE, Matrix
from ai.search.learned.folds import split
from ai.search.learned.forest import Forest
from ai.search.learned.model import Ranker
from ai.search.relevance import Gains, ndcg

# More of these is better, all else equal: what is learnt may not say the opposite, whatever a few
# dozen queries suggest.
RISING: Final = frozenset(FEATURES) - {
    *("density", "title_length", "price"),
    *("query_length", "query_known", "words_best", "meaning_best", "agreement"),
}
# Unjudged candidates below this place teach nothing: nobody would see them.
TAUGHT: Final = 60
# The fused score on the scale of what is learnt: a first page's neighbours, 0.01 apart, become 0.06
# to 0.1.
WEIGHTS_SCALE: Final = 6.0
TREES_SCALE: Final = 10.0
# Pulls the weights of standardised features towards 0.
PENALTY: Final = 0.03
FOLDS: Final = 5
SEED: Final = 0
# Titles are written as usual between these percentiles of the queries that were learnt from.
USUAL: Final = (5, 95)
# Fewer queries teach nothing that holds for others.
MIN_QUERIES: Final = 20
FUSION: Final = "fusion"
MARGINS: Final = {"trees": 0.005}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One query's candidates: ids, features, the score without learning, and their gains."""

    ids: Sequence[str]
    features: Matrix
    base: Matrix
    # Products with an exact code come first, whatever is learnt.
    exact: Sequence[bool]
    gains: Gains

    def ranking(self, added: Matrix | float = 0.0) -> list[str]:
        """Return the products in the order of their scores with something added."""
        scores = self.base + added
        order = sorted(
            range(len(self.ids)), key=lambda row: (self.exact[row], scores[row]), reverse=True
        )
        return [self.ids[row] for row in order]


Fit = Callable[[Sequence[Example], str], Ranker]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What cross-validation said of each way, and the rankers learnt without each fold."""

    quality: Mapping[str, float]
    best: str
    held: tuple[tuple[tuple[int, ...], Ranker | None], ...]


def fit_weights(examples: Sequence[Example], space: str) -> Ranker:
    """Return weights that raise the gains' share of a softmax over the candidates.

    The listwise loss of Cao et al., "Learning to Rank: From Pairwise Approach to Listwise Approach"
    (ICML 2007), on top of the fused score, with rising features held at 0 or more.
    """
    taught = [_taught(each) for each in examples]
    taught = [each for each in taught if each[2].any() and len(each[2]) > 1]
    ranges = _ranges(examples)
    columns = [column for column in range(len(FEATURES)) if column not in PER_QUERY]
    spread = np.sqrt(
        np.mean(np.vstack([x - x.mean(axis=0) for x, _, _ in taught])[:, columns] ** 2, axis=0)
    )
    spread = np.where(spread > 0, spread, np.inf)

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        total, slope = 0.0, np.zeros(len(columns))
        for rows, base, gains in taught:
            standard = (rows[:, columns] - rows[:, columns].mean(axis=0)) / spread
            scores = standard @ weights + WEIGHTS_SCALE * base
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            wanted = gains / gains.sum()
            total -= float(wanted @ np.log(shares + 1e-12))
            slope += standard.T @ (shares - wanted)
        count = max(len(taught), 1)
        return (
            total / count + PENALTY * float(weights @ weights),
            slope / count + 2 * PENALTY * weights,
        )

    names = list(FEATURES)
    bounds = [(0.0, None) if names[column] in RISING else (None, None) for column in columns]
    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", bounds=bounds)
    weights = np.zeros(len(FEATURES))
    weights[columns] = found.x / spread / WEIGHTS_SCALE
    return Ranker(weights=weights, forest=Forest.of_nodes([]), space=space, **ranges)


def fit_trees(examples: Sequence[Example], space: str) -> Ranker:
    """Return trees by LambdaMART, on top of the fused score."""
    taught = [each for each in map(_taught, examples) if len(each[2]) > 1]
    ranges = _ranges(examples)
    trees = grow(
        np.vstack([rows for rows, _, _ in taught]),
        np.log2(np.concatenate([gains for _, _, gains in taught]) + 1).round().astype(int).tolist(),
        groups=[len(gains) for _, _, gains in taught],
        start=TREES_SCALE * np.concatenate([base for _, base, _ in taught]),
        directions=[int(name in RISING) for name in FEATURES],
    )
    scaled = [[[*node[:4], round(node[4] / TREES_SCALE, 6)] for node in tree] for tree in trees]
    return Ranker(
        weights=np.zeros(len(FEATURES)),
        forest=Forest.of_nodes(scaled),
        trees=scaled,
        space=space,
        **ranges,
    )


FITS: Final[dict[str, Fit]] = {"weights": fit_weights, "trees": fit_trees}


def cross_validate(
    examples: Sequence[Example], space: str, *, folds: int = FOLDS, seed: int = SEED
) -> Lesson:
    """Return how each way does on queries it has not learnt from.

    The way itself is chosen without the fold it is then measured on.
    """
    parts = split(len(examples), folds=folds, seed=seed)
    fitted: dict[tuple[str, int], Ranker] = {}
    quality: dict[str, list[float]] = {
        FUSION: [ndcg(each.ranking(), each.gains) for each in examples]
    }
    for name, fit in FITS.items():
        quality[name] = [0.0] * len(examples)
        for place, held in enumerate(parts):
            others = [each for row, each in enumerate(examples) if row not in held]
            fitted[name, place] = ranker = fit(others, space)
            for row in held:
                quality[name][row] = _quality(examples[row], ranker)
    chosen = [
        _best(
            {
                name: fmean(value for row, value in enumerate(values) if row not in held)
                for name, values in quality.items()
            }
        )
        for held in parts
    ]
    means = {name: fmean(values) for name, values in quality.items()}
    return Lesson(
        quality=means,
        best=_best(means),
        held=tuple(
            (tuple(held), fitted.get((name, place)))
            for place, (name, held) in enumerate(zip(chosen, parts, strict=True))
        ),
    )


def learn(examples: Sequence[Example], space: str, *, metrics: Mapping[str, Any]) -> Ranker | None:
    """Return the ranker of all examples by the best way, None where the fusion is best.

    Raises RankerUnusable where too few queries have good and poor candidates to tell apart.
    """
    telling = sum(len(set(_taught(each)[2].tolist())) > 1 for each in examples)
    if telling < MIN_QUERIES:
        raise RankerUnusable(
            f"{telling} queries found both good and poor products: {MIN_QUERIES} are the least."
        )
    lesson = cross_validate(examples, space)
    if lesson.best == FUSION:
        return None
    ranker = FITS[lesson.best](examples, space)
    told = {
        **metrics,
        "way": lesson.best,
        "queries": len(examples),
        "ndcg_at_10": {name: round(value, 4) for name, value in lesson.quality.items()},
    }
    return replace(ranker, metrics=told)


def _best(means: Mapping[str, float]) -> str:
    """Return the way that is best by more than the margin it needs."""
    return max(means, key=lambda name: means[name] - MARGINS.get(name, 0.0))


def _quality(example: Example, ranker: Ranker) -> float:
    added = ranker.score(example.features) if ranker.applies(example.features) else 0.0
    return ndcg(example.ranking(added), example.gains)


def _taught(example: Example) -> tuple[Matrix, Matrix, Matrix]:
    """Return the features, base scores and gains (2^g - 1) of what there is to learn from."""
    rows = [
        row
        for row, id_ in enumerate(example.ids)
        if (row < TAUGHT or id_ in example.gains) and not example.exact[row]
    ]
    gains = np.array([2.0 ** example.gains.get(example.ids[row], 0) - 1 for row in rows])
    return example.features[rows], example.base[rows], gains


def _ranges(examples: Sequence[Example]) -> dict[str, Any]:
    """Return what the features were, over all candidates, and on the mean of a query's."""
    rows = np.vstack([each.features for each in examples])
    usual = np.array([each.features.mean(axis=0) for each in examples if len(each.ids)])
    usual_low, usual_high = usual.min(axis=0), usual.max(axis=0)
    usual_low[STYLE], usual_high[STYLE] = np.percentile(usual[:, STYLE], USUAL, axis=0)
    return {
        "means": rows.mean(axis=0),
        "low": rows.min(axis=0),
        "high": rows.max(axis=0),
        "usual_low": usual_low,
        "usual_high": usual_high,
    }
