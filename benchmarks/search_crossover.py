"""Measures where the HNSW index overtakes an exact scan, and what the planner's choice costs.

    python benchmarks/search_crossover.py [--rows 20000 60000 180000]

Vectors: the titles of a real catalogue (VITRINE_DATA/esci) as the shop's model sees them, each
repeated with noise up to the number of rows. Queries: the catalogue's own. Filters: a random share
of the products (by price), which says nothing about meaning, and a brand, whose products are
neighbours in the catalogue. Both ways go through the functions that serve the shop.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand

SHARES = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
BRANDS = 100
# Length of the noise beside a unit vector: a copy's cosine to its title is then about 0.85.
NOISE = 0.6
RECALL_AT = 10


def read_texts(folder: Path) -> tuple[list[str], list[str]]:
    """Return the titles and the queries."""
    with (folder / "catalogue.jsonl").open(encoding="utf-8") as file:
        titles = [str(json.loads(line)["title"]) for line in file]
    with (folder / "queries.csv").open(newline="", encoding="utf-8") as file:
        return titles, [row["query"] for row in csv.DictReader(file)]


def multiply(seeds: Any, rows: int, *, seed: int = 7) -> Any:
    """Return so many unit vectors (rows, dimensions), the seeds repeated with noise."""
    rng = np.random.default_rng(seed)
    noise = rng.standard_normal((rows, seeds.shape[1])).astype(np.float32)
    noise *= NOISE / np.linalg.norm(noise, axis=1, keepdims=True)
    found = seeds[np.arange(rows) % len(seeds)] + noise
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def fill(space: Any, vectors: Any, seeds: int) -> None:
    """Write products with these vectors; the price is random, the brand follows the seed."""
    from django.db import connection

    rows = len(vectors)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # no triggers: nothing to keep
        cursor.execute("TRUNCATE shop_product, shop_brand CASCADE")
        cursor.execute(
            "INSERT INTO shop_brand (id, slug, name, description)"
            " SELECT n, 'b-' || n, 'B ' || n, '' FROM generate_series(1, %s) n",
            [BRANDS],
        )
        cursor.execute(
            "INSERT INTO shop_product (id, slug, title, description, status, tags, source,"
            " external_id, rating_count, rating_sum, price_min, brand_id, created_at, updated_at)"
            " SELECT n, 'p-' || n, 'P ' || n, '', 'active', '{}', '', '', 0, 0,"
            " 1000 * random(), 1 + ((n - 1) %% %s) * %s / %s, now(), now()"
            " FROM generate_series(1, %s) n",
            [seeds, BRANDS, seeds, rows],
        )
        copy = "COPY ai_product_embedding FROM STDIN"
        with cursor.copy(copy) as target:
            for number, vector in enumerate(vectors, 1):
                literal = "[" + ",".join(f"{value:.5f}" for value in vector) + "]"
                target.write_row((space.pk, number, "", literal, "2026-01-01T00:00:00Z"))
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("ANALYZE shop_product")
        cursor.execute("ANALYZE ai_product_embedding")


def fastest_ms(ways: dict[str, Callable[[], Any]], repeat: int) -> tuple[dict[str, float], Any]:
    """Return the fastest of some runs of each way in ms, taken in turn, and the last results."""
    best = dict.fromkeys(ways, float("inf"))
    results = {}
    for _ in range(repeat):
        for name, way in ways.items():
            begun = time.perf_counter()
            results[name] = way()
            best[name] = min(best[name], (time.perf_counter() - begun) * 1000)
    return best, results


def measure_filter(queries: list[Any], products: Any, share: float) -> dict[str, Any]:
    """Return both ways' times over the queries, and how many true neighbours the index found."""
    from ai.search.dense import NEIGHBOURS, needs_exact, scan_exactly, scan_index
    from shop.listing.restrictions import compiled

    wanted, limit = compiled(products), NEIGHBOURS
    exact_ms, index_ms, recalls, found = [], [], [], []
    for query in queries:
        times, results = fastest_ms(
            {
                "exact": lambda: scan_exactly(query, wanted, limit=limit),  # noqa: B023
                "index": lambda: scan_index(query, wanted, limit=limit),  # noqa: B023
            },
            repeat=2,
        )
        exact_ms.append(times["exact"])
        index_ms.append(times["index"])
        true = {id_ for id_, _ in results["exact"][:RECALL_AT]}
        got = {id_ for id_, _ in results["index"][:RECALL_AT]}
        recalls.append(len(true & got) / len(true) if true else 1.0)
        found.append(len(results["index"]) / len(results["exact"]) if results["exact"] else 1.0)
    chooses_exact = needs_exact(queries[0].space, products, is_filtered=share < 1, limit=limit)
    exact, index = statistics.median(exact_ms), statistics.median(index_ms)
    return {
        "share": share,
        "exact_ms": round(exact, 2),
        "index_ms": round(index, 2),
        "index_recall_at_10": round(statistics.mean(recalls), 3),
        "index_fills_the_page": round(statistics.mean(found), 3),
        "chosen": "exact" if chooses_exact else "index",
        "cost_of_choice": round((exact if chooses_exact else index) / min(exact, index), 2),
    }


