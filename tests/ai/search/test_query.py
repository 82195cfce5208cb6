"""From typed text to a query."""

import time

import pytest

from ai.indexing.words import index_words
from ai.search.query import (
    MAX_CHARACTERS,
    MAX_WORDS,
    clean,
    inverse_frequency,
    is_sure_code,
    understand,
)
from ai.search.statistics import Statistics
from shop.models import Product
from tests.factories.shop import ProductFactory, VariantFactory


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  tent\t for\n two ", "tent for two"),
        ("te\x00nt\x07", "te nt"),
        ("te\u200bnt\u202e", "tent"),
        ("\ud800tent\udfff", "tent"),
        ("\U000e0041tent", "tent"),
        ("ｔｅｎｔ", "tent"),
        ("", ""),
        ("\x00\x01\u200b", ""),
    ],
)
def test_what_cannot_be_seen_is_left_out(raw: str, text: str) -> None:
    assert clean(raw) == (text, False)


def test_long_texts_are_cut() -> None:
    text, was_cut = clean("a" * 10_000)
    assert (len(text), was_cut) == (MAX_CHARACTERS, True)
    # One character of Arabic that normalisation makes eighteen of.
    text, was_cut = clean("\ufdfa" * 100)
    assert (len(text) <= MAX_CHARACTERS, was_cut) == (True, True)


@pytest.mark.alone
def test_cleaning_takes_the_same_time_for_a_megabyte() -> None:
    begin = time.perf_counter()
    clean("\ufdfa\x00 " * 350_000)
    assert time.perf_counter() - begin < 0.05


@pytest.mark.parametrize(
    ("code", "sure"),
    [
        ("mh01", True),
        ("4006381333931", True),
        ("2xl", False),
        ("501", False),
        ("kettle", False),
        ("", False),
    ],
)
def test_sizes_and_quantities_are_no_sure_codes(code: str, sure: bool) -> None:
    assert is_sure_code(code) is sure


def test_inverse_frequency_is_never_negative() -> None:
    statistics = Statistics(products=10, mean_length=1.0)
    assert inverse_frequency(1, statistics) > inverse_frequency(9, statistics) > 0
    assert inverse_frequency(99, statistics) > 0


@pytest.fixture
def kettles(db: None) -> None:
    products = [
        ProductFactory.create(title=title, description="", brand=None, category=None, variant=None)
        for title in ("Copper kettle", "Steel kettle")
    ]
    VariantFactory.create(product=products[0], sku="QX-28/BLK")
    VariantFactory.create(product=products[1], sku="501")
    index_words(product_ids=[product.pk for product in products])


@pytest.mark.usefixtures("kettles")
class TestUnderstanding:
    def test_words_become_stems_with_their_rarity(self) -> None:
        query = understand("The copper KETTLES, copper!")
        assert [word.text for word in query.words] == ["the", "copper", "kettles"]
        assert [word.stems for word in query.words] == [(), ("copper",), ("kettl",)]
        copper, kettle = query.terms
        assert copper.idf > kettle.idf
        assert query.unknown == ()

    def test_a_word_that_no_product_has_is_unknown_and_counts(self) -> None:
        query = understand("copper samovar")
        assert query.unknown == ("samovar",)
        assert [term.stem for term in query.terms] == ["copper"]
        assert query.possible > understand("copper").possible

    @pytest.mark.parametrize("text", ["QX-28/BLK", "qx28blk", "QX 28 BLK", "qx28"])
    def test_a_code_is_recognised_however_it_is_typed(self, text: str) -> None:
        query = understand(text)
        assert query.is_code
        assert any(term.is_code for term in query.terms)

    def test_a_code_within_other_words(self) -> None:
        query = understand("kettle QX-28")
        assert not query.is_code
        assert [term.stem for term in query.terms if term.is_code] == ["=qx28"]

    def test_what_may_be_a_number_is_a_code_only_alone_and_never_for_sure(self) -> None:
        alone, within = understand("501"), understand("kettle 501")
        assert [term.stem for term in alone.terms if term.is_code] == ["=501"]
        assert not alone.is_code
        assert not any(term.is_code for term in within.terms)

    def test_at_most_sixteen_words_are_looked_up(self) -> None:
        query = understand(" ".join(f"w{n}" for n in range(100)))
        assert len(query.words) == MAX_WORDS

    def test_nothing_readable_is_an_empty_query(self) -> None:
        assert understand("\x00 \u200b").text == ""
        query = understand("?! --")
        assert (query.words, query.terms) == ((), ())

    def test_two_million_products_are_not_needed(self) -> None:
        Product.objects.all().delete()
        assert understand("copper kettle").terms == ()
