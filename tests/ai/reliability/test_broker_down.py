"""Rule R10: the broker is away when a change commits, or dies under a job."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from celery.exceptions import OperationalError as BrokerError

from ai.indexing.jobs import job_progress, start_job
from ai.models import ProductEmbedding
from ai.tasks import drain_outbox
from shop import tasks
from shop.models import Product
from tests.ai.reliability.processes import IMPATIENT, Broker, running_beat
from tests.ai.reliability.shop import is_true, make_products, waiting
from tests.conftest import REPOSITORY, eventually, process_environment, running_worker
from tests.factories.ai import SlowEmbedder, make_space
from tests.factories.shop import ProductFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(240)]

# What a web process does: many saves, each in a transaction of its own.
SAVES = """
import json, sys, time, django
django.setup()
from django.db import transaction
from shop import tasks
from shop.models import Product
product = Product.objects.get()
seconds = []
for number in range(100):
    begun = time.monotonic()
    with transaction.atomic():
        product.title = f"Saved {number}"
        product.save()
    seconds.append(time.monotonic() - begun)
print(json.dumps(seconds))
"""
NOBODY_LISTENS = "redis://127.0.0.1:1/0"


def save_a_hundred_times(redis_url: str) -> list[float]:
    """Return the seconds of each save in a process whose broker has this address."""
    result = subprocess.run(
        [sys.executable, "-c", SAVES],
        cwd=REPOSITORY,
        env=process_environment(VITRINE_ROLE="web", REDIS_URL=redis_url, LOG_LEVEL="CRITICAL"),
        stdout=subprocess.PIPE,
        check=True,
    )
    seconds: list[float] = json.loads(result.stdout.splitlines()[-1])
    return seconds


@pytest.fixture
def deaf_url() -> Iterator[str]:
    """Return the address of a listener that never answers: its queue of connections is full."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        callers = []
        for _ in range(4):
            caller = socket.socket()
            caller.setblocking(False)
            caller.connect_ex(listener.getsockname())
            callers.append(caller)
        yield f"redis://127.0.0.1:{listener.getsockname()[1]}/0"
        for caller in callers:
            caller.close()


@pytest.mark.alone
def test_r10_saves_stand_and_are_delivered_when_the_sweep_comes() -> None:
    space = make_space()
    make_products(1)  # behind the signals: no nudge of its own waits for the worker
    seconds = save_a_hundred_times(NOBODY_LISTENS)

    assert Product.objects.get().title == "Saved 99"
    assert waiting() >= 100
    assert sum(seconds) < 10
    with running_worker(**IMPATIENT):
        # The negative control: without the sweep, nobody tells the worker.
        time.sleep(4)
        assert not ProductEmbedding.objects.exists()
        with running_beat():
            eventually(lambda: is_true(space) and waiting() == 0)
    assert ProductEmbedding.objects.count() == 1


@pytest.mark.alone
def test_r10_a_broker_that_hangs_holds_up_one_save_in_many(deaf_url: str) -> None:
    make_space()
    ProductFactory()

    seconds = save_a_hundred_times(deaf_url)

    assert Product.objects.get().title == "Saved 99"
    assert max(seconds) < 3.0
    # The breaker: a hundred saves wait for a second or so together, not each.
    assert sum(second > 0.5 for second in seconds) <= 1 + sum(seconds) / tasks.BREAK_S


def test_r10_a_broker_killed_under_a_job_does_not_end_it(tmp_path: Path) -> None:
    broker = Broker(tmp_path)
    broker.start()
    place: dict[str, Any] = {"REDIS_URL": broker.url, **IMPATIENT}
    try:
        space = make_space(cls=SlowEmbedder, seconds=0.005)
        make_products(300)
        job = start_job(space=space, scope="all")  # its nudge goes to the other broker
        with running_worker(**place), running_beat(**place):
            eventually(lambda: job_progress(job=job).done >= 60, within=60, every=0.02)
            broker.kill()
            time.sleep(2)
            broker.start()
            eventually(lambda: job_progress(job=job).status == "done", within=90)
    finally:
        broker.kill()
    assert job_progress(job=job).done == 300
    assert is_true(space)


def test_a_failed_send_is_told_by_false_and_opens_the_breaker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[int] = []

    def fail(*_: Any, **__: Any) -> None:
        tried.append(1)
        raise BrokerError("away")

    monkeypatch.setattr(tasks, "_broker_away_until", 0.0)
    monkeypatch.setattr(drain_outbox, "apply_async", fail)
    assert [tasks.send(drain_outbox, priority=0) for _ in range(5)] == [False] * 5
    assert len(tried) == 1
