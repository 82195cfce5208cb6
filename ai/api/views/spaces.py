"""Embedding spaces, read only: making and switching them is the admin's."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import viewsets
from rest_framework.request import Request
from rest_framework.response import Response

from ai.api.access import VIEW_SPACES
from ai.api.serializers import SpaceDetailSerializer, SpaceSerializer
from ai.indexing.coverage import coverage
from ai.models import EmbeddingSpace
from shop.api.views.base import ApiView


class SpaceViewSet(ApiView, viewsets.ReadOnlyModelViewSet[EmbeddingSpace]):
    """The spaces that vectors live in."""

    access = {"list": VIEW_SPACES, "retrieve": VIEW_SPACES}
    queryset = EmbeddingSpace.objects.all()
    serializer_class = SpaceSerializer
    lookup_value_converter = "int"

    @extend_schema(responses=SpaceDetailSerializer)
    def retrieve(self, request: Request, pk: int) -> Response:
        """Return one space and how true its vectors are, computed from hashes now."""
        space: Any = self.get_object()
        space.coverage = coverage(space=space)
        return Response(SpaceDetailSerializer(space).data)
