"""Products as cards in a list and in full."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from shop.api.fields import CurrencyField, PageUrlField, PriceField, TypedValueField
from shop.api.serializers.images import ImageSerializer
from shop.api.serializers.taxonomy import NamedSerializer
from shop.api.serializers.variants import VariantSerializer
from shop.html import sanitise_html
from shop.models import Product, ProductAttribute


class ProductCardSerializer(serializers.ModelSerializer[Product]):
    """A product in a list."""

    url = PageUrlField()
    brand = NamedSerializer(read_only=True, allow_null=True)
    category = NamedSerializer(read_only=True, allow_null=True)
    price_min = PriceField(read_only=True, allow_null=True, help_text="Null: not for sale.")
    price_max = PriceField(read_only=True, allow_null=True)
    currency = CurrencyField()
    in_stock = serializers.BooleanField(read_only=True)
    rating_average = serializers.FloatField(read_only=True, allow_null=True)
    image = serializers.SerializerMethodField()

    class Meta:
        model = Product
        fields: tuple[str, ...] = (
            *("slug", "title", "status", "url", "brand", "category", "price_min", "price_max"),
            *("currency", "in_stock", "rating_average", "rating_count", "image"),
        )
        read_only_fields: tuple[str, ...] = ("slug", "title", "status", "rating_count")

    @extend_schema_field(ImageSerializer(allow_null=True))
    def get_image(self, product: Product) -> dict[str, object] | None:
        """Return the first picture, if there is one."""
        images = list(product.images.all())
        return ImageSerializer(images[0], context=self.context).data if images else None


class ProductAttributeSerializer(serializers.ModelSerializer[ProductAttribute]):
    """One value of one attribute, in its type and as people read it."""

    code = serializers.SlugField(source="attribute.code", read_only=True)
    name = serializers.CharField(source="attribute.name", read_only=True)
    unit = serializers.CharField(source="attribute.unit", read_only=True)
    value = TypedValueField(source="*", read_only=True)
    display = serializers.CharField(read_only=True)

    class Meta:
        model = ProductAttribute
        fields = ("code", "name", "value", "unit", "display")


class ProductSerializer(ProductCardSerializer):
    """A product in full: description, attributes, variants, pictures."""

    description = serializers.SerializerMethodField(help_text="Safe HTML.")
    breadcrumb = NamedSerializer(many=True, read_only=True)
    attributes = ProductAttributeSerializer(many=True, read_only=True)
    variants = VariantSerializer(many=True, read_only=True)
    images = ImageSerializer(many=True, read_only=True)

    class Meta(ProductCardSerializer.Meta):
        fields = (
            *ProductCardSerializer.Meta.fields,
            *("description", "tags", "breadcrumb", "attributes", "variants", "images"),
            *("published_at", "created_at", "updated_at"),
        )
        read_only_fields = fields

    def get_description(self, product: Product) -> str:
        """Return the description, sanitised again: a bulk write may have gone past the model."""
        return sanitise_html(product.description)
