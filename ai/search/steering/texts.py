"""A text in the forms in which rules and searches are compared (pure, linear)."""

from dataclasses import dataclass, field
from typing import Final

from ai.search.query import clean
from ai.search.understanding.phrases import Phrase
from ai.search.understanding.tokens import Token, singular, tokenise

# A search has at most 200 characters; a rule's phrase of more words than these is a sentence.
MAX_PHRASE: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A cleaned text with its words: case, accents, marks and plurals folded, order kept."""

    text: str
    typed: str
    words: Phrase
    tokens: tuple[Token, ...] = field(repr=False)

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Return where the words from `begin` up to `end` stand in the text."""
        return self.tokens[begin].begin, self.tokens[end - 1].end


def read_text(raw: str) -> Text:
    """Return a text as rules see it."""
    text, _ = clean(raw)
    tokens = tuple(token for token in tokenise(text) if token.text[0].isalnum())
    return Text(
        text=text,
        typed=text.casefold(),
        words=tuple(singular(token.text) for token in tokens),
        tokens=tokens,
    )


def same_text(raw: str) -> str:
    """Return the form that all spellings of the same search share: `Käses` is `kase`."""
    return " ".join(read_text(raw).words)
