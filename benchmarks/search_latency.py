"""How fast a search is in process, beside a search engine with the same model in the same process.

    pip install -r requirements-benchmarks.txt
    python benchmarks/search_latency.py [--products 47000] [--rounds 3]

Products: a real catalogue (VITRINE_DATA/esci), each many times over with a word or two of its title
left out and noise on its vector, in the shop's own tables and indexes. Queries: the catalogue's
own. `search` is what the site and the API call: it understands the text, corrects it, finds,
ranks, counts every facet exactly and reads a page of products. The rival (benchmarks/
rival_engine.py) embeds, looks up a hundred by words and a hundred by meaning and fuses their ranks.
Both are asked in turn, in one thread, after a warm-up; `cached` searches find the query's vector in
the cache, `new` ones compute it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand
from benchmarks.search_crossover import multiply, read_texts

# A product's copies: ids `stride` apart; in each, every seventh word of the title is left out, a
# different one in every copy.
STRIDE = 10_000_000
NEW, RIVAL_NEW = "search, new vector", "rival, new vector"
TITLE = """
coalesce((SELECT string_agg(word, ' ' ORDER BY n)
          FROM regexp_split_to_table(t.title, ' ') WITH ORDINALITY AS w (word, n)
          WHERE abs(hashtext(t.id || '-' || k || '-' || n)) %% 7 <> 0), t.title)
