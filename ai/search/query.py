"""From the text that was typed to a frozen Query: cleaned, cut, split, looked up."""

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import pairwise

from django.db import connection

from ai.search.codes import TITLE_MARK, squeeze
from ai.search.statistics import Statistics, read_statistics
from ai.search.types import Query, Term, Word

# Longer texts are pasted, not typed; the rest is cut off, so that no query costs more than another.
MAX_CHARACTERS = 200
MAX_WORDS = 16
# NFKC makes up to 18 characters of one: what could not survive the cut is not normalised.
MAX_RAW_CHARACTERS = 5 * MAX_CHARACTERS
# BM25's saturation and length normalisation. Of k1 0.9 to 2.0 and b 0.3 to 0.75 none was more than
# 0.007 nDCG@10 from these on 75 shopping queries; 1.2 is the textbook's, and the shorter fields
# make lengths differ less than in prose, so b is below the usual 0.75.
K1 = 1.2
B = 0.5

MIN_CODE, MAX_CODE = 3, 40
# A code without a digit may be a word; it is one where an SKU says so and nothing else was typed.
MIN_LETTERS = 5
# Shorter ones are sizes and quantities: 30l, 2xl, 501.
MIN_SURE_CODE = 4
MIN_SURE_NUMBER = 8
# A word of so many products is no slip.
SEVERAL = 2
# Two words that make a shorter one together do so by chance: in to, a way.
MIN_JOINED = 5

# After them stands what a thing is for, with or made of: the name of the thing comes before.
PREPOSITIONS = frozenset({"for", "with", "without", "in", "of", "from", "to", "by", "on", "at"})

# Controls, formats (zero-width, bidi, tags), lone surrogates, private use, unassigned.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
_DIGIT, _LETTER = re.compile(r"[0-9]"), re.compile(r"[a-z]")

# The words in their order, each with its stems and the number of products that have them.
UNDERSTAND = """
WITH words AS (
    SELECT w.word, min(w.place) AS place
    FROM string_to_table(vitrine_words(%(text)s), ' ') WITH ORDINALITY AS w (word, place)
    WHERE w.word <> '' GROUP BY w.word ORDER BY min(w.place) LIMIT %(most)s
), stems AS (
    SELECT w.place, w.word, s.stem, 'word' AS kind
    FROM words w
    LEFT JOIN LATERAL unnest(tsvector_to_array(to_tsvector('vitrine', w.word))) AS s (stem) ON TRUE
    UNION ALL
    SELECT 0, code, '=' || code, 'code' FROM unnest(%(codes)s::text[]) AS code
    UNION ALL
    -- rain jacket = rainjacket, where the catalogue writes it so
    SELECT w.place, w.word || w.next, s.stem, 'joined'
    FROM (SELECT place, word, lead(word) OVER (ORDER BY place) AS next FROM words) w
    CROSS JOIN LATERAL unnest(
        tsvector_to_array(to_tsvector('vitrine', w.word || w.next))) AS s (stem)
    WHERE length(w.word || w.next) >= %(joined)s AND w.word || w.next !~ '[0-9]'
)
SELECT s.word, s.stem, s.kind, (SELECT count(*) FROM ai_posting o WHERE o.stem = s.stem)
FROM stems s ORDER BY s.kind <> 'word', s.kind, s.place, s.stem
"""


def clean(raw: str) -> tuple[str, bool]:
    """Return the text without what cannot be seen, spaces squeezed, and whether it was cut."""
    head = unicodedata.normalize("NFKC", raw[:MAX_RAW_CHARACTERS])
    seen = "".join(
        character
        if (category := unicodedata.category(character)) not in _UNSEEN
        else " " * (category == "Cc")
        for character in head
    )
    text = " ".join(seen.split())
    cut = text[:MAX_CHARACTERS].rstrip()
    return cut, len(raw) > MAX_RAW_CHARACTERS or cut != text


