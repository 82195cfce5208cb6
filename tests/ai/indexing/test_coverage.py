"""Coverage and reconcile against a count by hand."""

import random
from typing import Any

import pytest
from django.db import connection

from ai.indexing.coverage import Coverage, coverage
from ai.indexing.outbox import drain
from ai.indexing.reconcile import reconcile
from ai.indexing.targets import KINDS, VECTOR_TABLES, load_documents
from ai.models import EmbeddingSpace, OutboxEntry
from shop.models import FaqEntry, Page, Product, Review
from tests.factories.ai import make_space
from tests.factories.shop import FaqEntryFactory, PageFactory, ProductFactory, ReviewFactory

pytestmark = pytest.mark.django_db(transaction=True)

MODELS: dict[str, Any] = {"product": Product, "review": Review, "page": Page, "faq": FaqEntry}


@pytest.fixture
def space() -> EmbeddingSpace:
    """Return a space over a shop that was then changed behind everybody's back."""
    space = make_space()
    dice = random.Random(7)
    products = [ProductFactory() for _ in range(30)]
    for product in products:
        for _ in range(dice.randrange(3)):
            ReviewFactory(product=product)
    for _ in range(4):
        PageFactory()
        FaqEntryFactory()
    while drain().claimed:
        pass
    for model, field in (
        *((Product, "title"), (Review, "body"), (Page, "body"), (FaqEntry, "answer")),
    ):
        rows = list(model.objects.values_list("pk", flat=True))
        model.objects.filter(pk__in=dice.sample(rows, len(rows) // 4)).update(**{field: "Other."})
    some = dice.sample([one.pk for one in products], 6)
    Product.objects.filter(pk__in=some[:3]).update(status="archived")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ai_product_embedding WHERE product_id = ANY(%s)", [some[3:]])
    Page.objects.filter(pk=Page.objects.first().pk).delete()  # type: ignore[union-attr]
    OutboxEntry.objects.all().delete()
    return space


def by_hand(space: EmbeddingSpace, kind: str) -> Coverage:
    table = VECTOR_TABLES[kind]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT {table.id_column}, content_hash FROM {table.name}"
            + (" WHERE kind = %s" if table.by_kind else " WHERE %s <> ''"),
            [kind],
        )
        stored: dict[int, str] = dict(cursor.fetchall())
    ids = list(MODELS[kind].objects.values_list("pk", flat=True))
    wanted = {one.id: one.hash for one in load_documents(space=space, kind=kind, ids=ids)}
    return Coverage(
        kind=kind,
        total=len(wanted),
        fresh=sum(stored.get(id_) == hash_ for id_, hash_ in wanted.items()),
        stale=sum(id_ in stored and stored[id_] != hash_ for id_, hash_ in wanted.items()),
        missing=sum(id_ not in stored for id_ in wanted),
        orphaned=len(stored.keys() - wanted.keys()),
    )


def test_the_figures_are_those_counted_by_hand(space: EmbeddingSpace) -> None:
    found = coverage(space=space)

    assert found == [by_hand(space, kind) for kind in KINDS]
    products = found[0]
    assert products.stale > 3
    assert (products.total, products.missing, products.orphaned) == (27, 3, 3)
    assert not products.complete


def test_reconcile_writes_each_untrue_object_once_and_the_worker_heals_it(
    space: EmbeddingSpace,
) -> None:
    before = coverage(space=space)

    found = reconcile()
    again = reconcile()

    for one in before:
        assert found[one.kind] >= one.stale + one.missing + one.orphaned
    assert sum(again.values()) == 0
    entries = list(OutboxEntry.objects.values_list("kind", "object_id"))
    assert len(entries) == len(set(entries)) == sum(found.values())
    while drain().claimed:
        pass
    assert all(one.complete for one in coverage(space=space))
    assert sum(reconcile().values()) == 0


def test_an_empty_shop_is_covered() -> None:
    assert all(one.complete and one.total == 0 for one in coverage(space=make_space()))
