"""Another e-mail address takes the old one's place once its owner answers the letter."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from shop.models import User
from tests.factories.shop import UserFactory
from tests.shop.account.conftest import confirm_again, sign_in, sign_up
from tests.shop.account.letters import latest, link_to, subjects
from tests.shop.admin.conftest import signed_in

pytestmark = pytest.mark.django_db
NEW = "ada@lovelace.example"


def ask(client: Client, email: str = NEW) -> int:
    confirm_again(client)
    return int(client.post("/account/email/", {"email": email, "action_add": ""}).status_code)


def test_the_address_changes_when_the_letter_is_answered(ada: User, at_home: Client) -> None:
    assert ask(at_home, "Ada@Lovelace.example") == 302
    ada.refresh_from_db()
    assert ada.email == "ada@example.com"
    assert "Waiting to be confirmed" in at_home.get("/account/email/").content.decode()
    assert at_home.post(link_to(NEW)).status_code == 302
    ada.refresh_from_db()
    assert ada.email == NEW
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [
        (NEW, True, True)
    ]
    # The old address hears of it.
    assert subjects("ada@example.com") == ["Your address was changed"]
    assert NEW in latest("ada@example.com").text
    assert sign_in(Client(), NEW).status_code == 302
    assert sign_in(Client(), "ada@example.com").status_code == 200


def test_asking_needs_the_password_once_more(at_home: Client) -> None:
    response = at_home.post("/account/email/", {"email": NEW, "action_add": ""})
    assert response["Location"].startswith("/account/confirm/")
    assert subjects(NEW) == []


def test_a_stranger_who_follows_the_link_changes_nothing(ada: User, at_home: Client) -> None:
    """The new address may be somebody else's: without the account's password it stays out."""
    ask(at_home)
    stranger = Client()
    assert "type the password" in stranger.get(link_to(NEW)).content.decode()
    assert stranger.post(link_to(NEW)).status_code == 200
    ada.refresh_from_db()
    assert ada.email == "ada@example.com"


def test_the_change_can_be_called_off(ada: User, at_home: Client) -> None:
    ask(at_home)
    link = link_to(NEW)
    at_home.post("/account/email/", {"email": NEW, "action_remove": ""})
    assert at_home.post(link).status_code == 404
    ada.refresh_from_db()
    assert ada.email == "ada@example.com"


def test_an_address_that_somebody_has_cannot_be_taken(ada: User, at_home: Client) -> None:
    taken = UserFactory(email=NEW)
    assert ask(at_home) == 302
    page = at_home.get(link_to(NEW)).content.decode()
    assert "belongs to another account" in page
    at_home.post(link_to(NEW))
    ada.refresh_from_db()
    taken.refresh_from_db()
    assert (ada.email, taken.email) == ("ada@example.com", NEW)


def test_one_that_was_never_confirmed_can(ada: User, at_home: Client) -> None:
    sign_up(Client(), NEW)
    ask(at_home)
    assert at_home.post(link_to(NEW)).status_code == 302
    ada.refresh_from_db()
    assert ada.email == NEW
    assert User.objects.count() == 1


def test_an_address_typed_by_staff_needs_no_letter(ada: User) -> None:
    admin = signed_in(UserFactory(staff=True))
    response = admin.post(f"/admin/shop/user/{ada.pk}/change/", {"email": NEW, "is_active": "on"})
    assert response.status_code == 302
    assert sign_in(Client(), NEW).status_code == 302
    assert EmailAddress.objects.get(user=ada).email == NEW
