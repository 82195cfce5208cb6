"""Variants: price and stock."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status, viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from shop.api.access import ADD_VARIANT, CHANGE_VARIANT, DELETE_VARIANT, reads_catalogue
from shop.api.etag import require_match
from shop.api.filters import VariantFilter
from shop.api.permissions import PUBLIC
from shop.api.serializers.variants import (
    NewVariantSerializer,
    VariantSerializer,
    VariantWriteSerializer,
)
from shop.api.views.base import ApiView
from shop.models import Product, Variant
from shop.services.products import delete_variant, picture_belongs, save_variant

OPTIONS = ("option1", "option2", "option3")


class VariantViewSet(ApiView, viewsets.GenericViewSet[Variant]):
    """What is put into a cart."""

    access = {
        "list": PUBLIC,
        "retrieve": PUBLIC,
        "create": ADD_VARIANT,
        "partial_update": CHANGE_VARIANT,
        "destroy": DELETE_VARIANT,
    }
    queryset = Variant.objects.none()
    filterset_class = VariantFilter
    lookup_value_converter = "int"

    def get_queryset(self) -> QuerySet[Variant]:
        """Return the variants of the products that the caller may see."""
        variants = Variant.objects.order_by("product_id", "position", "id")
        if not reads_catalogue(self.request):
            variants = variants.filter(product__status=Product.Status.ACTIVE)
        return variants.select_related("product").prefetch_related("product__options__attribute")

    def get_serializer_class(self) -> type[BaseSerializer[Variant]]:
        """Return the serializer of the action."""
        serializers: dict[str, type[BaseSerializer[Variant]]] = {
            "create": NewVariantSerializer,
            "partial_update": VariantWriteSerializer,
        }
        return serializers.get(self.action, VariantSerializer)

    def list(self, request: Request) -> Response:
        """Return a page of variants."""
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    def retrieve(self, request: Request, pk: int) -> Response:
        """Return one variant."""
        return Response(self.shown(pk))

    @extend_schema(request=NewVariantSerializer, responses={201: VariantSerializer})
    def create(self, request: Request) -> Response:
        """Add a variant to a product."""
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        fields = serializer.validated_data
        variant = Variant(product=fields.pop("product"))
        self.store(variant, fields)
        return Response(self.shown(variant.pk), status=status.HTTP_201_CREATED)

    @extend_schema(request=VariantWriteSerializer, responses=VariantSerializer)
    @transaction.atomic
    def partial_update(self, request: Request, pk: int) -> Response:
        """Change price, stock and the like; with `If-Match`, only if it still is as it was read."""
        self.get_object()
        variant = Variant.objects.select_for_update(of=("self",)).get(pk=pk)
        if "If-Match" in request.headers:
            require_match(request, self.shown(pk))
        serializer = self.get_serializer(variant, data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        self.store(variant, serializer.validated_data)
        return Response(self.shown(pk))

    def destroy(self, request: Request, pk: int) -> Response:
        """Delete a variant."""
        delete_variant(variant=self.get_object())
        return Response(status=status.HTTP_204_NO_CONTENT)

    def store(self, variant: Variant, fields: dict[str, Any]) -> None:
        """Write the fields; raises ValidationError for options or a picture that do not fit."""
        if not picture_belongs(image=fields.get("image"), product=variant.product):
            raise ValidationError({"image": ["This picture is another product's."]})
        options = {name: fields.get(name, getattr(variant, name)) for name in OPTIONS}
        twins = Variant.objects.filter(product=variant.product, **options)
        if twins.exclude(pk=variant.pk).exists():
            raise ValidationError({"option1": ["The product has a variant with these options."]})
        save_variant(variant=variant, fields=fields)

    def shown(self, pk: int) -> dict[str, Any]:
        """Return the variant as it is shown."""
        self.kwargs["pk"] = pk
        context = self.get_serializer_context()
        return dict(VariantSerializer(self.get_object(), context=context).data)
