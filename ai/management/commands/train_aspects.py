"""`manage.py train_aspects`: learn to find mentions and to tell how each is meant."""

from pathlib import Path
from typing import Any, Final

import numpy as np
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ai.management.aspect_sets import read_judged
from ai.reviews.aspects.judging import Judged
from ai.reviews.aspects.model import AspectModel
from ai.reviews.aspects.polarity import Polarity, learn_polarity
from ai.reviews.aspects.sentence_polarity import learn_sentence_polarity
from ai.reviews.aspects.serving import own_path
from ai.reviews.aspects.tagging import Tagged, learn_tagger

CLASSES: Final = 3
# In restaurants every dish that is named counts; who names a part of a product beside an opinion
# rarely means neither good nor bad.
NEUTRAL_WEIGHT: Final = 0.4


class Command(BaseCommand):
    """Learns the three classifiers from judged sentences and puts them in use."""

    help = "Learn mentions, their polarity and that of sentences from judged sentences."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--sentences",
            type=Path,
            required=True,
            action="append",
            help="JSONL of sentences whose mentions are all listed; may be repeated",
        )
        parser.add_argument(
            "--mentions",
            type=Path,
            action="append",
            default=[],
            help="XML of sentences to learn polarity of mentions from too; may be repeated",
        )
        parser.add_argument("--source", default="", help="for the model card: data and licence")
        parser.add_argument(
            "--out", type=Path, help="where to write it; by default, where the shop reads it"
        )

    def handle(self, **options: Any) -> None:
        complete = [each for path in options["sentences"] for each in read_judged(path)]
        more = [each for path in options["mentions"] for each in read_judged(path)]
        pairs = [(each, place, label) for each in [*complete, *more] for place, label in each.said]
        labels = np.array([label for *_, label in pairs])
        if len(np.unique(labels)) < CLASSES:
            raise CommandError("Mentions that are neither praise nor blame are needed: --mentions.")
        whole = [(each, each.polarity) for each in complete if each.polarity is not None]
        out = options["out"] or own_path()
        model = AspectModel(
            tagger=learn_tagger([_tagged(each) for each in complete]),
            mention=learn_polarity(
                [each.words for each, _, _ in pairs],
                [place for _, place, _ in pairs],
                labels,
                weights=np.where(labels == Polarity.NEUTRAL, NEUTRAL_WEIGHT, 1.0),
            ),
            sentence=learn_sentence_polarity(
                [each.words for each, _ in whole], np.array([label for _, label in whole])
            ),
            card={
                "source": options["source"]
                or ", ".join(path.name for path in [*options["sentences"], *options["mentions"]]),
                "sentences": len(complete),
                "mentions": len(pairs),
                "measured_by": "manage.py evaluate_aspects",
            },
        )
        try:
            version = model.write(out)
        except OSError as error:
            raise CommandError(f"{out} cannot be written: {error}") from error
        size = out.stat().st_size / 2**20
        self.stdout.write(f"Version {version}, {size:.1f} MB: {out}")


def _tagged(sentence: Judged) -> Tagged:
    return Tagged(words=sentence.words, spans=[place for place, _ in sentence.said])
