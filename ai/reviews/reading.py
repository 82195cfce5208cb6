"""Reading reviews: from texts to sentiment, mentions, topics and concerns; touches no database."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from ai.reviews.aspects.mentions import Mention, ReadSentence, read_texts
from ai.reviews.aspects.model import AspectModel
from ai.reviews.aspects.serving import get_aspect_model
from ai.reviews.classification.concerns import find_concerns
from ai.reviews.classification.languages import tell_language
from ai.reviews.classification.topics import tell_topics
from ai.reviews.sentiment.model import SentimentModel
from ai.reviews.sentiment.serving import get_sentiment
from ai.reviews.sentiment.texts import Text

# Raised when what is made of the models' answers changes.
CODE_VERSION: Final = "2"
# On the scale from -1 to 1: between, a text is neither praise nor blame.
MIXED: Final = 0.35
# Stars from which on words of the other kind are a contradiction, and how sure they must be.
HIGH, LOW = 4, 2
CONTRADICTION: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """The models in use, and the version that what they find is stored under."""

    sentiment: SentimentModel
    aspects: AspectModel

    @property
    def version(self) -> str:
        """The version of all that decides what a review comes to."""
        return f"{CODE_VERSION}.{self.sentiment.version}.{self.aspects.version}"


def models_in_use() -> Models:
    """Return the models as they are on disk now; an exchanged file counts from the next call."""
    return Models(sentiment=get_sentiment(), aspects=get_aspect_model())


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewText:
    """What is read of a review; `rating` is its stars, None for a text without any."""

    title: str = ""
    body: str
    rating: int | None = None

    @property
    def whole(self) -> str:
        """Title and body as one text, to which all places refer."""
        return (
            f"{self.title}\n\n{self.body}" if self.title and self.body else self.title + self.body
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text comes to.

    `probability` is P(positive), calibrated; `polarity` the same from -1 to 1 with 0 where macro-F1
    is best; `label` -1, 0 (mixed) or 1, by the stars where there are any. Places of sentences and
    mentions are characters of `whole`.
    """

    probability: float
    polarity: float
    label: int
    sentences: Sequence[ReadSentence]
    mentions: Sequence[Mention]
    is_contradictory: bool
    topics: Sequence[str]
    concerns: Sequence[str]
    language: str


def read_reviews(
    texts: Sequence[ReviewText], *, models: Models, known: Sequence[Collection[str]] = ()
) -> list[Reading]:
    """Return what each text comes to; many at once are read several times as fast as one by one.

    `known` has for each text the terms that are aspects already, or is empty.
    """
    inputs = [Text(title=each.title, body=each.body) for each in texts]
    chances = models.sentiment.probabilities(inputs)
    parts = read_texts([each.whole for each in texts], model=models.aspects, known=known)
    found = []
    for text, read, chance, part in zip(texts, inputs, chances, parts, strict=True):
        polarity = models.sentiment.polarity(float(chance)) if text.whole.strip() else 0.0
        topics = tell_topics(read.words, mentions=len(part.mentions))
        found.append(
            Reading(
                probability=float(chance),
                polarity=polarity,
                label=label_of(polarity, rating=text.rating),
                sentences=part.sentences,
                mentions=part.mentions,
                is_contradictory=_contradicts(text.rating, polarity),
                topics=topics,
                concerns=find_concerns(text.whole, read.words, topics=topics),
                language=tell_language(text.whole),
            )
        )
    return found


def label_of(polarity: float, *, rating: int | None = None) -> int:
    """Return -1, 0 or 1 for a polarity from -1 to 1.

    Who gave stars has said it: no model knows better. What words say otherwise is a contradiction,
    and is shown as one.
    """
    if rating is not None:
        return (rating >= HIGH) - (rating <= LOW)
    return 0 if abs(polarity) < MIXED else (1 if polarity > 0 else -1)


def _contradicts(rating: int | None, polarity: float) -> bool:
    if rating is None:
        return False
    return (rating >= HIGH and polarity < -CONTRADICTION) or (
        rating <= LOW and polarity > CONTRADICTION
    )


def hash_of(*, version: str, branch: int | None, title: str, body: str, rating: int) -> str:
    """Return the sha256 (hex) of what decides a reading; `branch` is the top category's id."""
    content = "\x1f".join([version, str(branch or ""), str(rating), title, body])
    return hashlib.sha256(content.encode()).hexdigest()
