"""Reviews: read by everybody, written by shoppers who are signed in."""

from typing import cast

from django.db.models import Q, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from shop.api.access import WRITE_REVIEW
from shop.api.filters import ReviewFilter
from shop.api.permissions import PUBLIC
from shop.api.serializers.reviews import (
    HelpfulSerializer,
    NewReviewSerializer,
    ReviewChangesSerializer,
    ReviewSerializer,
)
from shop.api.views.base import ApiView
from shop.models import Product, Review, User
from shop.services.review_votes import account_voter, vote_helpful, withdraw_vote
from shop.services.reviews import delete_review, edit_review, submit_review

# What the author of a review may do whatever its state, and what is for others.
FOR_AUTHOR = {"retrieve", "partial_update", "destroy"}
FOR_OTHERS = {"helpful", "not_helpful"}


def signed_in(request: Request) -> User:
    """Return the caller's account; the declared access lets nobody else in."""
    return cast("User", request.user)


class ReviewViewSet(ApiView, viewsets.ReadOnlyModelViewSet[Review]):
    """What buyers say."""

    access = {
        "list": PUBLIC,
        "retrieve": PUBLIC,
        "create": WRITE_REVIEW,
        "partial_update": WRITE_REVIEW,
        "destroy": WRITE_REVIEW,
        "helpful": WRITE_REVIEW,
        "not_helpful": WRITE_REVIEW,
    }
    queryset = Review.objects.none()
    serializer_class = ReviewSerializer
    filterset_class = ReviewFilter
    lookup_value_converter = "int"

    def get_queryset(self) -> QuerySet[Review]:
        """Return published reviews of published products; one's own whatever their state."""
        reviews = Review.objects.select_related("product")
        shown = Q(status=Review.Status.PUBLISHED, product__status=Product.Status.ACTIVE)
        caller = self.request.user if self.request.user.is_authenticated else None
        if caller and self.action in FOR_AUTHOR:
            return reviews.filter(shown | Q(author=caller))
        if caller and self.action in FOR_OTHERS:
            return reviews.filter(shown).exclude(author=caller)
        return reviews.filter(shown)

    def own_review(self) -> Review:
        """Return the caller's own review; raise PermissionDenied for one by somebody else."""
        review: Review = self.get_object()
        if review.author_id != self.request.user.pk:
            raise PermissionDenied
        return review

    @extend_schema(request=NewReviewSerializer, responses={201: ReviewSerializer})
    def create(self, request: Request) -> Response:
        """Write a review; it is shown to others once somebody has read it. One a product."""
        serializer = NewReviewSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        fields = serializer.validated_data
        author = signed_in(request)
        name = fields.pop("author_name", "") or author.first_name or "Anonymous"
        review = submit_review(author=author, author_name=name, **fields)
        context = self.get_serializer_context()
        return Response(
            ReviewSerializer(review, context=context).data, status=status.HTTP_201_CREATED
        )

    @extend_schema(request=ReviewChangesSerializer, responses=ReviewSerializer)
    def partial_update(self, request: Request, pk: int) -> Response:
        """Change one's own review; it waits until somebody has read it again."""
        review = self.own_review()
        serializer = ReviewChangesSerializer(review, data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        words = {"rating": review.rating, "title": review.title, "body": review.body}
        edit_review(review=review, **(words | serializer.validated_data))
        context = self.get_serializer_context()
        return Response(ReviewSerializer(review, context=context).data)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, pk: int) -> Response:
        """Take one's own review back, with the votes it had."""
        delete_review(review=self.own_review())
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(request=None, responses=HelpfulSerializer)
    @action(detail=True, methods=["post"])
    def helpful(self, request: Request, pk: int) -> Response:
        """Say that a review was helpful; a second time changes nothing."""
        voter = account_voter(signed_in(request))
        return Response({"helpful_count": vote_helpful(review=self.get_object(), voter=voter)})

    @extend_schema(request=None, responses=HelpfulSerializer)
    @helpful.mapping.delete
    def not_helpful(self, request: Request, pk: int) -> Response:
        """Take back that a review was helpful; without a vote of the account nothing changes."""
        voter = account_voter(signed_in(request))
        return Response({"helpful_count": withdraw_vote(review=self.get_object(), voter=voter)})
