"""How well mentions and their polarities are told, beside a lexicon and beside TF-IDF."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from ai.reviews.aspects.hashed import learn_hashed
from ai.reviews.aspects.polarity import (
    Polarity,
    learn_polarity,
    lexicon_polarity,
    polarity_features,
)
from ai.reviews.aspects.small_words import SMALL_WORDS
from ai.reviews.aspects.tagging import (
    BEST_F1,
    Tagged,
    find_spans,
    learn_tagger,
    singular,
    tag_chances,
)
from ai.reviews.language.valence import weigh_words
from ai.reviews.language.words import Word, grams, plain_terms
from ai.reviews.sentiment.measures import Labels, Numbers

# A word of at least this share of a product's sentences is a feature of it (Hu & Liu 2004: 1 %).
_FREQUENT: Final = 0.01
# Of the lexicon's valence, between which a mention is meant neither way.
_FLAT: Final = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A sentence, and of each of its aspects: term, place of its words if it is said, polarity.

    `group` is the product that the sentence is about.
    """

    words: Sequence[Word]
    terms: Sequence[str]
    places: Sequence[tuple[int, int] | None]
    polarities: Sequence[int]
    group: str
    text: str

    @property
    def polarity(self) -> int | None:
        """How the sentence is meant as a whole; None where its aspects disagree."""
        told = set(self.polarities) - {int(Polarity.NEUTRAL)}
        if len(told) > 1:
            return None
        return told.pop() if told else int(Polarity.NEUTRAL)

    @property
    def said(self) -> list[tuple[tuple[int, int], int]]:
        """The aspects that stand in the sentence: place and polarity."""
        pairs = zip(self.places, self.polarities, strict=True)
        return [(place, polarity) for place, polarity in pairs if place is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionScore:
    """How many mentions are right, shares from 0 to 1.

    One is right if it shares a word with a judged aspect, once each; `exact_f1` asks for the same
    words. Aspects that are only implied count as missed.
    """

    precision: float
    recall: float
    f1: float
    exact_f1: float
    judged: int


def score_mentions(found: Sequence[Sequence[str]], sentences: Sequence[Judged]) -> MentionScore:
    """Return how well the terms found in each sentence are those that were judged."""
    hits = _hits(found, sentences, lambda one, other: bool(set(one.split()) & set(other.split())))
    exact = _hits(found, sentences, lambda one, other: one == other)
    said = sum(map(len, found))
    judged = sum(len(sentence.terms) for sentence in sentences)
    return MentionScore(
        precision=hits / said if said else 0.0,
        recall=hits / judged if judged else 0.0,
        f1=2 * hits / (said + judged) if said + judged else 0.0,
        exact_f1=2 * exact / (said + judged) if said + judged else 0.0,
        judged=judged,
    )


def _hits(
    found: Sequence[Sequence[str]],
    sentences: Sequence[Judged],
    alike: Callable[[str, str], bool],
) -> int:
    hits = 0
    for terms, sentence in zip(found, sentences, strict=True):
        left = list(sentence.terms)
        for term in terms:
            match = next((each for each in left if alike(term, each)), None)
            if match is not None:
                left.remove(match)
                hits += 1
    return hits


def term_at(words: Sequence[Word], first: int, last: int) -> str:
    """Return the words of a place, in the singular."""
    return " ".join(singular(words[at].text) for at in range(first, last + 1) if words[at].is_word)


def tagged_terms(
    learnt_from: Sequence[Judged], sentences: Sequence[Judged], *, threshold: float = BEST_F1
) -> list[list[str]]:
    """Return the terms that a tagger of the first sentences finds in the others."""
    tagger = learn_tagger(
        [Tagged(words=each.words, spans=[place for place, _ in each.said]) for each in learnt_from]
    )
    words = [each.words for each in sentences]
    return [
        [
            term_at(each, span.first, span.last)
            for span in find_spans(each, chances, threshold=threshold)
        ]
        for each, chances in zip(words, tag_chances(tagger, words), strict=True)
    ]


def frequent_terms(sentences: Sequence[Judged]) -> list[list[str]]:
    """Return the baseline's terms: frequent words of the sentences' group, beside an opinion word.

    After Hu & Liu (2004), without their tagger of parts of speech.
    """
    return _listed(sentences, _frequent(sentences), needs_opinion=True)


def salient_terms(learnt_from: Sequence[Judged], sentences: Sequence[Judged]) -> list[list[str]]:
    """Return the other baseline's terms: a group's words of the highest TF-IDF, wherever they are.

    The documents are the groups; as many terms as are frequent ones.
    """
    documents = [*_counts(learnt_from).values()]
    wanted: dict[str, set[str]] = {}
    frequent = _frequent(sentences)
    for group, counts in _counts(sentences).items():
        weights = {
            term: np.log1p(count)
            * np.log((2 + len(documents)) / (1 + sum(term in d for d in documents)))
            for term, count in counts.items()
            if count > 1
        }
        best = sorted(weights, key=lambda term: (-weights[term], term))
        wanted[group] = set(best[: len(frequent[group])])
    return _listed(sentences, wanted, needs_opinion=False)


def _counts(sentences: Iterable[Judged]) -> dict[str, Counter[str]]:
    """Return for each group in how many of its sentences each content word stands."""
    counts: dict[str, Counter[str]] = {}
    for sentence in sentences:
        weights = weigh_words(sentence.words)
        counts.setdefault(sentence.group, Counter()).update(
            {
                singular(word.text)
                for word, weight in zip(sentence.words, weights, strict=True)
                if word.is_word
                and not weight
                and word.text not in SMALL_WORDS
                and len(word.text) > 2  # noqa: PLR2004
            }
        )
    return counts


def _frequent(sentences: Sequence[Judged]) -> dict[str, set[str]]:
    sizes = Counter(sentence.group for sentence in sentences)
    return {
        group: {term for term, count in counts.items() if count >= _FREQUENT * sizes[group]}
        for group, counts in _counts(sentences).items()
    }


def _listed(
    sentences: Sequence[Judged], wanted: dict[str, set[str]], *, needs_opinion: bool
) -> list[list[str]]:
    found = []
    for sentence in sentences:
        terms = []
        if not needs_opinion or weigh_words(sentence.words).any():
            stems = dict.fromkeys(singular(word.text) for word in sentence.words)
            terms = [stem for stem in stems if stem in wanted.get(sentence.group, ())]
        found.append(terms)
    return found


def learnt_polarities(learnt_from: Sequence[Judged], sentences: Sequence[Judged]) -> Numbers:
    """Return P(class) of every aspect that is said, shape (aspects, 3), by clauses and windows."""
    sources, places, labels = _flat(learnt_from)
    classifier = learn_polarity(sources, places, labels)
    words, at, _ = _flat(sentences)
    return _three(
        classifier.probabilities(
            [polarity_features(each, *place) for each, place in zip(words, at, strict=True)]
        ),
        labels,
    )


def tfidf_polarities(learnt_from: Sequence[Judged], sentences: Sequence[Judged]) -> Numbers:
    """Return the same by the words of the whole sentence alone, as TF-IDF has them."""
    sources, _, labels = _flat(learnt_from)
    df = Counter(term for each in learnt_from for term in set(grams(plain_terms(each.words), 2)))

    def features(words: Sequence[Word]) -> list[tuple[str, float]]:
        counts = Counter(grams(plain_terms(words), 2))
        found = {
            term: (1 + np.log(count)) * (1 + np.log((1 + len(learnt_from)) / (1 + df[term])))
            for term, count in counts.items()
            if df[term] > 1
        }
        length = sum(value * value for value in found.values()) ** 0.5 or 1.0
        return [(term, float(value / length)) for term, value in found.items()]

    classifier = learn_hashed([features(each) for each in sources], labels, strength=4.0)
    words, _, _ = _flat(sentences)
    return _three(classifier.probabilities([features(each) for each in words]), labels)


def lexicon_polarities(sentences: Sequence[Judged]) -> Numbers:
    """Return the same by the lexicon alone, as certainties."""
    words, places, _ = _flat(sentences)
    shares = np.zeros((len(words), 3))
    for row, (each, place) in enumerate(zip(words, places, strict=True)):
        valence = lexicon_polarity(each, *place)
        shares[row, Polarity.NEUTRAL] = _FLAT
        shares[row, Polarity.POSITIVE if valence > 0 else Polarity.NEGATIVE] = abs(valence)
    return shares


def gold_polarities(sentences: Sequence[Judged]) -> Labels:
    """Return the judged class of every aspect that is said, in the order of the others."""
    return _flat(sentences)[2]


def score_polarities(shares: Numbers, gold: Labels) -> dict[str, float]:
    """Return accuracy over the classes that occur, and accuracy over positive against negative."""
    classes = np.unique(gold)
    said = classes[shares[:, classes].argmax(axis=1)]
    told = gold != Polarity.NEUTRAL
    is_positive = shares[:, Polarity.POSITIVE] > shares[:, Polarity.NEGATIVE]
    return {
        "accuracy": float((said == gold).mean()),
        "positive_or_negative": float(
            (is_positive[told] == (gold[told] == Polarity.POSITIVE)).mean()
        ),
        "aspects": len(gold),
    }


def _flat(sentences: Iterable[Judged]) -> tuple[list[Any], list[tuple[int, int]], Labels]:
    pairs = [(each.words, place, label) for each in sentences for place, label in each.said]
    words = [each for each, _, _ in pairs]
    return words, [place for _, place, _ in pairs], np.array([label for *_, label in pairs], int)


def _three(shares: Numbers, labels: Labels) -> Numbers:
    """Return shares of the classes learnt as shares of all three."""
    found = np.zeros((len(shares), 3))
    found[:, np.unique(labels)] = shares
    return found
