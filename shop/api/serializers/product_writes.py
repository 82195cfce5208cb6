"""What a caller may write of a product."""

from typing import Any

from rest_framework import serializers

from shop.api.fields import TypedValueField
from shop.api.serializers.variants import VariantWriteSerializer
from shop.models import Attribute, Brand, Category, Product

# Attribute values or variants in one request.
MAX_VALUES = 200
MAX_OPTIONS = 3


class AttributeValueSerializer(serializers.Serializer[Any]):
    """One value of one attribute; an attribute may be given several times."""

    code = serializers.SlugRelatedField(slug_field="code", queryset=Attribute.objects.all())
    value = TypedValueField()


class ProductWriteSerializer(serializers.ModelSerializer[Product]):
    """The product's own fields; `attributes`, when given, replaces all of them."""

    brand = serializers.SlugRelatedField(
        slug_field="slug", queryset=Brand.objects.all(), required=False, allow_null=True
    )
    category = serializers.SlugRelatedField(
        slug_field="slug", queryset=Category.objects.all(), required=False, allow_null=True
    )
    tags = serializers.ListField(
        child=serializers.CharField(max_length=120), required=False, max_length=100
    )
    description = serializers.CharField(required=False, allow_blank=True, max_length=100_000)
    attributes: Any = serializers.ListSerializer(
        child=AttributeValueSerializer(), required=False, max_length=MAX_VALUES
    )

    class Meta:
        model = Product
        fields: tuple[str, ...] = (
            *("slug", "title", "description", "status", "brand", "category", "tags"),
            *("published_at", "attributes"),
        )
        extra_kwargs = {"slug": {"required": False}}


class FirstVariantSerializer(VariantWriteSerializer):
    """A variant of a product that is being made, and so has no pictures yet."""

    image = None  # type: ignore[assignment]

    class Meta(VariantWriteSerializer.Meta):
        fields = tuple(name for name in VariantWriteSerializer.Meta.fields if name != "image")


class NewProductSerializer(ProductWriteSerializer):
    """A new product; `options` names the attributes behind option1 to option3 of its variants."""

    options = serializers.SlugRelatedField(
        slug_field="code", queryset=Attribute.objects.all(), many=True, required=False
    )
    variants: Any = serializers.ListSerializer(
        child=FirstVariantSerializer(), required=False, max_length=MAX_VALUES
    )

    class Meta(ProductWriteSerializer.Meta):
        fields = (*ProductWriteSerializer.Meta.fields, "options", "variants")

    def validate_options(self, options: list[Attribute]) -> list[Attribute]:
        """Refuse more options than a variant has columns for, and one named twice."""
        if len(options) > MAX_OPTIONS or len(set(options)) != len(options):
            raise serializers.ValidationError(f"At most {MAX_OPTIONS} different options.")
        return options
