"""What staff put on the front page: sections in an order, each for a while or for good."""

from datetime import datetime
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from shop.models.products import Product
from shop.models.taxonomy import Category
from shop.own_paths import OWN_PATH, is_own_path


def check_own_path(path: str) -> None:
    """Refuse what does not lead to a page of this shop; raises ValidationError."""
    if not is_own_path(path):
        raise ValidationError("Write a path of this shop that begins with /, as in /faq/.")


class HomePicture(models.Model):
    """A picture of the front page, as it was given, less its metadata."""

    file = models.ImageField(
        upload_to="products/", width_field="width", height_field="height", max_length=200
    )
    sha256 = models.CharField(max_length=64, editable=False, unique=True)
    width = models.PositiveIntegerField(default=0, editable=False)
    height = models.PositiveIntegerField(default=0, editable=False)

    def __str__(self) -> str:
        return str(self.file.name)

    @property
    def alt(self) -> str:
        """Nothing: a section that shows the picture says what is to be seen."""
        return ""


class HomeRendition(models.Model):
    """A copy of a picture of the front page at one width, made by a worker."""

    image = models.ForeignKey(HomePicture, models.CASCADE, related_name="renditions")
    file = models.FileField(max_length=200)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["image_id", "width"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["image", "width"], name="home_rendition_once")
        ]

    def __str__(self) -> str:
        return f"{self.width} x {self.height}"


class HomeSectionQuerySet(models.QuerySet["HomeSection"]):
    """The reads of the front page's sections."""

    def published(self) -> Self:
        """Return what is no draft, whenever it is shown."""
        return self.filter(is_published=True)

    def shown_at(self, moment: datetime) -> Self:
        """Return the sections whose time includes the moment; it ends before its end."""
        has_begun = Q(starts_at__isnull=True) | Q(starts_at__lte=moment)
        is_not_over = Q(ends_at__isnull=True) | Q(ends_at__gt=moment)
        return self.filter(has_begun, is_not_over)


class HomeSection(models.Model):
    """A part of the front page; what it shows of the catalogue follows the catalogue."""

    class Kind(models.TextChoices):
        """What a section is made of."""

        HERO = "hero", "opening: large words and a picture or products"
        PRODUCTS = "products", "a row of products"
        CATEGORIES = "categories", "categories with pictures"
        STORY = "story", "a story: words with a picture"
        QUOTES = "quotes", "what buyers say"
        NOTICE = "notice", "a line above every page"

    class Rule(models.TextChoices):
        """Which products a row shows."""

        NEWEST = "newest", "the newest"
        REDUCED = "reduced", "reduced ones"
        BEST_RATED = "best_rated", "the best rated"
        CATEGORY = "category", "the best of a category"
        PICKED = "picked", "those picked below"

    # What an import knows a section by; one made by hand has none.
    key = models.SlugField(max_length=80, null=True, blank=True, unique=True, editable=False)
    kind = models.CharField(max_length=12, choices=Kind)
    title = models.CharField(max_length=120)
    text = models.TextField(blank=True, help_text="Markdown; of a notice plain words.")
    link_text = models.CharField(max_length=60, blank=True)
    link_path = models.CharField(
        max_length=200,
        blank=True,
        validators=[check_own_path],
        help_text="A path of this shop, as in /c/tents/?sale=true.",
    )
    rule = models.CharField(
        max_length=12, choices=Rule, blank=True, help_text="For a row of products."
    )
    category = models.ForeignKey(
        Category,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="Of a row, of categories (those below it) or of quotes.",
    )
    picture = models.ForeignKey(
        HomePicture, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    picture_alt = models.CharField("alternative text", max_length=500, blank=True)
    products = models.ManyToManyField(Product, through="HomePick", related_name="+")
    position = models.PositiveSmallIntegerField(default=0)
    is_published = models.BooleanField("published", default=True)
    starts_at = models.DateTimeField("shown from", null=True, blank=True)
    ends_at = models.DateTimeField(
        "shown until", null=True, blank=True, help_text="No longer shown at this moment."
    )
    updated_at = models.DateTimeField(auto_now=True)

    objects = HomeSectionQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["updated_at"])

    class Meta:
        ordering: ClassVar = ["position", "id"]
        verbose_name = "front page section"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=["hero", "products", "categories", "story", "quotes", "notice"]
                ),
                name="home_section_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(rule__in=["newest", "reduced", "best_rated", "category", "picked"])
                | (Q(rule="") & ~Q(kind="products")),
                name="home_section_row_has_rule",
                violation_error_message="Say which products the row shows.",
            ),
            models.CheckConstraint(
                condition=~Q(rule="category") | Q(category__isnull=False),
                name="home_section_rule_has_category",
                violation_error_message="Choose the category whose best products are shown.",
            ),
            models.CheckConstraint(
                condition=Q(link_path="") | Q(link_path__regex=OWN_PATH),
                name="home_section_link_stays_here",
                violation_error_message="The link must lead to a page of this shop.",
            ),
            models.CheckConstraint(
                condition=Q(link_path="", link_text="") | (~Q(link_path="") & ~Q(link_text="")),
                name="home_section_link_whole",
                violation_error_message="A link needs both its words and its path.",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True)
                | Q(ends_at__isnull=True)
                | Q(ends_at__gt=F("starts_at")),
                name="home_section_ends_after_start",
                violation_error_message="It must end after it has begun.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def is_shown_at(self, moment: datetime) -> bool:
        """Whether a visitor sees it at a moment."""
        has_begun = self.starts_at is None or self.starts_at <= moment
        is_over = self.ends_at is not None and self.ends_at <= moment
        return self.is_published and has_begun and not is_over


class HomePick(models.Model):
    """A product picked by hand for a section, and its place there."""

    section = models.ForeignKey(HomeSection, models.CASCADE, related_name="picks")
    product = models.ForeignKey(Product, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["section", "product"], name="home_pick_once")
        ]

    def __str__(self) -> str:
        return str(self.product)
