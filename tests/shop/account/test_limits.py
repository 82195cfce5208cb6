"""Guessing is counted exactly, by network and by account, whatever arrives at once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from shop.accounts.adapter import AccountAdapter
from shop.models import User
from tests.factories.shop import UserFactory
from tests.shop.account.conftest import is_signed_in, sign_in, sign_up

LIMIT = 20
PARALLEL = 60


@pytest.fixture
def few(settings: Any) -> None:
    """Set the limits low enough to be reached soon."""
    rates = {**settings.SHOP["RATES"], "sign-in-network": f"{LIMIT}/min", "sign-in-account": "9/h"}
    settings.SHOP = {**settings.SHOP, "RATES": {**rates, "sign-up-network": "3/h"}}


def statuses_of_parallel(senders: int = 12) -> Counter[int]:
    """Return how the answers to sign-ins that overlap end, each of another account."""

    def send(number: int) -> int:
        try:
            return int(sign_in(Client(), f"nobody{number}@example.com", "a guess").status_code)
        finally:
            connection.close()

    with ThreadPoolExecutor(senders) as pool:
        return Counter(pool.map(send, range(PARALLEL)))


@pytest.mark.django_db(transaction=True)
def test_parallel_sign_ins_of_one_network_get_the_limit_exactly(few: None) -> None:
    assert statuses_of_parallel() == {200: LIMIT, 429: PARALLEL - LIMIT}


@pytest.mark.django_db(transaction=True)
def test_reading_and_writing_back_would_let_more_through(
    few: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: the same counter, read and then written."""

    def count(*, kind: str, caller: str, rate: str) -> Any:
        used = cache.get("inexact", 0)
        User.objects.count()  # as much time as a request to the cache server and back
        cache.set("inexact", used + 1)
        limit = type("Limit", (), {"is_exceeded": used >= LIMIT, "wait_s": 1, "wait_words": "1"})
        return limit() if kind == "sign-in-network" else None

    monkeypatch.setattr("shop.views.limits.count_request", count)
    assert statuses_of_parallel()[200] > LIMIT


@pytest.mark.django_db
def test_an_account_is_guessed_at_only_so_often_from_wherever(few: None, ada: User) -> None:
    for number in range(9):
        client = Client(REMOTE_ADDR=f"192.0.2.{number}")
        assert "do not belong together" in sign_in(client, ada.email, "a guess").content.decode()
    client = Client(REMOTE_ADDR="192.0.2.99")
    page = sign_in(client, "ADA@example.com")  # the right password
    assert "one try too many" in page.content.decode()
    assert not is_signed_in(client)
    other = UserFactory()
    assert sign_in(client, other.email).status_code == 302


@pytest.mark.django_db
def test_without_the_count_the_tenth_try_opens_the_account(
    few: None, ada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control of the test above."""
    monkeypatch.setattr(AccountAdapter, "pre_authenticate", lambda *_, **__: None)
    for _ in range(9):
        sign_in(Client(), ada.email, "a guess")
    assert sign_in(Client(), ada.email).status_code == 302


@pytest.mark.django_db
def test_an_address_that_nobody_has_is_counted_alike(few: None) -> None:
    pages = [sign_in(Client(), "nobody@example.com", "a guess") for _ in range(10)]
    assert "do not belong together" in pages[8].content.decode()
    assert "one try too many" in pages[9].content.decode()


@pytest.mark.django_db
def test_sign_ups_of_one_network_are_counted_and_looking_is_not(few: None) -> None:
    client = Client()
    for number in range(3):
        assert sign_up(client, f"new{number}@example.com").status_code == 302
    response = sign_up(client, "new4@example.com")
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 3600
    assert "a little too much at once" in response.content.decode()
    assert not User.objects.filter(email="new4@example.com").exists()
    assert client.get("/account/sign-up/").status_code == 200
    assert sign_up(Client(REMOTE_ADDR="2001:db8::1"), "new5@example.com").status_code == 302


@pytest.mark.django_db
def test_a_claimed_address_is_not_believed(few: None) -> None:
    statuses = [
        sign_up(Client(headers={"x-forwarded-for": f"198.51.100.{n}"}), f"x{n}@example.com")
        for n in range(4)
    ]
    assert [each.status_code for each in statuses] == [302, 302, 302, 429]
