"""How fast the shop embeds, against a bare `SentenceTransformer.encode` loop; and its memory.

    python benchmarks/embedding_throughput.py [--texts 768] [--rounds 4] [--memory-texts 50000]

The same product documents of a real catalogue go through both, in slices that alternate, on the
same cores: the shop's way is a re-embedding job through a real Celery worker, database included
(documents rendered and hashed, long texts read in windows, vectors checked and written, progress
kept). The bare loop gets the finished texts and keeps its vectors: once in the same windows, so
that both read the same words (`ratio`), and once whole, where it cuts what is too long and never
sees the end of a long description (`ratio_to_cut`).

The memory part lets one worker embed many texts with the small hashing embedder (so that the
pipeline turns over fast) and watches the resident memory of its pool process; the real model's
memory is watched during the throughput part.
"""

from __future__ import annotations

import argparse
import io
import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand

MIB = 2**20


@contextmanager
def worker() -> Iterator[psutil.Process]:
    """Run one Celery worker with one pool process; yields the worker."""
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "celery", "-A", "config", "worker", "--loglevel", "ERROR"),
            *("--without-gossip", "--without-mingle", "--concurrency", "1"),
        ],
        cwd=stand.REPOSITORY,
        env={**os.environ, "VITRINE_ROLE": "worker"},
        start_new_session=True,
    )
    try:
        yield psutil.Process(process.pid)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


