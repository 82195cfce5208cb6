"""Fixtures every test may use."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection

REPOSITORY = Path(__file__).resolve().parents[1]
HASHING_EMBEDDER = {
    "BACKEND": "ai.providers.embedders.hashing.HashingEmbedder",
    "OPTIONS": {"dimensions": 64},
}


@pytest.fixture(autouse=True)
def hashing_embedder(request: pytest.FixtureRequest, settings: Any) -> None:
    """Use the small deterministic embedder unless the test is marked `model`."""
    if "model" not in request.keywords:
        settings.AI_PROVIDERS = {**settings.AI_PROVIDERS, "embedder": HASHING_EMBEDDER}


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Start every test with an empty cache: rate limits and heartbeats do not leak."""
    cache.clear()


@pytest.fixture
def data_dir() -> Path:
    """Return the folder of real data, or skip."""
    path = Path(os.environ.get("VITRINE_DATA", REPOSITORY.parent / "shared" / "data"))
    if not path.is_dir():
        pytest.skip(f"the real data is not at {path}; set VITRINE_DATA to its folder")
    return path


def process_environment(**extra: str) -> dict[str, str]:
    """Return an environment in which a child process uses the test's database."""
    settings = connection.settings_dict
    url = (
        f"postgresql://{settings['USER']}:{settings['PASSWORD']}@{settings['HOST']}"
        f":{settings['PORT']}/{settings['NAME']}"
    )
    return {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "AI_EMBEDDER": HASHING_EMBEDDER["BACKEND"],  # type: ignore[dict-item]
        "AI_EMBEDDER_OPTIONS": '{"dimensions": 64}',
        "OMP_NUM_THREADS": "1",
        **extra,
    }


@contextmanager
def running_worker(*arguments: str, **extra: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a real Celery worker on the test database; killed with its children at the end."""
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "celery", "-A", "config", "worker", "--loglevel", "WARNING"),
            *("--without-gossip", "--without-mingle", "--concurrency", "1", *arguments),
        ],
        cwd=REPOSITORY,
        env=process_environment(VITRINE_ROLE="worker", **extra),
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)


@pytest.fixture
def worker(transactional_db: None) -> Iterator[subprocess.Popen[bytes]]:
    """Return a running Celery worker that shares the test's database and broker."""
    with running_worker() as process:
        yield process


def eventually(condition: Callable[[], Any], *, within: float = 30.0, every: float = 0.1) -> Any:
    """Return the condition's first true value; fail when it stays false for `within` seconds."""
    end = time.monotonic() + within
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            pytest.fail(f"still not true after {within} s: {condition}")
        time.sleep(every)
