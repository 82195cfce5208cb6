"""Opening an account: the letter shows whose the address is, the browser or password who asked."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from shop.models import OutgoingEmail, User
from shop.services.accounts import UNCONFIRMED_FOR, forget_unconfirmed_accounts, release_address
from tests.factories.shop import OrderFactory, UserFactory
from tests.shop.account.conftest import NEW_PASSWORD, is_signed_in, sign_in, sign_up
from tests.shop.account.letters import latest, link_to

pytestmark = pytest.mark.django_db
NEW = "new@example.com"


def test_an_account_is_opened_confirmed_and_signed_in_in_one_browser(client: Client) -> None:
    response = sign_up(client, "New@Example.com")
    assert response["Location"] == "/account/confirm-email/"
    assert not is_signed_in(client)
    letter = latest(NEW)
    assert letter.subject == "Confirm your address for Vitrine Outfitters"
    assert link_to(NEW) in letter.html
    client.get(link_to(NEW))
    assert not User.objects.get(email=NEW).emailaddress_set.get().verified  # looking is not enough
    assert client.post(link_to(NEW))["Location"] == "/account/"
    assert is_signed_in(client)
    assert User.objects.get(email=NEW).check_password(NEW_PASSWORD)


def test_another_browser_needs_the_password(client: Client) -> None:
    """Somebody may have signed up with a stranger's address: the stranger's click is no key."""
    sign_up(client, NEW)
    elsewhere = Client()
    page = elsewhere.get(link_to(NEW))
    assert "type the password of the account too" in page.content.decode()
    assert elsewhere.post(link_to(NEW)).status_code == 200
    assert elsewhere.post(link_to(NEW), {"password": "not the one"}).status_code == 200
    assert not User.objects.get(email=NEW).emailaddress_set.get().verified
    response = elsewhere.post(link_to(NEW), {"password": NEW_PASSWORD})
    assert response["Location"] == "/account/"
    assert is_signed_in(elsewhere)


def test_a_link_works_once(client: Client) -> None:
    sign_up(client, NEW)
    client.post(link_to(NEW))
    assert "This link is spent" in Client().get(link_to(NEW)).content.decode()
    assert Client().post(link_to(NEW), {"password": NEW_PASSWORD}).status_code == 404


def test_a_forged_link_opens_nothing(client: Client) -> None:
    sign_up(client, NEW)
    forged = link_to(NEW)[:-4] + "aaa/"
    assert "This link is spent" in client.get(forged).content.decode()
    assert client.post(forged).status_code == 404


def test_weak_passwords_are_refused_with_words(client: Client) -> None:
    for weak in ("short", "password123", "12345678901", "new@example.com"):
        response = sign_up(client, NEW, weak)
        assert response.status_code == 200
        assert "Please check this" in response.content.decode()
    assert not User.objects.exists()


def test_a_program_that_fills_in_everything_gets_the_same_answer_and_no_account(
    client: Client,
) -> None:
    response = sign_up(client, NEW, website="https://spam.example")
    assert response["Location"] == "/account/confirm-email/"
    assert not User.objects.exists()
    assert not OutgoingEmail.objects.exists()


def test_an_unconfirmed_account_is_forgotten_after_a_while(client: Client) -> None:
    sign_up(client, NEW)
    user = User.objects.get(email=NEW)
    assert forget_unconfirmed_accounts() == 0
    User.objects.update(date_joined=timezone.now() - UNCONFIRMED_FOR - timedelta(hours=1))
    old = UserFactory(date_joined=user.date_joined - timedelta(days=90))
    ordered = UserFactory(confirmed=False, date_joined=old.date_joined)
    OrderFactory(customer=ordered)
    assert forget_unconfirmed_accounts() == 1
    assert set(User.objects.all()) == {old, ordered}


def test_whoever_never_confirmed_an_address_gives_it_up(client: Client) -> None:
    sign_up(client, NEW)
    ada = UserFactory()
    assert release_address(email=NEW, keep=ada)
    assert not User.objects.filter(email=NEW).exists()
    bob = UserFactory(email="bob@example.com")
    assert not release_address(email="BOB@example.com", keep=ada)
    assert User.objects.filter(pk=bob.pk).exists()


def test_an_unconfirmed_account_does_not_sign_in_and_gets_another_letter(client: Client) -> None:
    sign_up(client, NEW)
    elsewhere = Client()
    response = sign_in(elsewhere, NEW, NEW_PASSWORD)
    assert response.status_code == 200
    assert not is_signed_in(elsewhere)
    assert OutgoingEmail.objects.filter(to=NEW).count() == 2
    assert elsewhere.get(link_to(NEW)).status_code == 200
