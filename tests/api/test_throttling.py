"""Rate limits hold exactly under load; a cache that is down limits nobody."""

import socket
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
import requests
from django.contrib.auth.models import AnonymousUser
from requests.adapters import HTTPAdapter
from rest_framework.request import Request
from rest_framework.settings import api_settings
from rest_framework.test import APIClient, APIRequestFactory
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView
from structlog.testing import capture_logs

from shop.api.throttling import ExactRateThrottle
from shop.models import User
from shop.rate_limits import RateLimit, network_of, parse_rate, quiet
from tests.api.conftest import program, signed_in
from tests.api.web import running_web

LIMIT = 100
PARALLEL = 200
URL = "/api/v1/brands/"


def rates(settings: Any, **changes: Any) -> None:
    settings.REST_FRAMEWORK = {
        **settings.REST_FRAMEWORK,
        "DEFAULT_THROTTLE_RATES": {
            "anonymous": f"{LIMIT}/min",
            "token": f"{LIMIT}/min",
            "staff": f"{LIMIT}/min",
        },
        **changes,
    }


def request_from(address: str, forwarded: str | None = None) -> Request:
    headers: Any = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    request = Request(APIRequestFactory().get(URL, REMOTE_ADDR=address, **headers))
    request.user, request.auth = AnonymousUser(), None
    return request


def allowed_of_parallel(throttle: Any) -> int:
    """Return how many of 200 requests that start together are let through."""
    barrier = Barrier(20)

    def worker(_: int) -> int:
        barrier.wait()
        return sum(
            throttle().allow_request(request_from("192.0.2.1"), APIView())
            for _ in range(PARALLEL // 20)
        )

    with ThreadPoolExecutor(20) as pool:
        return sum(pool.map(worker, range(20)))


def test_200_parallel_requests_get_the_limit_exactly(settings: Any) -> None:
    rates(settings)
    assert allowed_of_parallel(ExactRateThrottle) == LIMIT


def test_rest_frameworks_own_throttle_overshoots(settings: Any) -> None:
    """The negative control: read, decide, write back lets more through."""

    class Inexact(SimpleRateThrottle):
        rate = f"{LIMIT}/min"

        def get_cache_key(self, request: Any, view: Any) -> str:
            return "inexact"

    assert allowed_of_parallel(Inexact) > LIMIT


def test_a_spoofed_forwarded_address_does_not_help(settings: Any) -> None:
    rates(settings, NUM_PROXIES=0)
    keys = {
        ExactRateThrottle().identify(request_from("192.0.2.1", f"10.0.0.{n}")) for n in range(9)
    }
    assert keys == {("anonymous", "address:192.0.2.1")}


def test_behind_one_proxy_the_address_it_saw_counts(settings: Any) -> None:
    rates(settings, NUM_PROXIES=1)
    seen = {
        ExactRateThrottle().identify(request_from("10.0.0.1", f"10.9.9.{n}, 192.0.2.7"))
        for n in range(9)
    }
    assert seen == {("anonymous", "address:192.0.2.7")}


def test_trusting_the_whole_header_would_let_a_spoofer_through(settings: Any) -> None:
    """The negative control of the two above: NUM_PROXIES unset believes the client."""
    rates(settings, NUM_PROXIES=None)
    seen = {
        ExactRateThrottle().identify(request_from("192.0.2.1", f"10.9.9.{n}")) for n in range(9)
    }
    assert len(seen) == 9


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("unix:", "unix:"),
    ],
)
def test_an_ipv6_host_is_its_network(address: str, counted: str) -> None:
    assert network_of(address) == counted


@pytest.mark.django_db(transaction=True)
def test_over_http_too_whatever_address_a_client_claims() -> None:
    """200 requests at once to the real server, each with a forwarded address of its own."""
    with running_web() as address, requests.Session() as session:
        session.mount("http://", HTTPAdapter(pool_maxsize=32))

        def ask(number: int) -> int:
            claimed = {"X-Forwarded-For": f"198.51.100.{number}"}
            return session.get(address + URL, headers=claimed, timeout=60).status_code

        with ThreadPoolExecutor(32) as pool:
            statuses = Counter(pool.map(ask, range(PARALLEL)))
    assert statuses == {200: 120, 429: 80}


