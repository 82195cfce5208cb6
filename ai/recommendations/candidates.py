"""Candidates out of the lists, each with the facts that rules and reasons need: one indexed read.

Only what may be shown comes back: published, and to be bought now unless that is not asked for.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.db import connection
from psycopg import sql

from ai.indexing.spaces import get_live_space
from ai.recommendations.likeness import MEANING, PRICE, VALUES
from ai.recommendations.types import Candidate, ListKind

# Of each list: enough is left after the rules for a box, and for most of what programs ask.
READ: Final = 40
# Of several lists in all, and of each at least: products looked at, lines of a cart.
READ_IN_ALL: Final = 120
READ_OF_EACH: Final = 10

FACTS: Final = """
p.id, p.title, p.price_min, p.category_id, coalesce(c.name, ''), p.brand_id, coalesce(b.name, ''),
extract(epoch FROM p.published_at)::float8
"""
FROM_PRODUCTS: Final = """
JOIN shop_product p ON p.id = f.item AND p.status = 'active'
LEFT JOIN shop_category c ON c.id = p.category_id
LEFT JOIN shop_brand b ON b.id = p.brand_id
"""
MAY_BE_SHOWN: Final = """
(%(with_sold_out)s OR EXISTS (
    SELECT FROM shop_variant v WHERE v.product_id = p.id AND v.price IS NOT NULL
    AND (v.stock > 0 OR v.allow_backorder)))
"""
LIVE: Final = """
SELECT id, extract(epoch FROM as_of)::float8 AS as_of FROM ai_recommendationgeneration
WHERE live_since IS NOT NULL ORDER BY live_since DESC LIMIT 1
"""
LISTED: Final = """
WITH live AS MATERIALIZED ({live}), f AS MATERIALIZED (
    SELECT l.kind, l.subject_id, coalesce(s.title, '') AS subject_title,
           s.price_min AS subject_price, s.category_id AS subject_category_id,
           s.brand_id AS subject_brand_id, u.item, u.score, u.evidence, u.place
    FROM unnest(%(kinds)s::text[], %(subjects)s::bigint[]) AS w (kind, subject)
    JOIN ai_recommendation_list l ON l.generation_id = (SELECT id FROM live)
        AND l.kind = w.kind AND l.subject_id = w.subject
    LEFT JOIN shop_product s ON s.id = l.subject_id AND l.kind IN ('similar', 'together')
    CROSS JOIN LATERAL unnest(
        l.items[1:%(read)s], l.scores[1:%(read)s], l.evidence[1:%(read)s]
    ) WITH ORDINALITY AS u (item, score, evidence, place)
)
SELECT {facts}, f.subject_id, f.subject_title, f.subject_price, f.subject_category_id,
       f.subject_brand_id, f.kind, f.score, f.evidence, live.as_of, live.id
FROM f CROSS JOIN live {products}
WHERE {may_be_shown}
ORDER BY f.place, f.subject_id
"""
# The nearest by meaning, for a product that no run has seen yet.
NEAREST: Final = """
WITH subject AS MATERIALIZED (
    SELECT embedding::halfvec({dimensions}) AS vector FROM ai_product_embedding
    WHERE space_id = {space} AND product_id = %(subject)s
), f AS MATERIALIZED (
    SELECT e.product_id AS item,
           1 - (e.embedding::halfvec({dimensions}) <=> (SELECT vector FROM subject)) AS score
    FROM ai_product_embedding e
    WHERE e.space_id = {space} AND e.product_id <> %(subject)s AND EXISTS (SELECT FROM subject)
    ORDER BY e.embedding::halfvec({dimensions}) <=> (SELECT vector FROM subject) LIMIT %(read)s
)
"""
# As in `likeness`, where the shelf stands for all values that both have.
ALIKE: Final = """
SELECT {facts}, s.id, s.title, s.price_min, s.category_id, s.brand_id, 'similar',
       {meaning} * f.score
       + {values} * coalesce((p.category_id = s.category_id)::int, 0)
       + {price} * coalesce(least(p.price_min, s.price_min)
                            / nullif(greatest(p.price_min, s.price_min), 0), 0)::float8 AS alike,
       0, NULL::float8, NULL::bigint
FROM f CROSS JOIN (SELECT * FROM shop_product WHERE id = %(subject)s) s {products}
WHERE {may_be_shown}
ORDER BY alike DESC, f.item
"""
# Given products, in the order in which they are given.
GIVEN: Final = """
WITH f AS (SELECT * FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS u (item, place))
SELECT {facts}, 0, '', NULL::numeric, NULL::bigint, NULL::bigint,
       '', 0.0, 0, NULL::float8, NULL::bigint
