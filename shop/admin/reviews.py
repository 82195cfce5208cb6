"""Moderation: the reviews that wait, and everything about those that do not."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from shop.admin.base import BaseAdmin, moment
from shop.admin.resources import ReviewResource
from shop.admin.search import SearchSource
from shop.admin.theme import AutocompleteSelectFilter, ChoicesDropdownFilter, button, label
from shop.admin.transfer import TransferMixin
from shop.models import Review
from shop.services.reviews import publish_review, reject_review

Status = Review.Status
# Characters of a review in the list; the rest is on its page.
SHOWN = 600


@admin.register(Review)
class ReviewAdmin(TransferMixin, BaseAdmin):
    """Reviews, the waiting ones by way of the sidebar's queue."""

    resource_classes: ClassVar = [ReviewResource]
    list_display = ("what", "product", "stars", "author_name", "state", "written")
    list_display_links = ("what",)
    list_select_related = ("product",)
    list_filter = (
        ("status", ChoicesDropdownFilter),
        ("rating", ChoicesDropdownFilter),
        "verified_purchase",
        ("product", AutocompleteSelectFilter),
    )
    list_per_page = 25
    list_before_template = "admin/shop/review/_keys.html"
    ordering = ("-id",)
    sortable_by = ()
    search_fields = ("body",)
    search_help_text = "Text, author or product title"
    search_sources = (
        SearchSource(Review, "body__icontains"),
        SearchSource(Review, "author_name__icontains"),
        SearchSource(Review, "product__title__icontains"),
    )
    autocomplete_fields = ("product", "author")
    readonly_fields = ("status", "helpful_count", "created_at", "updated_at")
    fields = (
        *("product", ("author", "author_name"), ("rating", "verified_purchase"), "title", "body"),
        *("reply", ("status", "helpful_count"), ("created_at", "updated_at")),
    )
    actions: ClassVar = ["publish", "reject"]
    actions_submit_line = ("save_and_publish", "save_and_reject")

    @admin.display(description="Review")
    def what(self, review: Review) -> SafeString:
        """Return title and text."""
        text = review.body if len(review.body) <= SHOWN else f"{review.body[:SHOWN]}…"
        return format_html(
            '<span class="admin-review-text"><strong>{}</strong>{}</span>',
            review.title or ("" if review.body else "(stars only)"),
            text,
        )

    @admin.display(description="Stars", ordering="rating")
    def stars(self, review: Review) -> SafeString:
        """Return the stars, and their number for those who do not see them."""
        return format_html(
            '<span class="admin-stars" role="img" aria-label="{} of 5 stars">{}</span>',
            review.rating,
            "★" * review.rating + "☆" * (5 - review.rating),
        )

    @label(
        description="Status",
        colours={Status.PENDING: "warning", Status.PUBLISHED: "success", Status.REJECTED: "danger"},
    )
    def state(self, review: Review) -> tuple[str, str]:
        """Return the status as a label."""
        return review.status, review.status

    @admin.display(description="Written")
    def written(self, review: Review) -> SafeString:
        """Return when the review was written."""
        return moment(review.created_at)

    @admin.action(description="Publish", permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Review]) -> None:
        """Show the reviews to shoppers."""
        count = 0
        for review in queryset.exclude(status=Status.PUBLISHED):
            publish_review(review=review)
            count += 1
        self.message_user(request, f"{count} published.", messages.SUCCESS)

    @admin.action(description="Reject", permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Review]) -> None:
        """Keep the reviews from shoppers."""
        count = 0
        for review in queryset.exclude(status=Status.REJECTED):
            reject_review(review=review)
            count += 1
        self.message_user(request, f"{count} rejected.", messages.SUCCESS)

    @button(description="Save and publish", permissions=["change"])
    def save_and_publish(self, request: HttpRequest, obj: Any) -> None:
        """Publish the review that was just saved."""
        publish_review(review=obj)

    @button(description="Save and reject", permissions=["change"])
    def save_and_reject(self, request: HttpRequest, obj: Any) -> None:
        """Reject the review that was just saved."""
        reject_review(review=obj)
