"""What staff tell the search: synonyms, pins, boosts and buries, redirects, each with its time."""

from datetime import datetime
from typing import Any, ClassVar, Final, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from shop.models import Attribute, Brand, Category, Product
from shop.models.home import check_own_path
from shop.own_paths import OWN_PATH

# Places of a first page; a pin further down would never be seen.
MOST_PLACES: Final = 24


class MatchKind(models.TextChoices):
    """Which searches a rule is for."""

    EXACT = "exact", "exactly these words, as they are typed"
    SAME = "same", "the same words, whatever their case, accents or plural"
    WORDS = "words", "all searches that contain these words side by side"


class StaffRuleQuerySet(models.QuerySet[Any]):
    """The reads that all kinds of rules share."""

    def running_at(self, moment: datetime) -> Self:
        """Return the rules that count at a moment; a rule ends before its end."""
        has_begun = Q(starts_at__isnull=True) | Q(starts_at__lte=moment)
        is_not_over = Q(ends_at__isnull=True) | Q(ends_at__gt=moment)
        return self.filter(has_begun, is_not_over, is_active=True)


class StaffRule(models.Model):
    """What all that staff tell the shop has: when it counts, why, by whom, and its history."""

    is_active = models.BooleanField("on", default=True)
    starts_at = models.DateTimeField("counts from", null=True, blank=True)
    ends_at = models.DateTimeField(
        "counts until", null=True, blank=True, help_text="No longer counts at this moment."
    )
    note = models.CharField(max_length=300, blank=True, help_text="Why, for colleagues.")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = StaffRuleQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["updated_at"], inherit=True)

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True)
                | Q(ends_at__isnull=True)
                | Q(ends_at__gt=models.F("starts_at")),
                name="%(class)s_ends_after_start",
                violation_error_message="It would end before it begins.",
            ),
        ]


class SearchRule(StaffRule):
    """What all kinds of rules of the search have: the searches they are for.

    A write to any of their tables changes the version that searches ask for (migration 0009).
    """

    query = models.CharField(
        "search", max_length=200, help_text="The words that shoppers type: warm socks."
    )
    match = models.CharField("is for", max_length=8, choices=MatchKind, default=MatchKind.SAME)

    class Meta(StaffRule.Meta):
        abstract = True
        ordering: ClassVar = ["query", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(match__in=MatchKind.values), name="%(class)s_match_known"
            ),
            *StaffRule.Meta.constraints,
        ]

    def __str__(self) -> str:
        return f"“{self.query}”"


class SynonymRule(SearchRule):
    """Words that are searched for beside those of the search."""

    alternatives = models.TextField(
        max_length=2_000, help_text="What else to search for, one a line or with commas between."
    )
    is_two_way = models.BooleanField(
        "both ways", default=False, help_text="Each of them also finds what the others find."
    )

    class Meta(SearchRule.Meta):
        abstract = False

    def __str__(self) -> str:
        arrow = "↔" if self.is_two_way else "→"
        return f"{self.query} {arrow} {', '.join(self.texts)}"

    @property
    def texts(self) -> tuple[str, ...]:
        """The alternatives, each once, in their order."""
        lines = self.alternatives.replace(",", "\n").splitlines()
        return tuple(dict.fromkeys(text for line in lines if (text := " ".join(line.split()))))


class PinRule(SearchRule):
    """A product that stands at one place of a search."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(
        "place",
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_PLACES)],
        help_text=f"1 is the first; at most {MOST_PLACES}.",
    )

    class Meta(SearchRule.Meta):
        abstract = False
        ordering: ClassVar = ["query", "position", "pk"]
        constraints: ClassVar = [
            *SearchRule.Meta.constraints,
            models.CheckConstraint(
                condition=Q(position__gte=1, position__lte=MOST_PLACES),
                name="%(class)s_position_on_first_page",
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.query}”: place {self.position}"


class BoostRule(SearchRule):
    """What moves up or down in a search: a product, or all of a brand, category or value."""

    class Effect(models.TextChoices):
        """The direction."""

        BOOST = "boost", "up"
        BURY = "bury", "down"

    class Strength(models.IntegerChoices):
        """How far."""

        SLIGHT = 1, "a little: from place 12 to about 8, or back"
        CLEAR = 2, "clearly: from place 12 to about 4, or back"
        STRONG = 3, "strongly: from place 12 to about 2, or back"
        WHOLLY = 4, "to the very top, or to the end"

    effect = models.CharField("moves", max_length=5, choices=Effect, default=Effect.BOOST)
    strength = models.PositiveSmallIntegerField("how far", choices=Strength, default=Strength.CLEAR)
    product = models.ForeignKey(Product, models.CASCADE, null=True, blank=True, related_name="+")
    brand = models.ForeignKey(Brand, models.CASCADE, null=True, blank=True, related_name="+")
    category = models.ForeignKey(
        Category,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="With everything below it.",
    )
    attribute = models.ForeignKey(
        Attribute, models.CASCADE, null=True, blank=True, related_name="+"
    )
    value = models.CharField(
        max_length=200, blank=True, help_text="Of the attribute, as products have it: Red; yes."
    )

    TARGETS: ClassVar = ("product", "brand", "category", "attribute")

    class Meta(SearchRule.Meta):
        abstract = False
        constraints: ClassVar = [
            *SearchRule.Meta.constraints,
            models.CheckConstraint(
                condition=Q(effect__in=["boost", "bury"], strength__gte=1, strength__lte=4),
                name="%(class)s_effect_known",
            ),
            models.CheckConstraint(
                condition=(
                    Q(product__isnull=False, brand=None, category=None, attribute=None)
                    | Q(product=None, brand__isnull=False, category=None, attribute=None)
                    | Q(product=None, brand=None, category__isnull=False, attribute=None)
                    | Q(product=None, brand=None, category=None, attribute__isnull=False)
                ),
                name="%(class)s_one_target",
                violation_error_message="Name one: a product, a brand, a category or an attribute.",
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.query}”: {self.get_effect_display()}"


class RedirectRule(SearchRule):
    """A page of the shop that a search leads to instead of its results."""

    path = models.CharField(
        "leads to",
        max_length=500,
        validators=[check_own_path],
        help_text="A path of this shop, as in /c/tents/?sale=true.",
    )

    class Meta(SearchRule.Meta):
        abstract = False
        constraints: ClassVar = [
            *SearchRule.Meta.constraints,
            models.CheckConstraint(
                condition=Q(path__regex=OWN_PATH),
                name="%(class)s_path_is_own",
                violation_error_message="Give a path of this shop.",
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.query}” → {self.path}"


class SteeringVersion(models.Model):
    """One row: what the rules are now has this name. Triggers on their tables change it."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    version = models.UUIDField()

    def __str__(self) -> str:
        return str(self.version)
