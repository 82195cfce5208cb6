"""The lane of words: BM25 over the postings, in the database."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from django.db import connection
from psycopg import sql

from ai.search.query import K1, B
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
           sum(t.idf * o.frequency * %s / (o.frequency + %s + %s * o.length)) AS score
    FROM unnest(%s::text[], %s::float8[], %s::boolean[]) AS t (stem, idf, is_code)
    JOIN ai_posting o ON o.stem = t.stem COLLATE "C"
    GROUP BY o.product_id
), judged AS (
    SELECT f.*, f.mass >= %s * (SELECT max(mass) FROM found) AS is_enough FROM found f
)
SELECT j.product_id, j.score, j.is_enough, j.is_exact FROM judged j
WHERE (j.is_enough OR j.product_id = ANY(%s::bigint[])) AND j.product_id IN ({products})
ORDER BY j.is_enough DESC, j.score DESC, j.product_id DESC
LIMIT %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMatch:
    """A product by its words; `score` is BM25's share of what the query could reach (0 to 1)."""

    product_id: int
    score: float
    is_enough: bool
    is_exact: bool


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
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL(MATCH).format(products=sql.SQL(text)),
            (
                *(K1 + 1, K1 * (1 - B), K1 * B / mean_length),
                [term.stem for term in query.terms],
                [term.idf for term in query.terms],
                [term.is_code for term in query.terms],
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
            )
            for id_, score, is_enough, is_exact in cursor.fetchall()
        ]


def match_any(lanes: Sequence[Sequence[WordMatch]]) -> list[WordMatch]:
    """Return what any of some wordings of a query matches, each product by its best (pure)."""
    if len(lanes) == 1:
        return list(lanes[0])
    best: dict[int, WordMatch] = {}
    for match in chain.from_iterable(lanes):
        known = best.get(match.product_id, match)
        best[match.product_id] = replace(
            max(known, match, key=lambda each: each.score),
            is_enough=known.is_enough or match.is_enough,
            is_exact=known.is_exact or match.is_exact,
        )
    return sorted(
        best.values(),
        key=lambda each: (each.is_enough, each.score, each.product_id),
        reverse=True,
    )
