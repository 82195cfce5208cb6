"""`manage.py evaluate_search`: how good and how fast search is on a judged catalogue."""

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from ai.exceptions import JobConflict
from ai.indexing.jobs import active_job, job_progress, run_chunk, start_job
from ai.indexing.spaces import ensure_default_space
from ai.indexing.vocabulary import refresh_vocabulary
from ai.management.bar import ProgressBar
from ai.management.origin import REPOSITORY, describe_origin
from ai.management.scratch import scratch_database
from ai.models import EmbeddingSpace, OutboxEntry
from ai.search.evaluation import (
    LANES,
    JudgedQuery,
    Latency,
    Quality,
    measure_latency,
    measure_quality,
    read_judged_queries,
)
from shop.exceptions import ShopError
from shop.models import ImportJob, Product
from shop.services.imports import create_import_job, run_import


class Command(BaseCommand):
    """Imports a catalogue into a database of its own, embeds it, and asks the judged queries."""

    help = "Measure nDCG@10 and latency of search, each lane alone and both, on a judged catalogue."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--catalogue",
            required=True,
            help="a folder with catalogue.jsonl, queries.csv and qrels.csv; `esci` for that in "
            "VITRINE_DATA; or a JSONL file, with --queries and --qrels",
        )
        parser.add_argument("--queries", type=Path, help="CSV of query_id,query")
        parser.add_argument("--qrels", type=Path, help="CSV of query_id,product_id,gain")
        parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures there too")
        parser.add_argument("--fresh", action="store_true", help="import and embed everything anew")

    def handle(self, *, catalogue: str, fresh: bool, **options: Any) -> None:
        folder = _folder(catalogue)
        source = folder / "catalogue.jsonl" if folder.is_dir() else folder
        queries = _judged(folder, options["queries"], options["qrels"])
        if not source.is_file():
            raise CommandError(f"There is no catalogue at {source}.")
        name = "".join(c if c.isalnum() else "_" for c in folder.stem.lower())
        with scratch_database(f"evaluate_{name}", fresh=fresh):
            self._import(source)
            space = self._embed()
            figures = self._measure(queries, space)
        self._show(figures)
        if options["json"]:
            options["json"].write_text(json.dumps(figures, indent=2) + "\n")
            self.stdout.write(f"Written to {options['json']}.")

    def _import(self, path: Path) -> None:
        try:
            job = create_import_job(kind=ImportJob.Kind.CATALOGUE_JSONL, path=path)
            while not run_import(job=job):
                pass
        except ShopError as error:
            raise CommandError(f"{path}: {error}") from error
        job.refresh_from_db()
        self.stdout.write(
            f"{job.created_count:,} products new, {job.updated_count:,} changed, "
            f"{job.unchanged_count:,} unchanged, {job.failed_count:,} left out."
        )

    def _embed(self) -> EmbeddingSpace:
        """Make words and vectors true; what has not changed since the last time is skipped."""
        space = ensure_default_space()
        try:
            job = start_job(space=space, scope="stale")
        except JobConflict:
            running = active_job(space=space)
            if running is None:
                raise
            job = running
        bar = ProgressBar(self.stdout)
        baton = run_chunk(job_id=job.pk)
        while baton is not None:
            bar.draw(job_progress(job=job))
            baton = run_chunk(job_id=job.pk, baton=baton)
        bar.draw(job_progress(job=job))
        bar.close()
        job.refresh_from_db()
        if job.status != job.Status.DONE:
            raise CommandError(f"The embedding job is {job.status}: {job.message}")
        OutboxEntry.objects.all().delete()  # the job has done what they ask for
        words = refresh_vocabulary()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        self.stdout.write(f"{job.embedded:,} embedded, {job.skipped:,} true; {words:,} words.")
        return space

    def _measure(self, queries: list[JudgedQuery], space: EmbeddingSpace) -> dict[str, Any]:
        origin = describe_origin()
        latency = measure_latency(queries)
        quality = {
            name: asdict(measure_quality(queries, lanes=lanes)) for name, lanes in LANES.items()
        }
        return {
            **origin,
            "products": Product.objects.published().count(),
            "queries": len(queries),
            "model": space.model_id,
            "quality": _rounded(quality, 4),
            "milliseconds": _rounded({k: asdict(v) for k, v in latency.items()}, 2),
        }

    def _show(self, figures: dict[str, Any]) -> None:
        for name, values in figures["quality"].items():
            quality = Quality(**values)
            self.stdout.write(
                f"{name:8} nDCG@10 {quality.ndcg_at_10:.4f} (judged only "
                f"{quality.judged_ndcg_at_10:.4f}), recall@100 {quality.recall_at_100:.3f}, "
                f"MRR {quality.mrr:.3f}, judged@10 {quality.judged_at_10:.2f}, "
                f"zero results {quality.zero_results:.1%}"
            )
        for stage, values in figures["milliseconds"].items():
            latency = Latency(**values)
            self.stdout.write(f"{stage:10} p50 {latency.p50:7.2f} ms   p95 {latency.p95:7.2f} ms")


def _folder(catalogue: str) -> Path:
    if catalogue != "esci":
        return Path(catalogue)
    data = os.environ.get("VITRINE_DATA", str(REPOSITORY.parent / "shared" / "data"))
    return Path(data) / "esci"


def _judged(folder: Path, queries: Path | None, qrels: Path | None) -> list[JudgedQuery]:
    base = folder if folder.is_dir() else folder.parent
    try:
        found = read_judged_queries(
            queries=queries or base / "queries.csv", qrels=qrels or base / "qrels.csv"
        )
    except (OSError, KeyError, ValueError) as error:
        raise CommandError(f"The judgements cannot be read: {error}") from error
    if not found:
        raise CommandError("No query has a judgement.")
    return found


def _rounded(values: dict[str, dict[str, float]], digits: int) -> dict[str, dict[str, float]]:
    return {
        name: {key: round(value, digits) for key, value in inner.items()}
        for name, inner in values.items()
    }
