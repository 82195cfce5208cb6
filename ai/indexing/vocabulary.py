"""The vocabulary: every word as the catalogue writes it, for correcting what shoppers type."""

from django.core.cache import cache
from django.db import connection, transaction

# Products read by one statement: below the worker's statement time-out with room to spare.
CHUNK = 5_000
# A vocabulary of unchanged words is not counted again; a forgotten key costs one recount.
FINGERPRINT_KEY = "ai:vocabulary:fingerprint"
FINGERPRINT = """
SELECT count(*) || ':' || coalesce(sum(hashtextextended(content_hash, 0)), 0)
       || ':' || (SELECT count(*) FROM ai_vocabularyword)
FROM ai_productwords
"""
BOUNDS = "SELECT min(id), max(id) FROM shop_product WHERE status = 'active'"
SCRATCH = """
CREATE TEMPORARY TABLE counted_words (word text COLLATE "C" PRIMARY KEY, products integer NOT NULL)
ON COMMIT DROP
"""
# Unstemmed, unaccented. Single letters and words without a letter are not worth correcting to;
# what is longer than forty characters is no word.
COUNT = r"""
INSERT INTO counted_words AS c (word, products)
SELECT word, count(*)
FROM shop_product p
CROSS JOIN LATERAL unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', vitrine_words(
    concat_ws(' ', p.title,
        (SELECT name FROM shop_brand WHERE id = p.brand_id),
        (SELECT name FROM shop_category WHERE id = p.category_id),
        (SELECT string_agg(text, ' ') FROM shop_productattribute WHERE product_id = p.id),
        (SELECT string_agg(concat_ws(' ', option1, option2, option3), ' ')
         FROM shop_variant WHERE product_id = p.id),
        array_to_string(p.tags, ' '), p.description_text))))) AS word
WHERE p.status = 'active' AND p.id >= %(low)s AND p.id < %(high)s
  AND length(word) BETWEEN 2 AND 40 AND word ~ '[^0-9.]'
GROUP BY word
ON CONFLICT (word) DO UPDATE SET products = c.products + EXCLUDED.products
"""
DROP_OLD = """
DELETE FROM ai_vocabularyword v
WHERE NOT EXISTS (SELECT FROM counted_words c WHERE c.word = v.word)
"""
WRITE = """
INSERT INTO ai_vocabularyword AS v (word, products) SELECT word, products FROM counted_words
ON CONFLICT (word) DO UPDATE SET products = EXCLUDED.products
WHERE v.products <> EXCLUDED.products
"""


def refresh_vocabulary() -> int:
    """Count the words of all published products anew; returns the size of the vocabulary.

    When no product's words changed since the last time, nothing is read but their hashes.
    """
    with connection.cursor() as cursor:
        cursor.execute(FINGERPRINT)
        found = str(cursor.fetchone()[0])
        if cache.get(FINGERPRINT_KEY) != found:
            _recount()
            cursor.execute(FINGERPRINT)
            cache.set(FINGERPRINT_KEY, str(cursor.fetchone()[0]), timeout=None)
        cursor.execute("SELECT count(*) FROM ai_vocabularyword")
        return int(cursor.fetchone()[0])


def _recount() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(SCRATCH)
        cursor.execute(BOUNDS)
        lowest, highest = cursor.fetchone()
        if lowest is not None:
            for low in range(lowest, highest + 1, CHUNK):
                cursor.execute(COUNT, {"low": low, "high": low + CHUNK})
        cursor.execute(DROP_OLD)
        cursor.execute(WRITE)
        cursor.execute("DROP TABLE counted_words")  # the caller's transaction may go on
