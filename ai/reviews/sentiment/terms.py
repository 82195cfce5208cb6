"""Texts as rows of TF-IDF weights, in several families of terms.

A family is a way to cut a text into terms. Its rows have length 1, so that short fields count as
much as long ones: w = (1 + ln tf) * (1 + ln((1 + n) / (1 + df))), each row divided by its length
(Salton & Buckley 1988, with the smoothed idf that scikit-learn uses).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy import sparse

from ai.reviews.language.words import CONTRASTS, grams, marked_terms, plain_terms
from ai.reviews.sentiment.texts import Text

Rows = Any  # scipy's sparse matrices carry no types
Numbers = npt.NDArray[np.float64]

_CHARACTERS: Final = range(2, 6)
# Words after a contrast that belong to it.
_TURN: Final = 8


def _plain(text: Text) -> list[str]:
    return grams(plain_terms(text.words), 2)


def _marked(text: Text) -> list[str]:
    return grams(marked_terms(text.words), 3)


def _title(text: Text) -> list[str]:
    return grams(marked_terms(text.title_words), 2)


def _last(text: Text) -> list[str]:
    return grams(marked_terms(text.last_words), 2)


def _pairs(text: Text) -> list[str]:
    """Return words two apart: "runs small" in "runs very small"."""
    terms = marked_terms(text.words)
    return [f"{one} {other}" for one, other in zip(terms, terms[2:], strict=False)]


def _turn(text: Text) -> list[str]:
    """Return what follows words such as "but": the part that decides."""
    found: list[str] = []
    left = 0
    for word in text.body_words:
        if word.text in CONTRASTS:
            left = _TURN
        elif left and word.is_word:
            found.append(f"not_{word.text}" if word.negated else word.text)
            left -= 1
    return grams(found, 2)


def _characters(text: Text) -> list[str]:
    """Return the runs of 2 to 5 characters inside words, with a space at either end."""
    return [run for word in plain_terms(text.words) for run in _runs(word)]


@lru_cache(maxsize=65_536)  # words return
def _runs(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(
        padded[at : at + size]
        for size in _CHARACTERS
        for at in range(max(len(padded) - size + 1, 1))
    )


FAMILIES: Final[Mapping[str, Callable[[Text], list[str]]]] = {
    "plain": _plain,
    "marked": _marked,
    "title": _title,
    "last": _last,
    "pairs": _pairs,
    "turn": _turn,
    "characters": _characters,
}
# Of so many texts at least a term must be part: what is rarer teaches nothing that lasts.
LEAST_TEXTS: Final[Mapping[str, int]] = {"characters": 5}
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFamily:
    """The terms of one family, with the idf of each."""

    name: str
    terms: Sequence[str]
    idf: Numbers
    places: Mapping[str, int] = field(repr=False)

    @classmethod
    def of(cls, name: str, terms: Sequence[str], idf: Numbers) -> "TermFamily":
        """Return the family of these terms."""
        places = {term: place for place, term in enumerate(terms)}
        return cls(name=name, terms=terms, idf=idf, places=places)

    @classmethod
    def learn(cls, name: str, texts: Sequence[Text], *, most: int | None = None) -> "TermFamily":
        """Return the terms that enough of the texts have; at most `most`, the commonest."""
        cut = FAMILIES[name]
        counts = Counter(term for text in texts for term in set(cut(text)))
        least = LEAST_TEXTS.get(name, _FEWEST)
        kept = [(term, count) for term, count in counts.items() if count >= least]
        kept.sort(key=lambda each: (-each[1], each[0]))
        kept = kept[:most]
        df = np.array([count for _, count in kept], float)
        idf = 1 + np.log((1 + len(texts)) / (1 + df))
        return cls.of(name, [term for term, _ in kept], idf)

    def rows(self, texts: Iterable[Text]) -> Rows:
        """Return the texts as a sparse matrix of shape (texts, terms), rows of length 1 or 0."""
        cut, places = FAMILIES[self.name], self.places
        starts = [0]
        columns: list[int] = []
        counts: list[int] = []
        for text in texts:
            found = Counter(place for term in cut(text) if (place := places.get(term)) is not None)
            columns.extend(found.keys())
            counts.extend(found.values())
            starts.append(len(columns))
        at = np.array(columns, np.int32)
        weights = (1 + np.log(np.array(counts, np.float64))) * self.idf[at]
        shape = (len(starts) - 1, len(self.terms))
        rows = sparse.csr_matrix((weights, at, np.array(starts)), shape=shape)
        lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
        lengths[lengths == 0] = 1.0
        rows.data /= np.repeat(lengths, np.diff(rows.indptr))
        rows.sort_indices()
        return rows

    def keep(self, chosen: npt.NDArray[np.int64]) -> "TermFamily":
        """Return the family with only these terms (their places)."""
        return TermFamily.of(self.name, [self.terms[at] for at in chosen], self.idf[chosen])
