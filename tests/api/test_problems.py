"""Every error is a problem document, whatever went wrong and wherever."""

import json
from typing import Any

import pytest
from django.db import DataError, IntegrityError, OperationalError
from django.test import Client
from rest_framework.test import APIClient
from structlog.testing import capture_logs

from shop.api.problems import flatten
from shop.exceptions import JobAlreadyRunning, ShopError
from shop.models import Review, User
from tests.api.conftest import program, signed_in
from tests.factories.shop import ProductFactory

BRANDS = "/api/v1/brands/"
REVIEWS = "/api/v1/reviews/"


def members(response: Any) -> dict[str, Any]:
    assert response["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body["status"] == response.status_code
    return body


@pytest.mark.django_db
def test_invalid_input_names_each_field(shopper: User) -> None:
    response = signed_in(shopper).post(REVIEWS, {"rating": 9})
    assert members(response) == {
        "type": "urn:vitrine:problem:invalid",
        "title": "Bad Request",
        "status": 400,
        "detail": "The request does not fit.",
        "instance": REVIEWS,
        "errors": {
            "product": ["This field is required."],
            "rating": ["Ensure this value is less than or equal to 5."],
        },
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "url", "status", "kind"),
    [
        ("get", f"{BRANDS}none/", 404, "not-found"),
        ("get", "/api/v1/nothing/", 404, "not-found"),
        ("get", "/api/nothing", 404, "not-found"),
        ("get", f"{BRANDS}a%00b/", 404, "not-found"),
        ("post", BRANDS, 401, "not-authenticated"),
        ("put", BRANDS, 401, "not-authenticated"),
        ("options", BRANDS, 405, "method-not-allowed"),
        ("get", f"{BRANDS}?page=0", 404, "not-found"),
    ],
)
def test_addresses_and_methods(
    anonymous: APIClient, method: str, url: str, status: int, kind: str
) -> None:
    response = getattr(anonymous, method)(url)
    body = members(response)
    assert (response.status_code, body["type"]) == (status, f"urn:vitrine:problem:{kind}")


@pytest.mark.django_db
def test_a_method_that_is_not_there(staff: User) -> None:
    body = members(signed_in(staff).put("/api/v1/products/x/", {}))
    assert body["type"] in {
        "urn:vitrine:problem:permission-denied",
        "urn:vitrine:problem:method-not-allowed",
    }


@pytest.mark.django_db
def test_only_json_is_spoken(shopper: User, anonymous: APIClient) -> None:
    response = anonymous.get(BRANDS, headers={"Accept": "text/html"})
    assert members(response)["type"] == "urn:vitrine:problem:not-acceptable"
    response = signed_in(shopper).post(REVIEWS, "rating=5", content_type="text/plain")
    assert (response.status_code, members(response)["type"]) == (
        415,
        "urn:vitrine:problem:unsupported-media-type",
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        (b"{", 400, "parse-error"),
        (b'{"rating": NaN}', 400, "parse-error"),
        (b"\xff\xfe", 400, "parse-error"),
        (b"[" * 100_000, 400, "parse-error"),
        (b'{"product": "' + b"x" * (5 * 1024 * 1024) + b'"}', 413, "content-too-large"),
        (json.dumps({"title": "\ud800"}).encode(), 400, "parse-error"),
        (b'{"rating": 5, "product": "a\\u0000b"}', 400, "parse-error"),
        (b"[1, 2]", 400, "invalid"),
        (b"null", 400, "invalid"),
        (b"1" * 5000, 400, "parse-error"),
    ],
)
def test_bodies_that_cannot_be_read(shopper: User, body: bytes, status: int, kind: str) -> None:
    client = signed_in(shopper)
    response = client.post(REVIEWS, body, content_type="application/json")
    assert (response.status_code, members(response)["type"]) == (
        status,
        f"urn:vitrine:problem:{kind}",
    )
    assert not Review.objects.exists()


@pytest.mark.django_db
def test_whole_characters_outside_the_first_plane_pass(shopper: User) -> None:
    ProductFactory.create(slug="tarp")
    words = json.dumps({"product": "tarp", "rating": 5, "title": "Dry \U0001f327"})
    assert "\\ud83c" in words
    response = signed_in(shopper).post(REVIEWS, words, content_type="application/json")
    assert response.json()["title"] == "Dry \U0001f327"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status", "kind", "detail"),
    [
        (RuntimeError("secret"), 500, "failure", "The server failed; the log has the reason."),
        (
            OperationalError("secret"),
            503,
            "unavailable",
            "The shop's database did not answer in time; try again in a moment.",
        ),
        (
            IntegrityError("secret"),
            409,
            "conflict",
            "This is in conflict with what is already there.",
        ),
        (DataError("secret"), 400, "parse-error", "A value cannot be stored."),
        (ShopError("No way."), 400, "shop-error", "No way."),
        (JobAlreadyRunning(), 409, "job-already-running", "This job is already running."),
    ],
)
def test_what_goes_wrong_inside_is_told_without_its_secrets(
    monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, kind: str, detail: str
) -> None:
    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr("shop.api.views.taxonomy.BrandViewSet.get_queryset", fail)
    with capture_logs() as lines:
        response = APIClient(raise_request_exception=False).get(BRANDS)
    body = members(response)
    assert (response.status_code, body["type"], body["detail"]) == (
        status,
        f"urn:vitrine:problem:{kind}",
        detail,
    )
    assert b"secret" not in response.content
    logged = [line for line in lines if "secret" in repr(line)]
    assert bool(logged) == ("secret" in str(error))
    if status == 503:
        assert response["Retry-After"] == "5"


@pytest.mark.django_db
def test_a_failure_outside_any_view_is_a_problem_below_api_only(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["shop.example"]
    client = Client(raise_request_exception=False)
    response = client.get("/api/v1/brands/", HTTP_HOST="evil.example")
    assert (response.status_code, members(response)["title"]) == (400, "Bad Request")
    page = client.get("/no-such-page/", HTTP_HOST="shop.example")
    assert page.status_code == 404
    assert page["Content-Type"].startswith("text/html")


@pytest.mark.django_db
def test_a_problem_tells_the_request_id(anonymous: APIClient) -> None:
    response = anonymous.get(f"{BRANDS}none/", headers={"X-Request-ID": "proxy-0001"})
    assert response["X-Request-ID"] == "proxy-0001"


@pytest.mark.django_db
def test_a_token_without_the_scope_is_told_which(staff: User) -> None:
    response = program(staff, "catalogue:read").get("/api/v1/import-jobs/")
    assert response.status_code == 403
    assert members(response)["detail"] == (
        "This needs the scope imports:run and an account that may do it."
    )


def test_nested_messages_get_paths() -> None:
    detail = {
        "title": ["Too long."],
        "variants": [{}, {"price": ["Too low."], "sku": ["Taken."]}],
        "tags": {"0": ["Too long."]},
    }
    assert flatten(detail) == {
        "title": ["Too long."],
        "variants.1.price": ["Too low."],
        "variants.1.sku": ["Taken."],
        "tags.0": ["Too long."],
    }
    assert flatten(["Nothing fits."]) == {"non_field_errors": ["Nothing fits."]}
