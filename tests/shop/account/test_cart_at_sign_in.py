"""A guest's cart comes along into the account: at sign-in."""

import pytest
from django.test import Client

from shop.models import Cart, User
from tests.factories.shop import CartFactory, CartLineFactory, VariantFactory
from tests.shop.account.conftest import is_signed_in, sign_in

pytestmark = pytest.mark.django_db


def filled(client: Client) -> Cart:
    """Put one piece into a guest's cart by the page's own form."""
    client.post("/cart/add/", {"variant": VariantFactory.create().pk, "quantity": "1"})
    cart: Cart = Cart.objects.get(customer=None)
    return cart


def pieces(user: User) -> int:
    return user.cart.lines.pieces()


def test_what_a_guest_chose_is_the_accounts_after_sign_in(client: Client, ada: User) -> None:
    filled(client)
    sign_in(client, ada.email)
    assert is_signed_in(client)
    assert pieces(ada) == 1
    assert not Cart.objects.filter(customer=None).exists()
    assert "cart" not in client.session


def test_it_is_added_to_what_the_account_had(client: Client, ada: User) -> None:
    CartLineFactory.create(cart=CartFactory.create(customer=ada), quantity=2)
    filled(client)
    sign_in(client, ada.email)
    assert pieces(ada) == 3


def test_a_wrong_password_takes_nothing_along(client: Client, ada: User) -> None:
    cart = filled(client)
    sign_in(client, ada.email, "not the password")
    assert not is_signed_in(client)
    assert client.session["cart"] == str(cart.token)
    assert Cart.objects.get() == cart


def test_after_signing_out_the_accounts_cart_stays_with_the_account(
    client: Client, ada: User
) -> None:
    CartLineFactory.create(cart=CartFactory.create(customer=ada), quantity=2)
    sign_in(client, ada.email)
    client.post("/account/sign-out/")
    assert not is_signed_in(client)
    assert "cart" not in client.session
    assert Cart.objects.count() == 1
    assert pieces(ada) == 2
