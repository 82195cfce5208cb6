"""`manage.py evaluate_search`: how good and how fast search is on a judged catalogue."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ai.management.cross_validation import cross_validated
from ai.management.judged import folder_of, judged_queries, prepare
from ai.management.origin import describe_origin
from ai.management.scratch import scratch_database
from ai.models import EmbeddingSpace
from ai.search.evaluation import (
    WAYS,
    JudgedQuery,
    Latency,
    Quality,
    measure_latency,
    measure_quality,
)
from ai.search.learned.training import MIN_QUERIES
from shop.models import Product


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
        parser.add_argument(
            "--cv",
            action="store_true",
            help="learn the ranking anew in 5 folds, and compare with bm25s (requirements-dev.txt)",
        )

    def handle(self, *, catalogue: str, fresh: bool, **options: Any) -> None:
        folder = folder_of(catalogue)
        source = folder / "catalogue.jsonl" if folder.is_dir() else folder
        queries = judged_queries(folder, options["queries"], options["qrels"])
        if options["cv"] and len(queries) < MIN_QUERIES:
            raise CommandError(f"Cross-validation takes {MIN_QUERIES} judged queries at least.")
        name = "".join(c if c.isalnum() else "_" for c in folder.stem.lower())
        with scratch_database(f"evaluate_{name}", fresh=fresh):
            space = prepare(source, stdout=self.stdout)
            figures = self._measure(queries, space)
            self._show(figures)
            if options["cv"]:
                figures["cross_validation"] = cross_validated(queries, space=space)
                self._compare(figures["cross_validation"])
        if options["json"]:
            options["json"].write_text(json.dumps(figures, indent=2) + "\n")
            self.stdout.write(f"Written to {options['json']}.")

    def _measure(self, queries: list[JudgedQuery], space: EmbeddingSpace) -> dict[str, Any]:
        origin = describe_origin()
        latency = measure_latency(queries)
        quality = {name: asdict(measure_quality(queries, **way)) for name, way in WAYS.items()}
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

    def _compare(self, figures: dict[str, Any]) -> None:
        for name, values in figures["ways"].items():
            self.stdout.write(
                f"{name:8} nDCG@10 {values['ndcg_at_10']:.4f} (judged only "
                f"{values['judged_ndcg_at_10']:.4f}), recall@100 {values['recall_at_100']:.3f}"
            )
        for name, values in figures["comparisons"].items():
            self.stdout.write(
                f"{name}: {values['ratio']:.3f} times, 95 % of resamples within "
                f"{values['low']:.3f} to {values['high']:.3f}"
            )


def _rounded(values: dict[str, dict[str, float]], digits: int) -> dict[str, dict[str, float]]:
    return {
        name: {key: round(value, digits) for key, value in inner.items()}
        for name, inner in values.items()
    }
