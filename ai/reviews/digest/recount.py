"""The facts of digests counted again from readings and mentions, with the reviews behind them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from ai.models import Aspect, ReviewDigest, ReviewMention, ReviewReading
from ai.reviews.digest.clauses import Clause
from ai.reviews.digest.composing import compose_digest
from ai.reviews.digest.facts import (
    AspectFacts,
    Facts,
    Measure,
    Quote,
    facts_of,
    least_reviews,
    local_date,
)
from ai.reviews.digest.verifying import Rejection, check_digest
from ai.reviews.reading import ReviewText
from shop.models import Review

_MEASURES: Final = {1: Measure.POSITIVE, 0: Measure.MIXED, -1: Measure.NEGATIVE}


@dataclass(slots=True, kw_only=True)
class Recount:
    """What the reviews of a product come to; `ids` has the reviews behind every count."""

    facts: Facts
    ids: dict[tuple[int | None, Measure], list[int]] = field(default_factory=dict)

    def behind(self, clause: Clause) -> list[list[int]]:
        """Return for each claim of a clause the reviews that it counts, by id."""
        return [self.ids.get((each.aspect, each.measure), []) for each in clause.claims]


def recount(products: Sequence[int], quotes: Mapping[int, Sequence[Quote]]) -> dict[int, Recount]:
    """Return the facts of these products, counted here; of the quotes, those that are true.

    Three queries, however many products.
    """
    ids: dict[int, dict[tuple[int | None, Measure], list[int]]] = {
        product: defaultdict(list) for product in products
    }
    days = _add_readings(ids)
    names = _add_mentions(ids)
    true = _true_quotes([quote for product in products for quote in quotes.get(product, ())])
    return {
        product: Recount(
            facts=_facts(found, days.get(product, []), names, true & set(quotes.get(product, ()))),
            ids=dict(found),
        )
        for product, found in ids.items()
    }


_Ids = Mapping[int, dict[tuple[int | None, Measure], list[int]]]


def _add_readings(ids: _Ids) -> dict[int, list[datetime]]:
    days: dict[int, list[datetime]] = defaultdict(list)
    rows = (
        ReviewReading.objects.filter(review__status="published", review__product__in=ids)
        .order_by("review")
        .values_list(
            "review_id",
            "review__product_id",
            "label",
            "review__verified_purchase",
            "review__created_at",
        )
    )
    for review, product, label, is_verified, moment in rows:
        found = ids[product]
        found[None, Measure.REVIEWS].append(review)
        found[None, _MEASURES[label]].append(review)
        if is_verified:
            found[None, Measure.VERIFIED].append(review)
        days[product].append(moment)
    return days


def _add_mentions(ids: _Ids) -> dict[int, str]:
    rows = (
        ReviewMention.objects.filter(
            review__status="published",
            review__reading__isnull=False,
            product__in=ids,
            product=F("review__product"),
        )
        .exclude(aspect=None)
        .annotate(shown=Coalesce("aspect__merged_into", "aspect"))
        .values("product", "shown", "review")
        .annotate(total=Sum("polarity"))
        .order_by("review")
        .values_list("product", "shown", "review", "total")
    )
    names = dict(Aspect.objects.filter(is_hidden=False).values_list("pk", "name"))
    for product, aspect, review, total in rows:
        if aspect in names:
            sign = (total > 0) - (total < 0)
            ids[product][aspect, Measure.REVIEWS].append(review)
            ids[product][aspect, _MEASURES[sign]].append(review)
    return names


def _facts(
    ids: Mapping[tuple[int | None, Measure], list[int]],
    moments: Sequence[datetime],
    names: Mapping[int, str],
    quotes: Iterable[Quote],
) -> Facts:
    def count(aspect: int | None, measure: Measure) -> int:
        return len(ids.get((aspect, measure), ()))

    aspects = [
        AspectFacts(
            id=aspect,
            name=names[aspect],
            reviews=count(aspect, Measure.REVIEWS),
            positive=count(aspect, Measure.POSITIVE),
            negative=count(aspect, Measure.NEGATIVE),
            mixed=count(aspect, Measure.MIXED),
        )
        for aspect, measure in ids
        if aspect is not None and measure == Measure.REVIEWS
    ]
    return Facts(
        reviews=count(None, Measure.REVIEWS),
        verified=count(None, Measure.VERIFIED),
        positive=count(None, Measure.POSITIVE),
        mixed=count(None, Measure.MIXED),
        negative=count(None, Measure.NEGATIVE),
        first=local_date(min(moments, default=None)),
        last=local_date(max(moments, default=None)),
        aspects=tuple(sorted(aspects, key=lambda each: (-each.reviews, each.name, each.id))),
        quotes=tuple(sorted(quotes, key=lambda each: -each.polarity)),
    )


def _true_quotes(quotes: Sequence[Quote]) -> set[Quote]:
    """Return those that a published review says, there and in that sense."""
    reviews = Review.objects.published().in_bulk({quote.review for quote in quotes})
    said = {
        (review, aspect, polarity, begin, end)
        for review, aspect, polarity, begin, end in ReviewMention.objects.filter(
            review__in=reviews, review__reading__isnull=False
        )
        .annotate(shown=Coalesce("aspect__merged_into", "aspect"))
        .values_list("review", "shown", "polarity", "sentence_begin", "sentence_end")
    }
    return {
        quote
        for quote in quotes
        if (quote.review, quote.aspect, quote.polarity, quote.begin, quote.end) in said
        and _whole(reviews[quote.review])[quote.begin : quote.end] == quote.text
    }


def _whole(review: Review) -> str:
    return ReviewText(title=review.title, body=review.body).whole


def check_texts(product_ids: Iterable[int] | None = None) -> list[Rejection]:
    """Return every sentence of digests that disagrees with the reviews, of these products or all.

    The sentences come from the digest rows, what they are held against is counted here.
    """
    digests = ReviewDigest.objects.order_by("pk")
    if product_ids is not None:
        digests = digests.filter(product__in=list(product_ids))
    said = {digest.product_id: facts_of(digest) for digest in digests}
    true = recount(list(said), {product: facts.quotes for product, facts in said.items()})
    least = least_reviews()
    return [
        rejection
        for product, facts in said.items()
        for rejection in check_digest(compose_digest(facts, least=least), true[product].facts)
    ]
