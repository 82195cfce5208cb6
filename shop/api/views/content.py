"""The shop's own words: pages and questions."""

from rest_framework import viewsets
from rest_framework.serializers import BaseSerializer

from shop.api.permissions import PUBLIC
from shop.api.serializers.content import (
    FaqEntrySerializer,
    PageSerializer,
    PageSummarySerializer,
)
from shop.api.views.base import ApiView
from shop.models import FaqEntry, Page


class PageViewSet(ApiView, viewsets.ReadOnlyModelViewSet[Page]):
    """Pages such as shipping, returns and about."""

    access = {"list": PUBLIC, "retrieve": PUBLIC}
    queryset = Page.objects.published()
    lookup_field = "slug"
    lookup_value_converter = "slug"

    def get_serializer_class(self) -> type[BaseSerializer[Page]]:
        """Return the serializer of the action."""
        return PageSummarySerializer if self.action == "list" else PageSerializer


class FaqViewSet(ApiView, viewsets.ReadOnlyModelViewSet[FaqEntry]):
    """Questions that shoppers ask, with the shop's answers."""

    access = {"list": PUBLIC, "retrieve": PUBLIC}
    queryset = FaqEntry.objects.filter(is_published=True)
    serializer_class = FaqEntrySerializer
    filterset_fields = ("topic",)
    lookup_field = "slug"
    lookup_value_converter = "slug"
