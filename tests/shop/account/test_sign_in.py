"""Signing in and out: sessions, and where one goes on to."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from shop.models import User
from tests.factories.shop import PASSWORD, UserFactory
from tests.shop.account.conftest import is_signed_in, sign_in

pytestmark = pytest.mark.django_db

ELSEWHERE = [
    "https://evil.example/",
    "http://evil.example/account/",
    "//evil.example/",
    "///evil.example/",
    "\\\\evil.example/",
    "/\\evil.example/",
    "https:evil.example",
    "https:///evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://testserver@evil.example/",
    "http://testserver.evil.example/",
    "http://127.0.0.1/",
    "http://127.1/",
    "http://[::1]/",
    "http://169.254.169.254/",
    "http://2130706433/",
    "http://localhost/",
    "ftp://testserver/",
    " https://evil.example/",
    "\thttps://evil.example/",
    "/\t/evil.example/",
]


def test_the_right_password_opens_the_account_whatever_the_case(client: Client, ada: User) -> None:
    assert sign_in(client, " ADA@Example.com ")["Location"] == "/account/"
    assert is_signed_in(client)


def test_the_wrong_one_does_not(client: Client, ada: User) -> None:
    response = sign_in(client, ada.email, PASSWORD + "!")
    assert response.status_code == 200
    assert "do not belong together" in response.content.decode()
    assert not is_signed_in(client)


def test_a_closed_account_is_answered_like_a_wrong_password(client: Client, ada: User) -> None:
    User.objects.update(is_active=False)
    assert "do not belong together" in sign_in(client, ada.email).content.decode()


def test_empty_fields_are_named(client: Client) -> None:
    page = client.post("/account/sign-in/").content.decode()
    assert '<a href="#id_login">Type your e-mail address.</a>' in page
    assert '<a href="#id_password">Type your password.</a>' in page


def test_the_session_gets_another_key(client: Client, ada: User) -> None:
    """Fixation: a key that somebody planted before signing in opens nothing afterwards."""
    session = client.session
    session["planted"] = True
    session.save()
    planted = str(session.session_key)
    sign_in(client, ada.email)
    assert client.session.session_key != planted
    assert not Session.objects.filter(session_key=planted).exists()
    thief = Client()
    thief.cookies["sessionid"] = planted
    assert not is_signed_in(thief)


def test_what_a_guest_had_in_the_session_is_kept(client: Client, ada: User) -> None:
    session = client.session
    session["kept"] = "yes"
    session.save()
    sign_in(client, ada.email)
    assert client.session["kept"] == "yes"


def test_signing_in_as_somebody_else_takes_nothing_along(client: Client, ada: User) -> None:
    sign_in(client, ada.email)
    session = client.session
    session["mine"] = "ada's"
    session.save()
    client.post("/account/sign-out/")
    sign_in(client, UserFactory().email)
    assert "mine" not in client.session


def test_signing_out_needs_a_post(at_home: Client) -> None:
    assert "Sign out?" in at_home.get("/account/sign-out/").content.decode()
    assert is_signed_in(at_home)
    assert at_home.post("/account/sign-out/")["Location"] == "/"
    assert not is_signed_in(at_home)


def test_one_goes_on_to_the_page_one_wanted(client: Client, ada: User) -> None:
    page = client.get("/account/wishlist/", follow=True)
    assert 'name="next" value="/account/wishlist/"' in page.content.decode()
    response = sign_in(client, ada.email, next="/account/wishlist/")
    assert response["Location"] == "/account/wishlist/"


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_but_never_to_another_host(client: Client, ada: User, wanted: str) -> None:
    assert sign_in(client, ada.email, next=wanted)["Location"] == "/account/"
    # Whoever is signed in already is sent on by the page itself.
    assert client.get("/account/sign-in/", {"next": wanted})["Location"] == "/account/"
    assert client.post("/account/sign-out/", {"next": wanted})["Location"] == "/"


def test_a_whole_address_of_this_host_is_fine(client: Client, ada: User) -> None:
    """The negative control of the test above: it is the host that decides."""
    wanted = "http://testserver/account/privacy/"
    assert sign_in(client, ada.email, next=wanted)["Location"] == wanted
