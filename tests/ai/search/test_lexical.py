"""The lane of words: true BM25, published products only, filters inside."""

import math

import pytest

from ai.indexing.word_fields import FIELD_WEIGHTS
from ai.indexing.words import index_words
from ai.models import ProductWords
from ai.search.lexical import WordMatch, match_words
from ai.search.query import K1, B, understand
from shop.listing.filters import Filters
from shop.listing.restrictions import Restrictions
from shop.models import Product
from tests.factories.shop import BrandFactory, ProductFactory

pytestmark = pytest.mark.django_db


def publish(*titles: str, **fields: object) -> list[Product]:
    products = [
        ProductFactory.create(
            title=title, **{"description": "", "brand": None, "category": None, **fields}
        )
        for title in titles
    ]
    index_words(product_ids=[product.pk for product in products])
    return products


def match(text: str, **filters: object) -> list[WordMatch]:
    return match_words(understand(text), Restrictions(Filters(**filters)).products())  # type: ignore[arg-type]


def ids(found: list[WordMatch]) -> list[int]:
    return [each.product_id for each in found]


def test_scores_are_bm25_by_the_book() -> None:
    kettle, both, _ = publish("kettle", "copper kettle kettle", "teapot porcelain white")
    title = FIELD_WEIGHTS["title"]
    lengths = dict(ProductWords.objects.values_list("product_id", "length"))
    # SKUs stand in the postings too, and lengthen nothing.
    assert lengths[kettle.pk] == title
    mean = sum(lengths.values()) / 3

    def idf(products: int) -> float:
        return math.log(1 + (3 - products + 0.5) / (products + 0.5))

    def part(times: int, length: float, products: int) -> float:
        frequency = times * title
        return idf(products) * frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * length / mean))

    found = match("copper kettle")
    possible = (idf(1) + idf(2)) * (K1 + 1)
    expected = part(1, lengths[both.pk], 1) + part(2, lengths[both.pk], 2)
    assert ids(found)[0] == both.pk
    assert found[0].score == pytest.approx(expected / possible, rel=1e-5)
    single = match("kettle")
    scores = {each.product_id: each.score for each in single}
    assert scores[kettle.pk] == pytest.approx(
        part(1, lengths[kettle.pk], 2) / (idf(2) * (K1 + 1)), rel=1e-5
    )


def test_a_rare_word_outweighs_a_common_one() -> None:
    *_, rare = publish(*["kettle"] * 8, "samovar")
    found = match("kettle samovar")
    assert ids(found) == [rare.pk]  # the others have the common word only: not enough


def test_repetition_saturates() -> None:
    once, often = publish("kettle red", "kettle kettle kettle kettle kettle kettle")
    scores = {each.product_id: each.score for each in match("kettle")}
    assert scores[often.pk] > scores[once.pk]
    assert scores[often.pk] < 1.3 * scores[once.pk]


def test_a_match_in_the_title_beats_one_in_the_description() -> None:
    (described,) = publish("teapot", description="<p>Goes with a kettle.</p>")
    (named,) = publish("kettle", description="<p>Goes with a teapot.</p>")
    assert ids(match("kettle")) == [named.pk, described.pk]


def test_what_shares_too_little_is_no_match() -> None:
    whole, half, little = publish("red waterproof tent", "waterproof tent", "red kettle")
    publish("red a", "red b", "red c")
    assert set(ids(match("red waterproof tent"))) == {whole.pk, half.pk}
    # It is scored all the same when the other lane has found it.
    found = match_words(
        understand("red waterproof tent"), Product.objects.published(), also=[little.pk]
    )
    assert found[-1].product_id == little.pk
    assert not found[-1].is_enough
    assert found[-1].score > 0


def test_what_is_enough_does_not_depend_on_the_filters() -> None:
    brand = BrandFactory.create(slug="acme")
    publish("red waterproof tent")
    publish("red kettle", brand=brand)
    publish("red a", "red b", "red c")
    assert match("red waterproof tent", brands=("acme",)) == []


def test_unpublished_products_are_never_returned() -> None:
    hidden, shown = publish("kettle", "kettle")
    Product.objects.filter(pk=hidden.pk).update(status=Product.Status.DRAFT)
    assert ids(match("kettle")) == [shown.pk]
    assert ProductWords.objects.filter(product=hidden).exists()  # the postings are still there


def test_inflected_and_accented_forms_are_one_word() -> None:
    (product,) = publish("Hiking boots, café edition, wi-fi, 500ml")
    for text in ("hike boot", "CAFE", "wifi", "wi fi", "500 ml"):
        assert ids(match(text)) == [product.pk], text


def test_no_known_word_is_no_match() -> None:
    publish("kettle")
    assert match("samovar") == []
    assert match("the") == []
