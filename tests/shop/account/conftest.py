"""Who signs in in these tests, and how."""

from typing import Any

import pytest
from django.test import Client

from shop.models import User
from tests.factories.shop import PASSWORD, UserFactory

NEW_PASSWORD = "a bothy with a stove 9"


@pytest.fixture
def ada(db: None) -> User:
    return UserFactory(email="ada@example.com", first_name="Ada", last_name="Lovelace")


@pytest.fixture
def at_home(ada: User) -> Client:
    """Ada's browser, signed in through the form."""
    client = Client()
    sign_in(client, ada.email)
    return client


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: Any) -> Any:
    """Send the form of the sign-in page."""
    return client.post("/account/sign-in/", {"login": email, "password": password, **more})


def sign_up(client: Client, email: str, password: str = NEW_PASSWORD, **more: Any) -> Any:
    """Send the form of the sign-up page."""
    return client.post("/account/sign-up/", {"email": email, "password1": password, **more})


def is_signed_in(client: Client) -> bool:
    """Return whether the browser opens the account's pages."""
    return client.get("/account/").status_code == 200


def confirm_again(client: Client, password: str = PASSWORD, **more: Any) -> Any:
    """Show once more who sits there, before something that matters."""
    return client.post("/account/confirm/", {"password": password, **more})
