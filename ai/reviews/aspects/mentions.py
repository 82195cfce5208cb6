"""The mentions of a text: what is talked about, where, and how it is meant."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ai.reviews.aspects.model import AspectModel
from ai.reviews.aspects.polarity import Polarity, polarity_features
from ai.reviews.aspects.sentence_polarity import sentence_polarities
from ai.reviews.aspects.tagging import THRESHOLD, Span, find_spans, singular, tag_chances
from ai.reviews.language.sentences import Sentence, split_sentences
from ai.reviews.language.valence import weigh_words
from ai.reviews.language.words import Word, read_words

# Words of a term that are kept: the last ones, which in English carry the noun.
_MOST_WORDS: Final = 3
_LONGEST: Final = 80
# Characters of a sentence that are read: what has no full stop for longer is no sentence.
_LONGEST_SENTENCE: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """`surface` stands from `begin` to `end` of the text (characters), `term` is its normal form.

    `polarity` is -1, 0 or 1 with P(it is so) as `confidence`; `sentence` is its place in the list.
    """

    term: str
    surface: str
    begin: int
    end: int
    sentence: int
    polarity: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSentence:
    """A sentence, its place in the text, and its polarity from -1 to 1."""

    text: str
    begin: int
    end: int
    polarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """The sentences of a text and what they mention."""

    sentences: Sequence[ReadSentence]
    mentions: Sequence[Mention]


def read_texts(
    texts: Sequence[str],
    *,
    model: AspectModel,
    known: Sequence[Collection[str]] = (),
    threshold: float = THRESHOLD,
) -> list[ReadText]:
    """Return the sentences and mentions of each text; all are classified at once, which is fast.

    `known` has for each text the terms that are aspects already: each place where one stands is a
    mention, whatever the tagger makes of it, so that counts leave nothing out.
    """
    split = [[_cut(each) for each in split_sentences(text)] for text in texts]
    words = [[read_words(each.text) for each in sentences] for sentences in split]
    flat = [each for sentences in words for each in sentences]
    if not flat:
        return [ReadText(sentences=[], mentions=[]) for _ in texts]
    polarities = sentence_polarities(model.sentence, flat)
    found = [
        find_spans(each, chances, threshold=threshold)
        for each, chances in zip(flat, tag_chances(model.tagger, flat), strict=True)
    ]
    terms = [known[place] if known else () for place, part in enumerate(words) for _ in part]
    found = [
        _with_known(each, _named(each, spans), keys)
        for each, spans, keys in zip(flat, found, terms, strict=True)
    ]
    features = [
        polarity_features(each, span.first, span.last)
        for each, spans in zip(flat, found, strict=True)
        for span in spans
    ]
    shares = iter(model.mention.probabilities(features))
    read, at = [], 0
    for sentences in split:
        stop = at + len(sentences)
        mentions = [
            _mention(sentence, place, flat[at + place], span, next(shares))
            for place, sentence in enumerate(sentences)
            for span in found[at + place]
        ]
        read.append(
            ReadText(
                sentences=[
                    ReadSentence(text=each.text, begin=each.begin, end=each.end, polarity=float(p))
                    for each, p in zip(sentences, polarities[at:stop], strict=True)
                ],
                mentions=mentions,
            )
        )
        at = stop
    return read


def _cut(sentence: Sentence) -> Sentence:
    if len(sentence.text) <= _LONGEST_SENTENCE:
        return sentence
    text = sentence.text[:_LONGEST_SENTENCE]
    return Sentence(text=text, begin=sentence.begin, end=sentence.begin + len(text))


def _named(words: Sequence[Word], spans: Sequence[Span]) -> list[Span]:
    """Return the spans without words of opinion at their ends, as far as something is left."""
    weights = weigh_words(words)
    kept = []
    for span in spans:
        first, last = span.first, span.last
        while last > first and weights[last]:
            last -= 1
        first = max(first, last - _MOST_WORDS + 1)
        while first < last and weights[first]:
            first += 1
        if any(words[at].text[0].isalpha() for at in range(first, last + 1)):
            kept.append(Span(first=first, last=last, probability=span.probability))
    return kept


def _with_known(words: Sequence[Word], spans: Sequence[Span], keys: Collection[str]) -> list[Span]:
    """Return every place where a known term stands, and the spans that are not part of one.

    A span that is longer than a known term stays: it may be about something else.
    """
    if not keys:
        return list(spans)
    stems = [singular(word.text) for word in words]
    known: list[Span] = []
    taken: set[int] = set()
    for size in range(_MOST_WORDS, 0, -1):
        for first in range(len(words) - size + 1):
            last = first + size - 1
            term = " ".join([*(word.text for word in words[first:last]), stems[last]])
            within = any(span.first <= first and last <= span.last for span in spans)
            if term in keys and not within and not taken.intersection(range(first, last + 1)):
                taken.update(range(first, last + 1))
                known.append(Span(first=first, last=last, probability=1.0))
    found = known + [
        span for span in spans if not taken.intersection(range(span.first, span.last + 1))
    ]
    return sorted(found, key=lambda span: span.first)


def _mention(
    sentence: Sentence,
    place: int,
    words: Sequence[Word],
    span: Span,
    shares: Sequence[float],
) -> Mention:
    begin, end = words[span.first].begin, words[span.last].end
    inside = [words[at].text for at in range(span.first, span.last + 1) if words[at].is_word]
    choice = int(np.argmax(shares))
    return Mention(
        term=" ".join([*inside[:-1], singular(inside[-1])])[:_LONGEST],
        surface=sentence.text[begin:end][:_LONGEST],
        begin=sentence.begin + begin,
        end=sentence.begin + end,
        sentence=place,
        polarity=choice - int(Polarity.NEUTRAL),
        confidence=float(shares[choice]),
    )
