"""Which words of a sentence name what an opinion is about: a tagger without a grammar.

Each word is judged by itself and its neighbours (a window, as in the taggers of Ratnaparkhi 1996)
and by how much opinion stands around it; runs of words above the threshold are a mention.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ai.reviews.aspects.hashed import Feature, HashedClassifier, learn_hashed
from ai.reviews.aspects.small_words import BEFORE_NOUNS, LINKING, SMALL_WORDS
from ai.reviews.language.valence import weigh_words
from ai.reviews.language.words import Word

# Of learning: stronger than this, it learns single products by heart.
STRENGTH: Final = 0.3
# P(part of a mention). The best F1 on products not learnt from is at 0.13; to shoppers a mention
# that is none is worse than one that is missed.
BEST_F1: Final = 0.13
THRESHOLD: Final = 0.15
# Words that an opinion reaches.
_NEAR: Final = 4
_PAD: Final = "^"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words of a sentence from `first` to `last`, both inside, and P(it is meant)."""

    first: int
    last: int
    probability: float


def tag_features(words: Sequence[Word]) -> list[list[Feature]]:
    """Return the features of each word of a sentence."""
    texts = [word.text for word in words]
    weights = weigh_words(words)
    marks = [_mark(text, weight) for text, weight in zip(texts, weights, strict=True)]
    total = min(int((weights != 0).sum()), 3)
    found = []
    for at in range(len(words)):
        near = weights[max(at - _NEAR, 0) : at + _NEAR + 1]
        found.append(
            [
                *_own(texts, at),
                *_neighbours(texts, marks, at),
                (f"opinions={total}", 1.0),
                (f"near={min(int((near != 0).sum()), 2)}", 1.0),
                (f"near,w={int((near != 0).any())},{texts[at]}", 1.0),
                (f"place={'first' if at == 0 else 'last' if at == len(words) - 1 else ''}", 1.0),
                (f"length={min(len(words) // 8, 4)}", 1.0),
            ]
        )
    return found


def _mark(text: str, weight: float) -> str:
    """Return what kind of word it is, as far as lists can tell."""
    if not text[0].isalnum():
        return "."
    if text in BEFORE_NOUNS:
        return "the"
    if text in LINKING:
        return "is"
    if text in SMALL_WORDS:
        return "small"
    if weight:
        return "good" if weight > 0 else "bad"
    return "number" if text[0].isdigit() else "word"


def _own(texts: Sequence[str], at: int) -> list[Feature]:
    text = texts[at]
    return [
        (f"w={text}", 1.0),
        (f"stem={singular(text)}", 1.0),
        (f"end={text[-3:]}", 1.0),
        (f"end2={text[-2:]}", 0.5),
        (f"size={min(len(text), 8)}", 0.5),
    ]


def _neighbours(texts: Sequence[str], marks: Sequence[str], at: int) -> list[Feature]:
    def near(values: Sequence[str], offset: int) -> str:
        place = at + offset
        return values[place] if 0 <= place < len(values) else _PAD

    found = [(f"w{offset}={near(texts, offset)}", 1.0) for offset in (-2, -1, 1, 2)]
    found += [(f"m{offset}={near(marks, offset)}", 1.0) for offset in (-3, -2, -1, 0, 1, 2, 3)]
    found += [
        (f"m-1,0,1={near(marks, -1)},{near(marks, 0)},{near(marks, 1)}", 1.0),
        (f"m-2,-1,0={near(marks, -2)},{near(marks, -1)},{near(marks, 0)}", 1.0),
        (f"m0,1,2={near(marks, 0)},{near(marks, 1)},{near(marks, 2)}", 1.0),
        (f"w-1,0={near(texts, -1)},{texts[at]}", 1.0),
        (f"w0,1={texts[at]},{near(texts, 1)}", 1.0),
        (f"w0,m1={texts[at]},{near(marks, 1)}", 1.0),
        (f"w0,m-1={texts[at]},{near(marks, -1)}", 1.0),
    ]
    return found


def singular(word: str) -> str:
    """Return a plural without its ending, by rule: `batteries` -> `battery`, `zips` -> `zip`."""
    if len(word) > 4 and word.endswith("ies"):  # noqa: PLR2004 - "ties" stays
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")):  # noqa: PLR2004
        return word[:-1]
    return word


def find_spans(
    words: Sequence[Word], chances: Sequence[float], *, threshold: float = THRESHOLD
) -> list[Span]:
    """Return the runs of words with chances above the threshold, less small words at their ends."""
    spans, begin = [], None
    for at, chance in enumerate([*chances, 0.0]):
        if chance >= threshold and words[at].is_word:
            begin = at if begin is None else begin
        elif begin is not None:
            span = _trimmed(words, begin, at - 1, chances)
            spans += [span] if span else []
            begin = None
    return spans


def _trimmed(words: Sequence[Word], first: int, last: int, chances: Sequence[float]) -> Span | None:
    while first <= last and words[first].text in SMALL_WORDS:
        first += 1
    while last >= first and words[last].text in SMALL_WORDS:
        last -= 1
    if first > last:
        return None
    return Span(first=first, last=last, probability=float(max(chances[first : last + 1])))


def tag_chances(tagger: HashedClassifier, sentences: Sequence[Sequence[Word]]) -> list[list[float]]:
    """Return for each word of each sentence P(it is part of a mention)."""
    features = [each for words in sentences for each in tag_features(words)]
    chances = tagger.probabilities(features)[:, 1]
    ends = np.cumsum([len(words) for words in sentences])
    return [part.tolist() for part in np.split(chances, ends[:-1])] if len(sentences) else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """A sentence whose mentions are known: (first, last) places of words."""

    words: Sequence[Word]
    spans: Sequence[tuple[int, int]]


def learn_tagger(examples: Sequence[Tagged]) -> HashedClassifier:
    """Return a tagger of these sentences."""
    features: list[list[Feature]] = []
    labels: list[int] = []
    for each in examples:
        inside = {place for first, last in each.spans for place in range(first, last + 1)}
        features += tag_features(each.words)
        labels += [int(place in inside) for place in range(len(each.words))]
    return learn_hashed(features, np.array(labels), strength=STRENGTH)
