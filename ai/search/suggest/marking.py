"""Which part of a name is what was typed: accents and case make no difference (pure)."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from ai.search.suggest.types import Part
from ai.search.understanding.tokens import singular

WORD: Final = re.compile(r"[^\W_]+")
# Letters that Unicode takes for whole ones, as the database's `unaccent` spells them.
LETTERS: Final = dict(
    zip("øæœłđðþıħ", ("o", "ae", "oe", "l", "d", "d", "th", "i", "h"), strict=True)
)


def mark(text: str, typed: str) -> tuple[Part, ...]:
    """Return a text in parts: the beginnings of its words that were typed, and the rest.

    The parts put together are the text itself, character by character; nothing is escaped here.
    """
    beginnings = sorted({each for word in words_of(typed) for each in forms(word)}, key=len)
    flags = [False] * len(text)
    for match in WORD.finditer(text):
        for place in range(match.start(), _end(text, match, beginnings)):
            flags[place] = True
    return tuple(_parts(text, flags))


def words_of(typed: str) -> list[str]:
    """Return the folded words of what was typed."""
    return [fold(match.group()) for match in WORD.finditer(unicodedata.normalize("NFC", typed))]


def forms(word: str) -> tuple[str, ...]:
    """Return what a word of the catalogue may begin with: as typed, or its singular."""
    return (word, singular(word)) if singular(word) != word else (word,)


def fold(text: str) -> str:
    """Return a text in lower case without accents."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(LETTERS.get(one, one) for one in bare if not unicodedata.combining(one))


def _end(text: str, match: re.Match[str], beginnings: Sequence[str]) -> int:
    """Return where the typed part of a word ends; its start where none of it was typed."""
    word = fold(match.group())
    longest = max((len(each) for each in beginnings if word.startswith(each)), default=0)
    end, folded = match.start(), 0
    while folded < longest and end < match.end():
        folded += len(fold(text[end]))
        end += 1
    # A mark that stands apart belongs to the letter before it.
    while end > match.start() and end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _parts(text: str, flags: Sequence[bool]) -> Iterator[Part]:
    begin = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or flags[place] != flags[begin]:
            yield Part(text=text[begin:place], is_match=flags[begin])
            begin = place