def crossover(found: list[dict[str, Any]]) -> float | None:
    """Return the share at which both ways cost the same, between two measured ones."""
    for low, high in pairwise(found):
        before = np.log(low["index_ms"] / low["exact_ms"])
        after = np.log(high["index_ms"] / high["exact_ms"])
        if before > 0 >= after:
            step = np.log(high["share"] / low["share"])
            return float(low["share"] * np.exp(step * before / (before - after)))
    return None


def measure_rows(space: Any, queries: list[Any], seeds: Any, rows: int) -> dict[str, Any]:
    """Return the figures of one size of catalogue."""
    from django.db import connection

    from ai.indexing.partitions import partition_name
    from ai.indexing.spaces import build_indexes
    from ai.search.dense import NEIGHBOURS
    from shop.models import Product

    part = partition_name(table="ai_product_embedding", space=space)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX IF EXISTS {part}_hnsw")
    fill(space, multiply(seeds, rows), len(seeds))
    begun = time.monotonic()
    build_indexes(space=space)
    built = time.monotonic() - begun
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE ai_product_embedding")
    published = Product.objects.published().order_by()
    by_price = [
        measure_filter(
            queries, published.filter(price_min__lt=1000 * share) if share < 1 else published, share
        )
        for share in SHARES
    ]
    by_brand = measure_filter(queries, published.filter(brand=BRANDS // 2), 1 / BRANDS)
    share = crossover(by_price)
    products = share * rows if share else None
    figures = {
        "rows": rows,
        "index_built_s": round(built, 1),
        "random_filters": by_price,
        "brand": by_brand,
        "crossover_products": round(products) if products else None,
        "visit_cost": round(products**2 / (NEIGHBOURS * rows), 1) if products else None,
    }
    print(json.dumps(figures, indent=1), flush=True)
    return figures


def main() -> None:
    """Measure and write benchmarks/results/search_crossover.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="+", default=[20_000, 60_000, 180_000])
    parser.add_argument("--queries", type=int, default=25)
    options = parser.parse_args()
    data = Path(os.environ.get("VITRINE_DATA", stand.REPOSITORY.parent / "shared" / "data"))
    if not (data / "esci" / "catalogue.jsonl").is_file():
        parser.error(f"the catalogue is not at {data / 'esci'}: set VITRINE_DATA to its folder")

    figures = stand.origin("pgvector", "psycopg")
    stack = stand.prepare("crossover")
    try:
        from ai.conf import embedder_setting
        from ai.indexing.spaces import create_space
        from ai.providers.registry import get_embedder
        from ai.search.dense import NEIGHBOURS, VISIT_COST
        from ai.search.query_vector import QueryVector

        setting = embedder_setting()
        embedder: Any = get_embedder(setting)
        embedder.prepare()
        titles, texts = read_texts(data / "esci")
        seeds = np.vstack(
            [embedder.embed_documents(titles[n : n + 256]) for n in range(0, len(titles), 256)]
        )
        space = create_space(name="crossover", provider=setting, status="live")
        queries = [
            QueryVector(space=space, vector=embedder.embed_query(text), background=0.05)
            for text in texts[: options.queries]
        ]
        figures |= {
            "model": embedder.model_id,
            "neighbours_asked": NEIGHBOURS,
            "visit_cost_in_use": VISIT_COST,
            "queries": len(queries),
            "sizes": [measure_rows(space, queries, seeds, rows) for rows in options.rows],
        }
        costs = [size["visit_cost"] for size in figures["sizes"] if size["visit_cost"]]
        figures["visit_cost_measured"] = round(statistics.median(costs), 1) if costs else None
    finally:
        stack.stop()
    print(stand.save("search_crossover", figures))


if __name__ == "__main__":
    main()
