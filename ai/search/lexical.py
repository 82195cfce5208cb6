"""The lane of words: BM25 over the postings, in the database."""

from collections.abc import Collection, Sequence
from itertools import chain
from typing import NamedTuple

from django.db import connection
from psycopg import sql

from ai.indexing.word_fields import FIELD_WEIGHTS
from ai.search.query import K1, B, heads_of
from ai.search.statistics import read_statistics
from ai.search.types import Query
from shop.listing.restrictions import compiled
from shop.models.products import ProductQuerySet

# A product matches well enough when it has at least this share of the weight (idf) of the query's
# words that the best product has: of "waterproof hiking boots" two words, or the rarest one.
# Half keeps every product that misses one of two equally rare words and drops those that only
# share the commonest.
ENOUGH = 0.5
# More matches than this are neither counted nor shown: page 400 of a search helps nobody, and the
# cost of facets stays bounded.
MOST = 10_000

# The heaviest match is looked for among all products, so that what is well enough does not depend
# on the filters: a facet's count is what its value leaves. `wanted` ones are scored in any case.
MATCH = """
WITH found AS (
    SELECT o.product_id, sum(t.idf) AS mass, bool_or(t.is_code) AS is_exact,
           coalesce(sum(t.idf) FILTER (WHERE o.frequency >= %s), 0) AS title,
           bool_or(t.is_head AND o.frequency >= %s) AS has_head,
           sum(t.idf * o.frequency * %s / (o.frequency + %s + %s * o.length)) AS score
    FROM unnest(%s::text[], %s::float8[], %s::boolean[], %s::boolean[])
         AS t (stem, idf, is_code, is_head)
    JOIN ai_posting o ON o.stem = t.stem COLLATE "C"
    GROUP BY o.product_id
), judged AS (
    SELECT f.*, m.most, f.mass >= %s * m.most AS is_enough
    FROM found f CROSS JOIN (SELECT max(mass) AS most FROM found) m
)
SELECT j.product_id, j.score, j.is_enough, j.is_exact, j.mass, j.title, j.has_head, j.most
FROM judged j
WHERE (j.is_enough OR j.product_id = ANY(%s::bigint[])) AND j.product_id IN ({products})
ORDER BY j.is_enough DESC, j.score DESC, j.product_id DESC
LIMIT %s
"""

# A word stands in the title where its weighted frequency is that of one occurrence there at least;
# six mentions in a description are taken for it too.
IN_TITLE = FIELD_WEIGHTS["title"]


class WordMatch(NamedTuple):
    """A product by its words; `score` is BM25's share of what the query could reach (0 to 1).

    `coverage` is the share of the words' weight (idf) that the product has, `title` the share that
    it has in its title, `has_head` whether what the query is about stands there; `most` is the
    greatest coverage of any product, whatever the filters.
    """

    product_id: int
    score: float
    is_enough: bool
    is_exact: bool
    coverage: float = 0.0
    title: float = 0.0
    has_head: bool = False
    most: float = 0.0


def match_words(
    query: Query, products: ProductQuerySet, *, also: Collection[int] = ()
) -> list[WordMatch]:
    """Return the products that match the query's words well enough, best first, at most MOST.

    After them come those of `also` that match less well. One statement; nothing else is returned
    for a query without known words.
    """
    if not query.terms:
        return []
    text, params = compiled(products)
    mean_length = read_statistics().mean_length
    heads = heads_of(query.words)
    # The sum of the idf of all its words, known or not.
    mass_of_all = query.possible / (K1 + 1)
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL(MATCH).format(products=sql.SQL(text)),
            (
                *(IN_TITLE, IN_TITLE),
                *(K1 + 1, K1 * (1 - B), K1 * B / mean_length),
                [term.stem for term in query.terms],
                [term.idf for term in query.terms],
                [term.is_code for term in query.terms],
                [term.stem in heads for term in query.terms],
                *(ENOUGH, list(also)),
                *params,
                MOST + len(also),
            ),
        )
        return [
            WordMatch(
                product_id=id_,
                score=min(score / query.possible, 1.0),
                is_enough=is_enough,
                is_exact=is_exact,
                coverage=min(mass / mass_of_all, 1.0),
                title=min(title / mass_of_all, 1.0),
                has_head=has_head,
                most=min(most / mass_of_all, 1.0),
            )
            for id_, score, is_enough, is_exact, mass, title, has_head, most in cursor.fetchall()
        ]


def match_any(lanes: Sequence[Sequence[WordMatch]]) -> list[WordMatch]:
    """Return what any of some wordings of a query matches, each product by its best (pure)."""
    if len(lanes) == 1:
        return list(lanes[0])
    best: dict[int, WordMatch] = {}
    for match in chain.from_iterable(lanes):
        known = best.get(match.product_id, match)
        better = max(known, match, key=lambda each: each.score)
        best[match.product_id] = better._replace(
            is_enough=known.is_enough or match.is_enough,
            is_exact=known.is_exact or match.is_exact,
        )
    return sorted(
        best.values(),
        key=lambda each: (each.is_enough, each.score, each.product_id),
        reverse=True,
    )
