"""Products: read by everybody, written by the catalogue's own people."""

from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from drf_spectacular.utils import extend_schema
from rest_framework import status, viewsets
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from shop.api.access import ADD_PRODUCT, CHANGE_PRODUCT, DELETE_PRODUCT, reads_catalogue
from shop.api.etag import require_match
from shop.api.filters import NEWEST_FIRST, ProductFilter
from shop.api.permissions import PUBLIC
from shop.api.serializers.product_writes import NewProductSerializer, ProductWriteSerializer
from shop.api.serializers.products import ProductCardSerializer, ProductSerializer
from shop.api.views.base import ApiView
from shop.models import Category, Product, Variant
from shop.models.products import ProductQuerySet
from shop.services.products import AttributeValue, create_product, update_product


def attribute_values(given: list[dict[str, Any]]) -> list[AttributeValue]:
    """Return attribute values as the service takes them."""
    return [AttributeValue(attribute=each["code"], value=each["value"]) for each in given]


class ProductViewSet(ApiView, viewsets.GenericViewSet[Product]):
    """The catalogue."""

    access = {
        "list": PUBLIC,
        "retrieve": PUBLIC,
        "create": ADD_PRODUCT,
        "partial_update": CHANGE_PRODUCT,
        "destroy": DELETE_PRODUCT,
    }
    queryset = Product.objects.none()
    filterset_class = ProductFilter
    lookup_field = "slug"
    lookup_value_converter = "slug"

    def get_queryset(self) -> ProductQuerySet:
        """Return what the caller may see, with what the action shows."""
        products = Product.objects.all()
        if not reads_catalogue(self.request):
            products = products.published()
        buyable = Variant.objects.buyable().filter(product=OuterRef("pk"))
        products = products.annotate(in_stock=Exists(buyable)).order_by(*NEWEST_FIRST)
        products = products.select_related("brand", "category")
        if self.action == "list":
            return products.prefetch_related("images__renditions")
        return products.prefetch_related(
            "images__renditions",
            "attributes__attribute",
            "variants__product__options__attribute",
        )

    def get_serializer_class(self) -> type[BaseSerializer[Product]]:
        """Return the serializer of the action."""
        serializers: dict[str, type[BaseSerializer[Product]]] = {
            "list": ProductCardSerializer,
            "create": NewProductSerializer,
            "partial_update": ProductWriteSerializer,
        }
        return serializers.get(self.action, ProductSerializer)

    def list(self, request: Request) -> Response:
        """Return a page of products."""
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    def retrieve(self, request: Request, slug: str) -> Response:
        """Return one product in full."""
        return Response(self.shown(slug))

    @extend_schema(request=NewProductSerializer, responses={201: ProductSerializer})
    def create(self, request: Request) -> Response:
        """Create a product, with variants if they are given; a draft unless it says otherwise."""
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        fields = serializer.validated_data
        product = create_product(
            attributes=attribute_values(fields.pop("attributes", [])),
            options=fields.pop("options", []),
            variants=fields.pop("variants", []),
            fields=fields,
        )
        return Response(self.shown(product.slug), status=status.HTTP_201_CREATED)

    @extend_schema(request=ProductWriteSerializer, responses=ProductSerializer)
    @transaction.atomic
    def partial_update(self, request: Request, slug: str) -> Response:
        """Change fields of a product; with `If-Match`, only if it still is as it was read."""
        self.get_object()
        product = Product.objects.select_for_update(of=("self",)).get(slug=slug)
        if "If-Match" in request.headers:
            require_match(request, self.shown(slug))
        serializer = self.get_serializer(product, data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        fields = serializer.validated_data
        given = fields.pop("attributes", None)
        update_product(
            product=product,
            fields=fields,
            attributes=None if given is None else attribute_values(given),
        )
        return Response(self.shown(product.slug))

    def destroy(self, request: Request, slug: str) -> Response:
        """Delete a product with its variants, pictures and reviews."""
        self.get_object().delete()
        return Response(status=status.HTTP_204_NO_CONTENT)

    def shown(self, slug: str) -> dict[str, Any]:
        """Return the product as it is shown in full."""
        self.kwargs["slug"] = slug
        product: Any = self.get_object()
        product.breadcrumb = ancestors_of(product.category)
        context = self.get_serializer_context()
        return dict(ProductSerializer(product, context=context).data)


def ancestors_of(category: Category | None) -> list[Category]:
    """Return the way from the top category down to this one, in one query."""
    if category is None:
        return []
    steps = range(category.steplen, len(category.path) + 1, category.steplen)
    return list(
        Category.objects.filter(path__in=[category.path[:end] for end in steps]).order_by("path")
    )