def understand(raw: str, *, searched: str | None = None, titles: Sequence[str] = ()) -> Query:
    """Return the query; an empty one when nothing can be read in the text.

    `searched` is what is left of it to search for, where some words asked for something else;
    `titles` are whole titles in it, squeezed.
    """
    text, was_cut = clean(raw)
    if not text:
        return Query(was_cut=was_cut)
    left = text if searched is None else searched
    whole = squeeze(text)
    codes = [
        code for code in dict.fromkeys([whole, *_codes_within(left)]) if _may_be_code(code, whole)
    ] + [f"{TITLE_MARK}{title}" for title in titles]
    with connection.cursor() as cursor:
        cursor.execute(
            UNDERSTAND,
            {"text": left, "codes": codes, "most": MAX_WORDS, "joined": MIN_JOINED},
        )
        rows: list[tuple[str, str | None, str, int]] = cursor.fetchall()
    statistics = read_statistics()
    frequencies = {stem: products for _, stem, _, products in rows if stem is not None}
    found_codes = [code for code in codes if frequencies.get(f"={code}")]
    words = _words([(word, stem) for word, stem, kind, _ in rows if kind == "word"], frequencies)
    stems = list(dict.fromkeys(stem for word in words for stem in word.stems))[:MAX_WORDS]
    terms = [
        Term(
            stem=stem,
            idf=inverse_frequency(frequencies[stem], statistics),
        )
        for stem in stems
        if frequencies[stem]
    ]
    joined = _joined(rows, words, frequencies)
    # A word that no product has is evidence too: that the words found are not the whole wish.
    missed = sum(not frequencies[stem] for stem in stems) * inverse_frequency(0, statistics)
    terms += [
        Term(
            stem=f"={code}",
            idf=inverse_frequency(frequencies[f"={code}"], statistics),
            is_code=True,
        )
        for code in found_codes
    ]
    possible = sum(term.idf for term in terms) + missed
    return Query(
        text=text,
        searched=left,
        was_cut=was_cut,
        words=words,
        # Another spelling of words that count already makes no product worth less.
        terms=(
            *terms,
            *(
                Term(stem=stem, idf=_both(stem, halves, frequencies, statistics))
                for stem, halves in joined
            ),
        ),
        possible=possible * (K1 + 1),
        is_code=whole in found_codes and is_sure_code(whole),
    )


def inverse_frequency(products: int, statistics: Statistics) -> float:
    """Return BM25's idf, ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative."""
    # The count of all products may be a minute older than that of the word.
    everything = max(statistics.products, products)
    return math.log(1 + (everything - products + 0.5) / (products + 0.5))


def is_sure_code(code: str) -> bool:
    """Return whether a code cannot be taken for a size, a quantity or a year."""
    if not _DIGIT.search(code):
        return False
    return len(code) >= (MIN_SURE_CODE if _LETTER.search(code) else MIN_SURE_NUMBER)


def _joined(
    rows: list[tuple[str, str | None, str, int]],
    words: tuple[Word, ...],
    frequencies: Mapping[str, int],
) -> list[tuple[str, tuple[Word, Word]]]:
    """Return the stems of neighbours that the catalogue writes as one word, with the two words.

    It does where several products have the one word, or as many as have the rarer of the two; else
    it is a slip of one product's text.
    """
    halves = {first.text + second.text: (first, second) for first, second in pairwise(words)}
    plain = {stem for word in words for stem in word.stems}
    return [
        (stem, halves[text])
        for text, stem, kind, count in rows
        if kind == "joined"
        and stem
        and count
        and stem not in plain
        and text in halves
        and (
            count >= SEVERAL or count >= min(_products(half, frequencies) for half in halves[text])
        )
    ]


def heads_of(words: Sequence[Word]) -> frozenset[str]:
    """Return the stems of what the query is about: of "heels for women" the heels."""
    head: tuple[str, ...] = ()
    for word in words:
        if head and word.text in PREPOSITIONS:
            break
        head = word.stems if word.stems and word.is_known else head
    return frozenset(head)


def _both(
    stem: str,
    halves: tuple[Word, Word],
    frequencies: Mapping[str, int],
    statistics: Statistics,
) -> float:
    """Return what one word for two counts: as much as both, however rare it is itself."""
    idfs = [
        inverse_frequency(frequencies[each], statistics)
        for half in halves
        for each in half.stems
        if frequencies[each]
    ]
    return sum(idfs) if idfs else inverse_frequency(frequencies[stem], statistics)


def _products(word: Word, frequencies: Mapping[str, int]) -> int:
    return max((frequencies[stem] for stem in word.stems), default=0)


def _codes_within(text: str) -> list[str]:
    return [code for part in text.split()[:MAX_WORDS] if is_sure_code(code := squeeze(part))]


def _may_be_code(code: str, whole: str) -> bool:
    """Return whether a code is worth looking up; inside a longer text, only a sure one is."""
    if not MIN_CODE <= len(code) <= MAX_CODE:
        return False
    if not _DIGIT.search(code):
        return code == whole and len(code) >= MIN_LETTERS
    return code == whole or is_sure_code(code)


def _words(rows: list[tuple[str, str | None]], frequencies: dict[str, int]) -> tuple[Word, ...]:
    stems: dict[str, list[str]] = {}
    for word, stem in rows:
        stems.setdefault(word, []).extend([] if stem is None else [stem])
    return tuple(
        Word(
            text=word,
            stems=tuple(found),
            is_known=not found or any(frequencies[stem] for stem in found),
        )
        for word, found in stems.items()
    )
