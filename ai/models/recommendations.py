"""Recommendations as they are kept: lists by generation, the job that makes them, staff's rules."""

from typing import ClassVar, Final, Self

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from ai.models.job_base import Job
from ai.models.rules import StaffRule
from ai.models.spaces import EmbeddingSpace
from shop.models import Product

# Places of a box; a pin further down would never be seen.
MOST_BOX_PLACES: Final = 12


class BoxKind(models.TextChoices):
    """The kinds of boxes."""

    SIMILAR = "similar", "similar products"
    TOGETHER = "together", "bought together"
    COMPLEMENTS = "complements", "goes with the cart"
    FOR_YOU = "for_you", "for you"
    RECENT = "recent", "looked at lately"
    TRENDING = "trending", "trending"
    NEW = "new", "new"


class RecommendationGenerationQuerySet(models.QuerySet["RecommendationGeneration"]):
    """The reads of generations."""

    def live(self) -> Self:
        """Return the generation that requests read, the one that went live last."""
        return self.filter(live_since__isnull=False).order_by("-live_since")[:1]


class RecommendationGeneration(models.Model):
    """All lists that one run made. The one that went live last is read; going back is the same."""

    # What was known: ages are counted from `as_of`, and rows with higher ids came later.
    as_of = models.DateTimeField()
    last_order = models.BigIntegerField(default=0)
    last_view = models.BigIntegerField(default=0)
    # Whose vectors say what is alike; NULL where no space was live.
    space = models.ForeignKey(EmbeddingSpace, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    live_since = models.DateTimeField(null=True)
    # Coverage and concentration as `ai.recommendations.figures` counts them.
    figures = models.JSONField(default=dict)

    objects = RecommendationGenerationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [
            models.Index(
                fields=["-live_since"],
                condition=Q(live_since__isnull=False),
                name="recommendations_live",
            )
        ]

    def __str__(self) -> str:
        return f"generation {self.pk}"


class RecommendationList(models.Model):
    """Up to a hundred products for one subject, best first: a row is all that a request reads.

    The subject is a product (`similar`, `together`), a category (`popular`, `trending`, `new`;
    0 is the whole shop) or 0. `evidence` counts the orders or visitors that say so, 0 where meaning
    alone does. The table is partitioned by generation: an old one goes with one DROP.
    """

    class Kind(models.TextChoices):
        """What a list holds."""

        SIMILAR = "similar", "alike in meaning or looked at by the same visitors"
        TOGETHER = "together", "bought in the same orders"
        POPULAR = "popular", "bought and looked at most"
        TRENDING = "trending", "more than usual"
        NEW = "new", "published last"
        CONSUMABLE = "consumable", "bought again and again"

    pk = models.CompositePrimaryKey("generation_id", "kind", "subject_id")
    generation = models.ForeignKey(RecommendationGeneration, models.DO_NOTHING, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    subject_id = models.BigIntegerField()
    items = ArrayField(models.BigIntegerField())
    scores = ArrayField(models.FloatField())
    evidence = ArrayField(models.IntegerField())

    class Meta:
        db_table = "ai_recommendation_list"

    def __str__(self) -> str:
        return f"{self.kind} of {self.subject_id} in generation {self.generation_id}"


class RecommendationJob(Job):
    """One run that makes lists; its cursor and progress are here, so that it can be taken up."""

    class Scope(models.TextChoices):
        """What the run makes."""

        ALL = "all", "everything, in a new generation"
        CHANGED = "changed", "what has changed, in the generation that is live"

    class Status(models.TextChoices):
        """Where it stands."""

        QUEUED = "queued", "queued"
        RUNNING = "running", "running"
        CANCELLED = "cancelled", "cancelled"
        FAILED = "failed", "failed"
        DONE = "done", "done"

    ACTIVE: ClassVar = [Status.QUEUED, Status.RUNNING]

    scope = models.CharField(max_length=10, choices=Scope, default=Scope.ALL)
    generation = models.ForeignKey(
        RecommendationGeneration, models.CASCADE, null=True, related_name="jobs"
    )
    # Of a run over what has changed: the products whose lists are made anew.
    selected_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    # What it knows: set when it begins, so that it ends with the same lists however often it is
    # taken up.
    as_of = models.DateTimeField()
    last_order = models.BigIntegerField(default=0)
    last_view = models.BigIntegerField(default=0)
    status = models.CharField(max_length=10, choices=Status, default=Status.QUEUED)

    class Meta(Job.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(
                models.Value(1),
                condition=Q(status__in=["queued", "running"]),
                name="recommendation_job_one_active",
            )
        ]

    def __str__(self) -> str:
        return f"run {self.pk}: {self.get_scope_display()}"


class RecommendationRule(StaffRule):
    """What staff say about boxes: a product that stands there, or one that never does."""

    class Effect(models.TextChoices):
        """What is said."""

        PIN = "pin", "always show it"
        EXCLUDE = "exclude", "never show it"

    box = models.CharField(
        "in the box",
        max_length=12,
        choices=BoxKind,
        blank=True,
        help_text="Empty: in all boxes.",
    )
    subject = models.ForeignKey(
        Product,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="beside the product",
        help_text="The product whose page or line in the cart it is about. Empty: any.",
    )
    effect = models.CharField("do", max_length=8, choices=Effect, default=Effect.PIN)
    product = models.ForeignKey(
        Product,
        models.CASCADE,
        related_name="+",
        verbose_name="this one",
        help_text="The product to show or to leave out.",
    )
    position = models.PositiveSmallIntegerField(
        "place",
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_BOX_PLACES)],
        help_text="Of what is shown: 1 is the first.",
    )

    class Meta(StaffRule.Meta):
        abstract = False
        ordering: ClassVar = ["box", "subject", "position", "pk"]
        constraints: ClassVar = [
            *StaffRule.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    effect__in=["pin", "exclude"], position__gte=1, position__lte=MOST_BOX_PLACES
                ),
                name="%(class)s_effect_known",
            ),
            models.CheckConstraint(
                condition=Q(box="") | Q(box__in=BoxKind.values), name="%(class)s_box_known"
            ),
            models.CheckConstraint(
                condition=~Q(subject=models.F("product")),
                name="%(class)s_not_beside_itself",
                violation_error_message="A product is never shown beside itself.",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["box", "subject"], condition=Q(is_active=True), name="box_rules_at_work"
            )
        ]

    def __str__(self) -> str:
        where = self.get_box_display() if self.box else "all boxes"
        return f"{self.get_effect_display()} in {where}"


