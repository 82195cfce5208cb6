"""Health: /livez answers while the process lives, /readyz says which service is missing."""

import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from ai.indexing.spaces import ensure_default_space
from ai.models import EmbeddingSpace
from config import health
from tests.conftest import eventually, running_worker

pytestmark = pytest.mark.django_db(transaction=True)
NAMES = ["database", "migrations", "live_space", "broker", "cache", "worker"]
FINE = dict.fromkeys(NAMES, "ok")


def asked(query: str = "") -> tuple[int, dict[str, Any]]:
    response = Client().get(f"/readyz{query}")
    assert "no-store" in response["Cache-Control"]
    return response.status_code, response.json()


@pytest.fixture
def whole(settings: Any) -> EmbeddingSpace:
    """Have everything there: a live space, and a worker seen just now."""
    cache.set(settings.WORKER_HEARTBEAT_KEY, time.time())
    return ensure_default_space()


@pytest.fixture
def closed_port() -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        yield free.getsockname()[1]


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port that takes connections and never says a word."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(50)
        yield listener.getsockname()[1]


def test_livez_needs_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        response = Client().get("/livez")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_a_whole_shop_is_ready(whole: EmbeddingSpace) -> None:
    assert asked() == (200, {"status": "ok", "needs": NAMES, "checks": FINE})


def test_without_a_live_space_the_answer_names_it(whole: EmbeddingSpace) -> None:
    EmbeddingSpace.objects.update(status="retired")
    status, body = asked()
    assert (status, body["status"]) == (503, "unavailable")
    expected = "No embedding space is live: run `manage.py embed`."
    assert body["checks"] == {**FINE, "live_space": expected}


@pytest.mark.parametrize(
    ("age", "sentence"),
    [
        (None, "No worker has given a sign of life."),
        (31.0, "The worker was last seen 31 s ago."),
        (29.0, "ok"),
    ],
)
def test_an_old_heartbeat_is_no_worker(
    whole: EmbeddingSpace, settings: Any, age: float | None, sentence: str
) -> None:
    if age is None:
        cache.delete(settings.WORKER_HEARTBEAT_KEY)
    else:
        cache.set(settings.WORKER_HEARTBEAT_KEY, time.time() - age)
    status, body = asked()
    assert body["checks"] == {**FINE, "worker": sentence}
    assert status == (200 if sentence == "ok" else 503)


def test_a_real_worker_gives_signs_of_life(settings: Any) -> None:
    ensure_default_space()
    assert asked()[0] == 503
    with running_worker():
        eventually(lambda: asked()[0] == 200, within=60, every=0.5)


def test_a_missing_migration_is_named(whole: EmbeddingSpace) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE django_migrations SET app = 'gone' WHERE app = 'sessions' RETURNING name"
        )
        name = cursor.fetchone()[0]
    try:
        body = asked()[1]
    finally:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE django_migrations SET app = 'sessions' WHERE app = 'gone'")
    sentence = f"1 migrations are not applied, sessions.{name} first: migrate."
    assert body["checks"]["migrations"] == sentence


def test_what_a_load_balancer_needs_can_be_named(whole: EmbeddingSpace, settings: Any) -> None:
    cache.delete(settings.WORKER_HEARTBEAT_KEY)
    status, body = asked("?needs=database,migrations")
    assert (status, body["status"], body["needs"]) == (200, "ok", ["database", "migrations"])
    assert body["checks"]["worker"] == "No worker has given a sign of life."
    assert asked("?needs=database,worker")[0] == 503
    status, body = asked("?needs=database,coffee")
    assert status == 400
    assert body["detail"] == f"There is no check coffee: choose from {', '.join(NAMES)}."


def test_a_database_that_refuses_is_told_without_its_secrets(
    whole: EmbeddingSpace, monkeypatch: pytest.MonkeyPatch, closed_port: int
) -> None:
    monkeypatch.setitem(connection.settings_dict, "PORT", str(closed_port))
    status, body = asked()
    assert status == 503
    assert body["checks"] == {
        **FINE,
        "database": "The database does not answer.",
        "migrations": "not checked",
        "live_space": "not checked",
    }


@pytest.mark.alone
@pytest.mark.parametrize("port", ["closed_port", "silent_port"])
def test_a_broker_that_refuses_or_hangs(
    whole: EmbeddingSpace, settings: Any, request: Any, port: str
) -> None:
    settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{request.getfixturevalue(port)}/0"
    began = time.monotonic()
    status, body = asked()
    assert time.monotonic() - began < 2.5
    assert (status, body["checks"]) == (503, {**FINE, "broker": "The broker does not answer."})


@pytest.mark.alone
@pytest.mark.parametrize("port", ["closed_port", "silent_port"])
def test_a_cache_that_refuses_or_hangs(
    whole: EmbeddingSpace, settings: Any, request: Any, port: str
) -> None:
    number = request.getfixturevalue(port)
    before = settings.CACHES
    settings.CACHES = {
        "default": {**before["default"], "LOCATION": f"redis://127.0.0.1:{number}/1"}
    }
    began = time.monotonic()
    status, body = asked()
    assert time.monotonic() - began < 4
    expected = {**FINE, "cache": "The cache does not answer.", "worker": "not checked"}
    assert (status, body["checks"]) == (503, expected)


@pytest.mark.alone
def test_a_database_that_hangs_does_not_hang_the_probe(
    whole: EmbeddingSpace, monkeypatch: pytest.MonkeyPatch, silent_port: int
) -> None:
    monkeypatch.setitem(connection.settings_dict, "PORT", str(silent_port))
    began = time.monotonic()
    checks = health.run_checks()
    assert time.monotonic() - began < health.CONNECT_TIMEOUT_S + 1.5
    assert checks["database"] == "The database does not answer."


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_probes_are_reads(path: str) -> None:
    assert Client().post(path).status_code == 405
    assert Client().head(path).status_code in {200, 503}
