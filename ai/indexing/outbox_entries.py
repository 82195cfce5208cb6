"""Writing outbox entries, in the transaction that makes the change."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone
from psycopg import sql

from ai.indexing.signals import entries_recorded
from ai.models import OutboxEntry, Priority

# Seconds within which a worker that was nudged has begun, unless it is busy with edits anyway.
TOLD_S = 3

COUNTED = "WITH written AS ({insert} RETURNING id) SELECT count(*), min(id) FROM written"
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


def record_unless_waiting(*, kind: str, ids: Iterable[int]) -> int:
    """Write down, as bulk, those of the objects that do not wait already; return how many."""
    entries = OutboxEntry.objects.filter(kind=kind)
    waiting = set(entries.values_list("object_id", flat=True))
    return record(kind=kind, ids=[id_ for id_ in ids if id_ not in waiting], priority=Priority.BULK)


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
    query = sql.SQL(COUNTED).format(
        insert=sql.SQL(statement) if isinstance(statement, str) else statement
    )
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        written, first_id = cursor.fetchone()
    if written:
        entries_recorded.send(sender=None, priority=params["priority"], first_id=first_id)
    return int(written)


def worker_is_told(*, priority: int, before: int) -> bool:
    """Return whether older entries still wait to be claimed: whoever claims them takes these too.

    Call it after the commit. Older than TOLD_S, they say nothing: their nudge may have been lost.
    """
    return OutboxEntry.objects.filter(
        priority=priority,
        id__lt=before,
        lease=None,
        attempts=0,
        created_at__gt=timezone.now() - timedelta(seconds=TOLD_S),
    ).exists()
