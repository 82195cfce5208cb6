"""What buyers say of a product: sentences, and the reviews that each of their numbers counts."""

from collections.abc import Sequence
from typing import Any, ClassVar, Final

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from ai.api.sentiment import LABELS
from ai.models import ReviewDigest
from ai.reviews.digest.clauses import Clause, Kind
from ai.reviews.digest.composing import compose_digest
from ai.reviews.digest.facts import Facts, Measure, facts_of, least_reviews
from ai.reviews.digest.recount import Recount, recount
from shop.api.permissions import PUBLIC, Access
from shop.api.views.base import ApiView
from shop.models import Product

# Ids of one number; the list of reviews, filtered the same way, has them all.
MOST_IDS: Final = 100


class ClaimSerializer(serializers.Serializer[Any]):
    """A number of a sentence: of `of` reviews, `reviews` are such."""

    measure = serializers.ChoiceField(choices=[str(each) for each in Measure])
    aspect = serializers.IntegerField(
        allow_null=True, help_text="The aspect's id; null: of the whole review."
    )
    reviews = serializers.IntegerField()
    of = serializers.IntegerField()
    share = serializers.FloatField(help_text="`reviews` / `of`, 0 to 1.")
    review_ids = serializers.ListField(
        child=serializers.IntegerField(), help_text=f"Those counted, {MOST_IDS} at most."
    )


class QuoteSerializer(serializers.Serializer[Any]):
    """A sentence of a review, word for word."""

    review = serializers.IntegerField(help_text="The review's id.")
    aspect = serializers.IntegerField(help_text="The aspect's id.")
    sentiment = serializers.ChoiceField(choices=list(LABELS.values()))
    text = serializers.CharField()


class DigestSentenceSerializer(serializers.Serializer[Any]):
    """A sentence, and all that it claims in the order in which it says it."""

    kind = serializers.ChoiceField(choices=[str(each) for each in Kind if each != Kind.QUOTE])
    text = serializers.CharField()
    claims = ClaimSerializer(many=True)


class DigestAspectSerializer(serializers.Serializer[Any]):
    """Something that enough reviews talk about; all counts are of reviews."""

    id = serializers.IntegerField(help_text="For the filter `aspect` of the list of reviews.")
    name = serializers.CharField()
    reviews = serializers.IntegerField()
    positive = serializers.IntegerField()
    negative = serializers.IntegerField()
    mixed = serializers.IntegerField()


class ReviewDigestSerializer(serializers.Serializer[Any]):
    """What the published reviews of a product come to."""

    product = serializers.CharField(help_text="The product's slug.")
    is_ready = serializers.BooleanField(
        help_text="False where fewer than `least_reviews` have been read: nothing is said then."
    )
    least_reviews = serializers.IntegerField()
    reviews = serializers.IntegerField(help_text="Published and read.")
    verified = serializers.IntegerField(help_text="Of these, by people who bought it here.")
    positive = serializers.IntegerField(allow_null=True)
    mixed = serializers.IntegerField(allow_null=True)
    negative = serializers.IntegerField(allow_null=True)
    first_at = serializers.DateTimeField(allow_null=True, help_text="When the first was written.")
    last_at = serializers.DateTimeField(allow_null=True, help_text="When the last was written.")
    sentences = DigestSentenceSerializer(many=True)
    quotes = QuoteSerializer(many=True)
    aspects = DigestAspectSerializer(many=True, help_text="The most mentioned first.")


class ReviewDigestView(ApiView):
    """What buyers say of a product, in numbers that can be counted again."""

    access: ClassVar[dict[str, Access]] = {"get": PUBLIC}

    @extend_schema(responses=ReviewDigestSerializer, operation_id="read_review_digest")
    def get(self, request: Request, slug: str) -> Response:
        """Return the digest of a product's reviews, each number with the reviews behind it.

        It is true of the reviews as they are now: it is counted anew in the transaction that
        changes one. What is new has to be read first, some seconds later.
        """
        product = get_object_or_404(Product.objects.published().only("pk", "slug"), slug=slug)
        digest = ReviewDigest.objects.filter(product=product).first()
        digest = digest or ReviewDigest(product=product)
        return Response(ReviewDigestSerializer(as_json(product.slug, digest)).data)


def as_json(slug: str, digest: ReviewDigest) -> dict[str, Any]:
    """Return a digest as `ReviewDigestSerializer` describes it."""
    facts, least = facts_of(digest), least_reviews()
    clauses = compose_digest(facts, least=least)
    counted = recount([digest.product_id], {digest.product_id: facts.quotes})[digest.product_id]
    is_ready = bool(clauses)
    return {
        "product": slug,
        "is_ready": is_ready,
        "least_reviews": least,
        "reviews": facts.reviews,
        "verified": facts.verified,
        **{
            measure: getattr(facts, measure) if is_ready else None
            for measure in ("positive", "mixed", "negative")
        },
        "first_at": digest.first_at,
        "last_at": digest.last_at,
        "sentences": [_sentence(each, counted) for each in clauses if each.kind != Kind.QUOTE],
        "quotes": _quotes(clauses),
        "aspects": _aspects(facts, least) if is_ready else [],
    }


def _sentence(clause: Clause, counted: Recount) -> dict[str, Any]:
    return {
        "kind": clause.kind,
        "text": clause.text,
        "claims": [
            {
                "measure": claim.measure,
                "aspect": claim.aspect,
                "reviews": claim.reviews,
                "of": claim.of,
                "share": round(claim.reviews / claim.of, 4),
                "review_ids": ids[:MOST_IDS],
            }
            for claim, ids in zip(clause.claims, counted.behind(clause), strict=True)
        ],
    }


def _quotes(clauses: Sequence[Clause]) -> list[dict[str, Any]]:
    return [
        {
            "review": each.quote.review,
            "aspect": each.quote.aspect,
            "sentiment": LABELS[each.quote.polarity],
            "text": each.quote.text,
        }
        for each in clauses
        if each.quote
    ]


def _aspects(facts: Facts, least: int) -> list[dict[str, Any]]:
    names = ("id", "name", "reviews", "positive", "negative", "mixed")
    return [
        {name: getattr(each, name) for name in names}
        for each in facts.aspects
        if each.reviews >= least
    ]
