"""What reviews say: one row a review, one a mention, one an aspect, one a product."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from ai.models.job_base import Job
from shop.models import Category, Product, Review


class Aspect(models.Model):
    """Something that buyers of a kind of product talk about: fit, warmth, battery life.

    `category` is the top of the branch of the category tree, NULL for products without one.
    """

    category = models.ForeignKey(Category, models.CASCADE, null=True, blank=True, related_name="+")
    # The words it was found by: singular, in lower case.
    key = models.CharField(max_length=80)
    name = models.CharField(max_length=80)
    # Found to be the same as another one, by meaning or by staff; its mentions count there.
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="merged"
    )
    is_hidden = models.BooleanField(default=False, help_text="Never shown to shoppers.")
    # Named or merged by hand: what is found later leaves it alone.
    is_by_staff = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["category", "key"], nulls_distinct=False, name="aspect_once_per_category"
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=models.F("id")), name="aspect_not_merged_into_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ReviewReading(models.Model):
    """What one review comes to, and by which version of the models it was found.

    `content_hash` is the sha256 (hex) of the version, the category branch and the text: equal to
    today's, the reading is fresh.
    """

    class Label(models.IntegerChoices):
        """How the whole review is meant."""

        NEGATIVE = -1, "negative"
        MIXED = 0, "mixed"
        POSITIVE = 1, "positive"

    review = models.OneToOneField(Review, models.CASCADE, primary_key=True, related_name="reading")
    # P(positive), 0 to 1, calibrated; and the same from -1 to 1 with 0 at the threshold.
    probability = models.FloatField()
    polarity = models.FloatField()
    label = models.SmallIntegerField(choices=Label)
    # Of each sentence of title and body as one text: begin, end (characters), polarity -1 to 1.
    sentences = models.JSONField(default=list)
    # Stars and words say opposite things.
    is_contradictory = models.BooleanField(default=False)
    topics = ArrayField(models.CharField(max_length=20), default=list)
    # What a moderator should look at: spam, off_topic, contact.
    concerns = ArrayField(models.CharField(max_length=20), default=list)
    language = models.CharField(max_length=8, blank=True)
    model_version = models.CharField(max_length=64)
    content_hash = models.CharField(max_length=64)
    read_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["review"], name="reading_contradictory", condition=Q(is_contradictory=True)
            )
        ]

    def __str__(self) -> str:
        return f"review {self.review_id}: {self.get_label_display()}"


class ReviewMention(models.Model):
    """A place in a review where something is talked about, and how it is meant there.

    Places are characters of title and body as one text (`ReviewText.whole`), ends exclusive.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="mentions")
    product = models.ForeignKey(Product, models.CASCADE, related_name="+")
    # NULL until enough reviews of the category talk about it.
    aspect = models.ForeignKey(
        Aspect, models.SET_NULL, null=True, blank=True, related_name="mentions"
    )
    term = models.CharField(max_length=80)
    surface = models.CharField(max_length=80)
    polarity = models.SmallIntegerField(choices=ReviewReading.Label)
    confidence = models.FloatField()
    begin = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    sentence_begin = models.PositiveIntegerField()
    sentence_end = models.PositiveIntegerField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["product", "aspect", "polarity"], name="mention_by_product"),
            models.Index(fields=["aspect"], name="mention_by_aspect"),
            models.Index(fields=["term"], name="mention_unassigned", condition=Q(aspect=None)),
        ]

    def __str__(self) -> str:
        return f"{self.term} in review {self.review_id}"


class ReviewDigest(models.Model):
    """The counts of one product's reviews, kept true by triggers (migration 0015).

    Reviews count that are published and read. `aspects` lists, the most mentioned first, dicts of
    `aspect` (id), `name`, `reviews`, `positive`, `negative`, `mixed`: reviews, each counted once.
    `quotes` has at most a sentence for and one against (migration 0016): dicts of `review`,
    `aspect`, `polarity`, `begin`, `end`, `text`.
    """

    product = models.OneToOneField(
        Product, models.CASCADE, primary_key=True, related_name="review_digest"
    )
    reviews = models.PositiveIntegerField(default=0)
    verified = models.PositiveIntegerField(default=0)
    positive = models.PositiveIntegerField(default=0)
    mixed = models.PositiveIntegerField(default=0)
    negative = models.PositiveIntegerField(default=0)
    # The window: when the first and the last of them were written.
    first_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField(null=True)
    aspects = models.JSONField(default=list)
    quotes = models.JSONField(default=list)
    updated_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"digest of product {self.product_id}"


class ReadingJob(Job):
    """One run over the shop's reviews: those that are not fresh, or all of them."""

    class Scope(models.TextChoices):
        """What the job reads."""

        STALE = "stale", "what is new or out of date"
        ALL = "all", "everything again"

    scope = models.CharField(max_length=10, choices=Scope, default=Scope.STALE)
    # Of those done: how many were read, were fresh already, could not be read.
    read = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)

    class Meta(Job.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(
                models.Value(1),
                condition=Q(status__in=["queued", "running", "paused"]),
                name="reading_job_one_active",
            )
        ]

    def __str__(self) -> str:
        return f"reading job {self.pk}: {self.get_scope_display()}"
