"""Words with their places, and which of them stand under a negation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# A word with an apostrophe inside, a mark of emphasis, or what ends a clause.
_TOKEN: Final = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?|[!?]+|[.,;:()…–—-]", re.UNICODE)
_NEGATION: Final = re.compile(
    r"(?:not|no|never|nor|cannot|without|hardly|barely|nothing|neither|none|nobody|nowhere|lacks?"
    r"|lacking|\w+n['’]t|(?:do|did|is|was|does|wo|ca|could|would|should|are|were|has|have|had)nt)$"
)
# Words of a clause that a negation reaches: "not a very good fit".
REACH: Final = 4
# What ends the reach of a negation.
_CLAUSE_ENDS: Final = frozenset(".,;:()…–—")
CONTRASTS: Final = frozenset(
    {"but", "however", "although", "though", "yet", "except", "unfortunately", "despite", "while"}
)
# They open a negated word that is meant well: "not only beautiful", "no doubt", "no problem".
_NO_NEGATION: Final = frozenset(
    {"only", "just", "doubt", "matter", "wonder", "problem", "problems"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """A token in lower case, its place (characters, end exclusive), and whether it is negated."""

    text: str
    begin: int
    end: int
    negated: bool

    @property
    def is_word(self) -> bool:
        """Whether it is more than punctuation."""
        return self.text[0].isalnum()


def read_words(text: str) -> list[Word]:
    """Return the tokens of a text, punctuation included, as far as it ends clauses or shouts."""
    found: list[Word] = []
    left = 0
    matches = list(_TOKEN.finditer(text))
    for place, match in enumerate(matches):
        token = match.group().lower().replace("’", "'")
        if token in _CLAUSE_ENDS or token in CONTRASTS:
            left = 0
        negated = left > 0 and token[0].isalnum()
        if _NEGATION.match(token):
            following = matches[place + 1].group().lower() if place + 1 < len(matches) else ""
            left = 0 if following in _NO_NEGATION else REACH
            negated = False
        elif negated:
            left -= 1
        found.append(Word(token, match.start(), match.end(), negated))
    return found


def is_negation(token: str) -> bool:
    """Return whether a token (in lower case) turns what follows into its opposite."""
    return _NEGATION.match(token) is not None


def plain_terms(words: Sequence[Word]) -> list[str]:
    """Return the words, and shouting marks, as they stand."""
    return [word.text for word in words if word.is_word or word.text[0] in "!?"]


def marked_terms(words: Sequence[Word]) -> list[str]:
    """Return the words with `not_` before those under a negation: "not good" is no praise.

    After Das & Chen (2001) and Pang, Lee & Vaithyanathan (2002), who mark to the end of the clause.
    """
    return [
        f"not_{word.text}" if word.negated else word.text
        for word in words
        if word.is_word or word.text[0] in "!?"
    ]


def grams(terms: Sequence[str], longest: int) -> list[str]:
    """Return the runs of 1 to `longest` terms, joined by spaces."""
    found = list(terms)
    for size in range(2, longest + 1):
        found += [" ".join(terms[at : at + size]) for at in range(len(terms) - size + 1)]
    return found
