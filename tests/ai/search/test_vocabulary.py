"""The words of the catalogue as they are written."""

import pytest
from django.core.cache import cache

from ai.indexing import vocabulary
from ai.indexing.words import index_words, refresh_vocabulary
from ai.models import VocabularyWord
from shop.models import Product
from tests.factories.shop import ProductFactory

pytestmark = pytest.mark.django_db


def words() -> dict[str, int]:
    return dict(VocabularyWord.objects.values_list("word", "products"))


def publish(*titles: str) -> list[Product]:
    products = [
        ProductFactory.create(title=title, description="", brand=None, category=None)
        for title in titles
    ]
    index_words(product_ids=[product.pk for product in products])
    return products


def test_words_are_counted_by_product_unstemmed_and_unaccented() -> None:
    publish("Kettles, kettles, Café 500 ml", "Kettles x")
    assert refresh_vocabulary() == 3
    assert words() == {"kettles": 2, "cafe": 1, "ml": 1}


def test_it_follows_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "CHUNK", 1)  # several statements, as with many products
    kettle, _, _ = publish("Kettle", "Teapot", "Teapot")
    refresh_vocabulary()
    Product.objects.filter(pk=kettle.pk).update(title="Samovar")
    index_words(product_ids=[kettle.pk])
    refresh_vocabulary()
    assert words() == {"samovar": 1, "teapot": 2}


def test_an_unchanged_catalogue_is_not_read_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    publish("Kettle")
    refresh_vocabulary()
    monkeypatch.setattr(vocabulary, "_recount", lambda: pytest.fail("counted again"))
    assert refresh_vocabulary() == 1
    cache.clear()
    with pytest.raises(pytest.fail.Exception, match="counted again"):
        refresh_vocabulary()


def test_an_empty_catalogue_has_no_words() -> None:
    assert refresh_vocabulary() == 0
