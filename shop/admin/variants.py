"""Variants on their own: where prices and stock are looked up and set across products."""

from typing import ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from shop.admin.amounts import AmountForm
from shop.admin.base import HistoryAdmin
from shop.admin.resources import VariantResource
from shop.admin.search import SearchSource
from shop.admin.theme import DropdownFilter
from shop.admin.transfer import TransferMixin
from shop.models import Variant
from shop.templatetags.money import money


class StockFilter(DropdownFilter):
    """Whether there is any stock, and whether it has a price."""

    title = "stock"
    parameter_name = "stock_state"

    def lookups(self, request: HttpRequest, model_admin: object) -> list[tuple[str, str]]:
        """Return the three states."""
        return [("some", "In stock"), ("none", "Out of stock"), ("unpriced", "No price")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Variant]) -> QuerySet[Variant]:
        """Return the variants in the chosen state."""
        match self.value():
            case "some":
                return queryset.filter(stock__gt=0)
            case "none":
                return queryset.filter(stock=0)
            case "unpriced":
                return queryset.filter(price__isnull=True)
        return queryset


@admin.register(Variant)
class VariantAdmin(TransferMixin, HistoryAdmin):
    """What is sold, over all products."""

    form = AmountForm
    resource_classes: ClassVar = [VariantResource]
    list_display = ("sku", "product", "option_text", "price_text", "stock", "allow_backorder")
    list_select_related = ("product",)
    list_filter = (StockFilter, "allow_backorder")
    # The primary key's index gives this order; product and position would need a sort.
    ordering = ("-id",)
    sortable_by = ()
    search_fields = ("sku",)
    search_help_text = "SKU, barcode or product title"
    search_sources = (
        SearchSource(Variant, "sku__icontains"),
        SearchSource(Variant, "barcode"),
        SearchSource(Variant, "product__title__icontains"),
    )
    autocomplete_fields = ("product",)
    raw_id_fields = ("image",)

    @admin.display(description="Options")
    def option_text(self, variant: Variant) -> str:
        """Return the options as one label."""
        return variant.option_text or "–"

    @admin.display(description="Price")
    def price_text(self, variant: Variant) -> str:
        """Return the price, with the price before a reduction."""
        if variant.price is None:
            return "not for sale"
        before = f" (was {money(variant.compare_at_price)})" if variant.compare_at_price else ""
        return f"{money(variant.price)}{before}"

    def get_readonly_fields(
        self, request: HttpRequest, obj: Variant | None = None
    ) -> tuple[str, ...]:
        """Freeze the product of an existing variant: what was sold keeps its name."""
        return ("product",) if obj else ()
