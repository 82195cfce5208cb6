"""The content policy and its companions are on every kind of page, and forgery is refused."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework.authentication import SessionAuthentication
from rest_framework.views import APIView

from tests.factories.shop import (
    CategoryFactory,
    PageFactory,
    ProductFactory,
    ReviewFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
STRICT = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
KINDS = [
    "/",
    "/c/",
    "/c/shelter/",
    "/p/tarp/",
    "/pages/shipping/",
    "/faq/",
    "/search/?q=tarp",
    "/no-such-page/",
    "/livez",
    "/readyz",
    "/robots.txt",
    "/admin/",
    "/admin/login/",
    "/admin/shop/product/",
    "/admin/shop/product/add/",
    "/api/docs/",
    "/api/docs/?script=",
    "/api/schema/",
    "/api/v1/products/",
    "/api/v1/nothing/",
    "/media/products/none.png",
]


def policy(response: Any) -> dict[str, str]:
    header: str = response["Content-Security-Policy"]
    return {part.split()[0]: " ".join(part.split()[1:]) for part in header.split(";") if part}


@pytest.fixture
def shop() -> None:
    category = CategoryFactory.create(slug="shelter")
    ReviewFactory.create(product=ProductFactory.create(slug="tarp", category=category))
    PageFactory.create(slug="shipping")


@pytest.mark.parametrize("is_staff", [False, True])
@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_page_has_the_strict_policy(shop: None, path: str, is_staff: bool) -> None:
    client = Client()
    if is_staff:
        client.force_login(UserFactory.create(staff=True))
    response = client.get(path)
    assert response.status_code < 500 or path == "/readyz"
    directives = policy(response)
    assert "unsafe" not in response["Content-Security-Policy"]
    assert {name: directives.get(name) for name in STRICT} == STRICT
    assert not {"http:", "https:", "*"} & set(" ".join(directives.values()).split())
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"


def test_a_page_without_the_policy_would_be_seen() -> None:
    """The negative control: a bare answer has none of these headers."""
    with pytest.raises(KeyError):
        policy(HttpResponse())


def views(patterns: Any = None, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every address of the site with its view."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from views(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route, pattern.callback


# Machines post there without a session, and sign each message (tests/shop/orders/test_webhook.py).
SIGNED = {"payments/<slug:code>/webhook/"}
# These look at no session: whoever is signed in, a post there is nobody's.
SESSIONLESS = {"api/v1/events/", "api/v1/history/", "api/v1/sentiment/"}


def test_only_views_that_check_sessions_themselves_are_exempt_from_the_csrf_check() -> None:
    found = {route: view for route, view in views() if getattr(view, "csrf_exempt", False)}
    assert found.keys() >= SIGNED
    assert {
        route
        for route, view in found.items()
        if route not in SIGNED and SessionAuthentication not in view.cls.authentication_classes
    } == SESSIONLESS
    exempt = {route: view for route, view in found.items() if route not in SIGNED | SESSIONLESS}
    assert exempt
    for route, view in exempt.items():
        assert issubclass(view.cls, APIView), route
        assert SessionAuthentication in view.cls.authentication_classes, route


def test_a_post_without_the_token_is_refused_everywhere(shop: None) -> None:
    """Every address without parameters, as staff; the API answers with a problem document."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory.create(staff=True))
    paths = [
        f"/{route}"
        for route, _ in views()
        if not set("<^(?\\") & set(route) and route not in SESSIONLESS
    ]
    paths += ["/p/tarp/review/", "/admin/shop/product/add/"]
    assert len(paths) > 20
    sent = {True: "application/json", False: "application/x-www-form-urlencoded"}
    statuses = {
        path: client.post(path, content_type=sent[path.startswith("/api/")]).status_code
        for path in paths
    }
    # 405: a view of the API that reads only, whatever comes along; 415: one that takes files.
    assert {status for path, status in statuses.items() if not path.startswith("/api/")} == {403}
    assert {status for path, status in statuses.items() if path.startswith("/api/v1/")} <= {
        403,
        405,
        415,
    }
    assert statuses["/api/v1/orders/"] == statuses["/api/v1/products/"] == 403


def test_with_the_token_the_same_post_passes(shop: None) -> None:
    """The negative control: it is the missing token that is refused."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory.create(staff=True))
    client.cookies["csrftoken"] = "a" * 32
    response = client.post(
        "/api/v1/products/",
        {"title": "Tarp"},
        content_type="application/json",
        headers={"X-CSRFToken": "a" * 32},
    )
    assert response.status_code == 201
