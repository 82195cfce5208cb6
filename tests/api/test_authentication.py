"""Tokens: hashed, revocable, expiring, limited to scopes and to what their account may do."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from rest_framework.test import APIClient

from shop.exceptions import InvalidValue
from shop.models import ApiToken, User
from shop.services.tokens import create_token
from tests.api.conftest import program

pytestmark = pytest.mark.django_db
JOBS = "/api/v1/import-jobs/"


def status_with(header: str) -> tuple[int, dict[str, Any]]:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=header)
    response = client.get(JOBS)
    return response.status_code, response.json()


def test_the_secret_is_stored_as_a_hash_only(staff: User) -> None:
    token, secret = create_token(user=staff, name="till", scopes=["imports:run"])
    stored = ApiToken.objects.filter(pk=token.pk).values_list()[0]
    assert len(secret) == 64
    assert not any(secret in str(value) for value in stored)
    assert status_with(f"Bearer {secret}")[0] == 200


def test_an_unknown_scope_makes_no_token(staff: User) -> None:
    with pytest.raises(InvalidValue, match="There is no scope catalogue:own"):
        create_token(user=staff, name="till", scopes=["catalogue:own"])
    assert not ApiToken.objects.exists()


@pytest.mark.parametrize(
    "header",
    [
        "Bearer 0000000000000000000000000000000000000000000000000000000000000000",
        "Bearer",
        "Bearer two words",
        "Bearer caf\u00e9\u00ff",
        "bearer x",
    ],
)
def test_a_wrong_token_is_told_apart_from_none(db: None, header: str) -> None:
    status, body = status_with(header)
    assert status == 401
    assert body["type"] == "urn:vitrine:problem:authentication-failed"


def test_without_a_token_the_answer_names_the_way_in(anonymous: APIClient) -> None:
    response = anonymous.get(JOBS)
    assert response.status_code == 401
    assert response["WWW-Authenticate"] == "Bearer"
    assert response.json()["type"] == "urn:vitrine:problem:not-authenticated"


def test_an_expired_token_is_refused_and_kept_for_the_admin_to_see(staff: User) -> None:
    token, secret = create_token(
        user=staff, name="till", scopes=["imports:run"], expires_in=timedelta(hours=1)
    )
    assert status_with(f"Bearer {secret}")[0] == 200
    ApiToken.objects.filter(pk=token.pk).update(expiry=timezone.now())
    assert status_with(f"Bearer {secret}")[0] == 401
    assert ApiToken.objects.filter(pk=token.pk).exists()


def test_a_deleted_token_is_refused_at_once(staff: User) -> None:
    token, secret = create_token(user=staff, name="till", scopes=["imports:run"])
    token.delete()
    assert status_with(f"Bearer {secret}")[0] == 401


def test_the_token_of_a_closed_account_is_refused(staff: User) -> None:
    _, secret = create_token(user=staff, name="till", scopes=["imports:run"])
    User.objects.filter(pk=staff.pk).update(is_active=False)
    assert status_with(f"Bearer {secret}")[0] == 401


def test_a_token_loses_what_its_account_loses(staff: User) -> None:
    _, secret = create_token(user=staff, name="till", scopes=["imports:run"])
    User.objects.filter(pk=staff.pk).update(is_superuser=False)
    assert status_with(f"Bearer {secret}")[0] == 403


def test_use_is_noted_at_most_once_a_minute(staff: User, django_assert_num_queries: Any) -> None:
    client = program(staff, "catalogue:read")
    with django_assert_num_queries(3):  # the token, its use, the attribute
        client.get("/api/v1/attributes/nothing/")
    first = ApiToken.objects.get().last_used_at
    assert first is not None
    with django_assert_num_queries(2):
        client.get("/api/v1/attributes/nothing/")
    assert ApiToken.objects.get().last_used_at == first
    ApiToken.objects.update(last_used_at=first - timedelta(seconds=61))
    client.get("/api/v1/attributes/nothing/")
    assert ApiToken.objects.get().last_used_at > first


def test_the_command_prints_a_token_that_works(staff: User) -> None:
    out = StringIO()
    call_command(
        "create_api_token",
        email=staff.email.upper(),
        name="till",
        scopes=["imports:run"],
        stdout=out,
    )
    assert status_with(f"Bearer {out.getvalue().strip()}")[0] == 200
    token = ApiToken.objects.get()
    assert (token.name, token.scopes, token.expiry) == ("till", ["imports:run"], None)


@pytest.mark.parametrize(
    ("email", "scope", "message"),
    [
        ("nobody@example.com", "imports:run", "There is no account nobody@example.com."),
        (None, "imports:walk", "There is no scope imports:walk"),
    ],
)
def test_the_command_refuses_in_one_sentence(
    staff: User, email: str | None, scope: str, message: str
) -> None:
    with pytest.raises(CommandError, match=message):
        call_command("create_api_token", email=email or staff.email, name="till", scopes=[scope])
    assert not ApiToken.objects.exists()
