"""The tasks as a worker runs them: chains, turns and the heartbeat."""

import subprocess
import time
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache

from ai import tasks
from ai.indexing.outbox import DrainResult, record
from ai.models import OutboxEntry, Priority
from tests.ai.reliability.shop import make_products
from tests.conftest import eventually
from tests.factories.ai import SlowEmbedder, make_space
from tests.factories.shop import ProductFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """Return the tasks that are sent, as (name, arguments, priority); nothing is."""
    found: list[tuple[Any, ...]] = []

    def note(task: Any, *args: Any, priority: int) -> bool:
        found.append((task.name.rpartition(".")[2], args, priority))
        return True

    monkeypatch.setattr(tasks, "send", note)
    return found


def products(count: int) -> list[int]:
    ids = [ProductFactory().pk for _ in range(count)]
    OutboxEntry.objects.all().delete()
    return ids


def test_a_sweep_with_little_to_do_does_it_and_ends(sent: list[tuple[Any, ...]]) -> None:
    make_space()
    record(kind="product", ids=products(3))
    sent.clear()
    tasks.drain_outbox()
    assert not OutboxEntry.objects.exists()
    assert sent == []
    assert cache.get(tasks.CHAIN_KEY) is None


def test_a_long_drain_gives_way_after_two_seconds_and_one_chain_goes_on(
    sent: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "DRAIN_S", 0.05)
    rounds: list[int] = []

    def busy(*, priority: int, **_: Any) -> DrainResult:
        rounds.append(priority)
        time.sleep(0.02)
        return DrainResult(claimed=1)

    monkeypatch.setattr(tasks, "drain", busy)
    tasks.drain_outbox()
    assert sent == [("drain_outbox", (Priority.BULK, True), Priority.BULK)]
    first = len(rounds)
    tasks.drain_outbox()  # the next sweep finds the chain at work
    assert len(rounds) == first
    tasks.drain_outbox(Priority.BULK, True)
    assert len(rounds) > first
    assert len(sent) == 2
    cache.delete(tasks.CHAIN_KEY)  # the chain was lost, its key ran out
    tasks.drain_outbox()
    assert len(sent) == 3


def test_a_provider_that_is_away_ends_the_round(
    sent: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds: list[int] = []

    def away(*, priority: int, **_: Any) -> DrainResult:
        rounds.append(priority)
        return DrainResult(claimed=64, away=True)

    monkeypatch.setattr(tasks, "drain", away)
    tasks.drain_outbox()
    assert rounds == [Priority.BULK]
    assert sent == []


@pytest.mark.alone
def test_an_edit_does_not_wait_for_an_import(worker: subprocess.Popen[bytes]) -> None:
    make_space(cls=SlowEmbedder, seconds=0.02)
    # Twelve seconds of work.
    record(kind="product", ids=make_products(600), priority=Priority.BULK)
    eventually(lambda: OutboxEntry.objects.count() < 590)
    edited = ProductFactory()
    begun = time.monotonic()
    eventually(lambda: is_embedded(edited), within=5, every=0.05)
    assert time.monotonic() - begun < 5
    assert OutboxEntry.objects.filter(priority=Priority.BULK).count() > 50


def is_embedded(product: Any) -> bool:
    return bool(product.embeddings.exists())


def test_the_worker_says_that_it_lives(worker: subprocess.Popen[bytes]) -> None:
    key = django_settings.WORKER_HEARTBEAT_KEY
    first = eventually(lambda: cache.get(key))
    assert abs(first - time.time()) < 10
    eventually(lambda: cache.get(key) > first, within=10)
    worker.kill()
    worker.wait(10)
    last = cache.get(key)
    time.sleep(3)
    assert cache.get(key) == last
