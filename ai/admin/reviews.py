"""Aspects, to be named and merged; reviews whose stars and words say opposite things."""

from typing import Any, ClassVar, Final

from django.contrib import admin, messages
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ai.exceptions import AspectRefused
from ai.models import Aspect, ReviewMention, ReviewReading
from ai.reviews.naming import (
    merge_aspects,
    rename_aspect,
    set_aspect_hidden,
    unmerge_aspect,
)
from shop.admin.base import BaseAdmin, ReadOnlyAdmin, moment

# Characters of a review in the list; the rest is on its page.
SHOWN: Final = 300
_MENTIONS: Final = (
    ReviewMention.objects.filter(aspect=OuterRef("pk"))
    .order_by()
    .values("aspect")
    .annotate(count=Count("pk"))
    .values("count")
)


@admin.register(Aspect)
class AspectAdmin(BaseAdmin):
    """What buyers talk about: found by the shop, named, merged and hidden by staff."""

    list_display = ("name", "category", "mentions_here", "part_of", "is_hidden", "is_by_staff")
    list_select_related = ("category", "merged_into")
    list_filter = ("is_hidden", "is_by_staff")
    sortable_by = ()
    ordering = ("category__name", "name", "pk")
    fields = ("name", "is_hidden", "key", "category", "merged_into")
    readonly_fields = ("key", "category", "merged_into")
    actions: ClassVar = ["merge", "take_apart", "hide", "show"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds aspects by hand: they are found in what buyers write."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes one: it would be found again. Hiding it lasts."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Aspect]:
        """Return the aspects, each with its number of mentions."""
        aspects: QuerySet[Aspect] = super().get_queryset(request)
        return aspects.annotate(mention_count=Coalesce(Subquery(_MENTIONS), 0))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Rename, hide or show; what shoppers read follows at once."""
        if "name" in form.changed_data:
            rename_aspect(aspect=obj, name=obj.name)
        if "is_hidden" in form.changed_data:
            set_aspect_hidden(aspect=obj, is_hidden=obj.is_hidden)

    @admin.display(description="Mentions")
    def mentions_here(self, aspect: Any) -> SafeString:
        """Return how often its own words stand in reviews."""
        return format_html('<span class="admin-number">{}</span>', aspect.mention_count)

    @admin.display(description="Counts as")
    def part_of(self, aspect: Aspect) -> str:
        """Return what it was merged into."""
        return str(aspect.merged_into) if aspect.merged_into else "itself"

    @admin.action(description="Merge into the most mentioned of them", permissions=["change"])
    def merge(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Let those that are ticked count as one; "Let each count for itself" takes it back."""
        target, *others = sorted(queryset, key=lambda each: (-each.mention_count, each.pk))
        if not others:
            self.message_user(request, "Tick two or more that mean the same.", messages.WARNING)
            return
        merged = self._each(
            request, others, lambda aspect: merge_aspects(aspect=aspect, into=target)
        )
        if merged:
            self.message_user(request, f"{merged} merged into {target.name}.", messages.SUCCESS)

    @admin.action(description="Let each count for itself", permissions=["change"])
    def take_apart(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Take merges back."""
        done = self._each(request, queryset, lambda aspect: unmerge_aspect(aspect=aspect))
        if done:
            self.message_user(request, f"{done} taken out.", messages.SUCCESS)

    @admin.action(description="Hide from shoppers", permissions=["change"])
    def hide(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Leave them out of every digest."""
        for aspect in queryset:
            set_aspect_hidden(aspect=aspect, is_hidden=True)
        self.message_user(request, f"{len(queryset)} hidden.", messages.SUCCESS)

    @admin.action(description="Show to shoppers", permissions=["change"])
    def show(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Take them into digests again."""
        for aspect in queryset:
            set_aspect_hidden(aspect=aspect, is_hidden=False)
        self.message_user(request, f"{len(queryset)} shown.", messages.SUCCESS)

    def _each(self, request: HttpRequest, aspects: Any, act: Any) -> int:
        """Return to how many something could be done; say why it could not be done to others."""
        done = 0
        for aspect in aspects:
            try:
                act(aspect)
                done += 1
            except AspectRefused as error:
                self.message_user(request, f"{aspect.name}: {error}", messages.ERROR)
        return done


@admin.register(ReviewReading)
class ContradictionAdmin(ReadOnlyAdmin):
    """Published reviews whose stars and words say opposite things: often the wrong star."""

    list_display = ("what", "product", "stars", "words", "written")
    list_display_links = None
    list_select_related = ("review__product",)
    list_per_page = 25
    sortable_by = ()
    ordering = ("-review_id",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[ReviewReading]:
        """Return the readings of those."""
        readings: QuerySet[ReviewReading] = super().get_queryset(request)
        return readings.filter(is_contradictory=True)

    @admin.display(description="Review")
    def what(self, reading: ReviewReading) -> SafeString:
        """Return title and text, with the way to the review's own page."""
        review = reading.review
        text = review.body if len(review.body) <= SHOWN else f"{review.body[:SHOWN]}…"
        return format_html(
            '<span class="admin-review-text"><a href="{}"><strong>{}</strong></a>{}</span>',
            reverse("admin:shop_review_change", args=[review.pk]),
            review.title or "No title",
            text,
        )

    @admin.display(description="Product")
    def product(self, reading: ReviewReading) -> str:
        """Return the product's title."""
        return reading.review.product.title

    @admin.display(description="Stars")
    def stars(self, reading: ReviewReading) -> SafeString:
        """Return the stars, and their number for those who do not see them."""
        rating = reading.review.rating
        return format_html(
            '<span class="admin-stars" role="img" aria-label="{} of 5 stars">{}</span>',
            rating,
            "★" * rating + "☆" * (5 - rating),
        )

    @admin.display(description="Words")
    def words(self, reading: ReviewReading) -> str:
        """Return how likely the words are meant well."""
        return f"{reading.get_label_display()} ({reading.probability:.0%} likely meant well)"

    @admin.display(description="Written")
    def written(self, reading: ReviewReading) -> SafeString:
        """Return when the review was written."""
        return moment(reading.review.created_at)
