"""A shop's worth of products made in one statement, and what must be true of its vectors."""

from django.db import connection

from ai.indexing.coverage import coverage
from ai.models import EmbeddingSpace, OutboxEntry, ProductEmbedding


def make_products(count: int) -> list[int]:
    """Insert published products behind the signals, so that only a job finds them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO shop_product (slug, title, description, status, tags, source, external_id,"
            " rating_count, rating_sum, created_at, updated_at)"
            " SELECT 'p-' || n, 'Product ' || n, '', 'active', '{}', '', '', 0, 0, now(), now()"
            " FROM generate_series(1, %s) n RETURNING id",
            [count],
        )
        return [row[0] for row in cursor.fetchall()]


def is_true(space: EmbeddingSpace) -> bool:
    """Return whether every vector is there once, with the hash of today's text."""
    return all(one.complete for one in coverage(space=space))


def embedded() -> int:
    return ProductEmbedding.objects.count()


def waiting() -> int:
    return OutboxEntry.objects.count()
