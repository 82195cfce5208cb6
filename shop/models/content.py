"""The shop's own words: policy pages and questions with answers."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse
from simple_history.models import HistoricalRecords

from shop.models.products import Product
from shop.models.taxonomy import Category


class PageQuerySet(models.QuerySet["Page"]):
    """The reads of pages."""

    def published(self) -> Self:
        """Return what shoppers may see."""
        return self.filter(is_published=True)


class Page(models.Model):
    """A page such as shipping, returns or about, written in Markdown."""

    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=200)
    summary = models.CharField(max_length=300, blank=True)
    body = models.TextField(
        help_text="Markdown; plain HTML is allowed, anything unsafe is removed."
    )
    is_published = models.BooleanField(default=True)
    in_footer = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PageQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["position", "title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page's path."""
        return reverse("shop:page", args=[self.slug])


class FaqEntryQuerySet(models.QuerySet["FaqEntry"]):
    """The reads of questions."""

    def published(self) -> Self:
        """Return what shoppers may see."""
        return self.filter(is_published=True)

    def for_product(self, product: Product) -> Self:
        """Return what is asked about such a product, what is asked about all of them last."""
        places = FaqEntry.categories.through.objects.filter(faqentry=OuterRef("pk"))
        path = product.category.path if product.category else ""
        # In a path, each category above is the beginning.
        above = [path[:end] for end in range(Category.steplen, len(path) + 1, Category.steplen)]
        is_near, is_general = Exists(places.filter(category__path__in=above)), ~Exists(places)
        return (
            self.filter(is_near | is_general, on_products=True)
            .annotate(is_general=is_general)
            .order_by("is_general", "position", "id")
        )


class FaqEntry(models.Model):
    """A question shoppers ask, with the shop's answer."""

    slug = models.SlugField(max_length=160, unique=True)
    topic = models.CharField(max_length=80)
    question = models.CharField(max_length=300)
    answer = models.TextField(help_text="Markdown.")
    is_published = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)
    on_products = models.BooleanField(
        "show on product pages", default=False, help_text="A page shows the first few that fit."
    )
    categories = models.ManyToManyField(
        Category,
        blank=True,
        related_name="questions",
        help_text="Products of these, and of what is below them, show it. Empty: all products do.",
    )
    updated_at = models.DateTimeField(auto_now=True)

    objects = FaqEntryQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["topic", "position", "id"]
        verbose_name = "FAQ entry"
        verbose_name_plural = "FAQ entries"

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        """Return the entry's place on the FAQ page."""
        return f"{reverse('shop:faq')}#{self.slug}"
