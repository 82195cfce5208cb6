"""The ways to tell praise from blame that are blended, each a linear model on shared columns.

The columns are those of the term families, of the lexicon, and of the vectors, in that order: a
sum of linear models on the same columns is one linear model, so the blend serves as fast as one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import sparse

from ai.reviews.language.valence import FEATURES, valence_features
from ai.reviews.sentiment.linear import fit_bayes_logistic, fit_logistic
from ai.reviews.sentiment.measures import Labels, Numbers
from ai.reviews.sentiment.terms import Rows, TermFamily
from ai.reviews.sentiment.texts import Text

ALL_FAMILIES: Final = ("marked", "plain", "characters", "title", "last", "pairs", "turn")
# How texts become vectors of shape (texts, dimensions), or None.
Embed = Callable[[Sequence[Text]], Numbers]
Fit = Callable[[Rows, Labels], tuple[Numbers, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What a text is turned into: families of terms, the lexicon's features, vector dimensions."""

    families: Sequence[TermFamily]
    dimensions: int = 0

    @property
    def spans(self) -> Mapping[str, slice]:
        """Where the columns of each family, of `lexicon` and of `vectors` are."""
        sizes = [(family.name, len(family.terms)) for family in self.families]
        sizes += [("lexicon", len(FEATURES)), ("vectors", self.dimensions)]
        spans, begin = {}, 0
        for name, size in sizes:
            spans[name] = slice(begin, begin + size)
            begin += size
        return spans

    def rows(self, texts: Sequence[Text], vectors: Numbers | None = None) -> Rows:
        """Return the texts as a sparse matrix of shape (texts, columns)."""
        blocks = [family.rows(texts) for family in self.families]
        features = [valence_features(text.words) for text in texts]
        blocks.append(sparse.csr_matrix(np.array(features).reshape(len(texts), len(FEATURES))))
        if self.dimensions:
            if vectors is None:
                raise ValueError("these columns need vectors")
            blocks.append(sparse.csr_matrix(vectors))
        return sparse.hstack(blocks, format="csr")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One way: the columns it looks at, and how it learns from them."""

    name: str
    parts: tuple[str, ...]
    fit: Fit

    def learn(self, rows: Rows, labels: Labels, columns: Columns) -> tuple[Numbers, float]:
        """Return weights of shape (columns,), 0 where the lane does not look, and an intercept."""
        spans = columns.spans
        looked_at = [
            np.arange(span.start, span.stop) for span in map(spans.get, self.parts) if span
        ]
        places = np.concatenate(looked_at)
        found, intercept = self.fit(rows[:, places], labels)
        weights = np.zeros(rows.shape[1])
        weights[places] = found
        return weights, intercept


def _logistic(strength: float) -> Fit:
    return lambda rows, labels: fit_logistic(rows, labels, strength=strength)


def _bayes(strength: float) -> Fit:
    return lambda rows, labels: fit_bayes_logistic(rows, labels, strength=strength)


# Strengths: the best of a grid by inner folds on reviews of clothes; 0.5 to 2 times change AUC by
# less than 0.001.
TERMS: Final = Lane(name="terms", parts=ALL_FAMILIES, fit=_logistic(1.5))
BAYES: Final = Lane(name="bayes", parts=("marked", "title"), fit=_bayes(0.5))
LEXICON: Final = Lane(name="lexicon", parts=("lexicon",), fit=_logistic(1.0))
VECTORS: Final = Lane(name="vectors", parts=("vectors",), fit=_logistic(5.0))


def lanes_for(columns: Columns) -> list[Lane]:
    """Return the lanes that these columns feed."""
    return [TERMS, BAYES, LEXICON, *([VECTORS] if columns.dimensions else [])]