@pytest.mark.django_db
def test_the_answer_says_where_the_caller_stands(settings: Any, anonymous: APIClient) -> None:
    rates(settings)
    response = anonymous.get(URL)
    assert response["RateLimit-Policy"] == '"anonymous";q=100;w=60'
    assert response["RateLimit"].startswith('"anonymous";r=99;t=')
    assert 59 <= int(response["RateLimit"].rpartition("=")[2]) <= 60


@pytest.mark.django_db
def test_beyond_the_limit_comes_a_problem_that_says_when_to_return(
    settings: Any, anonymous: APIClient
) -> None:
    rates(settings, DEFAULT_THROTTLE_RATES={"anonymous": "3/min"})
    statuses = [anonymous.get(URL).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    response = anonymous.get(URL)
    assert response["Content-Type"] == "application/problem+json"
    assert response["RateLimit"].startswith('"anonymous";r=0;t=')
    assert 1 <= int(response["Retry-After"]) <= 60
    body = response.json()
    assert body["type"] == "urn:vitrine:problem:throttled"
    assert body["detail"] == "Too many requests for now."


@pytest.mark.django_db
def test_tokens_accounts_and_addresses_are_counted_apart(
    settings: Any, anonymous: APIClient, shopper: User, staff: User
) -> None:
    rates(
        settings, DEFAULT_THROTTLE_RATES={"anonymous": "1/min", "token": "2/min", "staff": "3/min"}
    )
    callers = [
        (anonymous, '"anonymous";q=1;w=60'),
        (signed_in(shopper), '"anonymous";q=1;w=60'),
        (program(shopper), '"token";q=2;w=60'),
        (program(shopper), '"token";q=2;w=60'),
        (signed_in(staff), '"staff";q=3;w=60'),
    ]
    for client, policy in callers:
        response = client.get(URL)
        assert (response.status_code, response["RateLimit-Policy"]) == (200, policy)


def test_the_window_ends_by_itself(settings: Any) -> None:
    """The counter expires with its window, even one that lost its expiry."""
    rates(settings, DEFAULT_THROTTLE_RATES={"anonymous": "1/s"})
    request = request_from("192.0.2.9")
    throttle = ExactRateThrottle()
    assert throttle.allow_request(request, APIView())
    assert not throttle.allow_request(request, APIView())
    assert throttle.limit is not None
    assert 0 < throttle.limit.reset_s <= 1


def test_limits_in_the_settings_can_be_read() -> None:
    assert {
        kind: parse_rate(str(rate)) for kind, rate in api_settings.DEFAULT_THROTTLE_RATES.items()
    } == {
        "anonymous": (120, 60),
        "suggest": (600, 60),
        "sentiment": (60, 60),
        "events": (600, 60),
        "recommendations": (600, 60),
        "token": (600, 60),
        "staff": (1200, 60),
    }
    assert RateLimit(kind="x", quota=5, window_s=60, used=9, reset_s=0.2).headers == {
        "RateLimit-Policy": '"x";q=5;w=60',
        "RateLimit": '"x";r=0;t=1',
    }


@pytest.fixture
def dead_cache(settings: Any) -> Iterator[None]:
    """Point the limiter at a port where nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    before = settings.CACHES
    settings.CACHES = {"default": {**before["default"], "LOCATION": f"redis://127.0.0.1:{port}/1"}}
    quiet.until = 0.0
    yield
    settings.CACHES = before


def test_a_dead_cache_limits_nobody_and_says_so_once(settings: Any, dead_cache: None) -> None:
    rates(settings, DEFAULT_THROTTLE_RATES={"anonymous": "1/min"})
    with capture_logs() as lines:
        results = [
            ExactRateThrottle().allow_request(request_from("192.0.2.1"), APIView())
            for _ in range(5)
        ]
    assert results == [True] * 5
    assert [line["event"] for line in lines] == ["rate_limits_off"]
