"""Products: the list, the form with all that belongs to a product, and what is done to many."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from treebeard.forms import TreeNodeChoiceField

from shop.admin.amounts import price_range
from shop.admin.base import HistoryAdmin, moment
from shop.admin.confirm import ask, is_confirmed
from shop.admin.product_inlines import INLINES
from shop.admin.product_list import AvailabilityFilter, CategoryFilter, with_list_columns
from shop.admin.resources import ProductResource
from shop.admin.search import SearchSource
from shop.admin.theme import (
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    Select,
    TextInput,
    label,
)
from shop.admin.transfer import TransferMixin
from shop.models import Category, Product, Variant
from shop.services.publication import set_product_status

Status = Product.Status


@admin.register(Product)
class ProductAdmin(TransferMixin, HistoryAdmin):
    """The catalogue."""

    resource_classes: ClassVar = [ProductResource]
    list_display: ClassVar[tuple[str, ...]] = (
        *("thumbnail", "title", "brand", "category", "prices", "stock", "rating"),
        *("state", "changed"),
    )
    list_display_links = ("thumbnail", "title")
    list_filter = (
        ("status", ChoicesDropdownFilter),
        CategoryFilter,
        ("brand", AutocompleteSelectFilter),
        AvailabilityFilter,
    )
    # Only what an index serves: sorting 100,000 rows by hand takes long.
    sortable_by = ("prices",)
    search_fields = ("title",)
    search_help_text = "Title, address, SKU, barcode or brand"
    search_sources = (
        SearchSource(Product, "title__icontains"),
        SearchSource(Product, "slug__icontains"),
        SearchSource(Product, "brand__name__icontains"),
        SearchSource(Variant, "sku__icontains", "product"),
        SearchSource(Variant, "barcode", "product"),
    )
    autocomplete_fields = ("brand",)
    prepopulated_fields: ClassVar = {"slug": ("title",)}
    readonly_fields = ("prices", "rating_with_link", "origin", "created_at", "updated_at")
    fieldsets = (
        (None, {"fields": ("title", "slug", "status", "published_at", ("brand", "category"))}),
        (None, {"fields": ("description", "tags")}),
        (
            "Kept by the shop",
            {
                "fields": (("prices", "rating_with_link"), ("created_at", "updated_at"), "origin"),
            },
        ),
    )
    inlines = INLINES
    actions: ClassVar[list[str]] = ["publish", "withdraw", "archive"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Product]:
        """Return products, in a list with what its columns show."""
        products: QuerySet[Product] = super().get_queryset(request)
        match = request.resolver_match
        in_list = match is not None and (match.url_name or "").endswith("_changelist")
        return with_list_columns(products) if in_list and request.method == "GET" else products

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Take tags on one line."""
        if db_field.name == "tags":
            kwargs |= {"widget": TextInput(), "help_text": "Separated by commas."}
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Show categories as the tree they are."""
        if db_field.name == "category":
            return TreeNodeChoiceField(
                queryset=Category.objects.order_by("path"), required=False, widget=Select()
            )
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description="")
    def thumbnail(self, product: Product) -> SafeString | str:
        """Return the first picture, small."""
        file: str | None = product.thumbnail_file  # type: ignore[attr-defined]
        if not file:
            return format_html('<span class="admin-thumb" title="{}"></span>', "No picture")
        return format_html(
            '<img class="admin-thumb" src="{}" alt="" width="44" height="44" loading="lazy">',
            default_storage.url(file),
        )

    @admin.display(description="Price", ordering="price_min")
    def prices(self, product: Product) -> SafeString:
        """Return the price or the range of prices."""
        return format_html('<span class="admin-number">{}</span>', price_range(product))

    @admin.display(description="Stock")
    def stock(self, product: Product) -> SafeString:
        """Return the stock of all variants together."""
        total: int | None = product.stock_total  # type: ignore[attr-defined]
        return format_html('<span class="admin-number">{}</span>', "–" if total is None else total)

    @admin.display(description="Rating")
    def rating(self, product: Product) -> SafeString | str:
        """Return the average of the published reviews and their number."""
        if not product.rating_count:
            return "–"
        return format_html(
            '<span class="admin-number"><span class="admin-stars">★</span> {} ({})</span>',
            f"{product.rating_average:.1f}",
            product.rating_count,
        )

    @admin.display(description="Rating")
    def rating_with_link(self, product: Product) -> SafeString | str:
        """Return the rating, linked to the reviews behind it."""
        if not product.pk:
            return "–"
        address = f"{reverse('admin:shop_review_changelist')}?product__id__exact={product.pk}"
        return format_html('<a href="{}">{} · all reviews</a>', address, self.rating(product))

    @label(
        description="Status",
        ordering="status",
        colours={Status.ACTIVE: "success", Status.DRAFT: "warning", Status.ARCHIVED: "info"},
    )
    def state(self, product: Product) -> tuple[str, str]:
        """Return the status as a label."""
        return product.status, product.get_status_display()

    @admin.display(description="Changed")
    def changed(self, product: Product) -> SafeString:
        """Return when the product was last written."""
        return moment(product.updated_at)

    @admin.display(description="Imported from")
    def origin(self, product: Product) -> str:
        """Return where the product came from, and its id there."""
        return f"{product.source} {product.external_id}".strip() or "–"

    @admin.action(description="Publish", permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Product]) -> HttpResponse | None:
        """Show the products to shoppers."""
        return self._set_status(request, queryset, Status.ACTIVE, "Publish")

    @admin.action(description="Withdraw (back to draft)", permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Product]) -> HttpResponse | None:
        """Hide the products from shoppers."""
        return self._set_status(request, queryset, Status.DRAFT, "Withdraw")

    @admin.action(description="Archive", permissions=["change"])
    def archive(self, request: HttpRequest, queryset: QuerySet[Product]) -> HttpResponse | None:
        """Hide the products for good, and keep them."""
        return self._set_status(request, queryset, Status.ARCHIVED, "Archive")

    def _set_status(
        self,
        request: HttpRequest,
        products: QuerySet[Product],
        status: Product.Status,
        verb: str,
    ) -> HttpResponse | None:
        chosen = Product.objects.filter(pk__in=products.values("pk"))
        if not is_confirmed(request):
            what = f"{chosen.count()} products" if chosen.count() > 1 else str(chosen.first())
            return ask(
                request,
                title=f"{verb} {what}?",
                text=f"The status becomes {status.label}. Another action undoes it.",
                answer=f"Yes, {verb.lower()}",
                back="admin:shop_product_changelist",
            )
        user: Any = request.user
        changed = set_product_status(products=chosen, status=status, changed_by=user)
        self.message_user(request, f"{changed} changed to {status.label}.", messages.SUCCESS)
        return None
