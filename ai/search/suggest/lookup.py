"""Candidates by the beginnings of their words: two bitmap scans of small indexes, one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection

from ai.search.cache import remember
from ai.search.suggest.marking import forms
from ai.search.suggest.types import Kind

# Words of one text that are looked up; who types more is past needing suggestions.
MOST_WORDS: Final = 8
# How many of each kind are shown: all of them fit on a telephone above its keyboard's edge.
MOST: Final = {Kind.QUERY: 4, Kind.CATEGORY: 3, Kind.BRAND: 2, Kind.PRODUCT: 5}
# Of each: matches whose whole name is compared. A page of them has the best by far.
LOOKED_AT: Final = 60
# Letters. The few hundred texts that are no longer match thousands, and everybody types them: for
# a minute their matches are kept. What these show is read afresh.
SHORT: Final = 2
SHORT_LIFETIME_S: Final = 60

WORDS: Final = "SELECT vitrine_words(%s)"
# A whole word before one that only begins so, then a name that begins with all of it. Only the best
# few are looked at that closely: one letter begins a word of half the catalogue.
CANDIDATES: Final = """
WITH found AS (
    (SELECT kind, ref, text, weight, is_whole FROM (
        SELECT *, row_number() OVER (PARTITION BY kind ORDER BY is_whole DESC, weight DESC) AS place
        FROM (SELECT *, words @@ %(whole)s::tsquery AS is_whole FROM ai_suggestion
              WHERE kind <> 'product' AND words @@ %(begun)s::tsquery) others
     ) placed WHERE place <= %(looked_at)s)
    UNION ALL
    (SELECT kind, ref, text, weight, words @@ %(whole)s::tsquery AS is_whole
     FROM ai_suggestion WHERE kind = 'product' AND words @@ %(begun)s::tsquery
     ORDER BY is_whole DESC, weight DESC LIMIT %(looked_at)s)
), ranked AS (
    SELECT kind, ref, text, row_number() OVER (
        PARTITION BY kind ORDER BY is_whole DESC, starts_with(lower(text), %(text)s) DESC,
            weight DESC, length(text), ref, text
    ) AS place
    FROM found
)
SELECT kind, ref, text FROM ranked WHERE place <= %(most)s ORDER BY kind, place
"""
POPULAR: Final = """
SELECT kind, ref, text FROM ai_suggestion WHERE kind = 'query'
ORDER BY weight DESC, text LIMIT %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that matches, best of its kind first."""

    kind: Kind
    ref: int | None
    text: str


def find_candidates(text: str) -> list[Candidate]:
    """Return what has, for each word of a text, a word that begins with it."""
    words = look_up_words(text)
    if not words:
        return []
    params = {
        "begun": " & ".join(_begun(word) for word in words),
        "whole": " & ".join(_either(forms(word), "") for word in words),
        "text": text.lower(),
        "looked_at": LOOKED_AT,
        "most": max(MOST.values()),
    }
    if len(text) > SHORT:
        return _read(CANDIDATES, params)
    return remember(
        f"ai:suggest:{text.lower()}", SHORT_LIFETIME_S, lambda: _read(CANDIDATES, params)
    )


def find_popular() -> list[Candidate]:
    """Return what is asked most, for somebody who has typed nothing yet."""
    return _read(POPULAR, [MOST[Kind.QUERY]])


def look_up_words(text: str) -> list[str]:
    """Return the words of a text as the catalogue's are folded, each once."""
    with connection.cursor() as cursor:
        cursor.execute(WORDS, [text])
        words: str = cursor.fetchone()[0]
    return list(dict.fromkeys(words.split()))[:MOST_WORDS]


def _begun(word: str) -> str:
    return _either(forms(word), ":*")


def _either(texts: Sequence[str], end: str) -> str:
    """Return lexemes of which one is enough, as the tsquery type writes them."""
    quoted = (each.replace("\\", "\\\\").replace("'", "''") for each in texts)
    return "(" + " | ".join(f"'{each}'{end}" for each in quoted) + ")"


def _read(statement: str, params: object) -> list[Candidate]:
    """Return the rows of a statement, of each kind no more than are shown."""
    left = dict(MOST)
    shown = []
    with connection.cursor() as cursor:
        cursor.execute(statement, params)  # type: ignore[arg-type]
        for kind, ref, text in cursor.fetchall():
            if left[Kind(kind)] > 0:
                shown.append(Candidate(kind=Kind(kind), ref=ref, text=text))
            left[Kind(kind)] -= 1
    return shown
