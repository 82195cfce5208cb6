"""`manage.py evaluate_aspects`: how well aspects are found, and how each is meant."""

import json
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import numpy as np
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ai.exceptions import AiError
from ai.management.aspect_sets import read_judged
from ai.management.origin import describe_origin
from ai.providers.encoders.spans import EPOCHS, SpanEncoder, SpanText
from ai.reviews.aspects.judging import (
    Judged,
    frequent_terms,
    gold_polarities,
    learnt_polarities,
    lexicon_polarities,
    salient_terms,
    score_mentions,
    score_polarities,
    tagged_terms,
    tfidf_polarities,
)
from ai.reviews.sentiment.measures import Numbers

CLASSES: Final = 3
# What the encoder's word counts for beside the linear model's; by the inner folds of neither.
ENCODER_SHARE: Final = 0.7


class Command(BaseCommand):
    """Learns from one file and judges on another, or leaves out one product at a time."""

    help = (
        "Measure aspects on judged sentences: F1 of mentions and accuracy of their polarity, "
        "beside a lexicon and TF-IDF. JSONL with sentence, product and aspects (as Hu & Liu's), "
        "or XML with aspectTerm (as MAMS's), of which only polarity is measured."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--train", type=Path, required=True, help="JSONL or XML")
        parser.add_argument(
            "--test", type=Path, help="of the same form; without it, each product is left out once"
        )
        parser.add_argument(
            "--encoder",
            choices=["none", "minilm"],
            default="none",
            help="teach a MiniLM encoder polarity too: some minutes, and needs PyTorch",
        )
        parser.add_argument("--epochs", type=int, default=EPOCHS)
        parser.add_argument("--seed", type=int, default=0)
        parser.add_argument(
            "--encoder-out", type=Path, help="where to keep the encoder that was taught"
        )
        parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures there too")

    def handle(self, **options: Any) -> None:
        train = read_judged(options["train"])
        test = read_judged(options["test"]) if options["test"] else None
        try:
            figures = self._judge(train, test, options) if test else self._leave_out(train)
        except AiError as error:
            raise CommandError(str(error)) from error
        figures = {
            **describe_origin(),
            "train": options["train"].name,
            "test": options["test"].name if options["test"] else "each product, left out once",
            **figures,
        }
        for part in ("mentions", "polarity"):
            for name, values in figures.get(part, {}).items():
                shown = "  ".join(f"{key} {value:,.4g}" for key, value in values.items())
                self.stdout.write(f"{part} {name:10} {shown}")
        if options["json"]:
            options["json"].write_text(json.dumps(figures, indent=2) + "\n")
            self.stdout.write(f"Written to {options['json']}.")

    def _leave_out(self, sentences: Sequence[Judged]) -> dict[str, Any]:
        """Return the figures over all products, each judged by what the others taught."""
        groups = sorted({each.group for each in sentences})
        if len(groups) < 2:  # noqa: PLR2004 - one to learn from, one to judge
            raise CommandError("Without --test, the sentences have to be of two products at least.")
        ways: dict[str, list[Any]] = {"tagger": [], "lexicon": [], "tfidf": []}
        shares: dict[str, list[Numbers]] = {"clauses": [], "lexicon": [], "tfidf": []}
        judged: list[Judged] = []
        for group in groups:
            others = [each for each in sentences if each.group != group]
            own = [each for each in sentences if each.group == group]
            judged += own
            ways["tagger"] += tagged_terms(others, own)
            ways["lexicon"] += frequent_terms(own)
            ways["tfidf"] += salient_terms(others, own)
            shares["clauses"].append(learnt_polarities(others, own))
            shares["lexicon"].append(lexicon_polarities(own))
            shares["tfidf"].append(tfidf_polarities(others, own))
            self.stdout.write(f"{group}: {len(own):,} sentences")
        gold = gold_polarities(judged)
        return {
            "products": len(groups),
            "sentences": len(judged),
            "mentions": {
                name: _rounded(asdict(score_mentions(found, judged)))
                for name, found in ways.items()
            },
            "polarity": {
                name: _rounded(score_polarities(np.vstack(found), gold))
                for name, found in shares.items()
            },
        }

    def _judge(
        self, train: Sequence[Judged], test: Sequence[Judged], options: dict[str, Any]
    ) -> dict[str, Any]:
        figures: dict[str, Any] = {"sentences": len(test)}
        if options["train"].suffix != ".xml":
            found = {
                "tagger": tagged_terms(train, test),
                "lexicon": frequent_terms(test),
                "tfidf": salient_terms(train, test),
            }
            figures["mentions"] = {
                name: _rounded(asdict(score_mentions(terms, test))) for name, terms in found.items()
            }
        began = time.monotonic()
        shares = {
            "lexicon": lexicon_polarities(test),
            "tfidf": tfidf_polarities(train, test),
            "clauses": learnt_polarities(train, test),
        }
        self.stdout.write(f"Linear models: {time.monotonic() - began:.0f} s.")
        if options["encoder"] == "minilm":
            encoder = self._teach(train, options)
            began = time.monotonic()
            shares["encoder"] = _encoded(encoder, test)
            figures["encoder_sentences_per_second"] = round(
                len(test) / (time.monotonic() - began), 1
            )
            shares["blend"] = (
                ENCODER_SHARE * shares["encoder"] + (1 - ENCODER_SHARE) * shares["clauses"]
            )
            if options["encoder_out"]:
                encoder.write(options["encoder_out"])
        gold = gold_polarities(test)
        figures["polarity"] = {
            name: _rounded(score_polarities(each, gold)) for name, each in shares.items()
        }
        return figures

    def _teach(self, train: Sequence[Judged], options: dict[str, Any]) -> SpanEncoder:
        began = time.monotonic()

        def watch(done: int, total: int) -> None:
            if done % 50 == 0 or done == total:
                spent = time.monotonic() - began
                left = spent / done * (total - done)
                self.stdout.write(f"Encoder: step {done:,} of {total:,}, {left:,.0f} s left")

        return SpanEncoder.learn(
            [_spans(each) for each in train],
            [[label for _, label in each.said] for each in train],
            classes=CLASSES,
            epochs=options["epochs"],
            seed=options["seed"],
            watch=watch,
        )


def _spans(sentence: Judged) -> SpanText:
    spans = [
        (sentence.words[first].begin, sentence.words[last].end)
        for (first, last), _ in sentence.said
    ]
    return SpanText(text=sentence.text, spans=spans)


def _encoded(encoder: SpanEncoder, sentences: Sequence[Judged]) -> Numbers:
    found: Numbers = np.vstack(encoder.probabilities([_spans(each) for each in sentences]))
    return found


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: round(value, 4) if isinstance(value, float) else value
        for name, value in values.items()
    }
