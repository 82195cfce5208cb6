"""Which reviews have no fresh reading: asked of the database, where the hashes are computed."""

from typing import Any, Final

from django.db import connection

from ai.reviews.reading import models_in_use
from ai.reviews.store import TOP

# The hash of a fresh reading, as `ai.reviews.reading.hash_of` makes it.
PUBLISHED: Final = r"""
FROM shop_review r
JOIN shop_product p ON p.id = r.product_id
LEFT JOIN shop_category own ON own.id = p.category_id
LEFT JOIN shop_category top ON top.path = left(own.path, %(top)s)
LEFT JOIN ai_reviewreading g ON g.review_id = r.id
WHERE r.status = 'published' AND r.id > %(after)s
    AND (%(everything)s OR g.content_hash IS DISTINCT FROM encode(sha256(convert_to(
        concat_ws(E'\x1f', %(version)s::text, coalesce(top.id::text, ''), r.rating::text,
            r.title, r.body), 'UTF8')), 'hex'))
"""


def count_stale(*, everything: bool = False) -> int:
    """Return how many published reviews are to be read."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) {PUBLISHED}", _params(0, everything))
        return int(cursor.fetchone()[0])


def next_stale(*, after: int, limit: int, everything: bool = False) -> list[int]:
    """Return up to `limit` ids above `after` of reviews to be read, ascending."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT r.id {PUBLISHED} ORDER BY r.id LIMIT %(limit)s",
            {**_params(after, everything), "limit": limit},
        )
        return [row[0] for row in cursor.fetchall()]


def _params(after: int, everything: bool) -> dict[str, Any]:
    return {
        "after": after,
        "everything": everything,
        "version": models_in_use().version,
        "top": TOP,
    }