"""
COPIES = {
    "shop_product": {
        "id": f"t.id + k * {STRIDE}",
        "slug": "t.slug || '-' || k",
        "title": TITLE,
        "external_id": "t.external_id || '-' || k",
    },
    "shop_variant": {
        "id": f"t.id + k * {STRIDE}",
        "product_id": f"t.product_id + k * {STRIDE}",
        "sku": "t.sku || '-' || k",
    },
    "shop_productattribute": {
        "id": f"t.id + k * {STRIDE}",
        "product_id": f"t.product_id + k * {STRIDE}",
    },
}
INDEXES = """
SELECT relname, pg_total_relation_size(oid) FROM pg_class
WHERE relname IN ('ai_posting', 'ai_productwords', 'ai_vocabularyword') OR relname = %s
"""


def fill(folder: Path, products: int, vectors_of: Callable[[list[str]], Any]) -> dict[str, Any]:
    """Make a catalogue of so many products with words, vectors and their index; returns its sizes.

    The vectors come back too, under "vectors", in the order of the ids.
    """
    from django.db import connection

    from ai.indexing.partitions import partition_name
    from ai.indexing.spaces import build_indexes, ensure_default_space
    from ai.indexing.words import index_words, refresh_vocabulary, stale_word_ids
    from shop.models import ImportJob, Product
    from shop.services.imports import create_import_job, run_import

    job = create_import_job(kind=ImportJob.Kind.CATALOGUE_JSONL, path=folder / "catalogue.jsonl")
    while not run_import(job=job):
        pass
    few = list(Product.objects.published().order_by("id").values_list("title", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for table, changes in COPIES.items():
            _multiply(cursor, table, changes, -(-products // len(few)) - 1)
        cursor.execute(
            "DELETE FROM shop_product WHERE id IN"
            " (SELECT id FROM shop_product ORDER BY id OFFSET %s)",
            [products],
        )
        for table in ("shop_variant", "shop_productattribute"):
            cursor.execute(
                f"DELETE FROM {table} WHERE product_id NOT IN (SELECT id FROM shop_product)"
            )
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("ANALYZE")
    begun = time.monotonic()
    index_words(product_ids=stale_word_ids())
    refresh_vocabulary()
    words_s = time.monotonic() - begun
    ids = list(Product.objects.published().order_by("id").values_list("id", flat=True))
    vectors = multiply(vectors_of(few), len(ids))
    space = ensure_default_space()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        with cursor.copy("COPY ai_product_embedding FROM STDIN") as target:
            for id_, vector in zip(ids, vectors, strict=True):
                literal = "[" + ",".join(f"{value:.5f}" for value in vector) + "]"
                target.write_row((space.pk, id_, "", literal, "2026-01-01T00:00:00Z"))
        cursor.execute("SET session_replication_role = origin")
    begun = time.monotonic()
    build_indexes(space=space)
    hnsw_s = time.monotonic() - begun
    index = f"{partition_name(table='ai_product_embedding', space=space)}_hnsw"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute(INDEXES, [index])
        sizes = {name: round(size / 2**20, 1) for name, size in cursor.fetchall()}
    return {
        "products": len(ids),
        "words_built_s": round(words_s, 1),
        "hnsw_built_s": round(hnsw_s, 1),
        "mib": sizes,
        "ids": ids,
        "vectors": vectors,
    }


def _multiply(cursor: Any, table: str, changes: dict[str, str], copies: int) -> None:
    cursor.execute(
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    )
    columns = [name for (name,) in cursor.fetchall()]
    values = ", ".join(changes.get(name, f"t.{name}") for name in columns)
    cursor.execute(
        f"INSERT INTO {table} ({', '.join(columns)})"
        f" SELECT {values} FROM {table} t CROSS JOIN generate_series(1, %(copies)s) k",
        {"copies": copies},
    )


def build_rival(filled: dict[str, Any]) -> tuple[Any, float]:
    """Return the other engine over the same products, and the seconds it took to build."""
    from django.db import connection
    from psycopg import sql

    from ai.indexing.word_fields import FIELD_WEIGHTS, FIELDS
    from benchmarks.rival_engine import FIELDS as ORDER
    from benchmarks.rival_engine import Rival

    begun = time.monotonic()
    rival = Rival(filled["vectors"].shape[1], FIELD_WEIGHTS, filled["products"])
    statement = sql.SQL(
        "SELECT p.id, {} FROM shop_product p WHERE p.status = 'active' ORDER BY p.id"
    ).format(sql.SQL(", ").join(FIELDS[name] for name in ORDER))
    with connection.cursor() as cursor:
        cursor.execute(statement, {"currency": "EUR"})
        rows = cursor.fetchall()
    rival.add(((id_, [text or "" for text in texts]) for id_, *texts in rows), filled["vectors"])
    return rival, time.monotonic() - begun


def spread(ms: list[float]) -> dict[str, float]:
    """Return the median, the 95th percentile and the slowest."""
    ordered = sorted(ms)
    return {
        "p50": round(statistics.median(ordered), 2),
        "p95": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 2),
        "max": round(ordered[-1], 2),
    }


def ways_to_ask(queries: list[str], rival: Any, embedder: Any) -> dict[str, Callable[[str], Any]]:
    """Return what is compared: functions of a text."""
    from ai.search.service import search
    from ai.search.types import SearchRequest

    vectors: Any = import_module("ai.search.query_vector")
    remember = vectors.remember
    known = {text: embedder.embed_query(text) for text in queries}

    def forget_vectors(key: str, seconds: float, compute: Callable[[], Any]) -> Any:
        return compute() if ":vector:" in key else remember(key, seconds, compute)

    def ask(text: str, *, is_cached: bool = True, **options: Any) -> Any:
        vectors.remember = remember if is_cached else forget_vectors
        return search(SearchRequest(q=text, **options))

    return {
        NEW: lambda text: ask(text, is_cached=False),
        "search, cached vector": ask,
        "search, cached vector, no facets": lambda text: ask(text, with_facets=False),
        RIVAL_NEW: lambda text: rival.search(text, embedder.embed_query(text)),
        "rival, cached vector": lambda text: rival.search(text, known[text]),
    }


def measure(
    queries: list[str], ways: dict[str, Callable[[str], Any]], rounds: int
) -> dict[str, Any]:
    """Ask every query in every way, in turn; returns milliseconds by way, and by stage."""
    ms: dict[str, list[float]] = defaultdict(list)
    stages: dict[str, list[float]] = defaultdict(list)
    dice = random.Random(5)  # noqa: S311  (an order, not a secret)
    for text in queries:  # the warm-up
        for way in ways.values():
            way(text)
    for text in [each for _ in range(rounds) for each in dice.sample(queries, len(queries))]:
        for name, way in ways.items():
            begun = time.perf_counter()
            found = way(text)
            ms[name].append((time.perf_counter() - begun) * 1000)
            for stage, value in found.timings.items() if name == NEW else ():
                stages[stage].append(value)
    return {
        "milliseconds": {name: spread(values) for name, values in ms.items()},
        "stages": {name: spread(values) for name, values in stages.items()},
    }


def main() -> None:
    """Measure and write benchmarks/results/search_latency.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--products", type=int, default=47_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    data = Path(os.environ.get("VITRINE_DATA", stand.REPOSITORY.parent / "shared" / "data"))
    if not (data / "esci" / "catalogue.jsonl").is_file():
        parser.error(f"the catalogue is not at {data / 'esci'}: set VITRINE_DATA to its folder")

    figures = stand.origin("pgvector", "psycopg", "tantivy", "hnswlib")
    stack = stand.prepare("search_latency")
    try:
        from ai.conf import embedder_setting
        from ai.providers.registry import get_embedder

        embedder: Any = get_embedder(embedder_setting())
        embedder.prepare()
        _, queries = read_texts(data / "esci")
        filled = fill(
            data / "esci",
            options.products,
            lambda titles: np.vstack(
                [embedder.embed_documents(titles[n : n + 256]) for n in range(0, len(titles), 256)]
            ),
        )
        rival, rival_s = build_rival(filled)
        figures |= {name: filled[name] for name in filled if name not in {"ids", "vectors"}}
        figures |= {"rival_built_s": round(rival_s, 1), "queries": len(queries)}
        figures |= measure(queries, ways_to_ask(queries, rival, embedder), options.rounds)
        ms = figures["milliseconds"]
        figures["p95_ratio_new_vector"] = round(ms[NEW]["p95"] / ms[RIVAL_NEW]["p95"], 2)
        figures["target"] = {"p95_ratio_new_vector": 1.5, "p50_ms_cached_vector": 3.0}
    finally:
        stack.stop()
    print(json.dumps(figures, indent=1))
    print(stand.save("search_latency", figures))


if __name__ == "__main__":
    main()
