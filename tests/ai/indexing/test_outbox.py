"""Draining: leased, embedded once, settled; nothing is lost and nothing spins."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from ai.indexing import outbox, pipeline
from ai.indexing.failures import retry_failures
from ai.indexing.leases import Lease
from ai.indexing.outbox import drain, record
from ai.models import (
    EmbeddingFailure,
    EmbeddingSpace,
    OutboxEntry,
    Priority,
    ProductEmbedding,
    ProductWords,
    ReviewEmbedding,
)
from ai.providers.registry import get_embedder
from shop.models import Product
from tests.factories.ai import MoodyEmbedder, make_space
from tests.factories.shop import ProductFactory, ReviewFactory

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


def products(*titles: str) -> list[Product]:
    """Return products without entries; the receivers have tests of their own."""
    made: list[Product] = [ProductFactory(title=title) for title in titles]
    OutboxEntry.objects.all().delete()
    return made


def make_due() -> None:
    OutboxEntry.objects.update(available_at=timezone.now() - timedelta(seconds=1))


def test_many_entries_of_one_product_are_one_embedding(
    space: EmbeddingSpace, embedder: MoodyEmbedder
) -> None:
    (product,) = products("Kettle")
    for _ in range(5):
        record(kind="product", ids=[product.pk])

    result = drain(limit=1)

    assert (result.claimed, result.embedded) == (5, 1)
    assert not OutboxEntry.objects.exists()
    assert len(embedder.calls) == 1


def test_what_is_leased_is_nobody_elses_until_the_lease_ends(space: EmbeddingSpace) -> None:
    (product,) = products("Kettle")
    record(kind="product", ids=[product.pk])
    held = Lease(limit=10, priority=Priority.BULK)

    assert drain().claimed == 0
    make_due()  # the holder died; its time is over
    assert drain().embedded == 1

    held.settle(held.claims)  # it was not dead, only slow: it no longer owns anything
    record(kind="product", ids=[product.pk])
    held.settle(held.claims)
    assert OutboxEntry.objects.count() == 1


def test_an_entry_written_during_the_work_is_kept(
    space: EmbeddingSpace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (product,) = products("Old")
    record(kind="product", ids=[product.pk])
    embed = pipeline.embed_objects

    def slowly(**arguments: Any) -> Any:
        outcome = embed(**arguments)
        record(kind="product", ids=[product.pk])
        return outcome

    monkeypatch.setattr(outbox, "embed_objects", slowly)
    drain()
    assert OutboxEntry.objects.filter(lease=None, attempts=0).count() == 1


def test_edits_go_before_bulk_and_leave_bulk_alone(space: EmbeddingSpace) -> None:
    many = products(*"abcdef")
    record(kind="product", ids=[one.pk for one in many[:5]], priority=Priority.BULK)
    record(kind="product", ids=[many[5].pk])

    assert drain(priority=Priority.INTERACTIVE).embedded == 1
    assert ProductEmbedding.objects.get().product_id == many[5].pk
    assert drain(limit=2).embedded == 2
    assert OutboxEntry.objects.count() == 3


def test_a_refused_product_waits_longer_each_time_and_ends_as_a_failure(
    space: EmbeddingSpace,
) -> None:
    bad, good = products("poison", "pure")
    record(kind="product", ids=[bad.pk, good.pk])
    waits = []
    for _ in range(outbox.MOST_ATTEMPTS):
        drain()
        entry = OutboxEntry.objects.first()
        waits.append(entry and round((entry.available_at - timezone.now()).total_seconds()))
        make_due()

    assert waits == [5, 10, 20, 40, 80, 160, 320, None]
    failure = EmbeddingFailure.objects.get()
    assert (failure.object_id, failure.attempts, failure.error) == (
        *(bad.pk, outbox.MOST_ATTEMPTS),
        "This text is refused.",
    )
    assert ProductEmbedding.objects.get().product_id == good.pk

    Product.objects.filter(pk=bad.pk).update(title="Cured")
    assert retry_failures(space=space) == 1
    assert drain().embedded == 1
    assert not EmbeddingFailure.objects.exists()


def test_a_provider_that_is_away_costs_no_attempt_and_words_are_found_meanwhile(
    space: EmbeddingSpace,
) -> None:
    (product,) = products("offline")
    record(kind="product", ids=[product.pk])
    for _ in range(20):
        result = drain()
        assert (result.away, result.failed) == (True, 0)
        entry = OutboxEntry.objects.get()
        assert (entry.attempts, entry.last_error) == (0, "The provider is away.")
        assert 35 < (entry.available_at - timezone.now()).total_seconds() <= 40
        make_due()
    assert ProductWords.objects.filter(product=product).exists()
    assert not EmbeddingFailure.objects.exists()


def test_an_entry_over_which_workers_die_is_put_aside_unread(
    space: EmbeddingSpace, embedder: MoodyEmbedder
) -> None:
    (product,) = products("deadly")
    record(kind="product", ids=[product.pk])
    for _ in range(outbox.MOST_ATTEMPTS):
        Lease(limit=1, priority=Priority.BULK)  # and then the worker is gone
        make_due()

    assert drain().failed == 1
    assert embedder.calls == []
    assert "died" in EmbeddingFailure.objects.get().error
    assert not OutboxEntry.objects.exists()


def test_a_space_whose_provider_is_away_does_not_hold_up_the_live_one(
    space: EmbeddingSpace,
) -> None:
    space.status = "ready"
    space.save()
    live = make_space("live")
    (product,) = products("offline")
    record(kind="product", ids=[product.pk])

    result = drain()

    assert (result.embedded, result.away) == (1, True)
    assert ProductEmbedding.objects.get().space_id == live.pk
    assert OutboxEntry.objects.count() == 1


def test_a_product_published_again_brings_its_reviews_back(space: EmbeddingSpace) -> None:
    review = ReviewFactory()
    while drain().claimed:
        pass
    assert ReviewEmbedding.objects.exists()
    product = review.product
    product.status = "archived"
    product.save()
    assert not ReviewEmbedding.objects.exists()
    assert not ProductEmbedding.objects.exists()
    product.status = "active"
    product.save()
    while drain().claimed:
        pass
    assert ReviewEmbedding.objects.filter(review=review).exists()


def test_a_rolled_back_change_leaves_no_entry(space: EmbeddingSpace) -> None:
    (product,) = products("Kettle")
    with transaction.atomic():
        product.title = "Pot"
        product.save()
        transaction.set_rollback(True)
    assert not OutboxEntry.objects.exists()
