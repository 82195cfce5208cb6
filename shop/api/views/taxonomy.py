"""Categories, brands and attribute definitions."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import viewsets
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from shop.api.category_tree import find_way, read_tree
from shop.api.permissions import PUBLIC
from shop.api.serializers.taxonomy import (
    AttributeSerializer,
    BrandSerializer,
    CategoryNodeSerializer,
    CategorySerializer,
    show_nodes,
)
from shop.api.views.base import ApiView
from shop.models import Attribute, Brand, Category


class CategoryViewSet(ApiView, viewsets.GenericViewSet[Category]):
    """The category tree."""

    access = {"list": PUBLIC, "retrieve": PUBLIC}
    queryset = Category.objects.all()
    serializer_class = CategorySerializer
    pagination_class = None
    lookup_field = "slug"
    lookup_value_converter = "slug"

    @extend_schema(responses=CategoryNodeSerializer(many=True))
    def list(self, request: Request) -> Response:
        """Return the whole tree: top categories with their children, and so on down."""
        return Response(show_nodes(read_tree()))

    def retrieve(self, request: Request, slug: str) -> Response:
        """Return one category with its ancestors and its children."""
        category: Any = get_object_or_404(Category.objects.all(), slug=slug)
        *category.ancestors, node = find_way(read_tree(), category.path)
        category.children, category.product_count = node.children, node.product_count
        return Response(self.get_serializer(category).data)


class BrandViewSet(ApiView, viewsets.ReadOnlyModelViewSet[Brand]):
    """The brands of the shop."""

    access = {"list": PUBLIC, "retrieve": PUBLIC}
    queryset = Brand.objects.all()
    serializer_class = BrandSerializer
    lookup_field = "slug"
    lookup_value_converter = "slug"


class AttributeViewSet(ApiView, viewsets.ReadOnlyModelViewSet[Attribute]):
    """What can be said about products, and so what they can be filtered by."""

    access = {"list": PUBLIC, "retrieve": PUBLIC}
    queryset = Attribute.objects.all()
    serializer_class = AttributeSerializer
    lookup_field = "code"
    lookup_value_converter = "slug"
