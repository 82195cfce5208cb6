"""The vectors of the products that lead a search, read once; what they say is then arithmetic.

How near each is to the query, to the leaders and to the others are dot products of a few hundred
rows: one read instead of a statement for each question.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from django.db import connection
from numpy.typing import NDArray
from psycopg import sql

from ai.models import EmbeddingSpace
from ai.search.query_vector import QueryVector

Matrix = NDArray[np.float32]

# The halves that the index orders by, as they are sent: two 16-bit numbers, then the values, all
# with the most significant byte first.
HALVES: Final = np.dtype(">f2")
HEADER_BYTES: Final = 4
READ: Final = """
SELECT product_id, halfvec_send(embedding::halfvec({dimensions}))
FROM ai_product_embedding WHERE space_id = {space} AND product_id = ANY(%s)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductVectors:
    """Unit vectors of some products, float32 [len(rows), dimensions]; `rows` by product id."""

    rows: Mapping[int, int]
    matrix: Matrix

    def closeness(self, query: QueryVector, ids: Iterable[int]) -> dict[int, float]:
        """Return the closeness of products to a query; those without a vector are left out."""
        # Rounded as the index rounds.
        return self._closeness(query, _unit(query.vector.astype(np.float16)), ids)

    def likeness(
        self, query: QueryVector, leaders: Iterable[int], ids: Iterable[int]
    ) -> dict[int, float]:
        """Return the closeness of products to the mean of some leaders."""
        rows = [self.rows[id_] for id_ in leaders if id_ in self.rows]
        if not rows:
            return {}
        return self._closeness(query, _unit(self.matrix[rows].mean(axis=0)), ids)

    def twins(self, ids: Sequence[int], *, cosine: float) -> dict[int, set[int]]:
        """Return, of these products, those at least so near to each that has any, symmetrically."""
        known = [id_ for id_ in ids if id_ in self.rows]
        matrix = self.matrix[[self.rows[id_] for id_ in known]]
        near = matrix @ matrix.T >= cosine
        np.fill_diagonal(near, val=False)
        return {
            known[row]: {known[column] for column in np.flatnonzero(near[row])}
            for row in np.flatnonzero(near.any(axis=1))
        }

    def _closeness(
        self, query: QueryVector, vector: Matrix, ids: Iterable[int]
    ) -> dict[int, float]:
        known = [id_ for id_ in ids if id_ in self.rows]
        cosines = self.matrix[[self.rows[id_] for id_ in known]] @ vector
        return {
            id_: query.closeness(cosine)
            for id_, cosine in zip(known, cosines.tolist(), strict=True)
        }


def read_vectors(space: EmbeddingSpace, ids: Sequence[int]) -> ProductVectors:
    """Return the vectors of products, in one statement; those without one are left out."""
    statement = sql.SQL(READ).format(
        space=sql.Literal(space.pk), dimensions=sql.Literal(space.dimensions)
    )
    found: list[tuple[int, bytes]] = []
    if ids:
        with connection.cursor() as cursor:
            cursor.execute(statement, [list(ids)])
            found = cursor.fetchall()
    sent = b"".join(memoryview(each)[HEADER_BYTES:] for _, each in found)
    matrix = np.frombuffer(sent, HALVES).reshape(len(found), space.dimensions)
    return ProductVectors(
        rows={id_: row for row, (id_, _) in enumerate(found)}, matrix=_unit(matrix)
    )


def _unit(vectors: NDArray[np.floating]) -> Matrix:
    """Return vectors of length 1 along the last axis; a zero vector stays what it is."""
    wide = vectors.astype(np.float32)
    lengths = np.linalg.norm(wide, axis=-1, keepdims=True)
    unit: Matrix = np.divide(wide, lengths, out=np.zeros_like(wide), where=lengths > 0)
    return unit
