"""Slips in what is being typed, put right by the catalogue's vocabulary.

A word is left alone as long as any word of the catalogue begins with it: it may be on its way.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from django.db import connection

from ai.search.spelling import MAX_LENGTH, MIN_LENGTH, WORD, correct, one_slip, plausibility
from ai.search.understanding.tokens import plain, singular

# Beyond any character a word can have: what ends the range of texts with one beginning.
LAST: Final = "\U0010ffff"
# Words looked at in one text; more of them are another language's.
MOST_WORDS: Final = 4

KNOWN: Final = """
SELECT b.text FROM unnest(%(texts)s::text[]) AS b (text) WHERE EXISTS (
    SELECT FROM ai_vocabularyword v WHERE v.word ~>=~ b.text AND v.word ~<~ (b.text || %(last)s))
"""
# Of each beginning the words that most products have.
COMPLETED: Final = """
SELECT b.text, v.word, v.products
FROM unnest(%(texts)s::text[]) AS b (text)
CROSS JOIN LATERAL (
    SELECT word, products FROM ai_vocabularyword
    WHERE word ~>=~ b.text AND word ~<~ (b.text || %(last)s)
    ORDER BY products DESC, length(word), word LIMIT 3
) v
"""


def correct_typed(text: str) -> str:
    """Return a text with its slips put right and its last word completed; "" if none can be."""
    typed = [plain(match.group()) for match in WORD.finditer(text)]
    words = [word for word in dict.fromkeys(typed) if MIN_LENGTH <= len(word) <= MAX_LENGTH]
    known = _known(words)
    unknown = [word for word in words if word not in known]
    if not 0 < len(unknown) <= MOST_WORDS:
        return ""
    better = {word: found for word in unknown if (found := _mended(word, word == typed[-1]))}
    mended = WORD.sub(lambda match: better.get(plain(match.group()), match.group()), text)
    return mended if mended != text else ""


def _mended(word: str, is_begun: bool) -> str:
    """Return what was meant by a word; by one that is being typed, what begins with it."""
    found = _completed(one_slip(word)) if is_begun else []
    if found:
        best = max(found, key=lambda each: (plausibility(word, each[0]), each[2], each[1]))
        # "Kettle" rather than "kettles", where the catalogue has both.
        one = singular(best[1])
        return one if any(completed == one for _, completed, _ in found) else best[1]
    correction = correct(word)
    return correction.word if correction else ""


def _known(texts: Sequence[str]) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(KNOWN, {"texts": list(texts), "last": LAST})
        return {text for (text,) in cursor.fetchall()}


def _completed(texts: Iterable[str]) -> list[tuple[str, str, int]]:
    """Return (beginning, word, products), a few words for each beginning that any has."""
    # Three letters begin too much for any of it to be meant.
    beginnings = sorted({each for each in texts if len(each) >= MIN_LENGTH})
    with connection.cursor() as cursor:
        cursor.execute(COMPLETED, {"texts": beginnings, "last": LAST})
        return list(cursor.fetchall())
