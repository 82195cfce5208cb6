"""The shop's own words: pages and questions with answers."""

from typing import ClassVar

from django.contrib import admin

from shop.admin.base import HistoryAdmin
from shop.admin.search import SearchSource
from shop.models import FaqEntry, Page


@admin.register(Page)
class PageAdmin(HistoryAdmin):
    """Pages such as shipping and returns."""

    list_display = ("title", "slug", "is_published", "in_footer", "position", "updated_at")
    list_editable = ("is_published", "in_footer", "position")
    list_filter = ("is_published", "in_footer")
    prepopulated_fields: ClassVar = {"slug": ("title",)}
    search_fields = ("title", "body")
    search_sources = (
        SearchSource(Page, "title__icontains"),
        SearchSource(Page, "body__icontains"),
    )


@admin.register(FaqEntry)
class FaqEntryAdmin(HistoryAdmin):
    """Questions with answers."""

    list_display = (
        *("question", "topic", "is_published", "on_products", "position", "updated_at"),
    )
    list_editable = ("is_published", "on_products", "position")
    list_filter = ("topic", "is_published", "on_products")
    autocomplete_fields = ("categories",)
    prepopulated_fields: ClassVar = {"slug": ("question",)}
    search_fields = ("question", "answer")
    search_sources = (
        SearchSource(FaqEntry, "question__icontains"),
        SearchSource(FaqEntry, "answer__icontains"),
    )
