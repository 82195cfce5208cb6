"""Passwords: forgotten, changed, and what ends with the old one."""

import pytest
from django.test import Client
from django.utils.http import int_to_base36
from rest_framework.test import APIClient

from shop.models import ApiToken, User
from shop.services.tokens import create_token
from tests.factories.shop import PASSWORD, UserFactory
from tests.shop.account.conftest import NEW_PASSWORD, is_signed_in, sign_in
from tests.shop.account.letters import latest, link_to, subjects
from tests.shop.admin.conftest import signed_in

pytestmark = pytest.mark.django_db


def ask_for_letter(email: str) -> None:
    response = Client().post("/account/password/forgotten/", {"email": email})
    assert response["Location"] == "/account/password/forgotten/sent/"


def follow(client: Client, email: str) -> str:
    """Follow the link of the letter, which moves its key out of the address."""
    response = client.get(link_to(email))
    assert response["Location"].endswith("-set-password/")
    return str(response["Location"])


def change(client: Client, old: str = PASSWORD, new: str = NEW_PASSWORD) -> int:
    data = {"oldpassword": old, "password1": new}
    return int(client.post("/account/password/", data).status_code)


def test_a_forgotten_password_is_replaced(ada: User) -> None:
    ask_for_letter("ADA@example.com")
    client = Client()
    page = follow(client, ada.email)
    assert client.post(page, {"password1": NEW_PASSWORD}).status_code == 302
    assert sign_in(Client(), ada.email).status_code == 200
    assert sign_in(client, ada.email, NEW_PASSWORD).status_code == 302
    assert subjects(ada.email)[-1] == "Your password was replaced"


def test_the_link_works_once(ada: User) -> None:
    ask_for_letter(ada.email)
    link = link_to(ada.email)
    first, second = Client(), Client()
    page, held_open = follow(first, ada.email), follow(second, ada.email)
    first.post(page, {"password1": NEW_PASSWORD})
    assert "This link is spent" in Client().get(link).content.decode()
    # A page that was open all the while does not work either.
    answer = second.post(held_open, {"password1": "another long phrase 4"})
    assert "This link is spent" in answer.content.decode()
    ada.refresh_from_db()
    assert ada.check_password(NEW_PASSWORD)


def test_before_it_was_used_the_link_works_in_any_browser(ada: User) -> None:
    """The negative control of the test above."""
    ask_for_letter(ada.email)
    follow(Client(), ada.email)
    client = Client()
    assert client.post(follow(client, ada.email), {"password1": NEW_PASSWORD}).status_code == 302


def test_another_letter_or_a_sign_in_ends_an_older_link(ada: User) -> None:
    ask_for_letter(ada.email)
    link = link_to(ada.email)
    sign_in(Client(), ada.email)
    assert "This link is spent" in Client().get(link).content.decode()


def test_the_link_of_one_account_does_not_open_another(ada: User) -> None:
    other = UserFactory()
    ask_for_letter(ada.email)
    hers, his = (f"/new/{int_to_base36(user.pk)}-" for user in (ada, other))
    forged = link_to(ada.email).replace(hers, his)
    assert forged != link_to(ada.email)
    assert "This link is spent" in Client().get(forged).content.decode()


def test_the_link_names_the_host_that_was_asked(ada: User) -> None:
    assert Client(headers={"host": "evil.example"}).get("/account/sign-in/").status_code == 400
    Client(headers={"x-forwarded-host": "evil.example"}).post(
        "/account/password/forgotten/", {"email": ada.email}
    )
    assert "evil" not in latest(ada.email).text
    assert "http://testserver/account/password/new/" in latest(ada.email).text


def test_whoever_gets_the_letter_has_confirmed_the_address() -> None:
    user = UserFactory(confirmed=False)
    ask_for_letter(user.email)
    client = Client()
    client.post(follow(client, user.email), {"password1": NEW_PASSWORD})
    assert sign_in(client, user.email, NEW_PASSWORD)["Location"] == "/account/"


def test_a_changed_password_ends_other_sessions_and_tokens(ada: User, at_home: Client) -> None:
    elsewhere = Client()
    sign_in(elsewhere, ada.email)
    _, secret = create_token(user=ada, name="stock", scopes=["reviews:write"])
    stranger = create_token(user=UserFactory(), name="hers", scopes=[])[0]
    program = APIClient(headers={"Authorization": f"Bearer {secret}"})
    assert program.get("/api/v1/brands/").status_code == 200
    assert is_signed_in(elsewhere)
    assert change(at_home) == 302
    assert is_signed_in(at_home)
    assert not is_signed_in(elsewhere)
    assert program.get("/api/v1/brands/").status_code == 401
    assert list(ApiToken.objects.all()) == [stranger]
    assert subjects(ada.email) == ["Your password was changed"]


def test_a_password_that_stays_ends_nothing(ada: User, at_home: Client) -> None:
    """The negative control of the test above: a refused change leaves all as it was."""
    elsewhere = Client()
    sign_in(elsewhere, ada.email)
    create_token(user=ada, name="stock", scopes=[])
    assert change(at_home, old="not the one") == 200
    assert change(at_home, new="short") == 200
    assert is_signed_in(elsewhere)
    assert ApiToken.objects.count() == 1
    assert subjects(ada.email) == []


def test_a_replaced_password_ends_every_session_and_token(ada: User, at_home: Client) -> None:
    create_token(user=ada, name="stock", scopes=[])
    ask_for_letter(ada.email)
    client = Client()
    client.post(follow(client, ada.email), {"password1": NEW_PASSWORD})
    assert not is_signed_in(at_home)
    assert not ApiToken.objects.exists()


def test_a_password_set_by_staff_ends_tokens_too(ada: User) -> None:
    create_token(user=ada, name="stock", scopes=[])
    admin = signed_in(UserFactory(staff=True))
    data = {"usable_password": "true", "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    assert admin.post(f"/admin/shop/user/{ada.pk}/password/", data).status_code == 302
    assert not ApiToken.objects.exists()


def test_an_open_browser_is_not_for_guessing_the_password(at_home: Client) -> None:
    for _ in range(20):
        assert change(at_home, old="a guess") == 200
    # Now the right one is refused too.
    page = at_home.post("/account/password/", {"oldpassword": PASSWORD, "password1": NEW_PASSWORD})
    assert "one try too many" in page.content.decode()
