"""`manage.py train_ranker`: learn the order of hits from judgements or from clicks."""

from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ai.analytics.impressions import logged_impressions
from ai.exceptions import NoLiveSpace, RankerUnusable
from ai.indexing.spaces import get_live_space
from ai.management.judged import folder_of, judged_queries, prepare
from ai.management.scratch import scratch_database
from ai.models import EmbeddingSpace
from ai.search.collecting import collect_examples
from ai.search.evaluation import JudgedQuery
from ai.search.learned.clicks import judge_by_clicks, read_impressions
from ai.search.learned.serving import own_path
from ai.search.learned.training import learn

# Stands for the search log where a file could be named.
LOG: Final = Path("-")


class Command(BaseCommand):
    """Learns a ranking of the shop's own, on top of the fusion, and keeps it where it is better."""

    help = (
        "Learn the order of hits from judged queries or from clicks, by cross-validation. Without "
        "--catalogue, the products are the shop's own."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        source = parser.add_mutually_exclusive_group(required=True)
        source.add_argument(
            "--catalogue",
            help="a folder with catalogue.jsonl, queries.csv and qrels.csv, searched in a database "
            "beside the shop's; `esci` for that in VITRINE_DATA",
        )
        source.add_argument(
            "--qrels", type=Path, help="CSV of query_id,product_id,gain; with --queries"
        )
        source.add_argument(
            "--clicks",
            type=Path,
            nargs="?",
            const=LOG,
            help="the shop's own search log; with a path, a CSV of "
            "search_id,query,product_id,position,clicked: what was shown, and where",
        )
        parser.add_argument("--queries", type=Path, help="CSV of query_id,query")
        parser.add_argument(
            "--out", type=Path, help="where to write the model; by default, where the shop reads it"
        )

    def handle(self, *, catalogue: str | None, **options: Any) -> None:
        out = options["out"] or own_path()
        try:
            if catalogue:
                folder = folder_of(catalogue)
                queries = judged_queries(folder, options["queries"], None)
                with scratch_database(f"evaluate_{folder.stem.lower()}", fresh=False):
                    space = prepare(folder / "catalogue.jsonl", stdout=self.stdout)
                    self._learn(queries, space, out=out, source=f"judgements of {folder.name}")
                return
            queries, source = self._own(options)
            self._learn(queries, get_live_space(), out=out, source=source)
        except NoLiveSpace as error:
            raise CommandError("Nothing is embedded yet: manage.py embed.") from error
        except RankerUnusable as error:
            raise CommandError(str(error)) from error

    def _own(self, options: dict[str, Any]) -> tuple[list[JudgedQuery], str]:
        """Return what the shop's own judgements or clicks say, and which they are."""
        if options["clicks"]:
            try:
                impressions = (
                    list(logged_impressions())
                    if options["clicks"] == LOG
                    else read_impressions(options["clicks"])
                )
            except (OSError, KeyError, ValueError) as error:
                raise CommandError(f"The clicks cannot be read: {error}") from error
            judged = judge_by_clicks(impressions)
            return [JudgedQuery(text=text, gains=gains) for text, gains in judged.items()], "clicks"
        if options["queries"] is None:
            raise CommandError("--qrels needs --queries.")
        return judged_queries(Path(), options["queries"], options["qrels"]), "own judgements"

    def _learn(
        self, queries: list[JudgedQuery], space: EmbeddingSpace, *, out: Path, source: str
    ) -> None:
        examples = [each for each in collect_examples(queries) if len(each.ids)]
        ranker = learn(examples, space.model_id, metrics={"source": source})
        if ranker is None:
            self.stdout.write("Nothing learnt orders better than the fusion does: nothing written.")
            return
        for name, value in ranker.metrics["ndcg_at_10"].items():
            self.stdout.write(f"{name:8} nDCG@10 {value:.4f} on queries not learnt from")
        self.stdout.write(f"{ranker.write(out)}  {out}")
