"""The nightly comparison: whatever the signals did not see is found by its hash."""

from django.db import connection
from psycopg import sql

from ai.indexing.documents import rendering
from ai.indexing.outbox_entries import record_stale_words
from ai.indexing.signals import entries_recorded
from ai.indexing.spaces import build_indexes
from ai.indexing.targets import KINDS, VECTOR_TABLES
from ai.models import EmbeddingSpace, Priority, SourceKind

# Stale and missing documents, and vectors without a document; what waits already is not doubled.
RECORD = """
INSERT INTO ai_outboxentry
    (kind, object_id, priority, created_at, available_at, attempts, last_error)
SELECT %(kind)s, found.id, %(priority)s, now(), now(), 0, ''
FROM (
    SELECT coalesce(d.id, e.{id_column}) AS id
    FROM ({documents}) d
    FULL JOIN (SELECT e.{id_column}, e.content_hash FROM {table} e WHERE {of_space}) e
        ON e.{id_column} = d.id
    WHERE e.content_hash IS DISTINCT FROM d.hash
) found
WHERE NOT EXISTS (
    SELECT FROM ai_outboxentry o WHERE o.kind = %(kind)s AND o.object_id = found.id
)
"""


def reconcile(*, space: EmbeddingSpace | None = None) -> dict[str, int]:
    """Put whatever is not true into the outbox, of one space or all maintained ones.

    Returns the number of entries written by kind.
    """
    spaces = [space] if space else list(EmbeddingSpace.objects.maintained())
    found = dict.fromkeys(KINDS, 0)
    for one in spaces:
        for kind in KINDS:
            found[kind] += _reconcile_kind(one, kind)
        if one.status == EmbeddingSpace.Status.LIVE:
            build_indexes(space=one)  # nothing to do when they are there
    found[SourceKind.PRODUCT] += record_stale_words()
    if any(found.values()):
        entries_recorded.send(sender=None, priority=Priority.BULK)
    return found


def _reconcile_kind(space: EmbeddingSpace, kind: str) -> int:
    documents = rendering(space=space, kind=kind)
    table = VECTOR_TABLES[kind]
    query = sql.SQL(RECORD).format(
        documents=documents.query,
        table=sql.Identifier(table.name),
        id_column=sql.Identifier(table.id_column),
        of_space=table.of_space(),
    )
    with connection.cursor() as cursor:
        cursor.execute(
            query,
            {
                **documents.params,
                "space": space.pk,
                "kind": kind,
                "priority": Priority.BULK,
            },
        )
        return int(cursor.rowcount)
