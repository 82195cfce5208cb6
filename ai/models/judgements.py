"""The shop's own opinion of what a search should find."""

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
