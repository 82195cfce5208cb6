"""Re-embedding jobs: their figures, their steering, and who may run them."""

from datetime import timedelta
from threading import Event, Thread
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections
from django.utils import timezone

from ai.exceptions import JobConflict
from ai.indexing import job_batch, job_chunk, pipeline
from ai.indexing.coverage import coverage
from ai.indexing.job_lease import lock_of
from ai.indexing.jobs import (
    cancel_job,
    job_progress,
    pause_job,
    resumable_jobs,
    resume_job,
    run_chunk,
    start_job,
)
from ai.indexing.locks import session_lock
from ai.indexing.outbox import drain
from ai.indexing.partitions import partition_name
from ai.indexing.spaces import create_space
from ai.models import EmbeddingFailure, EmbeddingJob, EmbeddingSpace, OutboxEntry, ProductEmbedding
from ai.providers.registry import get_embedder
from shop.models import Product
from tests.ai.indexing.test_spaces import index_is_valid
from tests.factories.ai import MoodyEmbedder, make_space, setting
from tests.factories.shop import PageFactory, ProductFactory, ReviewFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def space() -> EmbeddingSpace:
    return make_space(cls=MoodyEmbedder)


@pytest.fixture
def embedder(space: EmbeddingSpace) -> MoodyEmbedder:
    found = get_embedder(space.provider)
    assert isinstance(found, MoodyEmbedder)
    found.calls.clear()
    return found


def run(job: EmbeddingJob) -> None:
    baton = run_chunk(job_id=job.pk)
    while baton:
        baton = run_chunk(job_id=job.pk, baton=baton)
    job.refresh_from_db()


