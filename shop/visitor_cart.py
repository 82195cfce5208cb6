"""Whose cart a visitor's is: the account's own, else the one whose token the session keeps.

Pages, the API and signing in share it; a cart is made when something is put into it, not before.
"""

from typing import Final

from django.http import HttpRequest

from shop.models import Cart, CartLine, User
from shop.services.cart import find_cart, merge_carts, open_cart

# What the session calls the token of a guest's cart.
SESSION_KEY: Final = "cart"


def customer_of(request: HttpRequest) -> User | None:
    """Return the account that is signed in, if one is."""
    return request.user if request.user.is_authenticated else None


def find_visitor_cart(request: HttpRequest) -> Cart | None:
    """Return the visitor's cart, None while there is none."""
    return find_cart(customer=customer_of(request), token=request.session.get(SESSION_KEY))


def open_visitor_cart(request: HttpRequest) -> Cart:
    """Return the visitor's cart, made now if there is none; a guest's session keeps its token."""
    customer = customer_of(request)
    cart = open_cart(customer=customer, token=request.session.get(SESSION_KEY))
    if customer is None:
        request.session[SESSION_KEY] = str(cart.token)
    return cart


def count_visitor_pieces(request: HttpRequest) -> int:
    """Return how many pieces the visitor is about to buy: one query, none without a cart."""
    customer = customer_of(request)
    token = request.session.get(SESSION_KEY)
    lines = CartLine.objects.to_buy()
    if customer is not None:
        return lines.filter(cart__customer=customer).pieces()
    return lines.filter(cart__token=token, cart__customer=None).pieces() if token else 0


def take_cart_along(request: HttpRequest, user: User) -> Cart | None:
    """Bring what a guest chose into the account that signs in, and forget the guest's token."""
    token = request.session.pop(SESSION_KEY, None)
    return merge_carts(token=token, customer=user) if token else None
