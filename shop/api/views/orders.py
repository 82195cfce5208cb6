"""Orders: placed once, read and cancelled by whoever they belong to."""

from collections.abc import Mapping
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from shop.api.access import VIEW_ORDERS
from shop.api.permissions import PUBLIC
from shop.api.serializers.orders import (
    NewOrderSerializer,
    OrderSerializer,
    PlacedOrderSerializer,
)
from shop.api.views.base import ApiView
from shop.api.views.carts import find_cart
from shop.exceptions import PaymentError
from shop.models import Order
from shop.payments.base import PaymentStart
from shop.services.orders.cancel import cancel_order
from shop.services.orders.letters import order_url
from shop.services.orders.place import place_order
from shop.services.orders.tokens import find_order_by_token
from shop.services.payments import start_payment

KEY_LENGTH = 80
KEY = OpenApiParameter(
    "Idempotency-Key",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    required=True,
    description="A text of your own, new for each order: sent again it gets the same order.",
)
TOKEN = OpenApiParameter(
    "Order-Token",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description="A guest's order opens by the token that came with it.",
)


class OrderViewSet(ApiView, viewsets.GenericViewSet[Order]):
    """What was bought."""

    access = {"list": VIEW_ORDERS, "retrieve": PUBLIC, "create": PUBLIC, "cancel": PUBLIC}
    queryset = Order.objects.none()
    serializer_class = OrderSerializer
    filter_backends = ()
    lookup_field = "number"

    def get_queryset(self) -> QuerySet[Order]:
        """Return the account's own orders with their lines."""
        if not self.request.user.is_authenticated:
            return Order.objects.none()
        return Order.objects.of_customer(self.request.user).prefetch_related("lines")

    def list(self, request: Request) -> Response:
        """Return the account's orders, the newest first."""
        page = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response(OrderSerializer(page, many=True).data)

    @extend_schema(parameters=[TOKEN])
    def retrieve(self, request: Request, number: str) -> Response:
        """Return one order: the account's own, or a guest's by its token."""
        return Response(OrderSerializer(self.find(request, number)).data)

    @extend_schema(
        parameters=[KEY],
        request=NewOrderSerializer,
        responses={200: PlacedOrderSerializer, 201: PlacedOrderSerializer},
    )
    def create(self, request: Request) -> Response:
        """Order what is in a cart, at the total that was quoted or not at all.

        The same request under the same key gets the same order (200) however often it is sent. An
        order that is to be paid now keeps its goods until `expires_at`.
        """
        serializer = NewOrderSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        told = serializer.validated_data
        placed = place_order(
            cart=find_cart(request, told["cart"]),
            details=serializer.details(),
            idempotency_key=idempotency_key(request.headers),
            expected_total=told["expected_total"],
        )
        step = first_step(placed.order)
        shown = PlacedOrderSerializer({"order": placed.order, "payment": step}).data
        return Response(
            shown, status=status.HTTP_200_OK if placed.is_replay else status.HTTP_201_CREATED
        )

    @extend_schema(parameters=[TOKEN], request=None, responses=OrderSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, number: str) -> Response:
        """Cancel an order of which nothing has left the shop; what was paid is paid back."""
        order = self.find(request, number)
        cancel_order(order=order, actor=order.customer, reason="Cancelled by the buyer.")
        return Response(OrderSerializer(self.find(request, number)).data)

    def find(self, request: Request, number: str) -> Order:
        """Return an order that the caller may see; raises Http404 for any other."""
        own = self.get_queryset().filter(number=number).first()
        if own is not None and VIEW_ORDERS.allows(request):
            return own
        order = find_order_by_token(request.headers.get("Order-Token", ""))
        if order is None or order.number != number:
            raise Http404
        return order


def idempotency_key(headers: Mapping[str, str]) -> str:
    """Return the request's key; raises ValidationError where there is none that can be kept."""
    key = headers.get("Idempotency-Key", "").strip()
    if not key or len(key) > KEY_LENGTH or not key.isprintable():
        message = f"Send a header Idempotency-Key of 1 to {KEY_LENGTH} characters."
        raise ValidationError({"Idempotency-Key": [message]})
    return key


def first_step(order: Order) -> PaymentStart | None:
    """Begin the payment of an order that waits for it; None where there is nothing to do now.

    A provider that does not answer leaves the order waiting: its page offers to pay again.
    """
    if order.status != Order.Status.PENDING:
        return None
    try:
        return start_payment(
            order=order, return_url=urljoin(settings.SHOP["SITE_URL"], order_url(order=order))
        )
    except PaymentError:
        return None
