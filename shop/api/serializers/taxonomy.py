"""Categories, brands and attribute definitions."""

from typing import Any

from drf_spectacular.helpers import lazy_serializer
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from shop.api.category_tree import Node
from shop.api.fields import PageUrlField
from shop.models import Attribute, Brand, Category


class NamedSerializer(serializers.Serializer[object]):
    """A name with the slug it is asked for by."""

    slug = serializers.SlugField(read_only=True)
    name = serializers.CharField(read_only=True)


class CategoryNodeSerializer(serializers.Serializer[Node]):
    """A category in the tree, with the number of published products in and below it."""

    slug = serializers.SlugField(read_only=True)
    name = serializers.CharField(read_only=True)
    product_count = serializers.IntegerField(read_only=True)
    children = serializers.SerializerMethodField()

    @extend_schema_field(
        lazy_serializer("shop.api.serializers.taxonomy.CategoryNodeSerializer")(many=True)
    )
    def get_children(self, node: Node) -> list[dict[str, Any]]:
        """Return what is directly below, and so on down."""
        return show_nodes(node.children)


def show_nodes(nodes: list[Node]) -> list[dict[str, Any]]:
    """Return nodes of the tree as JSON."""
    many: Any = nodes
    return list(CategoryNodeSerializer(many, many=True).data)


class CategorySerializer(serializers.ModelSerializer[Category]):
    """One category with its way from the top and what is directly below it."""

    url = PageUrlField()
    product_count = serializers.IntegerField(read_only=True)
    ancestors = NamedSerializer(many=True, read_only=True)
    children = CategoryNodeSerializer(many=True, read_only=True)

    class Meta:
        model = Category
        fields = ("slug", "name", "description", "url", "product_count", "ancestors", "children")


class BrandSerializer(serializers.ModelSerializer[Brand]):
    """Who makes a product."""

    class Meta:
        model = Brand
        fields = ("slug", "name", "description")


class AttributeSerializer(serializers.ModelSerializer[Attribute]):
    """What can be said about products; its code is what the product filter takes."""

    class Meta:
        model = Attribute
        fields = ("code", "name", "kind", "unit", "is_filterable")