class MemoryWatch(threading.Thread):
    """Samples the resident memory of a worker's pool process."""

    def __init__(self, parent: psutil.Process) -> None:
        super().__init__(daemon=True)
        self.parent = parent
        self.samples: list[tuple[float, float]] = []
        self._ended = threading.Event()

    def run(self) -> None:
        """Take a sample every half second until `end`."""
        begun = time.monotonic()
        while not self._ended.wait(0.5):
            sizes = [child.memory_info().rss for child in self.parent.children()]
            self.samples.append((time.monotonic() - begun, max(sizes, default=0) / MIB))

    def end(self) -> dict[str, Any]:
        """Return the course in MiB: medians of tenths of the time, and what came after the first.

        The first tenth holds the loading of the code and of the model.
        """
        self._ended.set()
        self.join()
        sizes = [size for _, size in self.samples if size]
        if len(sizes) < 10:  # noqa: PLR2004
            return {"samples": len(sizes)}
        tenths = [
            round(statistics.median(sizes[len(sizes) * n // 10 : len(sizes) * (n + 1) // 10]), 1)
            for n in range(10)
        ]
        return {
            "samples": len(sizes),
            "tenths_mib": tenths,
            "growth_mib_tenth_2_to_10": round(tenths[-1] - tenths[1], 1),
            "growth_ratio": round(tenths[-1] / tenths[1], 3),
        }


def wait_until_idle() -> None:
    """Wait until the worker has nothing to do: a job ends with a count of the words, for spelling.

    That count is neither the next job's time nor the bare loop's.
    """
    import redis

    from config.celery import app

    queue = redis.Redis.from_url(os.environ["REDIS_URL"])
    # One list for each priority, while there is something in it.
    while any(queue.scan_iter(_type="list")) or any(
        (app.control.inspect(timeout=0.5).active() or {}).values()
    ):
        time.sleep(0.1)


def job_seconds(space: Any, *, scope: str, ids: Sequence[int] = ()) -> float:
    """Return the seconds from the click to the end of a job, the worker's queue included."""
    from ai.indexing.jobs import job_progress, start_job

    begun = time.monotonic()
    job = start_job(space=space, scope=scope, product_ids=ids)
    while True:
        progress = job_progress(job=job)
        if progress.status not in ("queued", "running"):
            break
        time.sleep(0.02)
    seconds = time.monotonic() - begun
    if progress.status != "done" or progress.failed:
        raise SystemExit(f"the job ended as {progress}")
    return seconds


def measure_throughput(catalogue: Path, *, texts: int, rounds: int, threads: int) -> dict[str, Any]:
    """Return texts a second of both ways over alternating slices of the catalogue."""
    import torch
    from django.core.management import call_command
    from sentence_transformers import SentenceTransformer

    from ai.indexing.chunks import chunk_document
    from ai.indexing.spaces import create_space
    from ai.indexing.targets import load_documents
    from ai.models import OutboxEntry
    from ai.providers.registry import get_embedder
    from shop.models import Product

    call_command("import_catalogue", str(catalogue), stdout=io.StringIO())
    OutboxEntry.objects.all().delete()  # the edits' way is another matter than the job's
    provider = {
        "BACKEND": "ai.providers.embedders.onnx.OnnxEmbedder",
        "OPTIONS": {"model": "all-MiniLM-L6-v2", "threads": threads},
    }
    space = create_space(name="throughput", provider=provider, status="live")
    embedder: Any = get_embedder(provider)
    embedder.prepare()  # exported before the clock runs
    ids = list(Product.objects.published().order_by("pk").values_list("pk", flat=True)[:texts])
    documents = load_documents(space=space, kind="product", ids=ids, everything=True)
    inputs = {
        one.id: [
            text
            for chunk in chunk_document(
                kind="product", heading=one.heading, text=one.text, embedder=embedder
            )
            for text in chunk.inputs
        ]
        for one in documents
    }
    tokens = [embedder.count_tokens(one.text) for one in documents]

    torch.set_num_threads(threads)
    bare = SentenceTransformer(str(embedder.checkpoint.folder), device="cpu")
    slices = [documents[n::rounds] for n in range(rounds)]
    found: list[dict[str, float]] = []
    with worker() as parent:
        job_seconds(space, scope="selected", ids=ids[:16])  # the worker opens its model
        bare.encode([one.text for one in documents[:16]], show_progress_bar=False)
        watch = MemoryWatch(parent)
        watch.start()
        for number, part in enumerate(slices):

            def bare_way(texts: list[str]) -> float:
                begun = time.monotonic()
                bare.encode(
                    texts,
                    batch_size=32,
                    normalize_embeddings=True,
                    show_progress_bar=False,
                )
                return time.monotonic() - begun

            def shops_way() -> float:
                return job_seconds(space, scope="selected", ids=[one.id for one in part])  # noqa: B023

            cut = [one.text for one in part]
            whole = [text for one in part for text in inputs[one.id]]
            wait_until_idle()
            if number % 2:
                cut_s, whole_s, shop_s = bare_way(cut), bare_way(whole), shops_way()
            else:
                shop_s = shops_way()
                wait_until_idle()
                whole_s, cut_s = bare_way(whole), bare_way(cut)
            found.append(
                {
                    "texts": len(part),
                    "bare_per_second": round(len(part) / whole_s, 2),
                    "bare_cut_per_second": round(len(part) / cut_s, 2),
                    "shop_per_second": round(len(part) / shop_s, 2),
                    "ratio": round(whole_s / shop_s, 3),
                    "ratio_to_cut": round(cut_s / shop_s, 3),
                }
            )
            print(found[-1], flush=True)
        memory = watch.end()
    return {
        "texts": len(documents),
        "tokens_mean": round(statistics.mean(tokens), 1),
        "texts_over_the_models_limit": sum(n > embedder.content_tokens for n in tokens),
        "inputs": sum(map(len, inputs.values())),
        "threads": threads,
        "rounds": found,
        **{
            name: round(statistics.median(one[name] for one in found), 3)
            for name in found[0]
            if name != "texts"
        },
        "worker_memory": memory,
    }


def measure_memory(texts: int) -> dict[str, Any]:
    """Return the course of a worker's memory while it embeds many texts by hashing."""
    from django.db import connection

    from ai.indexing.spaces import create_space

    provider = {
        "BACKEND": "ai.providers.embedders.hashing.HashingEmbedder",
        "OPTIONS": {"dimensions": 384},
    }
    space = create_space(name="memory", provider=provider)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE shop_product SET status = 'archived'")
        cursor.execute(
            "INSERT INTO shop_product (slug, title, description, status, tags, source, external_id,"
            " rating_count, rating_sum, created_at, updated_at)"
            " SELECT 'memory-' || n, 'Product ' || n, repeat('word' || n || ' and more ', 40),"
            " 'active', '{}', '', '', 0, 0, now(), now() FROM generate_series(1, %s) n",
            [texts],
        )
    with worker() as parent:
        watch = MemoryWatch(parent)
        watch.start()
        seconds = job_seconds(space, scope="all")
        memory = watch.end()
    return {
        "embedder": "hashing, 384 dimensions",
        "texts": texts,
        "per_second": round(texts / seconds, 1),
        "worker_memory": memory,
    }


def main() -> None:
    """Measure and write benchmarks/results/embedding_throughput.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=int, default=768)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--memory-texts", type=int, default=50_000)
    parser.add_argument("--name", default="embedding_throughput", help="of the result file")
    options = parser.parse_args()
    data = Path(os.environ.get("VITRINE_DATA", stand.REPOSITORY.parent / "shared" / "data"))
    catalogue = data / "esci" / "catalogue.jsonl"
    if not catalogue.is_file():
        parser.error(f"the catalogue is not at {catalogue}: set VITRINE_DATA to its folder")

    figures = stand.origin("onnxruntime", "torch", "sentence-transformers", "tokenizers")
    stack = stand.prepare("throughput")
    try:
        figures["command"] = " ".join(sys.argv)
        figures["throughput"] = measure_throughput(
            catalogue, texts=options.texts, rounds=options.rounds, threads=options.threads
        )
        if options.memory_texts:
            figures["memory"] = measure_memory(options.memory_texts)
    finally:
        stack.stop()
    print(stand.save(options.name, figures))


if __name__ == "__main__":
    main()
