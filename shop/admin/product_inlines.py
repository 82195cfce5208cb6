"""What belongs to a product, edited on its page: variants, attributes, options, pictures."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from shop.admin.amounts import AmountForm
from shop.admin.attribute_form import AttributeValueForm
from shop.admin.base import TableInline
from shop.admin.image_form import ImageForm, ImageFormSet
from shop.models import ProductAttribute, ProductImage, ProductOption, Variant


class FewChoicesMixin:
    """Reads the choices of a foreign key once for all rows; Django reads them once a row."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Return the field with its choices as a list."""
        narrow: Callable[..., Any] = super().formfield_for_foreignkey  # type: ignore[misc]
        field: Any = narrow(db_field, request, **kwargs)
        if field is not None:
            field.choices = list(field.choices)
        return field


class VariantInline(FewChoicesMixin, TableInline):
    """What is sold."""

    model = Variant
    form = AmountForm
    fields = (
        *("sku", "option1", "option2", "option3", "price", "compare_at_price"),
        *("stock", "allow_backorder", "image", "position"),
    )
    show_change_link = True

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer the product's own pictures only."""
        if db_field.name == "image":
            product_id = (
                request.resolver_match.kwargs.get("object_id", "")
                if (request.resolver_match)
                else ""
            )
            own = (
                ProductImage.objects.filter(product_id=product_id)
                if product_id.isdecimal()
                else (ProductImage.objects.none())
            )
            kwargs["queryset"] = own.order_by("position", "pk")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class AttributeInline(FewChoicesMixin, TableInline):
    """Facts in their own types."""

    model = ProductAttribute
    form = AttributeValueForm
    fields = ("attribute", "value")
    verbose_name_plural = "attributes"

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return the values with their attributes, whose units they are shown in."""
        return super().get_queryset(request).select_related("attribute")


class OptionInline(FewChoicesMixin, TableInline):
    """Which attributes tell the variants apart, in the order of the option columns."""

    model = ProductOption
    fields = ("position", "attribute")
    max_num = 3
    verbose_name_plural = "options"

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return the options with their attributes."""
        return super().get_queryset(request).select_related("attribute")


class ImageInline(TableInline):
    """Pictures, each stored once and without its metadata."""

    model = ProductImage
    form = ImageForm
    formset = ImageFormSet
    fields = ("preview", "upload", "alt", "position")
    readonly_fields = ("preview",)
    verbose_name_plural = "pictures"

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return the pictures with the copies one of which is the preview."""
        return super().get_queryset(request).prefetch_related("renditions")

    def preview(self, image: ProductImage) -> SafeString | str:
        """Return the picture's smallest copy, or the picture."""
        if not image.pk:
            return ""
        smallest = min(image.renditions.all(), key=lambda each: each.width, default=image)
        return format_html(
            '<img class="admin-thumb admin-thumb-large" src="{}" alt="{}" loading="lazy">',
            smallest.file.url,
            image.alt,
        )


INLINES = [VariantInline, AttributeInline, OptionInline, ImageInline]
