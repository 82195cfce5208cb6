"""The shop's own words: policy pages and questions with answers."""

from typing import ClassVar, Self

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords


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


class FaqEntry(models.Model):
    """A question shoppers ask, with the shop's answer."""

    slug = models.SlugField(max_length=160, unique=True)
    topic = models.CharField(max_length=80)
    question = models.CharField(max_length=300)
    answer = models.TextField(help_text="Markdown.")
    is_published = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    objects = models.Manager["FaqEntry"]()
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
