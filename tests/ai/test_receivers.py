"""Every change that shows in a document reaches the outbox, in its own transaction."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from ai import tasks
from ai.indexing.jobs import start_job
from ai.indexing.pipeline import embed_objects
from ai.models import EmbeddingSpace, OutboxEntry, PageEmbedding, ProductEmbedding, ReviewEmbedding
from shop.models import ProductOption, Review, Variant
from shop.signals import catalogue_changed
from tests.factories.ai import make_space
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    FaqEntryFactory,
    PageFactory,
    ProductAttributeFactory,
    ProductFactory,
    ReviewFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db


def recorded(change: Callable[[], Any]) -> set[tuple[str, int, int]]:
    """Return (kind, id, priority) of the entries that a change writes."""
    OutboxEntry.objects.all().delete()
    change()
    return set(OutboxEntry.objects.values_list("kind", "object_id", "priority"))


def test_what_shows_in_a_product_is_recorded_as_an_edit() -> None:
    product = ProductFactory()
    attribute = AttributeFactory()
    value = ProductAttributeFactory(product=product, attribute=attribute, text="x")
    option = ProductOption.objects.create(product=product, attribute=attribute, position=1)
    variant = VariantFactory(product=product, option1="Red")
    edit = {("product", product.pk, 0)}

    assert recorded(product.save) == edit
    assert recorded(value.save) == edit
    assert recorded(option.save) == edit
    assert recorded(variant.save) == edit
    assert recorded(lambda: VariantFactory(product=product, option1="Blue")) == edit
    assert recorded(variant.delete) == edit
    assert recorded(option.delete) == edit
    assert recorded(value.delete) == edit


def test_price_and_stock_are_in_no_document() -> None:
    variant = Variant.objects.get(product=ProductFactory())
    assert recorded(lambda: variant.save(update_fields=["stock"])) == set()
    assert recorded(lambda: variant.save(update_fields=["price", "stock"])) == set()
    assert len(recorded(lambda: variant.save(update_fields=["option1"]))) == 1
    product = variant.product
    assert recorded(lambda: product.save(update_fields=["published_at"])) == set()
    assert len(recorded(lambda: product.save(update_fields=["brand_id"]))) == 1


def test_reviews_pages_and_answers_are_recorded() -> None:
    review, page, answer = ReviewFactory(), PageFactory(), FaqEntryFactory()
    assert recorded(review.save) == {("review", review.pk, 0)}
    assert recorded(page.save) == {("page", page.pk, 0)}
    assert recorded(answer.save) == {("faq", answer.pk, 0)}
    number = page.pk
    assert recorded(page.delete) == {("page", number, 0)}


def test_a_new_name_reaches_every_product_that_shows_it() -> None:
    top = CategoryFactory()
    leaf, other = CategoryFactory(parent=top), CategoryFactory()
    brand, attribute = BrandFactory(), AttributeFactory()
    inside = ProductFactory(category=leaf, brand=brand)
    outside = ProductFactory(category=other)
    ProductFactory(category=leaf, status="draft")
    ProductAttributeFactory(product=outside, attribute=attribute, text="x")
    ProductOption.objects.create(product=inside, attribute=attribute, position=1)

    assert recorded(brand.save) == {("product", inside.pk, 5)}
    assert recorded(top.save) == {("product", inside.pk, 5)}
    assert recorded(other.save) == {("product", outside.pk, 5)}
    both = {("product", inside.pk, 5), ("product", outside.pk, 5)}
    assert recorded(attribute.save) == both


def test_a_bulk_write_tells_its_ids() -> None:
    products = [ProductFactory().pk for _ in range(3)]

    def send() -> None:
        catalogue_changed.send(sender=None, kind="product", ids=products)

    assert recorded(send) == {("product", one, 5) for one in products}


def embedded(kind: str, *objects: Any) -> None:
    space = EmbeddingSpace.objects.first() or make_space()
    embed_objects(space=space, kind=kind, ids=[one.pk for one in objects])


def test_what_is_unpublished_or_deleted_is_gone_at_once() -> None:
    review, other = ReviewFactory(), ReviewFactory()
    page, answer = PageFactory(), FaqEntryFactory()
    embedded("product", review.product, other.product)
    embedded("review", review, other)
    embedded("page", page)
    embedded("faq", answer)
    assert PageEmbedding.objects.count() == 2

    review.status = Review.Status.REJECTED
    review.save()
    assert not ReviewEmbedding.objects.filter(review=review).exists()
    other.product.status = "draft"
    other.product.save()
    assert not ReviewEmbedding.objects.exists()
    assert list(ProductEmbedding.objects.values_list("product_id", flat=True)) == [
        review.product_id
    ]
    review.product.delete()
    assert not ProductEmbedding.objects.exists()
    page.is_published = False
    page.save()
    answer.delete()
    assert not PageEmbedding.objects.exists()


def test_a_bulk_unpublish_is_gone_at_once() -> None:
    shown, hidden = ProductFactory(), ProductFactory()
    embedded("product", shown, hidden)
    type(hidden).objects.filter(pk=hidden.pk).update(status="archived")
    catalogue_changed.send(sender=None, kind="product", ids=[shown.pk, hidden.pk])
    assert ProductEmbedding.objects.get().product_id == shown.pk


@pytest.mark.django_db(transaction=True)
def test_many_saves_of_one_transaction_are_one_nudge(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(tasks.drain_outbox, "apply_async", lambda _, **how: sent.append(how))
    product = ProductFactory()
    OutboxEntry.objects.all().delete()
    sent.clear()
    with transaction.atomic():
        for _ in range(100):
            product.save()
        with transaction.atomic():
            product.save()
        assert sent == []
    assert sent == [{"priority": 0}]
    # The worker that comes for the first entries takes the next along, while nobody has come.
    product.save()
    assert sent == [{"priority": 0}]
    OutboxEntry.objects.update(lease=uuid4())
    product.save()
    assert sent == [{"priority": 0}] * 2

    OutboxEntry.objects.all().delete()
    sent.clear()
    with transaction.atomic():
        with transaction.atomic():
            product.save()
            transaction.set_rollback(True)
        product.save()
    assert sent == [{"priority": 0}]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("what", ["edit", "job"])
def test_a_nudge_that_fails_does_not_fail_what_is_saved(
    what: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("no nudge")

    space = make_space()
    monkeypatch.setattr("ai.receivers.send", fail)
    if what == "edit":
        assert OutboxEntry.objects.filter(object_id=ProductFactory().pk).exists()
    else:
        assert start_job(space=space, scope="all").pk
    assert "no nudge" in caplog.text