FROM f {products} WHERE {may_be_shown} ORDER BY f.place
"""
# The newest of a shelf or of the shop, before there is any list.
NEWEST: Final = """
WITH f AS MATERIALIZED (
    SELECT p.id AS item FROM shop_product p
    WHERE p.status = 'active' AND {may_be_shown}
    ORDER BY p.published_at DESC NULLS LAST, p.id DESC LIMIT %(read)s
)
SELECT {facts}, 0, '', NULL::numeric, NULL::bigint, NULL::bigint,
       'new', 0.0, 0, NULL::float8, NULL::bigint
FROM f {products} WHERE TRUE ORDER BY p.published_at DESC NULLS LAST, p.id DESC
"""
EVERYWHERE: Final = {
    "facts": sql.SQL(FACTS),
    "products": sql.SQL(FROM_PRODUCTS),
    "may_be_shown": sql.SQL(MAY_BE_SHOWN),
    "live": sql.SQL(LIVE),
}
SHELVES: Final = """
SELECT a.id FROM shop_category c JOIN shop_category a ON c.path LIKE a.path || '%%'
WHERE c.id = %(category)s ORDER BY length(a.path) DESC
"""


def share_of_each(lists: int) -> int:
    """Return how much is read of each of so many lists."""
    return max(READ_OF_EACH, min(READ, READ_IN_ALL // max(lists, 1)))


def read_lists(
    kinds: Sequence[ListKind],
    subjects: Sequence[int],
    *,
    with_sold_out: bool = False,
    read: int = READ,
) -> list[Candidate]:
    """Return the candidates on these kinds of lists of all these subjects, by their places."""
    lists = [(kind, subject) for kind in kinds for subject in subjects]
    return read_each(lists, with_sold_out=with_sold_out, read=read)


def read_each(
    lists: Sequence[tuple[ListKind, int]], *, with_sold_out: bool = False, read: int = READ
) -> list[Candidate]:
    """Return the candidates on these lists of the live generation, the first `read` of each."""
    if not lists:
        return []
    params = {
        "kinds": [str(kind) for kind, _ in lists],
        "subjects": [subject for _, subject in lists],
        "read": read,
    }
    return _read(LISTED, params, with_sold_out=with_sold_out)


def read_nearest(subject: int, *, with_sold_out: bool = False, read: int = READ) -> list[Candidate]:
    """Return what is nearest by meaning to one product, in the live space.

    Raises NoLiveSpace where there is none.
    """
    space = get_live_space()
    names = {
        "dimensions": sql.Literal(space.dimensions),
        "space": sql.Literal(space.pk),
        "meaning": sql.Literal(MEANING),
        "values": sql.Literal(VALUES),
        "price": sql.Literal(PRICE),
    }
    params = {"subject": subject, "read": read}
    return _read(NEAREST + ALIKE, params, with_sold_out=with_sold_out, names=names)


def read_given(ids: Sequence[int], *, with_sold_out: bool = False) -> list[Candidate]:
    """Return given products that may be shown, in the same order."""
    return _read(GIVEN, {"ids": list(ids)}, with_sold_out=with_sold_out) if ids else []


def read_newest(*, with_sold_out: bool = False, read: int = READ) -> list[Candidate]:
    """Return the newest products of the shop."""
    return _read(NEWEST, {"read": read}, with_sold_out=with_sold_out)


def read_shelves(category: int) -> list[int]:
    """Return a category and those above it, the narrowest first."""
    with connection.cursor() as cursor:
        cursor.execute(SHELVES, {"category": category})
        return [row[0] for row in cursor.fetchall()]


def _read(
    statement: str,
    params: Mapping[str, Any],
    *,
    with_sold_out: bool,
    names: Mapping[str, sql.Composable] = EVERYWHERE,
) -> list[Candidate]:
    query = sql.SQL(statement).format(**{**EVERYWHERE, **names})
    with connection.cursor() as cursor:
        cursor.execute(query, {**params, "with_sold_out": with_sold_out})
        return [_candidate(row) for row in cursor.fetchall()]


def _candidate(row: Sequence[Any]) -> Candidate:
    return Candidate(
        product_id=row[0],
        title=row[1],
        price=row[2],
        category_id=row[3],
        category=row[4],
        brand_id=row[5],
        brand=row[6],
        published_at=row[7],
        subject=row[8],
        subject_title=row[9],
        subject_price=row[10],
        subject_category_id=row[11],
        subject_brand_id=row[12],
        list_kind=row[13],
        score=row[14],
        evidence=row[15],
        as_of=row[16],
        generation=row[17],
    )
