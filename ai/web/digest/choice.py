"""Which of a product's reviews an address asks for, by what they say."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from ai.reviews.digest.facts import AspectFacts
from ai.reviews.finding import LONGEST_QUESTION

ASPECT, SENTIMENT, QUESTION = "aspect", "sentiment", "q"
SENTIMENTS: Final = {1: "positive", -1: "negative", 0: "mixed"}
_POLARITIES: Final = {name: polarity for polarity, name in SENTIMENTS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An aspect of this product, a sense (1, 0, -1) and a question; None and "" for any."""

    aspect: AspectFacts | None = None
    polarity: int | None = None
    question: str = ""


def read_choice(data: QueryDict, aspects: Iterable[AspectFacts]) -> Choice:
    """Return what an address asks for; what makes no sense in it is left out."""
    wanted = data.get(ASPECT, "")
    return Choice(
        aspect=next((each for each in aspects if str(each.id) == wanted), None),
        polarity=_POLARITIES.get(data.get(SENTIMENT, "")),
        question=" ".join(data.get(QUESTION, "").replace("\x00", " ").split())[:LONGEST_QUESTION],
    )
