"""The shop's own opinion of what a search should find, and how well it does."""

from statistics import fmean
from typing import ClassVar

from django.conf import settings
from django.db import models

from shop.models import Product


class Judgement(models.Model):
    """How well a product answers a search, in the eyes of staff.

    `query` is in the form of `ai.search.steering.texts.same_text`, so that one search is judged
    once, whoever types it how.
    """

    class Gain(models.IntegerChoices):
        """From nothing to everything, as the field's measures want it."""

        WRONG = 0, "wrong"
        RELATED = 1, "related"
        GOOD = 2, "good"
        PERFECT = 3, "perfect"

    query = models.CharField("search", max_length=200)
    product = models.ForeignKey(Product, models.CASCADE, related_name="+")
    gain = models.PositiveSmallIntegerField(choices=Gain)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["query", "-gain", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["query", "product"], name="judgement_once"),
            models.CheckConstraint(
                condition=models.Q(gain__gte=0, gain__lte=3), name="judgement_gain_known"
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.query}”: {self.get_gain_display()}"


class LabRun(models.Model):
    """One look at how well search does by all judgements, measured step by step.

    `scores` has for each of the first `done` queries {lane: nDCG@10}.
    """

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField(auto_now_add=True)
    queries = models.JSONField(default=list)
    scores = models.JSONField(default=list)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"run {self.pk}: {self.done} of {self.total}"

    @property
    def is_done(self) -> bool:
        """Whether every query was measured."""
        return self.done >= self.total

    @property
    def percent(self) -> int:
        """How much of it is measured."""
        return 100 * self.done // self.total if self.total else 100

    @property
    def means(self) -> dict[str, float]:
        """The mean nDCG@10 of each lane over what was measured."""
        lanes = self.scores[0] if self.scores else {}
        return {lane: fmean(each[lane] for each in self.scores) for lane in lanes}

    @property
    def worst(self) -> list[tuple[str, float]]:
        """The queries that are answered worst by both lanes together, the worst first."""
        scores = [score["hybrid"] for score in self.scores]
        pairs = zip(self.queries[: self.done], scores, strict=True)
        return sorted(pairs, key=lambda pair: pair[1])
