"""What buyers say, and how many found it helpful."""

from typing import ClassVar, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from shop.models.products import Product


class ReviewQuerySet(models.QuerySet["Review"]):
    """The reads of reviews."""

    def published(self) -> Self:
        """Return reviews that passed moderation."""
        return self.filter(status=Review.Status.PUBLISHED)

    def with_text(self) -> Self:
        """Return reviews that say something beyond their stars."""
        return self.exclude(title="", body="")


class Review(models.Model):
    """Stars and words about a product from an account or a named guest."""

    class Status(models.TextChoices):
        """Where a review stands in moderation."""

        PENDING = "pending", "waiting for moderation"
        PUBLISHED = "published", "published"
        REJECTED = "rejected", "rejected"

    product = models.ForeignKey(Product, models.CASCADE, related_name="reviews")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="reviews"
    )
    author_name = models.CharField(max_length=120)
    rating = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    title = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True, max_length=20_000)
    verified_purchase = models.BooleanField(default=False)
    status = models.CharField(max_length=10, choices=Status, default=Status.PENDING, db_index=True)
    # Kept by a trigger on votes (migration 0002), on top of what an import brought along.
    helpful_count = models.PositiveIntegerField(default=0)
    reply = models.TextField("the shop's reply", blank=True)
    source = models.CharField(max_length=40, blank=True, editable=False)
    external_id = models.CharField(max_length=200, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(rating__gte=1, rating__lte=5), name="review_rating_one_to_five"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["pending", "published", "rejected"]),
                name="review_status_known",
            ),
            models.UniqueConstraint(
                fields=["product", "author"],
                condition=Q(author__isnull=False),
                name="review_one_per_account_and_product",
                violation_error_message="This account has reviewed the product already.",
            ),
            models.UniqueConstraint(
                fields=["source", "external_id"],
                condition=~Q(external_id=""),
                name="review_external_id_unique",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["product", "status", "-created_at"], name="review_by_product")
        ]

    def __str__(self) -> str:
        return f"{self.rating}★ {self.title or self.body[:60]}"


class ReviewVote(models.Model):
    """One visitor's "this was helpful"."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="votes")
    # A hash of the account or session: a visitor votes once, and is not named here.
    voter = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "voter"], name="review_vote_once")
        ]

    def __str__(self) -> str:
        return f"vote on {self.review_id}"
