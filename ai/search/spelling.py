"""Corrections: the catalogue's own words, never in place of one that it knows."""

from collections.abc import Iterable, Iterator

from django.db import connection

from ai.search.types import Query

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
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"

# One slip is looked up in full by key; two slips come from the trigram index.
BY_KEY = "SELECT word, products FROM ai_vocabularyword WHERE word = ANY(%s)"
SIMILAR = """
SELECT word, products FROM ai_vocabularyword
WHERE word %% %s AND length(word) BETWEEN %s AND %s
ORDER BY similarity(word, %s) DESC, products DESC, word LIMIT %s
"""
THRESHOLD = "SELECT set_config('pg_trgm.similarity_threshold', %s, FALSE)"


def suggest(query: Query) -> str:
    """Return the query with its unknown words corrected, or nothing when none can be."""
    unknown = [word for word in query.unknown if _is_correctable(word)]
    if not unknown or len(unknown) > MOST_WORDS:
        return ""
    corrections = {word: better for word in unknown if (better := correct(word))}
    if not corrections:
        return ""
    # Words that hyphens were joined to are in the query twice; what was typed is what is shown.
    parts = [corrections.get(word.text, word.text) for word in query.words]
    return " ".join(dict.fromkeys(parts))


def correct(word: str) -> str:
    """Return the catalogue's word that was most likely meant, or nothing.

    Fewer slips first, then the likelier kind of slip, then what more products say.
    """
    found = {**_lookup(_one_slip(word)), **_lookup_split(word)}
    if not found and len(word) >= MIN_LENGTH_FOR_TWO:
        similar = _similar(word)
        fewest = min((slips(word, text, most=2) for text, _ in similar), default=3)
        found = {
            text: products
            for text, products in similar
            if fewest <= 2 and slips(word, text, most=2) == fewest  # noqa: PLR2004
        }
    return max(found, key=lambda text: (_plausibility(word, text), found[text], text), default="")


def _plausibility(word: str, meant: str) -> int:
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


def _one_slip(word: str) -> Iterator[str]:
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
