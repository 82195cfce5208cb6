"""Reviews: read by everybody, written by shoppers who are signed in."""

from typing import Any

from django.db.models import Q, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from shop.api.access import WRITE_REVIEW
from shop.api.filters import ReviewFilter
from shop.api.permissions import PUBLIC
from shop.api.serializers.reviews import (
    HelpfulSerializer,
    NewReviewSerializer,
    ReviewSerializer,
)
from shop.api.views.base import ApiView
from shop.models import Product, Review
from shop.services.reviews import submit_review, vote_helpful


class ReviewViewSet(ApiView, viewsets.ReadOnlyModelViewSet[Review]):
    """What buyers say."""

    access = {"list": PUBLIC, "retrieve": PUBLIC, "create": WRITE_REVIEW, "helpful": WRITE_REVIEW}
    queryset = Review.objects.none()
    serializer_class = ReviewSerializer
    filterset_class = ReviewFilter
    lookup_value_converter = "int"

    def get_queryset(self) -> QuerySet[Review]:
        """Return published reviews of published products; one's own whatever their state."""
        reviews = Review.objects.select_related("product")
        shown = Q(status=Review.Status.PUBLISHED, product__status=Product.Status.ACTIVE)
        if self.action == "retrieve" and self.request.user.is_authenticated:
            shown |= Q(author=self.request.user)
        return reviews.filter(shown)

    @extend_schema(request=NewReviewSerializer, responses={201: ReviewSerializer})
    def create(self, request: Request) -> Response:
        """Write a review; it is shown to others once somebody has read it. One a product."""
        serializer = NewReviewSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        fields = serializer.validated_data
        author: Any = request.user
        name = fields.pop("author_name", "") or author.first_name or "Anonymous"
        review = submit_review(author=author, author_name=name, **fields)
        context = self.get_serializer_context()
        return Response(
            ReviewSerializer(review, context=context).data, status=status.HTTP_201_CREATED
        )

    @extend_schema(request=None, responses=HelpfulSerializer)
    @action(detail=True, methods=["post"])
    def helpful(self, request: Request, pk: int) -> Response:
        """Say that a review was helpful; a second time changes nothing."""
        count = vote_helpful(review=self.get_object(), voter=f"user:{request.user.pk}")
        return Response({"helpful_count": count})
