"""Which documents of a space are fresh, stale, missing or orphaned: asked of the database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from psycopg import sql

from ai.indexing.documents import rendering
from ai.models import EmbeddingSpace, SourceKind

KINDS: tuple[str, ...] = tuple(SourceKind.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A published object as text, with the hash of its space and text.

    `fresh` says that its vectors carry this hash already; the text of a fresh one is left out
    unless everything is asked for.
    """

    id: int
    heading: str
    text: str
    hash: str
    fresh: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VectorTable:
    """Where a kind's vectors lie; chunked kinds have several rows an object."""

    name: str
    id_column: str
    chunked: bool
    by_kind: bool

    def of_space(self, alias: str = "e") -> sql.Composable:
        """Return SQL that holds for one row an object of this kind in the space."""
        condition = "{a}.space_id = %(space)s"
        if self.by_kind:
            condition += " AND {a}.kind = %(kind)s"
        if self.chunked:
            condition += " AND {a}.position = 0"
        return sql.SQL(condition).format(a=sql.Identifier(alias))


VECTOR_TABLES: dict[str, VectorTable] = {
    SourceKind.PRODUCT: VectorTable(
        name="ai_product_embedding", id_column="product_id", chunked=False, by_kind=False
    ),
    SourceKind.REVIEW: VectorTable(
        name="ai_review_embedding", id_column="review_id", chunked=True, by_kind=False
    ),
    SourceKind.PAGE: VectorTable(
        name="ai_page_embedding", id_column="object_id", chunked=True, by_kind=True
    ),
    SourceKind.FAQ: VectorTable(
        name="ai_page_embedding", id_column="object_id", chunked=True, by_kind=True
    ),
}

WITH_VECTORS = """
FROM ({documents}) d
LEFT JOIN {table} e ON e.{id_column} = d.id AND {of_space}
"""
LOAD = """
SELECT d.id, d.heading, CASE WHEN %(everything)s OR e.content_hash IS DISTINCT FROM d.hash
                             THEN d.text ELSE '' END,
       d.hash, e.content_hash IS NOT DISTINCT FROM d.hash
{with_vectors} WHERE d.id = ANY(%(ids)s) ORDER BY d.id
"""
NEXT = """
SELECT d.id {with_vectors} WHERE d.id > %(after)s AND ({wanted}) ORDER BY d.id LIMIT %(limit)s
"""
COUNT = "SELECT count(*) {with_vectors} WHERE {wanted}"
STALE = "e.content_hash IS DISTINCT FROM d.hash"
# What was embedded after the run began, and is still true, need not be embedded by it again.
NOT_SINCE = STALE + " OR e.embedded_at < %(since)s"


def with_vectors(space: EmbeddingSpace, kind: str) -> tuple[sql.Composed, dict[str, Any]]:
    """Return SQL joining a kind's documents `d` with their vectors `e` (or nulls), and params."""
    documents = rendering(space=space, kind=kind)
    table = VECTOR_TABLES[kind]
    query = sql.SQL(WITH_VECTORS).format(
        documents=documents.query,
        table=sql.Identifier(table.name),
        id_column=sql.Identifier(table.id_column),
        of_space=table.of_space(),
    )
    return query, {**documents.params, "space": space.pk, "kind": kind}


def load_documents(
    *, space: EmbeddingSpace, kind: str, ids: Iterable[int], everything: bool = False
) -> list[Document]:
    """Return the documents of those ids that are published, by id; texts of stale ones only."""
    joined, params = with_vectors(space, kind)
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL(LOAD).format(with_vectors=joined),
            {**params, "ids": list(ids), "everything": everything},
        )
        return [
            Document(id=id_, heading=heading, text=text, hash=hash_, fresh=fresh)
            for id_, heading, text, hash_, fresh in cursor.fetchall()
        ]


def next_targets(
    *, space: EmbeddingSpace, kind: str, after: int, limit: int, since: Any = None
) -> list[int]:
    """Return up to `limit` ids above `after` that are stale or missing, ascending.

    With `since`, also those whose vectors are older than that moment.
    """
    joined, params = with_vectors(space, kind)
    wanted = sql.SQL(STALE if since is None else NOT_SINCE)
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL(NEXT).format(with_vectors=joined, wanted=wanted),
            {**params, "after": after, "limit": limit, "since": since},
        )
        return [row[0] for row in cursor.fetchall()]


def count_targets(*, space: EmbeddingSpace, kind: str, stale_only: bool) -> int:
    """Return how many documents of a kind there are, or how many are stale or missing."""
    joined, params = with_vectors(space, kind)
    wanted = sql.SQL(STALE if stale_only else "TRUE")
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(COUNT).format(with_vectors=joined, wanted=wanted), params)
        return int(cursor.fetchone()[0])


def published_ids(*, space: EmbeddingSpace, kind: str, ids: Sequence[int]) -> list[int]:
    """Return which of the ids are to be embedded, ascending."""
    return [document.id for document in load_documents(space=space, kind=kind, ids=ids)]
