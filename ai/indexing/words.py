"""The postings of products: made in the database, where the words are, one statement a batch."""

from collections.abc import Iterator, Sequence

from django.db import connection, transaction
from psycopg import sql

from ai.indexing.vocabulary import refresh_vocabulary
from ai.indexing.word_fields import FIELD_WEIGHTS, word_documents

__all__ = ["index_words", "refresh_vocabulary", "stale_word_ids"]

# 6,764 products in batches of 500 take seconds; a batch stays far below the lock and statement
# time-outs, so that a worker shares the database politely.
BATCH = 500

# A row a product, whether new or not, to be held while its postings are made. KEY SHARE stops
# only a deletion, never a save.
PLACE = """
INSERT INTO ai_productwords (product_id, content_hash, length)
SELECT p.id, '', 0 FROM shop_product p
WHERE p.id = ANY(%(ids)s) AND p.status = 'active' ORDER BY p.id FOR KEY SHARE OF p
ON CONFLICT (product_id) DO NOTHING
"""
# In one order, so that two workers with overlapping batches wait instead of deadlocking.
HOLD = """
SELECT product_id FROM ai_productwords WHERE product_id = ANY(%(ids)s)
ORDER BY product_id FOR UPDATE
"""
STORE = """
WITH changed AS MATERIALIZED (
    SELECT d.* FROM ({documents}) d JOIN ai_productwords k ON k.product_id = d.id
    WHERE d.id = ANY(%(ids)s) AND k.content_hash <> d.hash
), counted AS MATERIALIZED (
    SELECT c.id, w.lexeme AS stem, sum(f.weight * cardinality(w.positions)) AS frequency
    FROM changed c
    CROSS JOIN LATERAL (VALUES {weighted}) AS f (text, weight)
    CROSS JOIN LATERAL unnest(vitrine_stems(f.text)) AS w
    GROUP BY c.id, w.lexeme
), measured AS MATERIALIZED (
    SELECT c.id, c.hash, coalesce(sum(n.frequency), 0) AS length
    FROM changed c LEFT JOIN counted n ON n.id = c.id GROUP BY c.id, c.hash
), entries AS MATERIALIZED (
    SELECT n.stem, n.id, n.frequency, m.length
    FROM counted n JOIN measured m ON m.id = n.id
    UNION ALL
    SELECT '=' || code, c.id, 1, m.length
    FROM changed c JOIN measured m ON m.id = c.id CROSS JOIN LATERAL unnest(c.codes) AS code
), dropped AS (
    DELETE FROM ai_posting o USING changed c
    WHERE o.product_id = c.id
      AND NOT EXISTS (SELECT FROM entries e WHERE e.id = o.product_id AND e.stem = o.stem)
), stored AS (
    INSERT INTO ai_posting AS o (stem, product_id, frequency, length)
    SELECT stem, id, frequency, length FROM entries ORDER BY stem COLLATE "C", id
    ON CONFLICT (stem, product_id) DO UPDATE
    SET frequency = EXCLUDED.frequency, length = EXCLUDED.length
    WHERE (o.frequency, o.length) IS DISTINCT FROM (EXCLUDED.frequency, EXCLUDED.length)
)
UPDATE ai_productwords k SET content_hash = m.hash, length = m.length
FROM measured m WHERE k.product_id = m.id
"""
# A trigger removes their postings with them.
REMOVE = """
DELETE FROM ai_productwords k WHERE k.product_id = ANY(%(ids)s)
AND NOT EXISTS (SELECT FROM shop_product p WHERE p.id = k.product_id AND p.status = 'active')
"""
# Published ones whose words are missing or differ, and words of what is no longer published.
STALE = """
SELECT coalesce(d.id, k.product_id)
FROM ({documents}) d FULL JOIN ai_productwords k ON k.product_id = d.id
WHERE k.content_hash IS DISTINCT FROM d.hash
ORDER BY 1 {limit}
"""


def index_words(*, product_ids: Sequence[int]) -> int:
    """Make the words of these products true; returns how many products had to be written.

    Unchanged ones are skipped by their hash; those no longer published lose their words.
    """
    return sum(_index_batch(batch) for batch in _batches(sorted(set(product_ids))))


def stale_word_ids(*, limit: int | None = None) -> list[int]:
    """Return the ids of products whose words are missing, out of date or no longer wanted."""
    documents, params = word_documents()
    bound = sql.SQL("") if limit is None else sql.SQL("LIMIT {}").format(sql.Literal(limit))
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(STALE).format(documents=documents, limit=bound), params)
        return [row[0] for row in cursor.fetchall()]


def _batches(ids: Sequence[int]) -> Iterator[list[int]]:
    for begin in range(0, len(ids), BATCH):
        yield list(ids[begin : begin + BATCH])


def _index_batch(ids: list[int]) -> int:
    documents, params = word_documents()
    params |= {"ids": ids}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(PLACE, params)
        cursor.execute(HOLD, params)
        cursor.execute(
            sql.SQL(STORE).format(documents=documents, weighted=_weighted_fields()), params
        )
        written = int(cursor.rowcount)
        cursor.execute(REMOVE, params)
    return written


def _weighted_fields() -> sql.Composed:
    return sql.SQL(", ").join(
        sql.SQL("(c.{}, {})").format(sql.Identifier(name), sql.Literal(weight))
        for name, weight in FIELD_WEIGHTS.items()
    )
