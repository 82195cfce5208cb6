"""The way back in for somebody who lost every second factor."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from shop.models import User
from tests.factories.shop import UserFactory
from tests.shop.account.authenticator import give_app
from tests.shop.account.conftest import is_signed_in, sign_in

pytestmark = pytest.mark.django_db


def test_the_password_alone_signs_in_again(ada: User, at_home: Client) -> None:
    give_app(ada)
    other = give_app(UserFactory())
    told = StringIO()
    call_command("remove_second_factor", "ADA@example.com", stdout=told)
    assert told.getvalue() == "ada@example.com: 1 removed; the password alone signs in.\n"
    assert not is_signed_in(at_home)
    assert sign_in(Client(), ada.email)["Location"] == "/account/"
    other.refresh_from_db()


def test_an_account_that_is_not_there(db: None) -> None:
    with pytest.raises(CommandError, match="There is no account"):
        call_command("remove_second_factor", "nobody@example.com")
