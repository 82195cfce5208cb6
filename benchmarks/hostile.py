"""Texts that nobody should type into a search: some made to hurt, and any number at random."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final

# One of each kind of harm; the names say what it is.
HOSTILE: Final[dict[str, str]] = {
    "nul": "tent\x00lamp\x00",
    "controls": "".join(map(chr, range(32))) + "tent\x7f\x85",
    "a lone surrogate": "tent \ud800 lamp \udfff",
    "one megabyte": "tent " * 200_000,
    "one word of a megabyte": "a" * 1_000_000,
    "a megabyte that grows when normalised": "\ufdfa" * 300_000,
    "500 equal words": "tent " * 500,
    "2,000 terms": " ".join(f"word{number}" for number in range(2_000)),
    "2,000 numbers": " ".join(str(number) for number in range(2_000)),
    "quotes and operators": "tent' & | ! <-> :* \\ \" ) ( -- /* */ ; DROP TABLE shop_product",
    "only marks": "!@#$%^&*()_+{}|:\"<>?-=[]\\;',./" * 6,
    "wildcards": "%_%_%_%\\%" * 20,
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "combining marks": "t" + "\u0301" * 10_000 + "ent",
    "right to left": "\u202etnet\u202c \u2066tent\u2069",
    "emoji": "👩‍👩‍👧‍👦" * 60,
    "no spaces": "防水テント" * 40,
    "denials": "without " * 60 + "latex",
    "denied things": " ".join(f"without a{number}" for number in range(60)),
    "prices": "under 5 over 3 between 2 and 9 under $ 7 " * 10,
    "prices without end": "under " * 200 + "50",
    "huge numbers": "9" * 190 + " l tent under 1e400",
    "quantities": "30 l 20 l 10 l 5 l " * 20,
    "slips": "tnet lmap ktetle blnaket jacekt bakcpack slepping tornado " * 4,
    "a slow pattern": "a-" * 90 + "!",
    "nested quotes": "\"'" * 100,
    "codes": " ".join(f"AB-{number}-X" for number in range(60)),
}
_JUNK: Final = [
    *("\x00", "\ud800", "'", '"', "\\", "%", "_", "*", ":", "&", "|", "!", "<->", "(", ")", ";"),
    *("-", "--", "/", "<b>", "&amp;", "\u200b", "\u202e", "\u0301", "😀", "漢", "ß", "İ", "\ufdfa"),
]
_GRAMMAR: Final = [
    *("without", "not", "no", "under", "over", "between", "and", "from", "to", "cheap", "best"),
    *(
        "4 stars",
        "in stock",
        "on sale",
        "less than",
        "$",
        "€",
        "50",
        "1,000",
        "1.5",
        "30 l",
        "2 kg",
    ),
]


def fuzz(rng: random.Random, vocabulary: Sequence[str]) -> str:
    """Return a random text: words of the catalogue, slips, grammar, junk, up to 2,000 parts."""
    length = rng.choice([1, 2, 3, 4, 6, 9, 15, 40, 200, 2_000])
    parts = [_part(rng, vocabulary) for _ in range(length)]
    return rng.choice([" ", " ", " ", "", "-", "\n"]).join(parts)


def _part(rng: random.Random, vocabulary: Sequence[str]) -> str:
    word = rng.choice(vocabulary)
    made = {
        "word": word,
        "slip": _slip(rng, word),
        "grammar": rng.choice(_GRAMMAR),
        "junk": rng.choice(_JUNK) * rng.choice([1, 1, 3, 50]),
        "number": str(rng.randrange(10 ** rng.randint(1, 18))),
    }
    (kind,) = rng.choices(list(made), weights=[9, 4, 4, 2, 1])
    return made[kind]


def _slip(rng: random.Random, word: str) -> str:
    """Return a word with a letter left out, doubled or swapped."""
    place = rng.randrange(len(word))
    head, letter, tail = word[:place], word[place], word[place + 1 :]
    return rng.choice([head + tail, head + letter * 2 + tail, letter + head + tail]) or word
