"""`manage.py evaluate_recommendations`: how good each lane and the blend are on given data."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ai.management.origin import describe_origin
from ai.management.recommendations_data import demo_histories, load_catalogue, load_demo_catalogue
from ai.management.recommendations_table import table_of
from ai.recommendations.evaluation.cold_start import evaluate_cold_start
from ai.recommendations.evaluation.errors import DataUnusable
from ai.recommendations.evaluation.links import evaluate_links, read_links, title_scores
from ai.recommendations.evaluation.order_lines import read_order_lines
from ai.recommendations.evaluation.order_protocol import evaluate_orders
from ai.recommendations.evaluation.sequence_protocol import evaluate_sequences
from ai.recommendations.evaluation.sequences import read_sequences
from ai.recommendations.methods.neighbours import nearest_by_vector


class Command(BaseCommand):
    """Measures every way of recommending on data that it has not learnt from."""

    help = (
        "Measure recommendations: each lane, baselines and the blend, with what is chosen chosen "
        "on a validation part. The shop's own data are neither read nor touched."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--sequences",
            type=Path,
            metavar="F",
            help="a text: a user a line, then items in the order of time; the last is guessed",
        )
        parser.add_argument(
            "--orders",
            type=Path,
            metavar="F",
            help="parquet or CSV of order lines as in Online Retail; the last four weeks are "
            "guessed",
        )
        parser.add_argument(
            "--links",
            type=Path,
            metavar="F",
            help="CSV of kind,handle,linked_handle: links chosen by hand, found from texts alone",
        )
        parser.add_argument(
            "--catalogue", type=Path, metavar="F", help="their products: Shopify CSV or JSON lines"
        )
        parser.add_argument(
            "--cold-start",
            action="store_true",
            help="take a tenth of the demo shop's products out of its simulated year",
        )
        parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures there too")

    def handle(self, **options: Any) -> None:
        parts = [name for name in ("sequences", "orders", "links", "cold_start") if options[name]]
        if not parts:
            raise CommandError("Name data: --sequences, --orders, --links or --cold-start.")
        if bool(options["links"]) != bool(options["catalogue"]):
            raise CommandError("--links and --catalogue belong together.")
        figures: dict[str, Any] = describe_origin()
        for part in parts:
            try:
                figures[part] = getattr(self, f"_{part}")(options)
            except DataUnusable as error:
                raise CommandError(str(error)) from error
        if options["json"]:
            text = json.dumps(figures, indent=2, ensure_ascii=False)
            options["json"].write_text(text + "\n")
            self.stdout.write(f"Written to {options['json']}.")

    def _sequences(self, options: dict[str, Any]) -> dict[str, Any]:
        sequences = read_sequences(options["sequences"])
        figures = evaluate_sequences(sequences, say=self.stdout.write)
        self._show("Last items, statistics of the training part", figures["test"])
        self._show("Last items, validation items learnt from too", figures["with_validation"])
        self.stdout.write(
            f"Chosen, fitted and learnt in {figures['fit_seconds']} s "
            f"({figures['fit_processor_seconds']} s of the processor); "
            f"statistics alone {figures['statistics_seconds']} s."
        )
        return {"file": options["sequences"].name, **figures}

    def _orders(self, options: dict[str, Any]) -> dict[str, Any]:
        figures = evaluate_orders(read_order_lines(options["orders"]), say=self.stdout.write)
        for name, task in figures["tasks"].items():
            self._show(f"{name}: {task['test']['queries']:,} queries", task["test"])
        return {"file": options["orders"].name, **figures}

    def _links(self, options: dict[str, Any]) -> dict[str, Any]:
        catalogue = load_catalogue(options["catalogue"], stdout=self.stdout)
        links = read_links(options["links"], catalogue.numbers)
        ways = {
            "title_bm25": title_scores(catalogue.titles),
            "semantic": catalogue.vectors @ catalogue.vectors.T,
        }
        semantic = nearest_by_vector(catalogue.vectors)
        figures = evaluate_links(links, ways, semantic=semantic)
        for kind, of_kind in figures.items():
            self._show(f"{kind}: {of_kind['products']:,} products", of_kind)
        return {"file": options["links"].name, "model": catalogue.model, "kinds": figures}

    def _cold_start(self, options: dict[str, Any]) -> dict[str, Any]:
        catalogue = load_demo_catalogue()
        figures = evaluate_cold_start(demo_histories(catalogue.numbers), catalogue.vectors)
        self._show("The demo shop's year, last items", figures)
        self.stdout.write(f"Meaning alone: {figures['cold_semantic_of_warm']:.0%} of warm HR@10.")
        return {"file": "the demo shop's simulated year", "model": catalogue.model, **figures}

    def _show(self, title: str, figures: dict[str, Any]) -> None:
        for line in table_of(title, figures):
            self.stdout.write(line)
