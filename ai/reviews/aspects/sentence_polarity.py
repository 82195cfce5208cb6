"""How a single sentence is meant: well, badly, or neither."""

from collections.abc import Sequence
from typing import Final

from ai.reviews.aspects.hashed import Feature, HashedClassifier, learn_hashed
from ai.reviews.language.valence import FEATURES, valence_features
from ai.reviews.language.words import Word, grams, marked_terms
from ai.reviews.sentiment.measures import Labels, Numbers

STRENGTH: Final = 0.3


def sentence_features(words: Sequence[Word]) -> list[Feature]:
    """Return the features of a sentence: its words and pairs, negation marked, and valences."""
    terms = set(grams(marked_terms(words), 2))
    share = 2 / max(len(terms), 1) ** 0.5
    found = [(f"t={term}", share) for term in terms]
    values = valence_features(words)
    found += [(f"v={name}", float(value)) for name, value in zip(FEATURES, values, strict=True)]
    found.append((f"v~{round(float(values[0]) * 3)}", 1.0))
    return found


def learn_sentence_polarity(
    sentences: Sequence[Sequence[Word]], labels: Labels
) -> HashedClassifier:
    """Return a classifier of sentences into `Polarity`."""
    return learn_hashed([sentence_features(each) for each in sentences], labels, strength=STRENGTH)


def sentence_polarities(
    classifier: HashedClassifier, sentences: Sequence[Sequence[Word]]
) -> Numbers:
    """Return P(positive) - P(negative) of each sentence, from -1 to 1."""
    shares = classifier.probabilities([sentence_features(words) for words in sentences])
    difference: Numbers = shares[:, 2] - shares[:, 0]
    return difference
