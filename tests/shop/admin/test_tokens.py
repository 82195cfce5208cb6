"""API tokens: shown once, kept as a hash, revoked."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from knox.crypto import hash_token

from shop.models import ApiToken, User

pytestmark = pytest.mark.django_db
ADD = reverse("admin:shop_apitoken_add")
LIST = reverse("admin:shop_apitoken_changelist")


def make(admin: Client, **more: object) -> str:
    data = {"name": "stock", "scopes": ["catalogue:read", "catalogue:write"], "expires": "30"}
    response = admin.post(ADD, {**data, **more})
    assert "no-store" in response["Cache-Control"]
    return response.content.decode()


def secret_in(page: str) -> str:
    match = re.search(r'id="token-secret">([^<]+)<', page)
    assert match
    return match[1]


def test_the_secret_is_shown_once_and_stored_as_a_hash(admin: Client, superuser: User) -> None:
    secret = secret_in(make(admin))
    token = ApiToken.objects.get()
    assert token.digest == hash_token(secret)
    assert token.user == superuser
    assert token.scopes == ["catalogue:read", "catalogue:write"]
    assert token.expiry is not None
    assert 29 <= (token.expiry - timezone.now()).days <= 30
    for address in (LIST, reverse("admin:shop_apitoken_change", args=[token.pk]), ADD):
        page = admin.get(address).content.decode()
        assert secret not in page
    assert secret not in str(list(LogEntry.objects.values()))


def test_an_unknown_scope_makes_no_token(admin: Client) -> None:
    admin.post(ADD, {"name": "x", "scopes": ["everything:do"], "expires": ""})
    assert not ApiToken.objects.exists()


def test_a_token_that_never_expires_must_be_asked_for(admin: Client) -> None:
    make(admin, expires="")
    assert ApiToken.objects.get().expiry is None
    assert '<option value="90" selected>' in admin.get(ADD).content.decode()


def test_revoking_deletes_after_a_question(admin: Client) -> None:
    make(admin)
    token = ApiToken.objects.get()
    address = reverse("admin:shop_apitoken_delete", args=[token.pk])
    assert admin.get(address).status_code == 200
    assert ApiToken.objects.exists()
    assert admin.post(address, {"post": "yes"}).status_code == 302
    assert not ApiToken.objects.exists()


def test_a_token_is_not_changed(admin: Client) -> None:
    make(admin)
    token = ApiToken.objects.get()
    address = reverse("admin:shop_apitoken_change", args=[token.pk])
    assert admin.post(address, {"name": "other", "scopes": "imports:run"}).status_code == 403
    token.refresh_from_db()
    assert token.name == "stock"
