"""Writing outbox entries, in the transaction that makes the change."""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from psycopg import sql

from ai.indexing.signals import entries_recorded
from ai.indexing.words import stale_word_ids
from ai.models import OutboxEntry, Priority, SourceKind

RECORD = """
INSERT INTO ai_outboxentry
    (kind, object_id, priority, created_at, available_at, attempts, last_error)
SELECT %(kind)s, id, %(priority)s, now(), now(), 0, '' FROM unnest(%(ids)s::bigint[]) AS id
"""
# A product that is published again brings its reviews back, which lost their vectors with it.
RECORD_REVIEWS = """
INSERT INTO ai_outboxentry
    (kind, object_id, priority, created_at, available_at, attempts, last_error)
SELECT 'review', r.id, %(priority)s, now(), now(), 0, ''
FROM shop_review r
WHERE r.product_id = ANY(%(ids)s) AND r.status = 'published'
    AND NOT EXISTS (SELECT FROM ai_review_embedding e WHERE e.review_id = r.id)
    AND NOT EXISTS (SELECT FROM ai_outboxentry o WHERE o.kind = 'review' AND o.object_id = r.id)
"""
# Products whose text names something that got another name.
RECORD_PRODUCTS = """
INSERT INTO ai_outboxentry
    (kind, object_id, priority, created_at, available_at, attempts, last_error)
SELECT 'product', p.id, %(priority)s, now(), now(), 0, ''
FROM shop_product p
WHERE p.status = 'active' AND ({condition})
"""
OF_BRAND = "p.brand_id = ANY(%(ids)s)"
OF_CATEGORY = """p.category_id IN (
    SELECT below.id FROM shop_category below JOIN shop_category renamed
        ON left(below.path, length(renamed.path)) = renamed.path
    WHERE renamed.id = ANY(%(ids)s)
)"""
OF_ATTRIBUTE = """p.id IN (
    SELECT product_id FROM shop_productattribute WHERE attribute_id = ANY(%(ids)s)
    UNION SELECT product_id FROM shop_productoption WHERE attribute_id = ANY(%(ids)s)
)"""


def record(*, kind: str, ids: Iterable[int], priority: int = Priority.INTERACTIVE) -> int:
    """Write down, in the caller's transaction, that these objects changed; return how many."""
    return _insert(RECORD, {"kind": kind, "ids": list(ids), "priority": priority})


def record_stale_words() -> int:
    """Write down the products whose words are not true and that do not wait already."""
    entries = OutboxEntry.objects.filter(kind=SourceKind.PRODUCT)
    waiting = set(entries.values_list("object_id", flat=True))
    ids = [id_ for id_ in stale_word_ids() if id_ not in waiting]
    return record(kind=SourceKind.PRODUCT, ids=ids, priority=Priority.BULK)


def record_reviews_of(*, product_ids: Iterable[int], priority: int) -> int:
    """Write down the reviews of these products that have no vectors and do not wait already."""
    return _insert(RECORD_REVIEWS, {"ids": list(product_ids), "priority": priority})


def record_products_of(
    *, brand: int | None = None, category: int | None = None, attribute: int | None = None
) -> int:
    """Write down the products whose documents name this brand, category (or above) or attribute."""
    condition, id_ = next(
        (condition, id_)
        for condition, id_ in (
            (OF_BRAND, brand),
            (OF_CATEGORY, category),
            (OF_ATTRIBUTE, attribute),
        )
        if id_ is not None
    )
    query = sql.SQL(RECORD_PRODUCTS).format(condition=sql.SQL(condition))
    return _insert(query, {"ids": [id_], "priority": Priority.BULK})


def _insert(statement: str | sql.Composable, params: dict[str, Any]) -> int:
    if not params["ids"]:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        written = int(cursor.rowcount)
    if written:
        entries_recorded.send(sender=None, priority=params["priority"])
    return written
