"""Callers of the API: nobody, a shopper, a program, a member of staff."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from PIL import Image
from rest_framework.test import APIClient

from shop.models import User
from shop.services.tokens import create_token
from tests.factories.shop import UserFactory

ALL_SCOPES = (
    "catalogue:read",
    "catalogue:write",
    "reviews:write",
    "imports:run",
    "embeddings:run",
)


def program(user: User, *scopes: str) -> APIClient:
    """Return a client that shows a token of the account with these scopes."""
    _, secret = create_token(user=user, name="test", scopes=scopes)
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {secret}")
    return client


def signed_in(user: User) -> APIClient:
    """Return a client with a session of the account."""
    client = APIClient()
    client.force_login(user)
    return client


def picture(colour: str = "green") -> bytes:
    """Return a small PNG."""
    file = BytesIO()
    Image.new("RGB", (60, 40), colour).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def anonymous() -> APIClient:
    return APIClient()


@pytest.fixture
def shopper(db: None) -> User:
    user: User = UserFactory.create(first_name="Ada")
    return user


@pytest.fixture
def staff(db: None) -> User:
    user: User = UserFactory.create(staff=True)
    return user


@pytest.fixture
def clerk(db: None) -> Callable[..., User]:
    """Return a maker of staff with some permissions only, named as `shop.change_product`."""

    def make(*permissions: str) -> User:
        user: User = UserFactory.create(is_staff=True)
        for name in permissions:
            app, codename = name.split(".")
            permission = Permission.objects.get(content_type__app_label=app, codename=codename)
            user.user_permissions.add(permission)
        return user

    return make
