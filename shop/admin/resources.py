"""Which columns a CSV of each list has, and what names a row."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from import_export import fields
from import_export.widgets import ForeignKeyWidget, Widget

from shop.admin.transfer import SafeResource
from shop.models import (
    Brand,
    Category,
    Coupon,
    Product,
    Review,
    ShippingCountry,
    ShippingMethod,
    ShippingRate,
    Variant,
)


class TagsWidget(Widget):
    """Tags as one cell, separated by commas."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> list[str]:
        """Return the tags of a cell."""
        return [tag.strip() for tag in str(value or "").split(",") if tag.strip()]

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        """Return the cell of the tags."""
        return ", ".join(value or ())


class BrandResource(SafeResource):
    """Brands, named by their slug."""

    class Meta(SafeResource.Meta):
        model = Brand
        import_id_fields: ClassVar = ["slug"]
        fields: ClassVar = ["slug", "name", "description"]


class CategoryResource(SafeResource):
    """Categories by slug; their place in the tree is shown, and set in the tree itself."""

    parent = fields.Field(column_name="parent", readonly=True)

    class Meta(SafeResource.Meta):
        model = Category
        import_id_fields: ClassVar = ["slug"]
        fields: ClassVar = ["slug", "name", "description", "guide", "parent"]

    def before_export(self, queryset: QuerySet[Category], **kwargs: Any) -> None:
        """Read the slugs of all categories once, to name parents by."""
        self._slugs = dict(Category.objects.values_list("path", "slug"))

    def dehydrate_parent(self, category: Category) -> str:
        """Return the parent's slug."""
        return str(self._slugs.get(category.path[: -category.steplen], ""))

    def save_instance(self, instance: Category, is_create: bool, row: Any, **kwargs: Any) -> None:
        """Store the category; a new one stands at the top of the tree."""
        if is_create:
            Category.objects.add_root(instance=instance)
        else:
            super().save_instance(instance, is_create, row, **kwargs)


class ProductResource(SafeResource):
    """Products, named by their slug; brand and category by theirs."""

    brand = fields.Field(
        column_name="brand", attribute="brand", widget=ForeignKeyWidget(Brand, "slug")
    )
    category = fields.Field(
        column_name="category", attribute="category", widget=ForeignKeyWidget(Category, "slug")
    )
    tags = fields.Field(column_name="tags", attribute="tags", widget=TagsWidget())

    class Meta(SafeResource.Meta):
        model = Product
        import_id_fields: ClassVar = ["slug"]
        fields: ClassVar = ["slug", "title", "status", "brand", "category", "tags", "description"]

    def filter_export(self, queryset: QuerySet[Product], **kwargs: Any) -> QuerySet[Product]:
        """Return the rows with brand and category in the same query."""
        return queryset.select_related("brand", "category")


class VariantResource(SafeResource):
    """Variants, named by their SKU; prices and stock are what is usually changed this way."""

    product = fields.Field(
        column_name="product", attribute="product", widget=ForeignKeyWidget(Product, "slug")
    )

    class Meta(SafeResource.Meta):
        model = Variant
        import_id_fields: ClassVar = ["sku"]
        fields: ClassVar = [
            *("sku", "product", "option1", "option2", "option3", "price", "compare_at_price"),
            *("stock", "allow_backorder", "barcode", "weight_g"),
        ]

    def filter_export(self, queryset: QuerySet[Variant], **kwargs: Any) -> QuerySet[Variant]:
        """Return the rows with their product in the same query."""
        return queryset.select_related("product")


class ReviewResource(SafeResource):
    """Reviews, named by their number; the status is left to moderation."""

    product = fields.Field(
        column_name="product", attribute="product", widget=ForeignKeyWidget(Product, "slug")
    )

    class Meta(SafeResource.Meta):
        model = Review
        fields: ClassVar = [
            *("id", "product", "author_name", "rating", "title", "body", "verified_purchase"),
            *("reply", "created_at", "status"),
        ]

    def get_import_fields(self) -> list[Any]:
        """Return the fields an import may write: all but the status."""
        return [field for field in super().get_import_fields() if field.column_name != "status"]

    def filter_export(self, queryset: QuerySet[Review], **kwargs: Any) -> QuerySet[Review]:
        """Return the rows with their product in the same query."""
        return queryset.select_related("product")


class CouponResource(SafeResource):
    """Coupons, named by their code; what was used is not imported."""

    class Meta(SafeResource.Meta):
        model = Coupon
        import_id_fields: ClassVar = ["code"]
        clean_model_instances = True
        fields: ClassVar = [
            *("code", "description", "kind", "percent", "amount", "minimum", "starts_at"),
            *("ends_at", "max_uses", "max_uses_per_customer", "is_active"),
        ]


class ShippingRateResource(SafeResource):
    """Rates, named by country, method and weight step."""

    country = fields.Field(
        column_name="country", attribute="country", widget=ForeignKeyWidget(ShippingCountry, "code")
    )
    method = fields.Field(
        column_name="method", attribute="method", widget=ForeignKeyWidget(ShippingMethod, "code")
    )

    class Meta(SafeResource.Meta):
        model = ShippingRate
        import_id_fields: ClassVar = ["country", "method", "max_weight_g"]
        clean_model_instances = True
        fields: ClassVar = [
            *("country", "method", "max_weight_g", "price", "free_from", "days_min", "days_max"),
        ]

    def filter_export(
        self, queryset: QuerySet[ShippingRate], **kwargs: Any
    ) -> QuerySet[ShippingRate]:
        """Return the rows with country and method in the same query."""
        return queryset.select_related("country", "method")
