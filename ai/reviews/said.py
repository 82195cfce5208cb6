"""Which reviews speak of an aspect, or well of it: by the rules that digests count by."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from django.db.models import F, Q, Sum

from ai.models import Aspect, ReviewMention
from shop.models.reviews import ReviewQuerySet

# Of the sum of a review's mentions of an aspect: 1 for, -1 against, 0 both or neither.
_SIGNS: Final = {1: Q(total__gt=0), 0: Q(total=0), -1: Q(total__lt=0)}

Span = tuple[int, int]


def find_aspect(pk: int) -> Aspect | None:
    """Return an aspect that is shown, or the one that it was merged into; None for any other."""
    aspect = Aspect.objects.select_related("merged_into").filter(pk=pk).first()
    shown = aspect.merged_into or aspect if aspect else None
    return shown if shown and not shown.is_hidden else None


def that_say(
    reviews: ReviewQuerySet, *, aspect: int | None = None, polarity: int | None = None
) -> ReviewQuerySet:
    """Keep the reviews that talk about an aspect, in this sense (1, 0, -1); or just are so meant.

    `aspect` is one that is shown. Reviews that have not been read are left out.
    """
    if aspect is None:
        return reviews if polarity is None else reviews.filter(reading__label=polarity)
    said = (
        ReviewMention.objects.filter(
            of_aspect(aspect), product=F("review__product"), review__reading__isnull=False
        )
        .order_by()
        .values("review")
        .annotate(total=Sum("polarity"))
    )
    if polarity is not None:
        said = said.filter(_SIGNS[polarity])
    return reviews.filter(pk__in=said.values("review"))


def of_aspect(aspect: int) -> Q:
    """Return the condition for mentions of an aspect and of those that were merged into it."""
    return Q(aspect=aspect) | Q(aspect__merged_into=aspect)


def sentences_about(reviews: Iterable[int], aspect: int) -> dict[int, list[Span]]:
    """Return where these reviews (ids) talk about an aspect: {id: [(begin, end) of sentences]}.

    Places are characters of title and body as one text (`ReviewText.whole`), ends exclusive.
    """
    found: dict[int, list[Span]] = defaultdict(list)
    rows = (
        ReviewMention.objects.filter(of_aspect(aspect), review__in=list(reviews))
        .order_by("review", "sentence_begin")
        .values_list("review", "sentence_begin", "sentence_end")
        .distinct()
    )
    for review, begin, end in rows:
        found[review].append((begin, end))
    return found
