"""Corrections: the catalogue's own words, never in place of one that it knows."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from ai.search.types import Query
from ai.search.understanding.tokens import plain, singular

# Three letters have too many neighbours for any of them to be meant.
MIN_LENGTH = 4
# From this length on two slips are likelier than another word.
MIN_LENGTH_FOR_TWO = 7
MAX_LENGTH = 40
# Words that may be corrected in one query; a query of unknown words is in another language.
MOST_WORDS = 4
# Trigram similarity of two words of seven letters that differ in two places is about 0.25.
SIMILARITY = 0.25
MOST_SIMILAR = 50
# A shorter word is as likely a name that the catalogue does not have.
MIN_LENGTH_TO_BE_SURE = 5
# So many times as many products decide between two words that are equally near.
CLEARLY = 4
WORD = re.compile(r"[^\W\d_]+")
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"

# One slip is looked up in full by key; two slips come from the trigram index.
BY_KEY = "SELECT word, products FROM ai_vocabularyword WHERE word = ANY(%s)"
SIMILAR = """
SELECT word, products FROM ai_vocabularyword
WHERE word %% %s AND length(word) BETWEEN %s AND %s
ORDER BY similarity(word, %s) DESC, products DESC, word LIMIT %s
"""
THRESHOLD = "SELECT set_config('pg_trgm.similarity_threshold', %s, FALSE)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A text with unknown words corrected, and whether nothing else can be meant by them."""

    text: str = ""
    is_sure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A word of the catalogue in place of an unknown one."""

    word: str
    is_sure: bool


def suggest(query: Query, *, known: Collection[str] = ()) -> Suggestion:
    """Return the query with its unknown words corrected, an empty one when none can be.

    Words that are `known` by other means than the catalogue stay as they are.
    """
    unknown = [word for word in query.unknown if _is_correctable(word) and word not in known]
    if not unknown or len(unknown) > MOST_WORDS:
        return Suggestion()
    found = {word: better for word in unknown if (better := correct(word)) is not None}
    text = _replaced(query.text, {word: better.word for word, better in found.items()})
    if text == query.text:
        return Suggestion()
    return Suggestion(text=text, is_sure=all(better.is_sure for better in found.values()))


def _replaced(text: str, corrections: Mapping[str, str]) -> str:
    """Return a text with some words replaced, and all else as it was typed."""
    return WORD.sub(lambda match: corrections.get(plain(match.group()), match.group()), text)


def correct(word: str) -> Correction | None:
    """Return the catalogue's word that was most likely meant, if there is one.

    Fewer slips first, then the likelier kind of slip, then what more products say.
    """
    found = {**_lookup(one_slip(word)), **_lookup_split(word)}
    if not found and len(word) >= MIN_LENGTH_FOR_TWO:
        similar = _similar(word)
        fewest = min((slips(word, text, most=2) for text, _ in similar), default=3)
        found = {
            text: products
            for text, products in similar
            if fewest <= 2 and slips(word, text, most=2) == fewest  # noqa: PLR2004
        }
    ranked = sorted(
        found, key=lambda text: (plausibility(word, text), found[text], text), reverse=True
    )
    if not ranked:
        return None
    return Correction(word=ranked[0], is_sure=_is_sure(word, ranked, found))


def _is_sure(word: str, ranked: Sequence[str], products: Mapping[str, int]) -> bool:
    """Return whether the first of some corrections is the only one that can be meant."""
    if len(word) < MIN_LENGTH_TO_BE_SURE and sorted(word) != sorted(ranked[0]):
        return False
    if len(ranked) == 1:
        return True
    first, second = ranked[:2]
    if plausibility(word, first) > plausibility(word, second):
        return True
    return singular(first) == singular(second) or products[first] >= CLEARLY * products[second]


def plausibility(word: str, meant: str) -> int:
    """Return how likely a slip is, by its kind.

    Hands leave letters out and swap or double them more often than they hit a wrong one, and
    rarely get the first letter wrong (Pollock and Zamora, 1984).
    """
    return (len(word) != len(meant) or sorted(word) == sorted(meant)) + 2 * (word[0] == meant[0])


def slips(first: str, second: str, *, most: int) -> int:
    """Return the letters inserted, left out, replaced or swapped with their neighbour.

    The restricted Damerau-Levenshtein distance; `most + 1` stands for anything above `most`.
    """
    if abs(len(first) - len(second)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        row = [i]
        for j, other in enumerate(second, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            swapped = i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other
            row.append(min(cost, before[j - 2] + 1) if swapped else cost)
        before, last = last, row
    return min(last[-1], most + 1)


def _is_correctable(word: str) -> bool:
    return MIN_LENGTH <= len(word) <= MAX_LENGTH and word.isalpha()


def one_slip(word: str) -> Iterator[str]:
    """Yield every text that is one slip away."""
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def _lookup(texts: Iterable[str]) -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(BY_KEY, [list(set(texts))])
        return dict(cursor.fetchall())


def _lookup_split(word: str) -> dict[str, int]:
    """Return `sleeping bag` for `sleepingbag`, counted by the rarer half."""
    halves = [(word[:cut], word[cut:]) for cut in range(3, len(word) - 2)]
    known = _lookup(half for pair in halves for half in pair)
    return {
        f"{left} {right}": min(known[left], known[right])
        for left, right in halves
        if left in known and right in known
    }


def _similar(word: str) -> list[tuple[str, int]]:
    bounds = (len(word) - 2, len(word) + 2)
    with connection.cursor() as cursor:
        cursor.execute(THRESHOLD, [str(SIMILARITY)])
        cursor.execute(SIMILAR, [word, *bounds, word, MOST_SIMILAR])
        return list(cursor.fetchall())
