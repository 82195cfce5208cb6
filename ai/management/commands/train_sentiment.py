"""`manage.py train_sentiment`: learn sentiment from the shop's stars, or from a CSV."""

from pathlib import Path
from typing import Any, Final

import numpy as np
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ai.exceptions import AiError
from ai.management.commands.evaluate_sentiment import split_by_group
from ai.management.labelled import Table, read_table, reading_of
from ai.reviews.sentiment.lanes import ALL_FAMILIES
from ai.reviews.sentiment.serving import own_path
from ai.reviews.sentiment.texts import Text
from ai.reviews.sentiment.training import (
    Examples,
    as_figures,
    judge_baseline,
    judge_sentiment,
    learn_sentiment,
)
from shop.models import Review

# Terms that are kept: those that weigh most. A file of 1 MB.
MOST_WEIGHED: Final = 150_000
# Runs of characters cost half of the time and bring little once there are words enough.
FAST: Final = tuple(name for name in ALL_FAMILIES if name != "characters")


class Command(BaseCommand):
    """Learns a classifier, judges it on texts held out, and puts it in use."""

    help = (
        "Learn whether texts are meant well from the stars of the shop's own reviews or from a "
        "CSV. A fifth is held out first to measure; workers take the new model up by themselves."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--csv",
            type=Path,
            action="append",
            default=[],
            help="CSV with a header; the shop's own reviews without it; may be repeated",
        )
        parser.add_argument("--text", default="title,body", metavar="COL[,COL]")
        parser.add_argument("--label", default="rating", metavar="COL")
        parser.add_argument("--group", metavar="COL", help="what belongs together: an item")
        parser.add_argument(
            "--out", type=Path, help="where to write it; by default, where the shop reads it"
        )
        parser.add_argument("--source", default="", help="for the model card: data and licence")
        parser.add_argument(
            "--terms", type=int, default=MOST_WEIGHED, help="terms that are kept, by their weight"
        )

    def handle(self, **options: Any) -> None:
        if options["terms"] < 1:
            raise CommandError("--terms is 1 at least.")
        out = options["out"] or own_path()
        try:
            examples = self._examples(options)
            seen, unseen = split_by_group(examples, seed=0)
            trial = learn_sentiment(seen, families=FAST).pruned(options["terms"])
            found = {
                "held_out": as_figures(judge_sentiment(trial, unseen)),
                "tfidf_baseline": as_figures(judge_baseline(seen, unseen)),
            }
            card = {"source": self._source(options), "measures": found}
            model = learn_sentiment(examples, families=FAST, card=card).pruned(options["terms"])
            version = model.write(out)
        except AiError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{out} cannot be written: {error}") from error
        for name, values in found.items():
            self.stdout.write(
                f"{name:15} AUC {values['auc']:.4f}  macro-F1 {values['macro_f1']:.4f}  "
                f"ECE {values['ece']:.4f}  ({values['texts']:,} texts held out)"
            )
        self.stdout.write(
            f"Version {version}, {out.stat().st_size / 2**20:.1f} MB: {out}\n"
            "Reviews get their new sentiment with `manage.py read_reviews`."
        )

    def _source(self, options: dict[str, Any]) -> str:
        if options["source"]:
            return str(options["source"])
        return ", ".join(path.name for path in options["csv"]) or "the shop's own reviews"

    def _examples(self, options: dict[str, Any]) -> Examples:
        """Return labelled texts of the files named, or of the shop."""
        if not options["csv"]:
            table = _own_reviews()
            return table.examples(reading_of(table))[0]
        parts = []
        for path in options["csv"]:
            group = options["group"]
            table = read_table(path, text=options["text"], label=options["label"], group=group)
            parts.append(table.examples(reading_of(table))[0])
        names = [f"{n}:{each}" for n, part in enumerate(parts) for each in part.groups]
        return Examples.of(
            [text for part in parts for text in part.texts],
            list(np.concatenate([part.labels for part in parts])),
            groups=names,
        )


def _own_reviews() -> Table:
    """Return the published reviews with words; those of a product stay together."""
    rows = list(
        Review.objects.published()
        .with_text()
        .order_by("pk")
        .values_list("title", "body", "rating", "product_id")
    )
    return Table(
        texts=[Text(title=title, body=body) for title, body, _, _ in rows],
        labels=[str(rating) for _, _, rating, _ in rows],
        groups=[str(product) for _, _, _, product in rows],
    )
