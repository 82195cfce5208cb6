"""Rules R8 and R9: kill -9 in the middle of a re-embedding; nothing lost, stale or double.

The long form is benchmarks/; here, 400 products and a model of 5 ms a text.
"""

import subprocess
import time

import pytest

from ai.indexing.jobs import job_progress, start_job
from ai.models import EmbeddingJob, EmbeddingSpace
from config.celery import app
from tests.ai.reliability.processes import (
    CARELESS,
    IMPATIENT,
    kill_pool_child,
    kill_whole_worker,
    running_beat,
)
from tests.ai.reliability.shop import embedded, is_true, make_products
from tests.conftest import eventually, running_worker
from tests.factories.ai import SlowEmbedder, make_space

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(240)]

PRODUCTS = 400


@pytest.fixture
def space() -> EmbeddingSpace:
    found = make_space(cls=SlowEmbedder, seconds=0.005)
    make_products(PRODUCTS)
    return found


def done(job: EmbeddingJob) -> int:
    return job_progress(job=job).done


def assert_everything_once(job: EmbeddingJob, space: EmbeddingSpace) -> None:
    progress = job_progress(job=job)
    assert (progress.status, progress.done, progress.failed) == ("done", PRODUCTS, 0)
    assert progress.embedded + progress.skipped == PRODUCTS
    assert embedded() == PRODUCTS
    assert is_true(space)


def test_r8_a_killed_pool_child_loses_nothing(space: EmbeddingSpace) -> None:
    with running_worker() as worker:
        job = start_job(space=space, scope="all")
        for place in (40, 160, 280):
            eventually(lambda: done(job) >= place, every=0.02)  # noqa: B023
            kill_pool_child(worker)
        eventually(lambda: job_progress(job=job).status == "done", within=60)
    assert_everything_once(job, space)


def test_r8_negative_control_acknowledged_early_the_job_is_lost(space: EmbeddingSpace) -> None:
    with running_worker(**CARELESS) as worker:
        job = start_job(space=space, scope="all")
        eventually(lambda: done(job) >= 40, every=0.02)
        kill_pool_child(worker)
        time.sleep(10)
        assert job_progress(job=job).status == "running"
        assert embedded() < PRODUCTS


def test_r9_a_killed_worker_is_followed_by_the_next(space: EmbeddingSpace) -> None:
    with running_beat():
        job: EmbeddingJob | None = None
        for place in (40, 200):
            with running_worker(**IMPATIENT) as worker:
                job = job or start_job(space=space, scope="all")
                eventually(lambda: done(job) >= place, within=60, every=0.02)  # noqa: B023
                kill_whole_worker(worker)
        assert job is not None
        assert embedded() < PRODUCTS
        with running_worker(**IMPATIENT):
            eventually(lambda: job_progress(job=job).status == "done", within=60)
    assert_everything_once(job, space)


def test_r9_negative_control_without_the_sweep_nobody_follows(space: EmbeddingSpace) -> None:
    with running_worker(**IMPATIENT) as worker:
        job = start_job(space=space, scope="all")
        eventually(lambda: done(job) >= 40, within=60, every=0.02)
        kill_whole_worker(worker)
    app.control.purge()  # between two chunks the message of the next one is not yet anybody's
    with running_worker(**IMPATIENT):
        time.sleep(10)
        assert job_progress(job=job).status == "running"
    assert embedded() < PRODUCTS


def test_the_space_being_built_gets_its_index_after_a_kill(worker: subprocess.Popen[bytes]) -> None:
    space = make_space(cls=SlowEmbedder, seconds=0.005)
    space.status = "building"
    space.save()
    make_products(100)
    job = start_job(space=space, scope="all")
    eventually(lambda: done(job) >= 30, every=0.02)
    kill_pool_child(worker)
    eventually(lambda: job_progress(job=job).status == "done", within=60)
    space.refresh_from_db()
    assert space.status == "ready"
