"""Suggestions: found by every word, kept true by triggers, slips put right, parts that add up."""

from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from ai.indexing.vocabulary import refresh_vocabulary
from ai.models import Suggestion
from ai.search.suggest.lookup import MOST, MOST_WORDS, find_candidates
from ai.search.suggest.marking import mark
from ai.search.suggest.service import suggest_while_typing
from ai.search.suggest.types import Kind
from shop.models import Brand, Category, Product
from tests.factories.shop import BrandFactory, CategoryFactory, ProductFactory

REMEMBER = """
INSERT INTO ai_suggestion (kind, text, words, weight)
VALUES ('query', %s, ai_suggestion_words(%s), %s)
"""


def offered(q: str, kind: Kind | None = None) -> list[str]:
    offers = suggest_while_typing(q).offers
    return [each.text for each in offers if kind in (None, each.kind)]


def remember(text: str, weight: float = 1) -> None:
    with connection.cursor() as cursor:
        cursor.execute(REMEMBER, [text, text, weight])


def product(title: str, **fields: Any) -> Product:
    made: Product = ProductFactory.create(
        title=title, **{"brand": None, "category": None, "description": "", **fields}
    )
    return made


@pytest.fixture
def kitchen(db: None) -> Category:
    """Return a category with some products and a brand."""
    shelf: Category = CategoryFactory.create(name="Kettles and teapots")
    heron: Brand = BrandFactory.create(name="Heron & Sons")
    product("Copper kettle", category=shelf, brand=heron)
    product("Steel kettle with a whistle", category=shelf)
    product("Café crème pot", category=shelf)
    product("Potter's apron")
    refresh_vocabulary()
    return shelf


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("copp", "Copper kettle"),
        ("whis", "Steel kettle with a whistle"),
        ("wh ste", "Steel kettle with a whistle"),
        ("KETTLE COP", "Copper kettle"),
        ("kettles cop", "Copper kettle"),
        ("heron cop", "Copper kettle"),
        ("cafe cre", "Café crème pot"),
        ("CRÈME", "Café crème pot"),
    ],
)
def test_every_word_counts_from_its_beginning(kitchen: Category, typed: str, found: str) -> None:
    assert offered(typed, Kind.PRODUCT)[:1] == [found]


@pytest.mark.parametrize("typed", ["opper", "copper zzz", "ettle", "%", "'", ":*", "\\", "&|!()"])
def test_what_no_word_begins_with_is_not_found(kitchen: Category, typed: str) -> None:
    assert find_candidates(typed) == []


def test_categories_and_brands_are_offered_with_what_is_above_them(kitchen: Category) -> None:
    above = CategoryFactory.create(name="Camp")
    product("Spoon", category=CategoryFactory.create(name="Cutlery", parent=above))
    assert offered("hero", Kind.BRAND) == ["Heron & Sons"]
    assert offered("teap", Kind.CATEGORY) == ["Kettles and teapots"]
    (cutlery,) = (each for each in suggest_while_typing("cutl").offers if each.kind == "category")
    assert cutlery.note == "Camp"
    assert offered("camp", Kind.CATEGORY) == ["Camp"]


def test_an_empty_category_and_an_empty_brand_are_not_offered(kitchen: Category) -> None:
    CategoryFactory.create(name="Kegs")
    BrandFactory.create(name="Kelp")
    assert offered("ke", Kind.CATEGORY) == ["Kettles and teapots"]
    assert offered("ke", Kind.BRAND) == []


def test_a_whole_word_goes_before_its_beginning(kitchen: Category) -> None:
    assert offered("pot", Kind.PRODUCT) == ["Café crème pot", "Potter's apron"]


def test_queries_of_others_come_by_how_often_they_were_asked(kitchen: Category) -> None:
    for place in range(6):
        remember(f"kettle for {place}", weight=place)
    assert offered("kett", Kind.QUERY) == [f"kettle for {place}" for place in (5, 4, 3, 2)]
    assert offered("", Kind.QUERY) == [f"kettle for {place}" for place in (5, 4, 3, 2)]
    assert offered("") == offered("", Kind.QUERY)


def test_no_more_than_fit_are_offered(kitchen: Category) -> None:
    for number in range(20):
        product(f"Kettle number {number}")
    assert len(offered("kettle", Kind.PRODUCT)) == MOST[Kind.PRODUCT]


