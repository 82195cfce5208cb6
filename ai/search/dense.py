"""The lane of meaning: the nearest products in the live space, by an exact scan or by HNSW."""

from django.db import connection
from psycopg import sql

from ai.indexing.partitions import partition_name
from ai.models import EmbeddingSpace
from ai.search.query_vector import QueryVector
from shop.listing.restrictions import Compiled, compiled, count_up_to
from shop.models.products import ProductQuerySet

# Neighbours that take part in a search. Beyond them order by meaning alone says little, and every
# one is also looked up in the postings.
NEIGHBOURS = 200
# Closeness (0 unrelated, 1 the same) below which a neighbour is no match. With MiniLM that is a
# cosine of 0.33: the nearest products to ten questions that no shop answers had cosines of 0.21 to
# 0.36 (mean 0.29); nine in ten products judged an exact answer to a shopping query lie above it.
FLOOR = 0.3

# What the index pays for a row it visits, in rows that an exact scan measures meanwhile; the scan
# visits `limit / share` rows until the filter has let `limit` through. Measured by
# benchmarks/search_crossover.py: 6.4 with 20,000 products, 4.0 with 60,000
# (benchmarks/results/search_crossover.json).
VISIT_COST = 5.0

# Candidates of one round of the index scan: at least as many as are asked for, and the square root
# of the rows, for the more there are, the more of the nearest a short list misses. Of a million
# rows, 100 candidates found 0.78 of the ten nearest, 1,000 found 0.95.
MIN_EF_SEARCH = 100
MAX_EF_SEARCH = 1000  # pgvector takes no more
# Rows the iterative scan may visit under a filter; at the crossover of a million rows, 200 hits
# come from some 5,000. More are only needed where the filter avoids the query's neighbourhood.
MAX_SCAN_TUPLES = 100_000

# MATERIALIZED: ordering by the distance itself would let the planner take the index after all.
EXACT = """
WITH measured AS MATERIALIZED (
    SELECT e.product_id,
           e.embedding::halfvec({dimensions}) <=> %s::halfvec({dimensions}) AS distance
    FROM ai_product_embedding e
    WHERE e.space_id = {space} AND e.product_id IN ({products})
)
SELECT product_id, 1 - distance FROM measured WHERE distance <= %s
ORDER BY distance, product_id DESC LIMIT %s
"""
# The filter is looked up row by row, in the order in which the index yields them.
INDEXED = """
SELECT e.product_id, 1 - (e.embedding::halfvec({dimensions}) <=> %s::halfvec({dimensions}))
FROM ai_product_embedding e
WHERE e.space_id = {space} AND e.product_id IN ({products})
ORDER BY e.embedding::halfvec({dimensions}) <=> %s::halfvec({dimensions}) LIMIT %s
"""
# Within the transaction only. Without sorting and hashing, the one plan left is the one meant.
INDEX_SETTINGS = """
SELECT set_config('hnsw.ef_search', %s, TRUE), set_config('hnsw.iterative_scan', %s, TRUE),
       set_config('hnsw.max_scan_tuples', %s, TRUE), set_config('enable_seqscan', 'off', TRUE),
       set_config('enable_sort', 'off', TRUE), set_config('enable_hashjoin', 'off', TRUE),
       set_config('enable_mergejoin', 'off', TRUE), set_config('enable_material', 'off', TRUE)
"""
# Building an index counts the rows, so a table with one has a usable estimate.
INDEXED_ROWS = """
SELECT t.reltuples FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
WHERE i.indexrelid = to_regclass(%s) AND i.indisvalid
"""


def match_meaning(
    query: QueryVector,
    products: ProductQuerySet,
    *,
    is_filtered: bool,
    limit: int = NEIGHBOURS,
    floor: float = FLOOR,
) -> list[tuple[int, float]]:
    """Return (product id, closeness) of the nearest of these products, nearest first.

    At most `limit`, none below the floor; as many as there are, however few the filters leave.
    """
    wanted = compiled(products)
    lowest = query.cosine(floor)
    if needs_exact(query.space, products, is_filtered=is_filtered, limit=limit):
        rows = scan_exactly(query, wanted, limit=limit, lowest=lowest)
    else:
        rows = scan_index(query, wanted, limit=limit)
    return [(id_, query.closeness(cosine)) for id_, cosine in rows if cosine >= lowest]


def needs_exact(
    space: EmbeddingSpace, products: ProductQuerySet, *, is_filtered: bool, limit: int
) -> bool:
    """Return whether an exact scan is the better plan: no index, few rows, a selective filter."""
    rows = indexed_rows(space)
    if rows is None:
        return True
    most = exact_until(rows=rows, limit=limit)
    if rows <= most:
        return True
    return is_filtered and count_up_to(products, most + 1) <= most


def exact_until(*, rows: float, limit: int) -> int:
    """Return the number of products up to which measuring every one costs less than the index.

    Of m products among `rows`, the scan costs m and the index VISIT_COST * limit * rows / m.
    """
    return int((VISIT_COST * limit * rows) ** 0.5)


def candidates_of(*, rows: float, limit: int) -> int:
    """Return how many candidates a scan of an index of so many rows keeps for so many hits."""
    return int(min(max(limit, MIN_EF_SEARCH, rows**0.5), MAX_EF_SEARCH))


def indexed_rows(space: EmbeddingSpace) -> float | None:
    """Return about how many vectors the space's index holds; None without a usable index."""
    part = partition_name(table="ai_product_embedding", space=space)
    with connection.cursor() as cursor:
        cursor.execute(INDEXED_ROWS, [f"{part}_hnsw"])
        found = cursor.fetchone()
    return float(found[0]) if found else None


def scan_exactly(
    query: QueryVector, products: Compiled, *, limit: int, lowest: float = -1.0
) -> list[tuple[int, float]]:
    """Return (product id, cosine) of the nearest, by measuring every one of the products."""
    text, params = products
    # Halfvec rounds: what is exactly at the floor must not depend on the last bit.
    values = (_literal(query), *params, 1 - lowest + 1e-6, limit)
    with connection.cursor() as cursor:
        cursor.execute(_composed(query.space, EXACT, text), values)
        return list(cursor.fetchall())


def scan_index(
    query: QueryVector, products: Compiled, *, limit: int, iterative: str = "strict_order"
) -> list[tuple[int, float]]:
    """Return (product id, cosine) of the nearest, by the HNSW index.

    The scan goes on until the page is full: with `iterative="off"` a filter of 1 % leaves 0.3 of
    10 rows.
    """
    text, params = products
    literal = _literal(query)
    candidates = candidates_of(rows=indexed_rows(query.space) or 0, limit=limit)
    settings = (str(candidates), iterative, str(MAX_SCAN_TUPLES))
    # Sent as one message, the two statements are one transaction and one way to and fro.
    statement = f"{INDEX_SETTINGS}; {INDEXED}"
    values = (*settings, literal, *params, literal, limit)
    with connection.cursor() as cursor:
        cursor.execute(_composed(query.space, statement, text), values)
        cursor.nextset()
        return list(cursor.fetchall())


def _composed(space: EmbeddingSpace, statement: str, products: str) -> sql.Composed:
    return sql.SQL(statement).format(
        dimensions=sql.Literal(space.dimensions),
        space=sql.Literal(space.pk),
        products=sql.SQL(products),
    )


def _literal(query: QueryVector) -> str:
    return str(query.vector.tolist())
