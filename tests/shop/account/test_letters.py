"""Letters about an account: never lost with the mail server, and read by nobody else."""

import time
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from shop.models import OutgoingEmail, User
from shop.services.emails import send_due_emails
from tests.factories.shop import UserFactory
from tests.shop.account.letters import latest, link_to
from tests.shop.admin.conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(db: None) -> Client:
    return signed_in(UserFactory(staff=True))


def ask(email: str) -> None:
    Client().post("/account/password/forgotten/", {"email": email})


def send() -> int:
    return send_due_emails(limit=10, deadline=time.monotonic() + 10)


def test_a_mail_server_that_is_away_holds_no_page_up_and_loses_no_letter(
    ada: User, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens there
    ask(ada.email)
    assert send() == 0
    assert latest(ada.email).sent_at is None
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send() == 1
    assert "/account/password/new/" in mail.outbox[0].body


def test_both_forms_of_a_letter_say_the_same(ada: User) -> None:
    ask(ada.email)
    letter = latest(ada.email)
    for words in ("Somebody asked for a new password", "two hours, and once", link_to(ada.email)):
        assert words in letter.text
        assert words in letter.html
    assert letter.text.startswith("Hello,\n\n")
    assert "<script" not in letter.html


def test_what_opens_an_account_is_not_kept_once_it_is_sent(ada: User) -> None:
    ask(ada.email)
    assert latest(ada.email).is_a_key
    assert send() == 1
    letter = latest(ada.email)
    assert (letter.text, letter.html) == ("", "")
    assert letter.subject == "A new password for Vitrine Outfitters"


def test_staff_do_not_read_what_opens_an_account(ada: User, admin: Client) -> None:
    """A link for a new password of the owner's would make anybody the owner."""
    ask(ada.email)
    page = admin.get(f"/admin/shop/outgoingemail/{latest(ada.email).pk}/change/")
    assert page.status_code == 200
    assert "only its reader may see it" in page.content.decode()
    assert link_to(ada.email) not in page.content.decode()
    assert latest(ada.email).html not in page.content.decode()


def test_staff_read_other_letters(admin: Client) -> None:
    """The negative control of the test above."""
    letter = OutgoingEmail.objects.create(
        key="order:1:shipped", to="a@example.com", subject="On its way", text="The parcel V-1"
    )
    page = admin.get(f"/admin/shop/outgoingemail/{letter.pk}/change/")
    assert "The parcel V-1" in page.content.decode()


def test_other_letters_are(db: None) -> None:
    """The negative control of the test above."""
    OutgoingEmail.objects.create(
        key="order:1:shipped", to="a@example.com", subject="On its way", text="V-1", html="V-1"
    )
    assert send() == 1
    letter = OutgoingEmail.objects.get()
    assert not letter.is_a_key
    assert letter.text == "V-1"


def test_names_and_browsers_in_letters_are_text(ada: User, at_home: Client) -> None:
    browser = '<img src=x onerror="alert(1)">'
    data = {"oldpassword": "correct horse battery staple", "password1": "a bothy with a stove 9"}
    at_home.post("/account/password/", data, headers={"user-agent": browser})
    letter = latest(ada.email)
    assert browser in letter.text
    assert "<img" not in letter.html
    assert "&lt;img" in letter.html
