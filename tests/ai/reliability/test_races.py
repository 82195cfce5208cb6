"""Rules R12 and R13, and the race of two workers over one text."""

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, connections, transaction

from ai.exceptions import JobConflict
from ai.indexing import vectors
from ai.indexing.jobs import job_progress, start_job
from ai.indexing.pipeline import Work, compute, store
from ai.indexing.targets import load_documents
from ai.models import EmbeddingJob, EmbeddingSpace, ProductEmbedding
from shop.models import Product
from tests.ai.reliability.shop import is_true, make_products, waiting
from tests.conftest import eventually, running_worker
from tests.factories.ai import SlowEmbedder, make_space
from tests.factories.shop import ProductFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(240)]

EDITS, EDITS_A_SECOND = 200, 20


def test_r12_edits_during_a_re_embedding_all_arrive() -> None:
    space = make_space(cls=SlowEmbedder, seconds=0.01)
    ids = make_products(600)
    dice = random.Random(3)
    with running_worker():
        job = start_job(space=space, scope="all")
        eventually(lambda: job_progress(job=job).done > 0, within=60)
        for number in range(EDITS):
            product = Product.objects.get(pk=dice.choice(ids))
            product.title = f"Edited {number}"
            with transaction.atomic():
                product.save()
            time.sleep(1 / EDITS_A_SECOND)
        eventually(lambda: job_progress(job=job).status == "done", within=60)
        eventually(lambda: waiting() == 0, within=60)
    documents = load_documents(space=space, kind="product", ids=ids)
    stored = dict(ProductEmbedding.objects.values_list("product_id", "content_hash"))
    assert stored == {document.id: document.hash for document in documents}
    assert is_true(space)


def in_threads(calls: list[Callable[[], Any]]) -> list[Any]:
    """Return what the calls return, all made at once on connections of their own."""

    def run(call: Callable[[], Any]) -> Any:
        try:
            return call()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def click(space: EmbeddingSpace) -> bool:
    try:
        start_job(space=space, scope="all")
    except JobConflict:
        return False
    return True


def test_r13_ten_clicks_are_one_job() -> None:
    space = make_space()
    ProductFactory()
    for _ in range(5):
        assert sum(in_threads([lambda: click(space)] * 10)) == 1
        assert EmbeddingJob.objects.count() == 1
        EmbeddingJob.objects.all().delete()


def test_r13_negative_control_without_the_constraint_they_are_ten() -> None:
    space = make_space()
    ProductFactory()
    (constraint,) = (
        one
        for one in EmbeddingJob._meta.constraints
        if one.name == "embedding_job_one_active_per_space"
    )
    with connection.schema_editor() as editor:
        editor.remove_constraint(EmbeddingJob, constraint)
    try:
        assert sum(in_threads([lambda: click(space)] * 10)) > 1
    finally:
        EmbeddingJob.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(EmbeddingJob, constraint)


@pytest.fixture
def raced(monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Return a race: an old text's write begins, then text and vector change, then it ends.

    It says whether the vector is true in the end.
    """

    def race() -> bool:
        space = make_space()
        product = ProductFactory(title="Old")
        old = compute(space=space, kind="product", ids=[product.pk])
        quick = vectors.PRODUCTS

        def write_slowly(work: Work) -> None:
            # The statement has seen the old text and takes a second before it writes.
            slow = quick.replace("JOIN (", "CROSS JOIN LATERAL (SELECT pg_sleep(1)) nap JOIN (", 1)
            monkeypatch.setattr(vectors, "PRODUCTS", slow)
            store(work)

        def overtake() -> None:
            time.sleep(0.4)
            monkeypatch.setattr(vectors, "PRODUCTS", quick)
            Product.objects.filter(pk=product.pk).update(title="New")
            store(compute(space=space, kind="product", ids=[product.pk]))

        in_threads([lambda: write_slowly(old), overtake])
        return is_true(space)

    return race


def test_an_old_text_that_finishes_last_does_not_win(raced: Callable[[], bool]) -> None:
    assert raced()


def test_negative_control_without_the_lock_it_wins(
    raced: Callable[[], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "lock_until_commit", lambda _: None)
    assert not raced()
