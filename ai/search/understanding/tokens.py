"""A text in tokens: numbers, words and marks, with their places (pure, linear)."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|\S")
THOUSANDS: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
# Endings of plurals, the longest first, with what stands in their place.
ENDINGS: Final = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"))
# Shorter words are not taken for plurals: bus, gas, las.
MIN_PLURAL: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A number, a word in lower case, or a mark; `is_glued` says that no space is before it."""

    text: str
    begin: int
    end: int
    is_glued: bool
    number: Decimal | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()


def tokenise(text: str) -> list[Token]:
    """Return the tokens of a text."""
    tokens, last = [], -1
    for match in TOKEN.finditer(text):
        found = match.group()
        tokens.append(
            Token(
                text=plain(found),
                begin=match.start(),
                end=match.end(),
                is_glued=match.start() == last,
                number=to_number(found) if found[0].isdecimal() else None,
            )
        )
        last = match.end()
    return tokens


def plain(text: str) -> str:
    """Return a text in lower case, without accents and without an English 's."""
    marked = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    bare = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return bare.removesuffix("'s") or text


def to_number(text: str) -> Decimal:
    """Return `1,5` and `1.5` as one and a half, `1,000` and `1.000,50` as a thousand."""
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    if {".", ","} <= set(digits):
        mark = max(".", ",", key=digits.rfind)
        digits = digits.replace("," if mark == "." else ".", "")
        whole, _, part = digits.rpartition(mark)
        return Decimal(f"{whole.replace(mark, '')}.{part}")
    if digits.count(".") > 1 or ("," in digits and THOUSANDS.fullmatch(digits)):
        return Decimal(digits.replace(",", "").replace(".", ""))
    if digits.count(",") > 1:
        return Decimal(digits.replace(",", ""))
    return Decimal(digits.replace(",", "."))


def singular(word: str) -> str:
    """Return a word in one form for its singular and its plural; both sides are folded alike."""
    if len(word) < MIN_PLURAL or not word.endswith("s") or word.endswith(("ss", "us")):
        return word
    for ending, instead in ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + instead
    return word[:-1]
