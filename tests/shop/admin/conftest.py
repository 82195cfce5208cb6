"""Who opens the admin in these tests."""

import pytest
from django.test import Client

from shop.models import User
from tests.factories.shop import UserFactory
from tests.shop.buying.conftest import shipping

__all__ = ["shipping"]


@pytest.fixture
def superuser(db: None) -> User:
    return UserFactory(staff=True)


@pytest.fixture
def staff(db: None) -> User:
    """A member of staff without any permission."""
    return UserFactory(is_staff=True)


@pytest.fixture
def shopper(db: None) -> User:
    return UserFactory()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def admin(superuser: User) -> Client:
    """The superuser's browser."""
    return signed_in(superuser)
