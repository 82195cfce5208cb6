"""Reviews as they are read and written."""

from rest_framework import serializers

from shop.models import Product, Review


class ReviewSerializer(serializers.ModelSerializer[Review]):
    """A review; `status` is `pending` for its author until somebody has read it."""

    product = serializers.SlugRelatedField[Product](slug_field="slug", read_only=True)

    class Meta:
        model = Review
        fields = (
            *("id", "product", "author_name", "rating", "title", "body", "verified_purchase"),
            *("helpful_count", "reply", "status", "created_at"),
        )
        read_only_fields = fields


class NewReviewSerializer(serializers.Serializer[Review]):
    """What a shopper writes."""

    product = serializers.SlugRelatedField(slug_field="slug", queryset=Product.objects.published())
    rating = serializers.IntegerField(min_value=1, max_value=5)
    title = serializers.CharField(max_length=300, required=False, allow_blank=True, default="")
    body = serializers.CharField(max_length=20_000, required=False, allow_blank=True, default="")
    author_name = serializers.CharField(
        max_length=120, required=False, help_text="Shown beside the review; default: first name."
    )


class ReviewChangesSerializer(serializers.Serializer[Review]):
    """What its author changes about a review."""

    rating = serializers.IntegerField(min_value=1, max_value=5)
    title = serializers.CharField(max_length=300, allow_blank=True)
    body = serializers.CharField(max_length=20_000, allow_blank=True)


class HelpfulSerializer(serializers.Serializer[Review]):
    """How many found a review helpful."""

    helpful_count = serializers.IntegerField(read_only=True)
