"""Every page of an account opens, for whom it is meant."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.shop import ProductFactory, UserFactory

pytestmark = pytest.mark.django_db

FOR_EVERYBODY = (
    "sign-in/",
    "sign-in/?wish=1&next=/faq/",
    "sign-up/",
    "confirm-email/",
    "confirm-email/nothing:known/",
    "password/forgotten/",
    "password/forgotten/sent/",
    "password/new/1-nothing/",
    "password/new/done/",
    "closed/",
    "goodbye/",
)
FOR_MEMBERS = (
    "",
    "details/",
    "addresses/",
    "addresses/new/",
    "reviews/",
    "wishlist/",
    "security/",
    "privacy/",
    "password/",
    "email/",
    "confirm/",
    "sign-out/",
)


@pytest.mark.parametrize("path", FOR_EVERYBODY)
def test_the_way_in_is_open(client: Client, path: str) -> None:
    assert client.get(f"/account/{path}").status_code == 200


@pytest.mark.parametrize("path", FOR_MEMBERS)
def test_members_open_their_pages_and_nobody_else(client: Client, path: str) -> None:
    address = f"/account/{path}"
    client.force_login(UserFactory())
    assert client.get(address).status_code == 200
    guest = Client().get(address)
    assert guest.status_code == 302
    assert guest["Location"] in {f"/account/sign-in/?next={address}", reverse("shop:home")}


def test_the_pages_with_cards_open_for_members(client: Client) -> None:
    product = ProductFactory()
    client.force_login(UserFactory())
    for path in ("/", "/c/", product.get_absolute_url()):
        assert client.get(path).status_code == 200
