"""From objects to vectors, on real PostgreSQL."""

from typing import Any

import numpy as np
import pytest
from django.db import connection

from ai.indexing import vectors
from ai.indexing.pipeline import compute, embed_objects, store
from ai.models import EmbeddingSpace, PageEmbedding, ProductEmbedding, ReviewEmbedding
from ai.providers.registry import get_embedder
from shop.models import Page, Product, Review
from tests.factories.ai import MoodyEmbedder, make_space
from tests.factories.shop import PageFactory, ProductFactory, ReviewFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def space() -> EmbeddingSpace:
    return make_space(cls=MoodyEmbedder, max_tokens=60)


@pytest.fixture
def embedder(space: EmbeddingSpace) -> MoodyEmbedder:
    found = get_embedder(space.provider)
    assert isinstance(found, MoodyEmbedder)
    found.calls.clear()
    return found


def hashes() -> dict[int, str]:
    return dict(ProductEmbedding.objects.values_list("product_id", "content_hash"))


def test_unchanged_texts_are_not_embedded_again(
    space: EmbeddingSpace, embedder: MoodyEmbedder
) -> None:
    ids = [ProductFactory().pk for _ in range(3)]

    first = embed_objects(space=space, kind="product", ids=ids)
    again = embed_objects(space=space, kind="product", ids=ids)

    assert (first.embedded, first.skipped) == (set(ids), set())
    assert (again.embedded, again.skipped) == (set(), set(ids))
    assert len(embedder.calls) == 1
    assert not embedder.in_transaction


def test_the_vector_stored_is_the_documents(space: EmbeddingSpace, embedder: MoodyEmbedder) -> None:
    product = ProductFactory(title="Copper kettle", variant=None)
    embed_objects(space=space, kind="product", ids=[product.pk])

    stored = np.array(ProductEmbedding.objects.get().embedding)
    expected = embedder.embed_documents(
        [f"Copper kettle\n{product.brand.name}\n{product.category.name}\nMade to last."]
    )[0]
    assert float(stored @ expected) > 0.999


def test_a_text_longer_than_the_model_takes_is_read_to_its_end(
    space: EmbeddingSpace, embedder: MoodyEmbedder
) -> None:
    words = " ".join(f"word{number}" for number in range(200))
    product = ProductFactory(title="Long one", description=f"<p>{words} closing</p>")
    embed_objects(space=space, kind="product", ids=[product.pk])

    (inputs,) = embedder.calls
    assert len(inputs) > 3
    assert inputs[-1].endswith("closing")
    assert ProductEmbedding.objects.count() == 1


def test_a_text_changed_while_the_model_works_is_not_written(space: EmbeddingSpace) -> None:
    product = ProductFactory(title="Old")
    work = compute(space=space, kind="product", ids=[product.pk])
    Product.objects.filter(pk=product.pk).update(title="New")

    outcome = store(work)

    assert (outcome.embedded, outcome.outdated) == (set(), {product.pk})
    assert hashes() == {}


def test_without_the_check_the_old_text_is_written(
    space: EmbeddingSpace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: the same race, the check taken out of the statement."""
    monkeypatch.setattr(vectors, "PRODUCTS", vectors.PRODUCTS.replace("AND d.hash = v.hash", ""))
    product = ProductFactory(title="Old")
    work = compute(space=space, kind="product", ids=[product.pk])
    Product.objects.filter(pk=product.pk).update(title="New")

    store(work)

    assert hashes() == {product.pk: work.chunks[0].hash}


def test_unpublished_and_deleted_objects_lose_their_vectors(space: EmbeddingSpace) -> None:
    kept, hidden = ProductFactory(), ProductFactory()
    ids = [kept.pk, hidden.pk]
    embed_objects(space=space, kind="product", ids=ids)
    Product.objects.filter(pk=hidden.pk).update(status="archived")

    outcome = embed_objects(space=space, kind="product", ids=[*ids, 999_999])

    assert outcome.removed == 1
    assert set(hashes()) == {kept.pk}


def test_a_review_has_a_vector_a_sentence_and_fewer_when_it_gets_shorter(
    space: EmbeddingSpace,
) -> None:
    review = ReviewFactory(
        title="Two summers and still going strong",
        body="The zip never caught on anything. The colour faded a little in the sun.",
    )
    embed_objects(space=space, kind="review", ids=[review.pk])
    assert list(ReviewEmbedding.objects.order_by("position").values_list("position", "text")) == [
        (0, "Two summers and still going strong"),
        (1, "The zip never caught on anything."),
        (2, "The colour faded a little in the sun."),
    ]

    Review.objects.filter(pk=review.pk).update(body="The zip never caught on anything.")
    embed_objects(space=space, kind="review", ids=[review.pk])
    assert list(ReviewEmbedding.objects.values_list("position", flat=True)) == [0, 1]
    assert len(set(ReviewEmbedding.objects.values_list("content_hash", flat=True))) == 1


def test_pages_and_answers_of_one_number_do_not_touch_each_other(space: EmbeddingSpace) -> None:
    page = PageFactory(pk=7)
    embed_objects(space=space, kind="page", ids=[page.pk])
    embed_objects(space=space, kind="faq", ids=[7])
    assert list(PageEmbedding.objects.values_list("kind", "object_id")) == [("page", 7)]

    Page.objects.all().delete()
    embed_objects(space=space, kind="page", ids=[7])
    assert not PageEmbedding.objects.exists()


def test_one_refused_text_does_not_take_the_others_along(
    space: EmbeddingSpace, embedder: MoodyEmbedder
) -> None:
    products = [ProductFactory(title="poison" if n == 5 else f"Good {n}") for n in range(8)]

    outcome = embed_objects(space=space, kind="product", ids=[one.pk for one in products])

    assert outcome.failed == {products[5].pk: "This text is refused."}
    assert outcome.embedded == {one.pk for one in products} - {products[5].pk}
    assert len(embedder.calls) <= 2 * 3 + 1  # halving, not one by one


def test_two_spaces_keep_their_own_vectors(space: EmbeddingSpace) -> None:
    space.status = "ready"
    space.save()
    other = make_space("other", dimensions=32)
    product = ProductFactory()
    for one in (space, other):
        embed_objects(space=one, kind="product", ids=[product.pk])

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT space_id, vector_dims(embedding) FROM ai_product_embedding ORDER BY 1"
        )
        found: list[Any] = cursor.fetchall()
    assert found == [(space.pk, 64), (other.pk, 32)]
