"""A million vectors: loading, building, size, speed and truth of the lane of meaning.

    python benchmarks/million_vectors.py [--rows 1000000] [--again]

Products have made-up titles, and vectors that repeat those of a real catalogue's titles
(VITRINE_DATA/esci) with noise; queries are the catalogue's own, and titles. Everything goes
through the functions that serve the shop: the index is built after the load, as for a new space,
and `match_meaning` chooses between index and exact scan. What is true is found by measuring every
product. Filters leave a random share of the products. The control scans the index once
(hnsw.iterative_scan off), and its pages are not full.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand
from benchmarks.search_crossover import multiply, read_texts

NAME = "million_vectors"
SHARES = (1.0, 0.5, 0.1, 0.01, 0.001)
RECALL_AT = 10
PAGE = 24
QUERIES = 200
# Vectors that are made and written at a time.
PART = 50_000
# What COPY reads before the rows: a signature, flags, the length of an extension.
SIGNATURE = b"PGCOPY\n\xff\r\n\0" + bytes(8)


def load(space: Any, seeds: Any, rows: int) -> dict[str, float]:
    """Write products and vectors; returns the seconds of each."""
    from django.db import connection

    begun = time.monotonic()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # no triggers: nothing to keep
        cursor.execute(
            "INSERT INTO shop_product (id, slug, title, description, status, tags, source,"
            " external_id, rating_count, rating_sum, price_min, created_at, updated_at)"
            " SELECT n, 'p-' || n, 'Product ' || n, '', 'active', '{}', '', '', 0, 0,"
            " 1000 * random(), now(), now() FROM generate_series(1, %s) n",
            [rows],
        )
        products_s = time.monotonic() - begun
        begun = time.monotonic()
        made_s = 0.0
        statement = (
            "COPY ai_product_embedding (space_id, product_id, content_hash, embedding, embedded_at)"
            " FROM STDIN (FORMAT BINARY)"
        )
        with cursor.copy(statement) as target:
            target.write(SIGNATURE)
            for first in range(0, rows, PART):
                started = time.monotonic()
                size = min(PART, rows - first)
                vectors = multiply(np.roll(seeds, -first, axis=0), size, seed=first)
                made_s += time.monotonic() - started
                target.write(binary_rows(space.pk, first + 1, vectors))
            target.write(b"\xff\xff")
        cursor.execute("SET session_replication_role = origin")
        vectors_s = time.monotonic() - begun - made_s
        cursor.execute("ANALYZE shop_product")
        cursor.execute("ANALYZE ai_product_embedding")
    return {"products_loaded_s": round(products_s, 1), "vectors_loaded_s": round(vectors_s, 1)}


def fill(embedder: Any, titles: list[str], rows: int) -> dict[str, Any]:
    """Load the vectors and build their index; returns what that took."""
    from django.db import connection

    from ai.indexing.partitions import partition_name
    from ai.indexing.spaces import build_indexes, ensure_default_space

    seeds = np.vstack(
        [embedder.embed_documents(titles[n : n + 256]) for n in range(0, len(titles), 256)]
    )
    space = ensure_default_space()
    figures: dict[str, Any] = {"commit": stand.origin()["commit"], "rows": rows}
    figures |= load(space, seeds, rows)
    begun = time.monotonic()
    build_indexes(space=space)
    figures["index_built_s"] = round(time.monotonic() - begun, 1)
    part = partition_name(table="ai_product_embedding", space=space)
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(
            "SELECT pg_table_size(%s::regclass), pg_relation_size(%s::regclass)",
            [part, f"{part}_hnsw"],
        )
        table, index = cursor.fetchone()
    figures["mib"] = {"table": table >> 20, "index": index >> 20}
    return figures


def binary_rows(space: int, first: int, vectors: Any) -> bytes:
    """Return rows (space, product, "", vector, moment) as COPY reads them in binary."""
    count, dimensions = vectors.shape
    row = np.dtype(
        [
            ("fields", ">i2"),
            *(("space_size", ">i4"), ("space", ">i8")),
            *(("product_size", ">i4"), ("product", ">i8")),
            ("hash_size", ">i4"),
            *(("vector_size", ">i4"), ("dimensions", ">i2"), ("unused", ">i2")),
            ("values", ">f2", (dimensions,)),
            *(("moment_size", ">i4"), ("moment", ">i8")),
        ]
    )
    table = np.zeros(count, row)
    table["fields"] = 5
    table["space_size"] = table["product_size"] = table["moment_size"] = 8
    table["space"] = space
    table["product"] = np.arange(first, first + count)
    table["vector_size"] = 4 + 2 * dimensions
    table["dimensions"] = dimensions
    table["values"] = vectors
    return table.tobytes()


def measure(queries: list[Any], share: float) -> dict[str, Any]:
    """Return times and truth of the lane of meaning over the queries under one filter."""
    from ai.search.dense import match_meaning, needs_exact, scan_exactly, scan_index
    from shop.listing.restrictions import compiled
    from shop.models import Product

    products = Product.objects.published().order_by()
    if share < 1:
        products = products.filter(price_min__lt=1000 * share)
    lane = partial(match_meaning, products=products, is_filtered=share < 1, floor=-1.0)
    ms, recalls, pages = [], [], []
    for query in queries:
        lane(query)
    for query in queries:
        begun = time.perf_counter()
        found = lane(query)
        ms.append((time.perf_counter() - begun) * 1000)
        true = {id_ for id_, _ in scan_exactly(query, compiled(products), limit=RECALL_AT)}
        recalls.append(len(true & {id_ for id_, _ in found[:RECALL_AT]}) / len(true))
        pages.append(len(found) >= PAGE)
    ordered = sorted(ms)
    wanted = compiled(products)
    once = [len(scan_index(query, wanted, limit=PAGE, iterative="off")) for query in queries]
    exact = needs_exact(queries[0].space, products, is_filtered=share < 1, limit=200)
    return {
        "share": share,
        "plan": "exact" if exact else "index",
        "p50_ms": round(statistics.median(ordered), 1),
        "p95_ms": round(ordered[int(0.95 * len(ordered))], 1),
        "recall_at_10": round(statistics.mean(recalls), 4),
        "full_pages": round(statistics.mean(pages), 3),
        "full_pages_of_control": round(statistics.mean(each >= PAGE for each in once), 3),
    }


def main() -> None:
    """Measure and write benchmarks/results/million_vectors.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--again", action="store_true", help="ask the vectors that are there")
    options = parser.parse_args()
    data = Path(os.environ.get("VITRINE_DATA", stand.REPOSITORY.parent / "shared" / "data"))
    if not (data / "esci" / "catalogue.jsonl").is_file():
        parser.error(f"the catalogue is not at {data / 'esci'}: set VITRINE_DATA to its folder")
    figures = stand.origin("pgvector", "psycopg")
    stack = stand.prepare(NAME, again=options.again)
    try:
        from django.db import connection

        from ai.conf import embedder_setting
        from ai.providers.registry import get_embedder
        from ai.search.query_vector import embed_text

        embedder: Any = get_embedder(embedder_setting())
        embedder.prepare()
        titles, texts = read_texts(data / "esci")
        texts += titles[:: len(titles) // (QUERIES - len(texts))][: QUERIES - len(texts)]
        figures |= {"queries": len(texts)}
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")
        # Asked again, the load is that of the run that it names.
        figures["filled"] = (
            json.loads((stand.RESULTS / f"{NAME}.json").read_text())["filled"]
            if options.again
            else fill(embedder, titles, options.rows)
        )
        queries = [embed_text(text) for text in texts]
        figures["by_filter"] = [measure(queries, share) for share in SHARES]
        figures["target"] = {"p95_ms": 60, "recall_at_10": 0.98}
    finally:
        stack.stop()
    print(json.dumps(figures, indent=1))
    print(stand.save(NAME, figures))


if __name__ == "__main__":
    main()
