"""`manage.py evaluate_sentiment`: how well sentiment is told on texts that were not learnt from."""

import json
import time
from pathlib import Path
from statistics import fmean
from typing import Any, Final

import numpy as np
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ai.exceptions import AiError
from ai.management.labelled import Table, read_table, reading_of
from ai.management.origin import describe_origin
from ai.management.text_vectors import VECTORS, with_vectors
from ai.reviews.sentiment.labels import LabelReading
from ai.reviews.sentiment.training import (
    Examples,
    as_figures,
    judge_baseline,
    judge_sentiment,
    learn_sentiment,
)

# Of the groups, where one file is split.
TEST_SHARE: Final = 0.2
SHOWN: Final = ("auc", "macro_f1", "accuracy", "ece")


class Command(BaseCommand):
    """Learns from one file and judges on another, or splits one file by groups several times."""

    help = (
        "Learn sentiment from labelled texts and measure it on others: AUC, macro-F1 (threshold by "
        "inner folds), expected calibration error (15 bins), beside TF-IDF + logistic regression."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--train", type=Path, required=True, help="CSV with a header")
        parser.add_argument(
            "--test", type=Path, help="CSV with the same columns; without it, --train is split"
        )
        parser.add_argument(
            "--text", required=True, metavar="COL[,COL]", help="e.g. title,body: columns of text"
        )
        parser.add_argument(
            "--label", required=True, metavar="COL", help="0 and 1, positive and negative, or stars"
        )
        parser.add_argument(
            "--group", metavar="COL", help="texts of one group (an item) stay on one side of splits"
        )
        parser.add_argument(
            "--seeds", type=int, default=3, help="splits of --train, without --test"
        )
        parser.add_argument(
            "--transfer",
            type=Path,
            action="append",
            default=[],
            metavar="CSV",
            help="another domain to judge on too, with the same columns; may be repeated",
        )
        parser.add_argument(
            "--vectors",
            choices=VECTORS,
            default="none",
            help="learn from sentence vectors too (some 20 texts a second)",
        )
        parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures there too")

    def handle(self, **options: Any) -> None:
        train = self._table(options["train"], options)
        test = self._table(options["test"], options) if options["test"] else None
        reading = reading_of(train, *([test] if test else []))
        began = time.monotonic()
        try:
            figures = {**describe_origin(), **self._measure(train, test, reading, options)}
        except AiError as error:
            raise CommandError(str(error)) from error
        figures["seconds"] = round(time.monotonic() - began, 1)
        if options["json"]:
            options["json"].write_text(json.dumps(figures, indent=2) + "\n")
            self.stdout.write(f"Written to {options['json']}.")

    def _table(self, path: Path, options: dict[str, Any]) -> Table:
        return read_table(
            path, text=options["text"], label=options["label"], group=options["group"]
        )

    def _measure(
        self, train: Table, test: Table | None, reading: LabelReading, options: dict[str, Any]
    ) -> dict[str, Any]:
        examples, left_out = train.examples(reading)
        examples = with_vectors(examples, options["vectors"])
        figures: dict[str, Any] = {
            "train": options["train"].name,
            "test": options["test"].name if options["test"] else f"{TEST_SHARE:.0%} of the groups",
            "text": options["text"],
            "label": options["label"],
            "labels": reading.kind,
            "vectors": examples.embedder,
            "left_out": left_out,
        }
        if left_out:
            self.stdout.write(f"{left_out:,} texts to learn from have no class and are left out.")
        if test is not None:
            others, figures["left_out_of_test"] = test.examples(reading)
            others = with_vectors(others, options["vectors"])
            return {**figures, **self._judge(examples, others, options)}
        splits = []
        for seed in range(options["seeds"]):
            self.stdout.write(f"Split {seed}:")
            seen, unseen = split_by_group(examples, seed=seed)
            splits.append({"seed": seed, **self._judge(seen, unseen, options)})
        return {**figures, "splits": splits, "mean": self._mean(splits)}

    def _judge(
        self, examples: Examples, others: Examples, options: dict[str, Any]
    ) -> dict[str, Any]:
        model = learn_sentiment(examples)
        began = time.monotonic()
        found = {"blend": as_figures(judge_sentiment(model, others))}
        rate = len(others.texts) / (time.monotonic() - began)
        found["tfidf"] = as_figures(judge_baseline(examples, others))
        for path in options["transfer"]:
            table = self._table(path, {**options, "group": None})
            foreign, _ = table.examples(reading_of(table))
            foreign = with_vectors(foreign, options["vectors"])
            found[f"blend on {path.stem}"] = as_figures(judge_sentiment(model, foreign))
        for name, values in found.items():
            self._show(name, values)
        return {
            "measures": found,
            "lanes": model.card["lanes"],
            "learnt_from": model.card["texts"],
            "texts_per_second": round(rate, 1),
        }

    def _show(self, name: str, values: dict[str, float]) -> None:
        self.stdout.write(
            f"{name:10} AUC {values['auc']:.4f}  macro-F1 {values['macro_f1']:.4f}  accuracy "
            f"{values['accuracy']:.4f}  ECE {values['ece']:.4f}  ({values['texts']:,} texts)"
        )

    def _mean(self, splits: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
        """Return, and show, the means over the splits."""
        means = {
            name: {
                each: round(fmean(split["measures"][name][each] for split in splits), 4)
                for each in (*SHOWN, "texts")
            }
            for name in splits[0]["measures"]
        }
        self.stdout.write(f"Mean of {len(splits)} splits:")
        for name, values in means.items():
            self._show(name, {**values, "texts": round(values["texts"])})
        return means


def split_by_group(examples: Examples, *, seed: int) -> tuple[Examples, Examples]:
    """Return two parts, the second with TEST_SHARE of the groups, drawn by chance."""
    names = np.unique(examples.groups)
    drawn = np.random.default_rng(seed).permutation(names)[: max(round(len(names) * TEST_SHARE), 1)]
    is_unseen = np.isin(examples.groups, drawn)
    return examples.only(np.flatnonzero(~is_unseen)), examples.only(np.flatnonzero(is_unseen))
