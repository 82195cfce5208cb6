"""Where an account is signed in: shown, and ended from afar."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from shop.models import User
from shop.services.sessions import forget_ended_sessions
from shop.user_agents import describe_browser
from tests.factories.shop import UserFactory
from tests.shop.account.conftest import is_signed_in, sign_in

pytestmark = pytest.mark.django_db
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def phone(ada: User) -> Client:
    client = Client(headers={"user-agent": PHONE})
    sign_in(client, ada.email)
    return client


def test_the_page_names_the_browsers(ada: User, phone: Client) -> None:
    desk = Client(headers={"user-agent": FIREFOX})
    sign_in(desk, ada.email)
    sessions = desk.get("/account/security/").context["sessions"]
    assert [(each.browser, each.is_this_one) for each in sessions] == [
        ("Firefox on Linux", True),
        ("Safari on iPhone", False),
    ]


def test_one_is_signed_out_from_another(at_home: Client, phone: Client) -> None:
    sessions = at_home.get("/account/security/").context["sessions"]
    [other] = [each for each in sessions if not each.is_this_one]
    at_home.post(f"/account/security/sessions/{other.pk}/end/")
    assert not is_signed_in(phone)
    assert is_signed_in(at_home)


def test_all_others_are_signed_out_at_once(ada: User, at_home: Client, phone: Client) -> None:
    third = Client()
    sign_in(third, ada.email)
    at_home.post("/account/security/sessions/end/")
    assert [is_signed_in(client) for client in (at_home, phone, third)] == [True, False, False]


def test_somebody_elses_session_cannot_be_ended(at_home: Client) -> None:
    other, user = Client(), UserFactory()
    sign_in(other, user.email)
    [session] = other.get("/account/security/").context["sessions"]
    at_home.post(f"/account/security/sessions/{session.pk}/end/")
    assert is_signed_in(other)


def test_a_session_that_ended_is_not_listed(at_home: Client, phone: Client) -> None:
    phone.post("/account/sign-out/")
    assert len(at_home.get("/account/security/").context["sessions"]) == 1


def test_what_has_ended_is_forgotten(at_home: Client, phone: Client) -> None:
    keys = [client.session.session_key for client in (at_home, phone)]
    Session.objects.filter(session_key=keys[1]).update(
        expire_date=timezone.now() - timedelta(hours=1)
    )
    assert forget_ended_sessions() == 1
    assert list(Session.objects.values_list("session_key", flat=True)) == keys[:1]
    assert list(UserSession.objects.values_list("session_key", flat=True)) == keys[:1]
    assert is_signed_in(at_home)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (FIREFOX, "Firefox on Linux"),
        (PHONE, "Safari on iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/141.0 Safari/537.36 Edg/141.0", "Edge on Windows"),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Chrome/141.0 Safari/5",
            "Chrome on Mac",
        ),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/141.0 Mobile Safari/537.36", "Chrome on Android"),
        ("curl/8.5.0", "A browser"),
        ("", "A browser"),
    ],
)
def test_browsers_in_words(header: str, words: str) -> None:
    assert describe_browser(header) == words
