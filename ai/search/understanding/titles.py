"""Titles of products within a text, and words that are part of a name (one lookup each)."""

from collections.abc import Iterable
from typing import Final

from django.db import connection

from ai.search.codes import TITLE_MARK, squeeze
from ai.search.understanding.scan import Text

# A title of one word is a word, unless nothing else was typed.
MIN_WORDS: Final = 2
MAX_WORDS: Final = 12

FIND: Final = """
SELECT DISTINCT stem FROM ai_posting WHERE stem = ANY(%s::text[] COLLATE "C")
"""
STEMS: Final = """
SELECT word, coalesce((tsvector_to_array(to_tsvector('vitrine', word)))[1], word)
FROM unnest(%s::text[]) AS word
"""
# Few products have the thing that a name denies: "Food Is Not Enough" is one of those with enough.
NAMES: Final = """
SELECT DISTINCT n.phrase FROM unnest(%s::text[], %s::text[]) AS n (phrase, stem)
WHERE EXISTS (
    SELECT FROM ai_posting o JOIN shop_product p ON p.id = o.product_id
    WHERE o.stem = n.stem COLLATE "C"
      AND strpos(regexp_replace(lower(p.title), '[^a-z0-9]+', '', 'g'), n.phrase) > 0)
"""


def find_titles(text: Text) -> list[tuple[range, str]]:
    """Return the whole titles that stand in a text, the longest first, by their places."""
    squeezed = _windows(text)
    with connection.cursor() as cursor:
        cursor.execute(FIND, [[f"={TITLE_MARK}{code}" for code in squeezed]])
        found = [row[0].removeprefix(f"={TITLE_MARK}") for row in cursor.fetchall()]
    spans = sorted(((squeezed[code], code) for code in found), key=lambda each: -len(each[0]))
    longest: list[tuple[range, str]] = []
    for places, code in spans:
        if not any(places[0] in other and places[-1] in other for other, _ in longest):
            longest.append((places, code))
    return longest


def stem_words(words: Iterable[str]) -> dict[str, str]:
    """Return the stem of each word, as the index has it."""
    with connection.cursor() as cursor:
        cursor.execute(STEMS, [sorted(set(words))])
        return dict(cursor.fetchall())


def find_names(phrases: dict[str, str]) -> set[str]:
    """Return which phrases, given with the stem of their last word, stand in a title.

    However it is spaced: Bite Not and BiteNot.
    """
    squeezed = {squeeze(phrase): phrase for phrase in phrases}
    stems = [phrases[phrase] for phrase in squeezed.values()]
    with connection.cursor() as cursor:
        cursor.execute(NAMES, [list(squeezed), stems])
        return {squeezed[row[0]] for row in cursor.fetchall()}


def _windows(text: Text) -> dict[str, range]:
    """Return every run of words that may be a title, squeezed, by its places."""
    places = [place for place in range(len(text)) if text.word(place)[0].isalnum()]
    windows: dict[str, range] = {}
    for first, place in enumerate(places):
        for length, other in enumerate(places[first : first + MAX_WORDS], 1):
            if length >= MIN_WORDS or len(places) == 1:
                windows.setdefault(squeeze(text.typed(place, other + 1)), range(place, other + 1))
    return windows