class BoxExperiment(models.Model):
    """Two ways of filling a kind of box, each shown to a part of the visitors."""

    class Strategy(models.TextChoices):
        """A way of filling a box."""

        BLEND = "blend", "behaviour and meaning (the usual)"
        BEHAVIOUR = "behaviour", "behaviour alone"
        MEANING = "meaning", "meaning alone"
        POPULAR = "popular", "what is popular"
        NOTHING = "nothing", "no box"

    class Status(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", "not begun"
        RUNNING = "running", "running"
        ENDED = "ended", "ended"

    name = models.CharField(max_length=120)
    box = models.CharField(max_length=12, choices=BoxKind)
    control = models.CharField("way A", max_length=12, choices=Strategy, default=Strategy.BLEND)
    treatment = models.CharField("way B", max_length=12, choices=Strategy, default=Strategy.POPULAR)
    # Of a hundred visitors.
    percent = models.PositiveSmallIntegerField(
        "visitors with way B",
        default=50,
        validators=[MinValueValidator(1), MaxValueValidator(99)],
        help_text="Of a hundred.",
    )
    status = models.CharField(max_length=8, choices=Status, default=Status.DRAFT, editable=False)
    # Drawn anew for each: who had way B in one is not likelier to have it in the next.
    salt = models.UUIDField(editable=False)
    started_at = models.DateTimeField(null=True, blank=True, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["box"],
                condition=Q(status="running"),
                name="box_experiment_one_running",
                violation_error_message="An experiment with this box is running already.",
            ),
            models.CheckConstraint(
                condition=Q(percent__gte=1, percent__lte=99), name="box_experiment_percent"
            ),
            models.CheckConstraint(
                condition=~Q(control=models.F("treatment")),
                name="box_experiment_two_ways",
                violation_error_message="Choose two different ways.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
