"""How true a space's vectors are, counted from hashes."""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from psycopg import sql

from ai.indexing.documents import rendering
from ai.indexing.targets import KINDS, VECTOR_TABLES
from ai.models import EmbeddingSpace

# One pass over the documents and one over the vectors; nothing is sampled or remembered.
COUNT = """
SELECT count(d.id),
       count(*) FILTER (WHERE d.hash = e.content_hash),
       count(*) FILTER (WHERE d.hash <> e.content_hash),
       count(*) FILTER (WHERE e.{id_column} IS NULL),
       count(*) FILTER (WHERE d.id IS NULL)
FROM ({documents}) d
FULL JOIN (SELECT e.{id_column}, e.content_hash FROM {table} e WHERE {of_space}) e
    ON e.{id_column} = d.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Objects of a kind: `total` = fresh + stale + missing; orphaned: vectors without a source."""

    kind: str
    total: int
    fresh: int
    stale: int
    missing: int
    orphaned: int

    @property
    def complete(self) -> bool:
        """Whether every vector is there and true, and none is left over."""
        return self.fresh == self.total and not self.orphaned


def coverage(*, space: EmbeddingSpace) -> list[Coverage]:
    """Return the figures of every kind in a space, products first."""
    return [_of_kind(space, kind) for kind in KINDS]


def _of_kind(space: EmbeddingSpace, kind: str) -> Coverage:
    documents = rendering(space=space, kind=kind)
    table = VECTOR_TABLES[kind]
    query = sql.SQL(COUNT).format(
        documents=documents.query,
        table=sql.Identifier(table.name),
        id_column=sql.Identifier(table.id_column),
        of_space=table.of_space(),
    )
    params: dict[str, Any] = {**documents.params, "space": space.pk, "kind": kind}
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        total, fresh, stale, missing, orphaned = cursor.fetchone()
    return Coverage(
        kind=kind, total=total, fresh=fresh, stale=stale, missing=missing, orphaned=orphaned
    )
