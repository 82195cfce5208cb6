"""Search inside the reviews of a product: by words and by meaning, without a model by words."""

import re
from dataclasses import dataclass
from typing import Any, Final

import structlog
from django.db import connection
from psycopg import sql

from ai.conf import option
from ai.exceptions import NoLiveSpace, ProviderError
from ai.reviews.language.sentences import split_sentences
from ai.reviews.reading import ReviewText
from ai.reviews.said import Span
from ai.search.dense import FLOOR
from ai.search.query_vector import QueryVector, embed_text

log = structlog.get_logger(__name__)

# More are not leafed through; a product with 10,000 reviews has most of them about everything.
MOST: Final = 200
LONGEST_QUESTION: Final = 200

# Letters of a word that tells what is asked: not "is", "it", "of".
_TELLING: Final = 4
_WORD: Final = re.compile(r"\w+")

# The nearest sentence of each review: all of one product's are measured, some thousands at most.
NEAREST: Final = """
SELECT DISTINCT ON (e.review_id) e.review_id, e.text,
    1 - (e.embedding::halfvec({dimensions}) <=> %(vector)s::halfvec({dimensions})) AS cosine
FROM ai_review_embedding e JOIN shop_review r ON r.id = e.review_id
WHERE e.space_id = {space} AND r.product_id = %(product)s AND r.status = 'published'
ORDER BY e.review_id, cosine DESC
"""
WORDS: Final = """
SELECT r.id FROM shop_review r
WHERE r.product_id = %(product)s AND r.status = 'published'
    AND to_tsvector(%(language)s::regconfig, r.title || ' ' || r.body)
        @@ websearch_to_tsquery(%(language)s::regconfig, %(text)s)
ORDER BY r.helpful_count DESC, r.id DESC
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Reviews that answer a question, the best first: {id: the sentence, "" where none stands out}.

    `by_meaning` is false where no model could be asked: then they hold the words.
    """

    question: str
    sentences: dict[int, str]
    by_meaning: bool


def find_in_reviews(*, product: int, text: str) -> Answers:
    """Return the published reviews of a product that have the words, then those near in meaning."""
    plain = " ".join(text.replace("\x00", " ").split())[:LONGEST_QUESTION]
    if not plain:
        return Answers(question="", sentences={}, by_meaning=False)
    worded = _with_words(product, plain)
    near = _near(product, plain)
    if near is None:
        found = dict.fromkeys(worded[:MOST], "")
        return Answers(question=plain, sentences=found, by_meaning=False)
    ordered = sorted(
        {*worded, *(review for review, (_, closeness) in near.items() if closeness >= FLOOR)},
        key=lambda review: (review not in worded, -near.get(review, ("", 0.0))[1], -review),
    )
    return Answers(
        question=plain,
        sentences={review: near.get(review, ("", 0.0))[0] for review in ordered[:MOST]},
        by_meaning=True,
    )


def places_of(question: str, sentence: str, *, title: str, body: str) -> list[Span]:
    """Return the sentences of a review that answer: those with the words, else the nearest one."""
    whole = ReviewText(title=title, body=body).whole
    asked = {word for word in _WORD.findall(question.casefold()) if len(word) >= _TELLING}
    found = [
        (each.begin, each.end)
        for each in split_sentences(whole)
        if asked and asked <= set(_WORD.findall(each.text.casefold()))
    ]
    begin = whole.find(sentence) if sentence and not found else -1
    return [(begin, begin + len(sentence))] if begin >= 0 else found


def _with_words(product: int, text: str) -> list[int]:
    params = {"product": product, "text": text, "language": option("SEARCH_LANGUAGE", "english")}
    with connection.cursor() as cursor:
        cursor.execute(WORDS, params)
        return [row[0] for row in cursor.fetchall()]


def _near(product: int, text: str) -> dict[int, tuple[str, float]] | None:
    """Return {review: (its nearest sentence, closeness from 0 to 1)}; None without a model."""
    try:
        query = embed_text(text)
    except (NoLiveSpace, ProviderError) as error:
        log.warning("reviews_searched_by_words", error=str(error))
        return None
    return {
        review: (sentence, query.closeness(cosine))
        for review, sentence, cosine in _rows(query, product)
    }


def _rows(query: QueryVector, product: int) -> list[Any]:
    statement = sql.SQL(NEAREST).format(
        dimensions=sql.Literal(query.space.dimensions), space=sql.Literal(query.space.pk)
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, {"vector": str(query.vector.tolist()), "product": product})
        return list(cursor.fetchall())
