"""The postings: what stands in them, what is skipped, what is found stale."""

import threading
from typing import Any

import pytest
from django.db import connection, connections, transaction

from ai.indexing.word_fields import FIELD_WEIGHTS
from ai.indexing.words import index_words, stale_word_ids
from ai.models import Posting, ProductWords
from shop.models import Product, ProductOption
from tests.factories.shop import (
    AttributeFactory,
    CategoryFactory,
    ProductAttributeFactory,
    ProductFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db


def stems_of(product: Product) -> dict[str, float]:
    rows = Posting.objects.filter(product=product).values_list("stem", "frequency")
    return dict(rows)


def plain(**fields: Any) -> Product:
    defaults: dict[str, Any] = {"description": "", "brand": None, "category": None}
    product: Product = ProductFactory.create(**{**defaults, **fields})
    return product


def normalised(text: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT vitrine_words(%s)", [text])
        return str(cursor.fetchone()[0]).split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wi-Fi", ["wi", "fi", "wifi"]),
        ("500ml", ["500", "ml"]),
        ("500 ML", ["500", "ml"]),
        ("1,000 mAh", ["1000", "mah"]),
        ("1,5 l", ["1.5", "l"]),
        ("1/2 inch", ["1of2", "inch"]),
        ("kid's don't", ["kid", "dont"]),
        ("Café Ünïcödé", ["cafe", "unicode"]),
        ("end. (of) line...", ["end", "of", "line"]),
        ("防水テント", ["防水テント"]),
        ("B07CXG6C9W", ["b07cxg6c9w"]),
        ("", []),
    ],
)
def test_queries_and_documents_meet_in_one_form(text: str, expected: list[str]) -> None:
    assert normalised(text) == expected


def test_words_are_stemmed_and_weighted_by_field() -> None:
    parent = CategoryFactory.create(name="Outdoor")
    product = plain(
        title="Hiking tents",
        description="<p>A tent that keeps dry. It is dry.</p>",
        category=CategoryFactory.create(name="Shelters", parent=parent),
        tags=["festival"],
    )

    assert index_words(product_ids=[product.pk]) == 1

    found = stems_of(product)
    assert found["tent"] == 6.0 + 1.0  # once in the title, once in the description
    assert found["dri"] == 2.0
    assert found["outdoor"] == found["shelter"] == 2.0
    assert found["festiv"] == 3.0
    assert "the" not in found
    weighed = [frequency for stem, frequency in found.items() if not stem.startswith("=")]
    assert ProductWords.objects.get().length == pytest.approx(sum(weighed))


def test_attributes_options_and_codes_are_indexed() -> None:
    product = plain(title="Jacket", variant=None)
    ProductAttributeFactory.create(
        product=product, attribute=AttributeFactory.create(name="Material"), text="Wool"
    )
    ProductOption.objects.create(
        product=product, attribute=AttributeFactory.create(name="Colour"), position=1
    )
    VariantFactory.create(
        product=product, sku="MH01-XS-Black", barcode="4006381333931", option1="Teal"
    )

    index_words(product_ids=[product.pk])

    found = stems_of(product)
    assert {"wool", "teal"} <= set(found)
    codes = {stem for stem in found if stem.startswith("=")}
    assert codes == {"=mh01", "=mh01xs", "=mh01xsblack", "=4006381333931", "=~jacket"}


def test_unchanged_products_are_skipped() -> None:
    product = plain(title="Kettle")
    assert index_words(product_ids=[product.pk]) == 1
    assert index_words(product_ids=[product.pk]) == 0
    Product.objects.filter(pk=product.pk).update(title="Samovar")
    assert index_words(product_ids=[product.pk]) == 1
    assert "kettl" not in stems_of(product)
    assert "samovar" in stems_of(product)


def test_a_bulk_update_is_found_stale_by_its_hash() -> None:
    kept, changed = plain(title="Kettle"), plain(title="Teapot")
    index_words(product_ids=[kept.pk, changed.pk])
    assert stale_word_ids() == []
    Product.objects.filter(pk=changed.pk).update(title="Samovar")
    missing = plain(title="New")
    gone = plain(title="Old")
    index_words(product_ids=[gone.pk])
    Product.objects.filter(pk=gone.pk).update(status=Product.Status.ARCHIVED)

    assert stale_word_ids() == sorted([changed.pk, missing.pk, gone.pk])
    assert stale_word_ids(limit=1) == [changed.pk]
    index_words(product_ids=stale_word_ids())
    assert stale_word_ids() == []
    assert stems_of(gone) == {}


def test_other_weights_make_every_word_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    product = plain(title="Kettle")
    index_words(product_ids=[product.pk])
    monkeypatch.setitem(FIELD_WEIGHTS, "title", 9.0)
    assert stale_word_ids() == [product.pk]
    index_words(product_ids=[product.pk])
    assert stems_of(product)["kettl"] == 9.0


def test_a_deleted_product_takes_its_words_along() -> None:
    product = plain(title="Kettle")
    index_words(product_ids=[product.pk])
    product.delete()
    assert Posting.objects.count() == ProductWords.objects.count() == 0


def test_postings_go_with_the_row_of_words_even_in_plain_sql() -> None:
    product = plain(title="Kettle")
    index_words(product_ids=[product.pk])
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ai_productwords")
    assert Posting.objects.count() == 0


def test_drafts_and_unknown_ids_have_no_words() -> None:
    draft = plain(title="Kettle", status=Product.Status.DRAFT)
    assert index_words(product_ids=[draft.pk, 0, 10**12]) == 0
    assert ProductWords.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_workers_with_overlapping_batches_neither_fail_nor_disagree() -> None:
    products = [plain(title=f"Kettle number{n}") for n in range(30)]
    ids = [product.pk for product in products]
    failures: list[Exception] = []

    def rename(mine: list[int], title: str) -> None:
        # In one order: what must not deadlock is the indexing.
        with transaction.atomic():
            products = Product.objects.filter(pk__in=mine)
            list(products.order_by("pk").select_for_update())
            products.update(title=title)

    def work(mine: list[int]) -> None:
        try:
            for _ in range(5):
                for title in ("Samovar", "Teapot"):
                    rename(mine, title)
                    index_words(product_ids=mine)
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=work, args=(part,)) for part in (ids[:20], ids[10:][::-1], ids)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    index_words(product_ids=ids)
    assert stale_word_ids() == []
    assert Posting.objects.filter(stem="teapot").count() == 30
    assert not Posting.objects.filter(stem__in=["samovar", "kettl"]).exists()
