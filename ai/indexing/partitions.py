"""The partitions of the embedding tables: one a table and space, with an index of its own."""

from django.db import connection
from psycopg import sql

from ai.conf import option
from ai.indexing.locks import session_lock
from ai.models import EmbeddingSpace

TABLES = ("ai_product_embedding", "ai_review_embedding", "ai_page_embedding")
# pgvector's defaults; 52,340 products were indexed in 10.5 s and answered in 1.3 ms (p50).
HNSW_M = 16
HNSW_EF_CONSTRUCTION = 64
# Bytes of a graph's element besides its vector's halves: 200,000 of halfvec(384) take 250 MB.
ELEMENT_BYTES = 560
# What building always may have, in MB.
LEAST_BUILD_MEMORY = 64

CREATE = """
CREATE TABLE {part} (
    LIKE {table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
    CHECK (space_id = {space}), CHECK (vector_dims(embedding) = {dimensions})
)"""
ATTACH = "ALTER TABLE {table} ATTACH PARTITION {part} FOR VALUES IN ({space})"


def partition_name(*, table: str, space: EmbeddingSpace) -> str:
    """Return the name of a space's part of an embedding table."""
    return f"{table}_s{space.pk}"


def create_partitions(*, space: EmbeddingSpace) -> None:
    """Make the space's partitions; call it in the transaction that makes the space.

    Made beside the table and attached: unlike `CREATE TABLE … PARTITION OF`, that does not stop
    searches that read other spaces.
    """
    with connection.cursor() as cursor:
        for table in TABLES:
            names = {
                "table": sql.Identifier(table),
                "part": sql.Identifier(partition_name(table=table, space=space)),
                "space": sql.Literal(space.pk),
                "dimensions": sql.Literal(space.dimensions),
            }
            for statement in (CREATE, ATTACH):
                cursor.execute(sql.SQL(statement).format(**names))


def drop_partitions(*, space: EmbeddingSpace) -> None:
    """Give the disk of a space's vectors back."""
    with connection.cursor() as cursor:
        for table in TABLES:
            part = sql.Identifier(partition_name(table=table, space=space))
            cursor.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(part))


def build_partition_indexes(*, space: EmbeddingSpace) -> bool:
    """Build the HNSW indexes that are not there yet; returns False when another process is at it.

    Writers are not held up. A build that was killed left an invalid index: it is made anew.
    """
    with session_lock(f"build-indexes-{space.pk}") as free, connection.cursor() as cursor:
        if not free:
            return False
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SET max_parallel_maintenance_workers = 0")
        try:
            for table in TABLES:
                _build_index(partition_name(table=table, space=space), space.dimensions)
        finally:
            cursor.execute("RESET maintenance_work_mem")
            cursor.execute("RESET max_parallel_maintenance_workers")
            cursor.execute("RESET statement_timeout")
    return True


def _build_memory(part: str, dimensions: int) -> int:
    """Return the MB that the graph of a partition takes, or the most that it may.

    A graph that outgrows maintenance_work_mem is built on, several times slower.
    """
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(part)))
        (rows,) = cursor.fetchone()
    needed = rows * (2 * dimensions + ELEMENT_BYTES) // 2**20 + LEAST_BUILD_MEMORY
    return int(min(needed, option("INDEX_BUILD_MEMORY_MB")))


def _build_index(part: str, dimensions: int) -> None:
    index = f"{part}_hnsw"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(%s)", [index]
        )
        found = cursor.fetchone()
        if found and found[0]:
            return
        if found:
            cursor.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(index)))
        memory = f"{_build_memory(part, dimensions)}MB"
        cursor.execute("SELECT set_config('maintenance_work_mem', %s, FALSE)", [memory])
        # CONCURRENTLY is refused inside a transaction, where nobody else could wait anyway.
        how = "" if connection.in_atomic_block else "CONCURRENTLY"
        cursor.execute(
            sql.SQL(
                "CREATE INDEX {how} {index} ON {part} USING hnsw"
                " ((embedding::halfvec({dimensions})) halfvec_cosine_ops)"
                " WITH (m = {m}, ef_construction = {ef})"
            ).format(
                how=sql.SQL(how),
                index=sql.Identifier(index),
                part=sql.Identifier(part),
                dimensions=sql.Literal(dimensions),
                m=sql.Literal(HNSW_M),
                ef=sql.Literal(HNSW_EF_CONSTRUCTION),
            )
        )
