"""A text that is being read: its tokens, and what stands at a place (pure)."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from ai.search.understanding.phrases import COMPARATORS, STOP, Phrase, Side
from ai.search.understanding.tokens import Token, singular, tokenise
from ai.search.understanding.types import Constraint


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was read between two tokens; `is_spent` takes their words out of the search."""

    begin: int
    end: int
    constraints: tuple[Constraint, ...]


class Text:
    """A text in tokens."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = tokenise(text)
        # How many words that say what is wanted stand before each place: asked at every place.
        self._contents = [0, *accumulate(map(self.is_content, range(len(self.tokens))))]

    @cached_property
    def folded(self) -> frozenset[str]:
        """The words of the text in the singular."""
        return frozenset(singular(token.text) for token in self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, place: int) -> str:
        """Return the token at a place, nothing beyond the end."""
        return self.tokens[place].text if 0 <= place < len(self.tokens) else ""

    def typed(self, begin: int, end: int) -> str:
        """Return what was typed between two places, in lower case."""
        return self.text[self.tokens[begin].begin : self.tokens[end - 1].end].lower()

    def has(self, place: int, phrase: Phrase) -> bool:
        """Return whether a phrase stands at a place."""
        return all(self.word(place + step) == word for step, word in enumerate(phrase))

    def longest(self, place: int, phrases: Collection[Phrase]) -> int:
        """Return the length of the longest of some phrases that stands at a place, or 0."""
        return max((len(each) for each in phrases if self.has(place, each)), default=0)

    def comparator(self, place: int) -> tuple[Side | None, Phrase]:
        """Return the side that the words at a place name, with them."""
        length = self.longest(place, COMPARATORS)
        phrase = tuple(self.word(place + step) for step in range(length))
        return COMPARATORS.get(phrase), phrase

    def is_content(self, place: int) -> bool:
        """Return whether the token at a place is a word that says what is wanted."""
        word = self.word(place)
        return bool(word) and word[0].isalnum() and word not in STOP

    def contents(self, begin: int, end: int) -> int:
        """Return how many words between two places say what is wanted."""
        first, last = min(begin, len(self)), min(end, len(self))
        return max(0, self._contents[last] - self._contents[first])
