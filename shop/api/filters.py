"""What the lists of products, variants and reviews can be narrowed down by."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import django_filters
from django import forms
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Lower
from drf_spectacular.utils import extend_schema_field
from rest_framework.exceptions import ValidationError

from shop.api.access import reads_catalogue
from shop.api.attribute_filter import attribute_condition, parse_attribute_terms
from shop.models import Category, Product, Review, Variant
from shop.models.products import ProductQuerySet, VariantQuerySet
from shop.models.reviews import ReviewQuerySet

# Repeated parameters beyond this many come from no person and no sensible program.
MAX_REPEATED = 50
NEWEST_FIRST = (F("published_at").desc(nulls_last=True), "-id")
PRODUCT_ORDERINGS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "newest": ("newest first", NEWEST_FIRST),
    "price": ("cheapest first", (F("price_min").asc(nulls_last=True), "-id")),
    "-price": ("dearest first", (F("price_min").desc(nulls_last=True), "-id")),
    "-rating": (
        "best rated first",
        (F("rating_average").desc(nulls_last=True), "-rating_count", "-id"),
    ),
    "title": ("by title", (Lower("title"), "id")),
}
REVIEW_ORDERINGS: dict[str, tuple[str, tuple[str, ...]]] = {
    "newest": ("newest first", ("-created_at", "-id")),
    "helpful": ("most helpful first", ("-helpful_count", "-created_at", "-id")),
    "-rating": ("most stars first", ("-rating", "-created_at", "-id")),
    "rating": ("fewest stars first", ("rating", "-created_at", "-id")),
}


class RepeatedField(forms.Field):
    """The values of a parameter that is given several times."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> list[str]:
        """Return the values that say something; raises ValidationError for too many or a NUL."""
        texts = [str(each).strip() for each in value or []]
        if len(texts) > MAX_REPEATED:
            raise forms.ValidationError(f"At most {MAX_REPEATED} values, please.")
        if any("\x00" in text for text in texts):
            raise forms.ValidationError("Null characters are not allowed.")
        return [text for text in texts if text]


@extend_schema_field({"type": "array", "items": {"type": "string"}})
class RepeatedFilter(django_filters.Filter):
    """A parameter that may be given several times."""

    field_class = RepeatedField


def price_filter(lookup: str, text: str) -> django_filters.NumberFilter:
    """Return a filter for an amount that the column can hold."""
    return django_filters.NumberFilter(
        "price_min",
        lookup,
        min_value=Decimal(0),
        max_digits=13,
        decimal_places=3,
        help_text=text,
    )


def ordering_filter(orderings: dict[str, tuple[str, Any]]) -> django_filters.ChoiceFilter:
    """Return the filter that sorts; its choices are the names of the orders."""
    return django_filters.ChoiceFilter(
        method="sort", choices=[(name, label) for name, (label, _) in orderings.items()]
    )


class ProductFilter(django_filters.FilterSet):
    """Narrows down and sorts products."""

    category = django_filters.CharFilter(
        method="in_category", help_text="Slug; everything below it is included."
    )
    brand = RepeatedFilter(method="of_brands", help_text="Slug; repeat it for any of several.")
    price_min = price_filter("gte", "The cheapest variant costs at least this.")
    price_max = price_filter("lte", "The cheapest variant costs at most this.")
    rating_min = django_filters.NumberFilter(
        "rating_average", "gte", min_value=Decimal(1), max_value=Decimal(5), max_digits=4,
        decimal_places=3, help_text="Average stars, 1 to 5.",
    )  # fmt: skip
    in_stock = django_filters.BooleanFilter("in_stock", help_text="Can be bought now, or cannot.")
    attribute = RepeatedFilter(
        method="with_attributes",
        help_text=(
            "`code:value`, for a number also `code:10..20`, `code:10..`, `code:..20`; true and "
            "false for yes or no. Repeat it: the same code means any, different codes mean all."
        ),
    )
    status = django_filters.ChoiceFilter(
        method="of_status", choices=Product.Status.choices, help_text="Needs catalogue:read."
    )
    ordering = ordering_filter(PRODUCT_ORDERINGS)

    class Meta:
        model = Product
        fields: tuple[str, ...] = ()

    def in_category(self, products: ProductQuerySet, _: str, slug: str) -> ProductQuerySet:
        """Keep the products of a category and of everything below it."""
        category = Category.objects.filter(slug=slug).first()
        if category is None:
            raise ValidationError({"category": [f"There is no category {slug}."]})
        return products.in_category(category)

    def of_brands(self, products: ProductQuerySet, _: str, slugs: list[str]) -> ProductQuerySet:
        """Keep the products of any of the brands."""
        return products.filter(brand__slug__in=slugs) if slugs else products

    def with_attributes(
        self, products: ProductQuerySet, _: str, terms: Iterable[str]
    ) -> ProductQuerySet:
        """Keep the products that meet every attribute's terms."""
        for wanted in parse_attribute_terms(terms):
            products = products.filter(attribute_condition(wanted))
        return products

    def of_status(self, products: ProductQuerySet, _: str, status: str) -> ProductQuerySet:
        """Keep the products of a status, as far as the caller may see them."""
        if status != Product.Status.ACTIVE and not reads_catalogue(self.request):
            raise ValidationError({"status": ["Only the catalogue's own people see these."]})
        return products.filter(status=status)

    def sort(self, products: ProductQuerySet, _: str, name: str) -> ProductQuerySet:
        """Put the products in an order that is total, so that pages do not overlap."""
        return products.order_by(*PRODUCT_ORDERINGS[name][1])


class VariantFilter(django_filters.FilterSet):
    """Finds variants of a product, or the one with an SKU or barcode."""

    product = django_filters.CharFilter("product__slug", help_text="The product's slug.")
    sku = django_filters.CharFilter(method="with_sku", help_text="Whatever its case.")
    barcode = django_filters.CharFilter("barcode")
    in_stock = django_filters.BooleanFilter(method="buyable")

    class Meta:
        model = Variant
        fields: tuple[str, ...] = ()

    def with_sku(self, variants: VariantQuerySet, _: str, sku: str) -> VariantQuerySet:
        """Keep the variant with this SKU: one look into the unique index."""
        return variants.filter(sku__iexact=sku)

    def buyable(self, variants: VariantQuerySet, _: str, wanted: bool) -> QuerySet[Variant]:
        """Keep what can be bought now, or what cannot."""
        can = Q(price__isnull=False) & (Q(stock__gt=0) | Q(allow_backorder=True))
        return variants.filter(can) if wanted else variants.exclude(can)


class ReviewFilter(django_filters.FilterSet):
    """Narrows down and sorts reviews."""

    product = django_filters.CharFilter("product__slug", help_text="The product's slug.")
    rating = django_filters.NumberFilter(
        "rating", min_value=1, max_value=5, decimal_places=0, help_text="Stars, 1 to 5."
    )
    verified = django_filters.BooleanFilter("verified_purchase")
    with_text = django_filters.BooleanFilter(
        method="that_say_something", help_text="True: only reviews with words."
    )
    ordering = ordering_filter(REVIEW_ORDERINGS)

    class Meta:
        model = Review
        fields: tuple[str, ...] = ()

    def that_say_something(self, reviews: ReviewQuerySet, _: str, wanted: bool) -> ReviewQuerySet:
        """Keep the reviews with words when they are wanted."""
        return reviews.with_text() if wanted else reviews

    def sort(self, reviews: ReviewQuerySet, _: str, name: str) -> ReviewQuerySet:
        """Put the reviews in an order that is total."""
        return reviews.order_by(*REVIEW_ORDERINGS[name][1])
