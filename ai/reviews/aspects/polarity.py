"""How a mention is meant, by the words of its clause and around it."""

import math
from collections.abc import Sequence
from enum import IntEnum
from typing import Final

import numpy as np

from ai.reviews.aspects.hashed import Feature, HashedClassifier, learn_hashed
from ai.reviews.language.valence import compound, weigh_words
from ai.reviews.language.words import CONTRASTS, Word
from ai.reviews.sentiment.measures import Labels, Numbers

STRENGTH: Final = 0.5
_WINDOW: Final = 5
_CLAUSE_ENDS: Final = frozenset(",.;:()…–—-")


class Polarity(IntEnum):
    """How something is meant; the values are the classes of the classifier."""

    NEGATIVE = 0
    NEUTRAL = 1
    POSITIVE = 2


def clause_of(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Return the places (first, last) of the clause around words of a sentence.

    It ends at punctuation and before a word of contrast, such as "but".
    """
    begin, end = first, last
    while begin > 0 and not _ends_clause(words[begin - 1]) and not _turns(words[begin]):
        begin -= 1
    while end + 1 < len(words) and not _ends_clause(words[end + 1]) and not _turns(words[end + 1]):
        end += 1
    return begin, end


def _ends_clause(word: Word) -> bool:
    return word.text in _CLAUSE_ENDS


def _turns(word: Word) -> bool:
    return word.text in CONTRASTS


def polarity_features(words: Sequence[Word], first: int, last: int) -> list[Feature]:
    """Return the features of a mention: words by their distance, its clause, and valences."""
    weights = weigh_words(words)
    begin, end = clause_of(words, first, last)
    marked = [f"not_{word.text}" if word.negated else word.text for word in words]
    found: list[Feature] = [(f"a={words[at].text}", 0.5) for at in range(first, last + 1)]
    for at, term in enumerate(marked):
        if first <= at <= last or not words[at].is_word:
            continue
        distance = first - at if at < first else at - last
        in_clause = begin <= at <= end
        found.append((f"s={term}", 0.3))
        found.append((f"d={term}", 1 / distance))
        if in_clause:
            found.append((f"c={term}", 0.7))
        if distance <= _WINDOW:
            found.append((f"{'L' if at < first else 'R'}{distance}={term}", 0.7))
    found += [
        (f"2={marked[at]} {marked[at + 1]}", 0.7)
        for at in range(max(first - _WINDOW, begin), min(last + _WINDOW, end))
        if at + 1 < first or at > last
    ]
    return [*found, *_valences(weights, first, last, begin, end)]


def _valences(weights: Numbers, first: int, last: int, begin: int, end: int) -> list[Feature]:
    places = np.arange(len(weights))
    distance = np.maximum(np.maximum(first - places, places - last), 1)
    outside = np.where((places >= first) & (places <= last), 0.0, weights)
    clause, whole = outside[begin : end + 1].sum(), outside.sum()
    near = float((outside / distance).sum())
    found: list[Feature] = []
    for name, value in (("clause", clause), ("whole", whole), ("near", near * 2)):
        softened = compound(float(value))
        found.append((f"v {name} {'+' if softened > 0 else '-'}", abs(softened) * 2))
        found.append((f"v {name} {round(softened * 2)}", 0.5))
    told = np.flatnonzero(outside)
    if len(told):
        nearest = told[distance[told].argmin()]
        sign = "+" if outside[nearest] > 0 else "-"
        step = min(int(math.log2(distance[nearest])), 3)
        found.append((f"nearest {sign} {step} {begin <= nearest <= end}", 1.0))
    else:
        found.append(("nearest none", 1.0))
    return found


def lexicon_polarity(words: Sequence[Word], first: int, last: int) -> float:
    """Return how a mention is meant by the lexicon alone, from -1 to 1: its clause, then all."""
    weights = weigh_words(words)
    begin, end = clause_of(words, first, last)
    clause = float(weights[begin : end + 1].sum())
    return compound(clause if clause else float(weights.sum()))


def learn_polarity(
    sentences: Sequence[Sequence[Word]],
    spans: Sequence[tuple[int, int]],
    labels: Labels,
    *,
    weights: Numbers | None = None,
) -> HashedClassifier:
    """Return a classifier of mentions: the words of each one's sentence, its place, its class."""
    features = [
        polarity_features(words, first, last)
        for words, (first, last) in zip(sentences, spans, strict=True)
    ]
    return learn_hashed(features, labels, strength=STRENGTH, weights=weights)
