"""Titles and snippets with the query's words marked, as safe HTML."""

import re
from collections.abc import Sequence

from django.db import connection
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from ai.search.types import Query

# Private-use characters stand for the marks until the text is escaped.
BEGIN, END = "\ue000", "\ue001"
# Words of a snippet: two lines under a title.
MIN_WORDS, MAX_WORDS = 14, 28
# Characters of a description in which matches are looked for; the headline of a very long one
# would cost more than the search.
MOST_CHARACTERS = 2_000

HEADLINES = """
SELECT p.id,
       ts_headline('vitrine', translate(p.title, %(marks)s, ''), q.query, %(whole)s),
       ts_headline('vitrine', translate(left(p.description_text, %(most)s), %(marks)s, ''),
                   q.query, %(part)s)
FROM shop_product p, (SELECT %(query)s::tsquery AS query) q
WHERE p.id = ANY(%(ids)s)
"""
# Where a tag ended before a comma, the text without tags has a space.
_BEFORE_MARKS = re.compile(r"\s+(?=[,.;:!?](?:\s|$))")
_SELECTORS = f'StartSel="{BEGIN}", StopSel="{END}"'
WHOLE = f"{_SELECTORS}, HighlightAll=true"
PART = (
    f"{_SELECTORS}, MaxFragments=1, MinWords={MIN_WORDS}, MaxWords={MAX_WORDS}, "
    'FragmentDelimiter=" … "'
)


def highlight(query: Query, ids: Sequence[int]) -> dict[int, tuple[SafeString, SafeString]]:
    """Return (title, snippet) of each product, escaped, every inflected form of a word marked."""
    terms = [term for each in (query, *query.others) for term in each.terms]
    stems = list(dict.fromkeys(term.stem for term in terms if not term.is_code))
    if not ids:
        return {}
    params: dict[str, str | int | list[int]] = {
        "marks": BEGIN + END,
        "whole": WHOLE,
        "part": PART,
        "most": MOST_CHARACTERS,
        "query": " | ".join(_quoted(stem) for stem in stems),
        "ids": list(ids),
    }
    with connection.cursor() as cursor:
        cursor.execute(HEADLINES, params)
        return {id_: (_marked(title), _marked(text)) for id_, title, text in cursor.fetchall()}


def _quoted(stem: str) -> str:
    """Return a stem as a literal of the tsquery type."""
    escaped = stem.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _marked(text: str | None) -> SafeString:
    tidy = _BEFORE_MARKS.sub("", text or "")
    html = escape(tidy).replace(BEGIN, "<mark>").replace(END, "</mark>")
    return mark_safe(html)  # noqa: S308  (escaped in the line above)
