"""Writing vectors: only for a text that is still the object's text, in one statement.

Two workers may embed one object, the old text finishing last. The statement joins the vectors with
the documents as they are now, so an old text finds no partner. The lock before it makes sure that
"now" is after the other worker's commit: without it, a snapshot taken before that commit could
still overwrite the new vector.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from psycopg import sql

from ai.indexing.documents import rendering
from ai.indexing.locks import lock_until_commit
from ai.indexing.targets import VECTOR_TABLES
from ai.models import EmbeddingSpace, SourceKind
from ai.providers.base import Vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedChunk:
    """A piece of an object with its vector; `hash` is that of the object's whole text."""

    id: int
    hash: str
    position: int
    text: str
    vector: Vectors


PRODUCTS = """
INSERT INTO ai_product_embedding (space_id, product_id, content_hash, embedding, embedded_at)
SELECT %(space)s, v.id, v.hash, v.vector::halfvec, now()
FROM unnest(%(ids)s::bigint[], %(hashes)s::text[], %(vectors)s::text[]) AS v (id, hash, vector)
JOIN ({documents}) d ON d.id = v.id AND d.hash = v.hash
WHERE d.id = ANY(%(ids)s)
ORDER BY v.id
ON CONFLICT (space_id, product_id) DO UPDATE
SET content_hash = excluded.content_hash, embedding = excluded.embedding,
    embedded_at = excluded.embedded_at
RETURNING product_id
"""
CHUNKS = """
WITH v AS (
    SELECT * FROM unnest(%(ids)s::bigint[], %(hashes)s::text[], %(positions)s::int[],
                         %(texts)s::text[], %(vectors)s::text[])
        AS v (id, hash, position, text, vector)
), still AS (
    SELECT v.id, max(v.position) AS last
    FROM v JOIN ({documents}) d ON d.id = v.id AND d.hash = v.hash
    WHERE d.id = ANY(%(ids)s)
    GROUP BY v.id
), shorter AS (
    DELETE FROM {table} e USING still
    WHERE e.space_id = %(space)s {and_kind} AND e.{id_column} = still.id
        AND e.position > still.last
)
INSERT INTO {table} (space_id, {columns}, position, text, content_hash, embedding, embedded_at)
SELECT %(space)s, {values}, v.position, v.text, v.hash, v.vector::halfvec, now()
FROM v JOIN still ON still.id = v.id
ORDER BY v.id, v.position
ON CONFLICT (space_id, {columns}, position) DO UPDATE
SET text = excluded.text, content_hash = excluded.content_hash,
    embedding = excluded.embedding, embedded_at = excluded.embedded_at
RETURNING {id_column}
"""
REMOVE = """
DELETE FROM {table} e
WHERE e.space_id = %(space)s {and_kind} AND e.{id_column} = ANY(%(ids)s)
    AND NOT EXISTS (SELECT FROM ({documents}) d WHERE d.id = e.{id_column})
"""


def write_vectors(*, space: EmbeddingSpace, kind: str, chunks: Sequence[EmbeddedChunk]) -> set[int]:
    """Store the chunks whose objects still have the text they were made from; return those ids."""
    if not chunks:
        return set()
    documents = rendering(space=space, kind=kind)
    params: dict[str, Any] = {
        **documents.params,
        "space": space.pk,
        "kind": kind,
        "ids": [chunk.id for chunk in chunks],
        "hashes": [chunk.hash for chunk in chunks],
        "vectors": [_literal(chunk.vector) for chunk in chunks],
    }
    if VECTOR_TABLES[kind].chunked:
        params["positions"] = [chunk.position for chunk in chunks]
        params["texts"] = [chunk.text for chunk in chunks]
        query = _chunked(CHUNKS, kind, documents.query)
    else:
        query = sql.SQL(PRODUCTS).format(documents=documents.query)
    with transaction.atomic(), connection.cursor() as cursor:
        lock_until_commit(f"write-{space.pk}-{kind}")
        cursor.execute(query, params)
        return {row[0] for row in cursor.fetchall()}


def _literal(vector: Vectors) -> str:
    return "[" + ",".join(f"{number:.6g}" for number in vector.tolist()) + "]"


def _chunked(statement: str, kind: str, documents: sql.Composable) -> sql.Composed:
    table = VECTOR_TABLES[kind]
    id_column = sql.Identifier(table.id_column)
    columns: sql.Composable = id_column
    values: sql.Composable = sql.SQL("v.id")
    if table.by_kind:
        columns = sql.SQL("kind, {}").format(id_column)
        values = sql.SQL("%(kind)s, v.id")
    return sql.SQL(statement).format(
        table=sql.Identifier(table.name),
        id_column=id_column,
        columns=columns,
        values=values,
        and_kind=sql.SQL("AND e.kind = %(kind)s" if table.by_kind else ""),
        documents=documents,
    )


def remove_unpublished(*, space: EmbeddingSpace, kind: str, ids: Iterable[int]) -> int:
    """Delete the vectors of those ids that are not, or no longer, published; return the count."""
    documents = rendering(space=space, kind=kind)
    with connection.cursor() as cursor:
        cursor.execute(
            _chunked(REMOVE, kind, documents.query),
            {**documents.params, "space": space.pk, "kind": kind, "ids": list(ids)},
        )
        return int(cursor.rowcount)


def remove_at_once(*, kind: str, ids: Sequence[int]) -> None:
    """Delete the vectors of these objects in every space, in the caller's transaction.

    A product takes the vectors of its reviews along: nobody may read them any more either.
    """
    table = VECTOR_TABLES[kind]
    statement = sql.SQL("DELETE FROM {} WHERE {} = ANY(%(ids)s) {}").format(
        sql.Identifier(table.name),
        sql.Identifier(table.id_column),
        sql.SQL("AND kind = %(kind)s" if table.by_kind else ""),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, {"ids": list(ids), "kind": kind})
        if kind == SourceKind.PRODUCT:
            cursor.execute(
                "DELETE FROM ai_review_embedding WHERE review_id IN"
                " (SELECT id FROM shop_review WHERE product_id = ANY(%(ids)s))",
                {"ids": list(ids)},
            )
