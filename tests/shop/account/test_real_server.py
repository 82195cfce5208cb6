"""Signing in over HTTP, to the server that production runs."""

import re

import pytest
import requests

from tests.api.web import running_web
from tests.factories.shop import PASSWORD, UserFactory

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@pytest.mark.django_db(transaction=True)
def test_an_account_is_opened_by_its_password() -> None:
    user = UserFactory()
    with running_web() as address, requests.Session() as session:
        page = session.get(f"{address}/account/sign-in/", timeout=60)
        found = TOKEN.search(page.text)
        assert found is not None
        data = {"login": user.email, "csrfmiddlewaretoken": found.group(1)}
        wrong = session.post(page.url, {**data, "password": "a guess"}, timeout=60)
        assert "do not belong together" in wrong.text
        home = session.post(page.url, {**data, "password": PASSWORD}, timeout=60)
        assert home.url == f"{address}/account/"
        assert f"You are signed in as {user.email}." in home.text
        for path in ("security/", "wishlist/", "privacy/"):
            assert session.get(f"{address}/account/{path}", timeout=60).status_code == 200
