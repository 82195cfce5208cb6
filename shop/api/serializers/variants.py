"""Variants: what can be bought, with price and stock."""

from typing import Any

from django.db.models import Q
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from shop.api.access import reads_catalogue
from shop.api.fields import CurrencyField, PriceField
from shop.models import Product, ProductImage, Variant


class OptionValueSerializer(serializers.Serializer[object]):
    """One option of a variant: colour, Blue."""

    code = serializers.SlugField()
    name = serializers.CharField()
    value = serializers.CharField()


class VariantSerializer(serializers.ModelSerializer[Variant]):
    """One combination of a product's options."""

    product = serializers.SlugRelatedField[Product](slug_field="slug", read_only=True)
    options = serializers.SerializerMethodField()
    price = PriceField(read_only=True, allow_null=True)
    compare_at_price = PriceField(read_only=True, allow_null=True)
    currency = CurrencyField()
    in_stock = serializers.BooleanField(source="is_buyable", read_only=True)
    stock = serializers.SerializerMethodField(
        help_text="The number in stock; null unless the caller may read the catalogue's insides."
    )

    class Meta:
        model = Variant
        fields = (
            *("id", "product", "sku", "barcode", "options", "price", "compare_at_price"),
            *("currency", "in_stock", "stock", "allow_backorder", "weight_g", "image"),
        )
        read_only_fields = fields

    @extend_schema_field(OptionValueSerializer(many=True))
    def get_options(self, variant: Variant) -> list[dict[str, str]]:
        """Return the variant's options in the order of the product's."""
        values = {1: variant.option1, 2: variant.option2, 3: variant.option3}
        return [
            {
                "code": option.attribute.code,
                "name": option.attribute.name,
                "value": values[option.position],
            }
            for option in variant.product.options.all()
            if values[option.position]
        ]

    @extend_schema_field({"type": "integer", "nullable": True})
    def get_stock(self, variant: Variant) -> int | None:
        """Return the stock to whoever may see it."""
        return variant.stock if reads_catalogue(self.context["request"]) else None


class VariantWriteSerializer(serializers.ModelSerializer[Variant]):
    """What a caller may change in a variant."""

    sku = serializers.CharField(max_length=100)
    price = PriceField(required=False, allow_null=True)
    compare_at_price = PriceField(required=False, allow_null=True)
    stock = serializers.IntegerField(required=False, min_value=0, max_value=2_147_483_647)
    weight_g = serializers.IntegerField(
        required=False, allow_null=True, min_value=0, max_value=2_147_483_647
    )
    image = serializers.PrimaryKeyRelatedField(
        queryset=ProductImage.objects.all(), required=False, allow_null=True
    )

    class Meta:
        model = Variant
        fields: tuple[str, ...] = (
            *("sku", "barcode", "option1", "option2", "option3", "price", "compare_at_price"),
            *("stock", "allow_backorder", "weight_g", "image"),
        )
        # The product of a new variant is known to the view only, which checks these itself.
        validators: tuple[Any, ...] = ()

    def validate_sku(self, sku: str) -> str:
        """Refuse an SKU that another variant has, whatever its case."""
        others = Variant.objects.filter(Q(sku__iexact=sku))
        if isinstance(self.instance, Variant):
            others = others.exclude(pk=self.instance.pk)
        if others.exists():
            raise serializers.ValidationError("Another variant has this SKU.")
        return sku

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse a reduction that is none, and options or a picture that do not fit."""
        price = attrs.get("price", getattr(self.instance, "price", None))
        before = attrs.get("compare_at_price", getattr(self.instance, "compare_at_price", None))
        if before is not None and (price is None or before <= price):
            raise serializers.ValidationError(
                {"compare_at_price": ["The price before a reduction is higher than the price."]}
            )
        return attrs


class NewVariantSerializer(VariantWriteSerializer):
    """A new variant of a product."""

    product = serializers.SlugRelatedField(slug_field="slug", queryset=Product.objects.all())

    class Meta(VariantWriteSerializer.Meta):
        fields = ("product", *VariantWriteSerializer.Meta.fields)
