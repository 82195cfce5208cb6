"""The shop's reviews, to be narrowed down by what they say."""

from typing import Final

import django_filters
from drf_spectacular.utils import extend_schema_field
from rest_framework.exceptions import ValidationError

from ai.api.sentiment import LABELS
from ai.reviews.finding import LONGEST_QUESTION, find_in_reviews
from ai.reviews.said import find_aspect, that_say
from shop.api.filters import ReviewFilter as ShopReviewFilter
from shop.api.views.reviews import ReviewViewSet as ShopReviewViewSet
from shop.models import Product
from shop.models.reviews import ReviewQuerySet

ABOUT: Final = "An aspect's id, from a review digest: only reviews that talk about it."
POLARITIES: Final = {label: polarity for polarity, label in LABELS.items()}


@extend_schema_field({"type": "integer", "minimum": 1, "description": ABOUT})
class AspectFilter(django_filters.NumberFilter):
    """The id of an aspect."""


class ReviewFilter(ShopReviewFilter):
    """Narrows down by aspect, by how it is meant, and by meaning."""

    aspect = AspectFilter(
        method="about",
        min_value=1,
        max_value=2**63 - 1,
        decimal_places=0,
        help_text=ABOUT,
    )
    sentiment = django_filters.ChoiceFilter(
        method="so_meant",
        choices=[(name, name) for name in POLARITIES],
        help_text="How the review is meant; with `aspect`, how it means that.",
    )
    q = django_filters.CharFilter(
        method="that_answer",
        max_length=LONGEST_QUESTION,
        help_text="Only reviews with these words or of this meaning; needs `product`.",
    )

    def about(self, reviews: ReviewQuerySet, _: str, number: int) -> ReviewQuerySet:
        """Keep the reviews that talk about an aspect, in the sense asked for."""
        aspect = find_aspect(int(number))
        if aspect is None:
            raise ValidationError({"aspect": [f"There is no aspect {number}."]})
        return that_say(reviews, aspect=aspect.pk, polarity=self._polarity)

    def so_meant(self, reviews: ReviewQuerySet, _: str, __: str) -> ReviewQuerySet:
        """Keep the reviews that are so meant; with an aspect, `about` has done it."""
        if self.form.cleaned_data.get("aspect") is not None:
            return reviews
        return that_say(reviews, polarity=self._polarity)

    def that_answer(self, reviews: ReviewQuerySet, _: str, text: str) -> ReviewQuerySet:
        """Keep the reviews that answer a question about a product."""
        slug = self.form.cleaned_data.get("product")
        if not slug:
            raise ValidationError({"q": ["Name the product whose reviews are searched."]})
        product = Product.objects.published().filter(slug=slug).only("pk").first()
        if product is None:
            return reviews.none()
        return reviews.filter(pk__in=find_in_reviews(product=product.pk, text=text).sentences)

    @property
    def _polarity(self) -> int | None:
        return POLARITIES.get(self.form.cleaned_data.get("sentiment") or "")


class ReviewViewSet(ShopReviewViewSet):
    """What buyers say."""

    filterset_class = ReviewFilter
