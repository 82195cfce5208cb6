"""Nobody learns from a page, or from how long it takes, who has an account."""

import re
from typing import Any

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from shop.accounts.forms import SignUpForm
from shop.models import OutgoingEmail, User
from tests.factories.shop import UserFactory
from tests.shop.account.conftest import confirm_again, sign_in, sign_up
from tests.shop.account.letters import subjects

pytestmark = pytest.mark.django_db

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
KNOWN, UNKNOWN = "ada@example.com", "eva@example.com"


class CountingHasher(MD5PasswordHasher):
    """Counts the hashes it makes: in production each takes most of a page's time."""

    algorithm = "counting"
    made = 0

    def encode(self, password: str, salt: str) -> str:
        CountingHasher.made += 1
        return super().encode(password, salt)


@pytest.fixture
def counted_hashes(settings: Any, ada: User) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    ada.set_password("something else entirely 5")
    ada.save()


def answer(response: Any, email: str) -> tuple[int, str, str]:
    """Return what a stranger sees of an answer, the typed address itself left out."""
    body = TOKEN.sub("", response.content.decode()).replace(email, "…")
    return response.status_code, response.get("Location", ""), body


def test_signing_up_answers_the_same(ada: User) -> None:
    known, unknown = Client(), Client()
    first, second = sign_up(known, KNOWN), sign_up(unknown, UNKNOWN)
    assert answer(first, KNOWN) == answer(second, UNKNOWN)
    assert set(first.cookies) == set(second.cookies)
    pages = [client.get("/account/confirm-email/") for client in (known, unknown)]
    assert answer(pages[0], KNOWN) == answer(pages[1], UNKNOWN)
    # The letter tells the rest, to whom it concerns.
    assert subjects(KNOWN) == ["You have an account at Vitrine Outfitters"]
    assert subjects(UNKNOWN) == ["Confirm your address for Vitrine Outfitters"]
    assert User.objects.get(email=KNOWN).check_password("a bothy with a stove 9") is False


def test_and_so_does_the_sign_in_that_a_stranger_tries_next(ada: User) -> None:
    """With the password just chosen: it is refused in the same words for either address."""
    client = Client()
    sign_up(client, KNOWN)
    sign_up(client, UNKNOWN)
    tries = [
        answer(sign_in(Client(), email, "a bothy with a stove 9"), email)
        for email in (KNOWN, UNKNOWN)
    ]
    assert tries[0] == tries[1]


def test_a_forgotten_password_answers_the_same(ada: User) -> None:
    answers = [
        answer(Client().post("/account/password/forgotten/", {"email": email}), email)
        for email in (KNOWN, UNKNOWN)
    ]
    assert answers[0] == answers[1]
    assert subjects(KNOWN) == ["A new password for Vitrine Outfitters"]
    assert subjects(UNKNOWN) == ["No account with this address at Vitrine Outfitters"]


def test_signing_in_answers_the_same(ada: User) -> None:
    answers = [
        answer(sign_in(Client(), email, "a guess 12345"), email) for email in (KNOWN, UNKNOWN)
    ]
    assert answers[0] == answers[1]


def test_changing_to_a_taken_address_answers_the_same(at_home: Client) -> None:
    confirm_again(at_home)
    taken = UserFactory()
    answers = [
        answer(at_home.post("/account/email/", {"email": email, "action_add": ""}), email)
        for email in (taken.email, UNKNOWN)
    ]
    assert answers[0] == answers[1]


def hashes_of(call: Any, email: str) -> int:
    """Return how many hashes a call makes."""
    before = CountingHasher.made
    call(email)
    return CountingHasher.made - before


CALLS = {
    "sign in": lambda email: sign_in(Client(), email, "a guess 12345"),
    "sign up": lambda email: sign_up(Client(), email),
    "forgotten": lambda email: Client().post("/account/password/forgotten/", {"email": email}),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_known_address_takes_as_long_as_an_unknown_one(counted_hashes: None, name: str) -> None:
    """What takes long is hashing: it is done as often either way."""
    hashes = [hashes_of(CALLS[name], email) for email in (KNOWN, UNKNOWN)]
    assert hashes[0] == hashes[1] == (0 if name == "forgotten" else 1)


def test_without_the_idle_hash_the_times_tell_it(
    counted_hashes: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: the sign-up form as it comes makes none over a known address."""
    monkeypatch.setattr(SignUpForm, "try_save", SignUpForm.__mro__[1].try_save)
    assert [hashes_of(CALLS["sign up"], email) for email in (KNOWN, UNKNOWN)] == [0, 1]


def test_letters_that_anybody_can_have_sent_are_few(ada: User) -> None:
    for _ in range(8):
        Client().post("/account/password/forgotten/", {"email": KNOWN})
    sign_up(Client(), KNOWN)
    assert OutgoingEmail.objects.filter(to=KNOWN).count() == 5