def test_a_product_shows_its_price_and_what_is_gone_is_not_shown(kitchen: Category) -> None:
    copper = Product.objects.get(title="Copper kettle")
    (offer,) = suggest_while_typing("copper").offers
    assert (offer.price, offer.is_from, offer.slug) == (copper.price_min, False, copper.slug)
    assert offer.note == "Heron & Sons"
    # Unpublished behind the triggers' back: still not shown.
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE shop_product SET status = 'draft' WHERE id = %s", [copper.pk])
        cursor.execute("SET LOCAL session_replication_role = origin")
    assert Suggestion.objects.filter(kind="product", ref=copper.pk).exists()
    assert offered("copper") == []


def test_triggers_follow_whatever_is_written(kitchen: Category) -> None:
    """Bulk updates send no signals."""
    Product.objects.filter(title="Copper kettle").update(title="Brass kettle")
    assert (offered("copper"), offered("brass")) == ([], ["Brass kettle"])
    Brand.objects.filter(name="Heron & Sons").update(name="Wren")
    assert offered("wren bra", Kind.PRODUCT) == ["Brass kettle"]
    assert offered("heron") == []
    Category.objects.filter(pk=kitchen.pk).update(name="Hob")
    assert "Brass kettle" in offered("hob", Kind.PRODUCT)
    Product.objects.filter(title="Brass kettle").update(status=Product.Status.ARCHIVED)
    assert offered("brass") == []
    Product.objects.filter(title="Brass kettle").update(status=Product.Status.ACTIVE)
    assert offered("brass") == ["Brass kettle"]
    Product.objects.filter(title="Brass kettle").delete()
    assert not Suggestion.objects.filter(text="Brass kettle").exists()


def test_without_its_trigger_a_rename_would_be_missed(kitchen: Category) -> None:
    """The negative control."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER ai_product_named ON shop_product")
    Product.objects.filter(title="Copper kettle").update(title="Brass kettle")
    assert offered("brass") == []


@pytest.mark.parametrize(
    ("typed", "corrected", "found"),
    [
        ("coper", "copper", "Copper kettle"),
        ("cpoper", "copper", "Copper kettle"),
        ("coppre kett", "copper kett", "Copper kettle"),
        ("copper ketl", "copper kettle", "Copper kettle"),
        ("whsitl", "whistle", "Steel kettle with a whistle"),
        ("copperkettle", "copper kettle", "Copper kettle"),
    ],
)
def test_slips_are_put_right(kitchen: Category, typed: str, corrected: str, found: str) -> None:
    offers = suggest_while_typing(typed)
    assert (offers.text, offers.corrected_from) == (corrected, typed)
    assert offers.offers[0].text == found


@pytest.mark.parametrize("typed", ["copper", "cop", "kettle wh", "cafe", "stee"])
def test_what_is_spelt_well_is_left_alone(kitchen: Category, typed: str) -> None:
    offers = suggest_while_typing(typed)
    assert (offers.text, offers.corrected_from) == (typed, "")
    assert offers.offers


def test_a_word_the_catalogue_knows_is_never_corrected(kitchen: Category) -> None:
    """`with` is in the vocabulary: nothing matches, and nothing is made of it."""
    assert suggest_while_typing("whistle copper").corrected_from == ""


def test_hostile_texts_are_answered(kitchen: Category) -> None:
    for text in ("\x00kettle", "\u202ekettle", "a " * 100, "'" * 200, "k" * 200, "\ud800"):
        assert isinstance(suggest_while_typing(text).offers, tuple)
    assert offered(" ".join(["kettle"] * 50), Kind.PRODUCT)
    many = " ".join(f"kettle{number}" for number in range(MOST_WORDS + 5))
    assert offered(many) == []


@pytest.mark.parametrize(
    ("text", "typed", "matches"),
    [
        ("Copper kettle", "kett cop", ["Cop", "kett"]),
        ("Café crème pot", "cafe CRE", ["Café", "crè"]),
        ("Cafe\u0301 noir", "café", ["Cafe\u0301"]),
        ("Straße nach Lødingen", "strasse lod", ["Straße", "Lød"]),
        ("Tent for two", "tents", ["Tent"]),
        ("<b>Bold</b> & brave", "b", ["b", "B", "b", "b"]),
        ("Kettle", "ettle", []),
        ("", "x", []),
    ],
)
def test_the_typed_part_is_marked(text: str, typed: str, matches: list[str]) -> None:
    parts = mark(text, typed)
    assert "".join(part.text for part in parts) == text
    assert [part.text for part in parts if part.is_match] == matches


@given(st.text(max_size=40), st.text(max_size=20))
def test_parts_always_add_up_to_the_text(text: str, typed: str) -> None:
    assert "".join(part.text for part in mark(text, typed)) == text
