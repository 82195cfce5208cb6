"""The sentences of a review, with the place of each in its text."""

import re
from dataclasses import dataclass
from typing import Final

_END: Final = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=\S)|\s*\n+\s*")
# A full stop after these ends no sentence.
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|approx|no|mr|mrs|ms|dr|st|inc|etc|oz|lbs?|ft)|\b[A-Z])\.$", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: `text` is what stands from `begin` to `end` (characters, end exclusive)."""

    text: str
    begin: int
    end: int


def split_sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text in order, none of them empty.

    A line break ends one too. They do not overlap, and `text[begin:end]` is each one's text.
    """
    found: list[Sentence] = []
    begin = 0
    for match in [*_END.finditer(text), None]:
        end = match.end() if match else len(text)
        stop = match.start() if match else len(text)
        if match and "\n" not in match.group() and _ABBREVIATION.search(text[begin:stop]):
            continue
        piece = text[begin:end]
        stripped = piece.strip()
        if stripped:
            first = begin + len(piece) - len(piece.lstrip())
            found.append(Sentence(text=stripped, begin=first, end=first + len(stripped)))
        begin = end
    return found
