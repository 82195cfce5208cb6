"""The nightly comparison: whatever the signals did not see is found by its hash."""

from django.db import connection
from psycopg import sql

from ai.indexing.documents import rendering
from ai.indexing.outbox_entries import record_unless_waiting
from ai.indexing.spaces import build_indexes
from ai.indexing.targets import KINDS, VECTOR_TABLES
from ai.indexing.words import stale_word_ids
from ai.models import EmbeddingSpace, SourceKind

# Stale and missing documents, and vectors without a document.
UNTRUE = """
SELECT coalesce(d.id, e.{id_column})
FROM ({documents}) d
FULL JOIN (SELECT e.{id_column}, e.content_hash FROM {table} e WHERE {of_space}) e
    ON e.{id_column} = d.id
WHERE e.content_hash IS DISTINCT FROM d.hash
"""


def reconcile(*, space: EmbeddingSpace | None = None) -> dict[str, int]:
    """Put whatever is not true into the outbox, of one space or all maintained ones.

    Returns the number of entries written by kind.
    """
    spaces = [space] if space else list(EmbeddingSpace.objects.maintained())
    found = {}
    for kind in KINDS:
        untrue = {id_ for one in spaces for id_ in _untrue(one, kind)}
        if kind == SourceKind.PRODUCT:
            untrue |= set(stale_word_ids())
        found[kind] = record_unless_waiting(kind=kind, ids=sorted(untrue))
    for one in spaces:
        if one.status == EmbeddingSpace.Status.LIVE:
            build_indexes(space=one)  # nothing to do when they are there
    return found


def _untrue(space: EmbeddingSpace, kind: str) -> list[int]:
    documents = rendering(space=space, kind=kind)
    table = VECTOR_TABLES[kind]
    query = sql.SQL(UNTRUE).format(
        documents=documents.query,
        table=sql.Identifier(table.name),
        id_column=sql.Identifier(table.id_column),
        of_space=table.of_space(),
    )
    with connection.cursor() as cursor:
        cursor.execute(query, {**documents.params, "space": space.pk, "kind": kind})
        return [row[0] for row in cursor.fetchall()]
