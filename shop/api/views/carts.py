"""Carts: filled, changed, and quoted."""

from typing import Any
from uuid import UUID

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from shop.api.access import PLACE_ORDERS
from shop.api.permissions import PUBLIC
from shop.api.serializers.carts import (
    CartSerializer,
    ChangeCartLineSerializer,
    ChangeCartSerializer,
    NewCartLineSerializer,
    PaymentMethodSerializer,
    QuoteSerializer,
)
from shop.api.views.base import ApiView
from shop.models import Cart, User
from shop.services import cart as services
from shop.services.orders.place import list_offered
from shop.services.quotes import quote_cart


def account_of(request: Request) -> User | None:
    """Return the account that the caller may fill a cart for; whoever may not is a guest."""
    if isinstance(request.user, User) and PLACE_ORDERS.allows(request):
        return request.user
    return None


def find_cart(request: Request, token: UUID) -> Cart:
    """Return a guest's cart to whoever holds its token, an account's to the account alone.

    Raises Http404 for anybody else: who guesses learns nothing.
    """
    cart = Cart.objects.select_related("shipping_method", "customer").filter(token=token).first()
    if cart is None or cart.customer not in {None, account_of(request)}:
        raise Http404
    return cart


class CartViewSet(ApiView, viewsets.GenericViewSet[Cart]):
    """What somebody means to buy."""

    access = {
        "create": PUBLIC,
        "retrieve": PUBLIC,
        "partial_update": PUBLIC,
        "add_line": PUBLIC,
        "change_line": PUBLIC,
        "remove_line": PUBLIC,
    }
    queryset = Cart.objects.none()
    pagination_class = None
    filter_backends = ()
    lookup_field = "token"
    lookup_value_converter = "uuid"
    conditional = False

    @extend_schema(request=None, responses={201: CartSerializer})
    def create(self, request: Request) -> Response:
        """Open a cart: an account's own, which is kept, or a guest's, known by its token alone."""
        cart = services.open_cart(customer=account_of(request))
        return Response(self.shown(cart), status=status.HTTP_201_CREATED)

    @extend_schema(responses=CartSerializer)
    def retrieve(self, request: Request, token: UUID) -> Response:
        """Return what is in the cart and what it comes to now."""
        return Response(self.shown(find_cart(request, token)))

    @extend_schema(request=ChangeCartSerializer, responses=CartSerializer)
    def partial_update(self, request: Request, token: UUID) -> Response:
        """Choose the country and the way of shipping that are quoted for, and the code to use."""
        cart = find_cart(request, token)
        serializer = ChangeCartSerializer(data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        wanted = serializer.validated_data
        if "coupon_code" in wanted:
            change_coupon(cart, wanted["coupon_code"])
        if wanted.keys() & {"country", "shipping_method"}:
            services.choose_shipping(
                cart=cart,
                country=wanted.get("country", cart.country),
                method=wanted.get("shipping_method", ""),
            )
        return Response(self.shown(cart))

    @extend_schema(request=NewCartLineSerializer, responses={201: CartSerializer})
    @action(detail=True, methods=["post"], url_path="lines", url_name="lines")
    def add_line(self, request: Request, token: UUID) -> Response:
        """Put pieces of a variant into the cart, on top of those in it."""
        cart = find_cart(request, token)
        serializer = NewCartLineSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        wanted = serializer.validated_data
        services.add_to_cart(cart=cart, variant=wanted["variant"], quantity=wanted["quantity"])
        return Response(self.shown(cart), status=status.HTTP_201_CREATED)

    @extend_schema(request=ChangeCartLineSerializer, responses=CartSerializer)
    @action(detail=True, methods=["patch"], url_path="lines/<int:line_id>", url_name="line")
    def change_line(self, request: Request, token: UUID, line_id: int) -> Response:
        """Set how many pieces a line is."""
        cart = find_cart(request, token)
        serializer = ChangeCartLineSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        services.set_quantity(
            cart=cart, line_id=line_id, quantity=serializer.validated_data["quantity"]
        )
        return Response(self.shown(cart))

    @extend_schema(responses=CartSerializer)
    @change_line.mapping.delete
    def remove_line(self, request: Request, token: UUID, line_id: int) -> Response:
        """Take a line out of the cart."""
        cart = find_cart(request, token)
        services.remove_line(cart=cart, line_id=line_id)
        return Response(self.shown(cart))

    def shown(self, cart: Cart) -> dict[str, Any]:
        """Return the cart as it is shown: its quote, its token, the ways to pay."""
        quote = quote_cart(cart=cart)
        return {
            "token": str(cart.token),
            **QuoteSerializer(quote).data,
            "payment_methods": PaymentMethodSerializer(list_offered(quote), many=True).data,
        }


def change_coupon(cart: Cart, code: str) -> None:
    """Use a code, or none for an empty one."""
    if code.strip():
        services.apply_coupon(cart=cart, code=code)
    else:
        services.remove_coupon(cart=cart)