def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every batch 8 objects and every chunk one batch."""
    monkeypatch.setattr(job_batch, "FIRST_BATCH", 8)
    monkeypatch.setattr(job_batch, "LARGEST_BATCH", 8)
    monkeypatch.setattr(job_chunk, "CHUNK_S", 0.0001)


def test_a_job_embeds_what_is_stale_and_nothing_else(
    space: EmbeddingSpace, embedder: MoodyEmbedder
) -> None:
    reviews = [ReviewFactory() for _ in range(3)]
    PageFactory()
    while drain().claimed:
        pass
    embedder.calls.clear()
    Product.objects.filter(pk=reviews[0].product_id).update(title="Changed")

    job = start_job(space=space, scope="stale")
    assert job.total == 1
    run(job)

    assert (job.status, job.done, job.embedded) == ("done", 1, 1)
    assert [len(call) for call in embedder.calls] == [1]
    assert all(one.complete for one in coverage(space=space))


def test_everything_means_everything_once(
    space: EmbeddingSpace, embedder: MoodyEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_batches(monkeypatch)
    for _ in range(20):
        ReviewFactory()
    while drain().claimed:
        pass
    embedder.calls.clear()

    job = start_job(space=space, scope="all")
    run(job)

    assert (job.total, job.done, job.embedded, job.skipped) == (40, 40, 40, 0)
    assert sum(len(call) for call in embedder.calls) == 40


def test_selected_products_are_embedded_again_and_only_they(
    space: EmbeddingSpace, embedder: MoodyEmbedder
) -> None:
    chosen = [ProductFactory().pk for _ in range(3)]
    ProductFactory()
    draft = ProductFactory(status="draft").pk
    while drain().claimed:
        pass
    embedder.calls.clear()

    job = start_job(space=space, scope="selected", product_ids=[*chosen, chosen[0], draft])
    run(job)

    assert [len(call) for call in embedder.calls] == [3]
    assert (job.total, job.status) == (3, "done")


def test_progress_tells_rate_and_time_left(space: EmbeddingSpace) -> None:
    job = start_job(space=space, scope="all")
    EmbeddingJob.objects.filter(pk=job.pk).update(
        status="running", total=100, done=40, embedded=38, failed=2, busy_seconds=8.0
    )
    progress = job_progress(job=job)
    assert (progress.per_second, progress.eta_s) == (5.0, 12.0)
    assert (progress.done, progress.total, progress.failed) == (40, 100, 2)


def test_one_active_job_a_space(space: EmbeddingSpace) -> None:
    job = start_job(space=space, scope="stale")
    with pytest.raises(JobConflict, match=f"Job {job.pk} is already queued"):
        start_job(space=space, scope="all")
    other = create_space(name="other", provider=setting(MoodyEmbedder))
    start_job(space=other, scope="all")
    cancel_job(job=job)
    assert start_job(space=space, scope="stale").pk != job.pk


def test_pause_resume_and_cancel(space: EmbeddingSpace, monkeypatch: pytest.MonkeyPatch) -> None:
    small_batches(monkeypatch)
    for _ in range(24):
        ProductFactory()
    job = start_job(space=space, scope="all")
    baton = run_chunk(job_id=job.pk)
    assert baton is not None

    assert pause_job(job=job)
    assert run_chunk(job_id=job.pk, baton=baton) is None
    assert run_chunk(job_id=job.pk) is None
    assert job_progress(job=job).done == 8
    assert not pause_job(job=job)

    assert resume_job(job=job)
    assert run_chunk(job_id=job.pk) is not None
    assert job_progress(job=job).done == 16
    assert not resume_job(job=job)

    assert cancel_job(job=job)
    assert not cancel_job(job=job)
    assert (job.status, ProductEmbedding.objects.count()) == ("cancelled", 16)
    assert job.finished_at is not None


def test_a_pause_during_a_batch_ends_the_chunk(
    space: EmbeddingSpace, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_batches(monkeypatch)
    monkeypatch.setattr(job_chunk, "CHUNK_S", 60)
    for _ in range(24):
        ProductFactory()
    job = start_job(space=space, scope="all")
    compute = pipeline.compute

    def pausing(**arguments: Any) -> Any:
        pause_job(job=job)
        return compute(**arguments)

    monkeypatch.setattr(job_batch, "compute", pausing)
    assert run_chunk(job_id=job.pk) is None
    assert (job_progress(job=job).done, job.status) == (8, "paused")


def test_an_old_baton_is_refused_and_a_taker_without_one_takes_over(
    space: EmbeddingSpace, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_batches(monkeypatch)
    for _ in range(40):
        ProductFactory()
    job = start_job(space=space, scope="all")
    first = run_chunk(job_id=job.pk)
    second = run_chunk(job_id=job.pk, baton=first)
    assert run_chunk(job_id=job.pk, baton=first) is None  # delivered twice
    third = run_chunk(job_id=job.pk)  # resumed by beat
    assert third is not None
    assert run_chunk(job_id=job.pk, baton=second) is None
    assert run_chunk(job_id=job.pk, baton=uuid4()) is None
    assert job_progress(job=job).done == 24


def test_a_job_in_a_living_hand_is_not_run_twice_at_once(space: EmbeddingSpace) -> None:
    ProductFactory()
    job = start_job(space=space, scope="all")
    held, release = Event(), Event()

    def hold() -> None:
        with session_lock(lock_of(EmbeddingJob, job.pk)) as free:
            assert free
            held.set()
            release.wait(10)
        connections.close_all()

    thread = Thread(target=hold)
    thread.start()
    held.wait(10)
    EmbeddingJob.objects.update(created_at=timezone.now() - timedelta(minutes=5))
    assert run_chunk(job_id=job.pk) is None
    assert resumable_jobs() == []
    release.set()
    thread.join()
    assert resumable_jobs() == [job]
    run(job)
    assert job.status == "done"
    assert resumable_jobs() == []


def test_a_batch_counts_only_where_the_cursor_still_is(space: EmbeddingSpace) -> None:
    for _ in range(3):
        ProductFactory()
    job = start_job(space=space, scope="all")
    EmbeddingJob.objects.filter(pk=job.pk).update(status="running")
    job.refresh_from_db()
    batch = job_batch.next_batch(job=job)
    assert batch is not None
    twin = EmbeddingJob.objects.get(pk=job.pk)
    assert job_batch.run_batch(job=job, batch=batch)
    assert not job_batch.run_batch(job=twin, batch=batch)
    assert job_progress(job=job).done == 3


def test_refused_texts_are_counted_kept_and_do_not_stop_it(space: EmbeddingSpace) -> None:
    ProductFactory(title="poison")
    ProductFactory(title="pure")
    job = start_job(space=space, scope="all")
    run(job)
    assert (job.status, job.embedded, job.failed) == ("done", 1, 1)
    assert EmbeddingFailure.objects.get().error == "This text is refused."


def test_a_provider_that_is_away_leaves_the_job_to_be_resumed(space: EmbeddingSpace) -> None:
    product = ProductFactory(title="offline")
    job = start_job(space=space, scope="all")
    run(job)
    assert (job.status, job.message) == ("running", "The provider is away.")
    Product.objects.filter(pk=product.pk).update(title="back")
    long_ago = timezone.now() - timedelta(minutes=5)
    EmbeddingJob.objects.update(created_at=long_ago, heartbeat_at=long_ago)
    assert resumable_jobs() == [job]
    run(job)
    assert (job.status, job.message, job.embedded) == ("done", "", 1)


def test_a_space_that_was_built_is_indexed_and_ready(space: EmbeddingSpace) -> None:
    ProductFactory()
    new = create_space(name="new", provider=setting(MoodyEmbedder, dimensions=32))
    run(start_job(space=new, scope="selected", product_ids=[]))
    new.refresh_from_db()
    assert new.status == "building"  # a selection does not fill a space

    run(start_job(space=new, scope="all"))

    new.refresh_from_db()
    assert new.status == "ready"
    assert index_is_valid(f"{partition_name(table='ai_product_embedding', space=new)}_hnsw")


def test_words_come_with_the_job_and_outdated_texts_go_back_to_the_outbox(
    space: EmbeddingSpace, monkeypatch: pytest.MonkeyPatch
) -> None:
    product = ProductFactory()
    OutboxEntry.objects.all().delete()
    compute = pipeline.compute

    def overtaken(**arguments: Any) -> Any:
        work = compute(**arguments)
        Product.objects.filter(pk=product.pk).update(title="Newer")
        return work

    monkeypatch.setattr(job_batch, "compute", overtaken)
    job = start_job(space=space, scope="all")
    run(job)
    assert hasattr(Product.objects.get(), "words")
    assert OutboxEntry.objects.filter(kind="product", object_id=product.pk).exists()
    drain()
    assert coverage(space=space)[0].complete
