"""`manage.py evaluate_queries`: what the demo shop's search makes of typical queries."""

import json
from pathlib import Path
from statistics import fmean
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from ai.indexing.pipeline import embed_objects
from ai.indexing.spaces import ensure_default_space
from ai.indexing.vocabulary import refresh_vocabulary
from ai.indexing.words import index_words
from ai.management.origin import REPOSITORY, describe_origin
from ai.management.scratch import scratch_database
from ai.models import EmbeddingSpace, SourceKind
from ai.search.query_sets import Outcome, read_query_set, run_query_set
from shop.models import Product
from shop.services.imports.demo_load import load_products

SETS: Final = REPOSITORY / "tests" / "ai" / "search" / "query_sets"


class Command(BaseCommand):
    """Loads the demo shop's products into a database of their own and asks sets of queries."""

    help = "Measure success@5 of sets of queries on the demo shop, in a database beside the shop's."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--sets", type=Path, default=SETS, help="a folder of JSONL files")
        parser.add_argument("--only", default="", help="the name of one set")
        parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures there too")
        parser.add_argument("--fresh", action="store_true", help="load and embed everything anew")

    def handle(self, *, sets: Path, only: str, fresh: bool, **options: Any) -> None:
        with scratch_database("evaluate_queries", fresh=fresh):
            space = self._prepare()
            paths = sorted(sets.glob(f"{only or '*'}.jsonl"))
            outcomes = {path.stem: list(run_query_set(read_query_set(path))) for path in paths}
        for name, found in outcomes.items():
            self._show(name, found)
        if options["json"]:
            figures = {
                **describe_origin(),
                "products": self.products,
                "model": space.model_id,
                "success_at_5": {name: _figures(found) for name, found in outcomes.items()},
            }
            options["json"].write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n")

    def _prepare(self) -> EmbeddingSpace:
        """Load, index and embed; what has not changed since the last time is skipped."""
        load_products(Path(settings.SHOP["DEMO_DIR"]))
        ids = list(Product.objects.published().values_list("pk", flat=True))
        self.products = len(ids)
        index_words(product_ids=ids)
        refresh_vocabulary()
        space = ensure_default_space()
        embed_objects(space=space, kind=SourceKind.PRODUCT, ids=ids)
        return space

    def _show(self, name: str, outcomes: list[Outcome]) -> None:
        share = fmean(each.is_success for each in outcomes)
        self.stdout.write(f"{name:12} {share:.3f} of {len(outcomes)}")
        for each in outcomes:
            if not each.is_success:
                self.stdout.write(f"    {each.query.text!r}: {', '.join(each.found) or 'nothing'}")


def _figures(outcomes: list[Outcome]) -> dict[str, Any]:
    return {
        "queries": len(outcomes),
        "success_at_5": round(fmean(each.is_success for each in outcomes), 4),
        "corrected": sum(bool(each.corrected_from) for each in outcomes),
        "failed": [each.query.text for each in outcomes if not each.is_success],
    }
