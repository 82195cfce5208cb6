"""What a text asks for beside its words."""

import gc
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai.search.understanding.boosts import QuantityBoost
from ai.search.understanding.read import parse
from ai.search.understanding.scan import Text
from ai.search.understanding.tokens import singular, to_number
from ai.search.understanding.types import Kind, is_key
from ai.search.understanding.units import convert, unit_of
from ai.search.understanding.vocabulary import Meaning, Vocabulary
from shop.listing.filters import Lacking
from tests.ai.search.understanding.conftest import VOLUME, WARMTH, WEIGHT, Parse


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("tent under $50", None, "50"),
        ("tent below 50 euro", None, "50"),
        ("less than 50", None, "50"),
        ("tent up to €50", None, "50"),
        ("tent under 49,90 €", None, "49.90"),
        ("tent under 1,000", None, "1000"),
        ("tent over 100", "100", None),
        ("tent from €100", "100", None),
        ("tent not under 50", "50", None),
        ("20-30 euro", "20", "30"),
        ("tent 20 to 30 euros", "20", "30"),
        ("between 20 and 30", "20", "30"),
        ("tent around 50", "40", "60"),
        ("tent about €50", "40", "60"),
    ],
)
def test_prices(read: Parse, text: str, low: str | None, high: str | None) -> None:
    (found,) = read(text)
    assert found.kind is Kind.PRICE
    assert found.filters is not None
    assert found.filters.price_min == (None if low is None else Decimal(low))
    assert found.filters.price_max == (None if high is None else Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "shirt size 50",
        "guide from 1950",
        "about 50",
        "20-30",
        "under armour",
        "over 2 years",
        "under 50 km",
        "up to date",
        "between jobs",
        "501 jeans",
    ],
)
def test_what_is_no_price(read: Parse, text: str) -> None:
    assert [found for found in read(text) if found.kind is Kind.PRICE] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("tent 4 stars", Kind.RATING),
        ("tent 4+ stars", Kind.RATING),
        ("at least 4 stars", Kind.RATING),
        ("4 or more stars", Kind.RATING),
        ("tent in stock", Kind.STOCK),
        ("tent available now", Kind.STOCK),
        ("tent on sale", Kind.SALE),
        ("tent reduced", Kind.SALE),
        ("cheap tent", Kind.CHEAP),
        ("best tent", Kind.BEST),
        ("top rated tent", Kind.BEST),
    ],
)
def test_offers(read: Parse, text: str, kind: Kind) -> None:
    (found,) = read(text)
    assert found.kind is kind
    assert found.is_filter is (kind not in {Kind.CHEAP, Kind.BEST})


@pytest.mark.parametrize("text", ["reduced salt", "7 stars", "star map", "stock pot", "sale"])
def test_what_is_no_offer(read: Parse, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("gloves without latex", [("latex",)]),
        ("jacket not leather", [("leather",)]),
        ("jacket no zip", [("zip",)]),
        ("jacket -wool", [("wool",)]),
        ("jacket w/o hood", [("hood",)]),
        ("no zip jacket", [("zip",)]),
        ("waterproof not insulated", [("insulated",)]),
        ("suit without mesh liner for men", [("mesh", "liner")]),
        ("jacket without wool or latex", [("wool",), ("latex",)]),
        ("jacket without zip red", [("zip",)]),
    ],
)
def test_negations(read: Parse, text: str, things: list[tuple[str, ...]]) -> None:
    found = [each for each in read(text) if each.kind is Kind.WITHOUT]
    denied = [each.filters.lacking[0] for each in found if each.filters]
    assert denied == [Lacking(stems=thing) for thing in things]


@pytest.mark.parametrize(
    "text",
    [
        "non-stick pan",
        "non stick pan",
        "no-show socks",
        "t-shirt",
        "wi-fi lamp",
        "not for sale",
        "pan no",
        "without",
        "- wool",
        "notebook",
        "gloves -5",
    ],
)
def test_what_is_no_negation(read: Parse, text: str) -> None:
    assert [found for found in read(text) if found.kind is Kind.WITHOUT] == []


@pytest.mark.parametrize(
    ("text", "attribute", "target"),
    [
        ("30 l backpack", VOLUME, 30.0),
        ("30l backpack", VOLUME, 30.0),
        ("20-litre backpack", VOLUME, 20.0),
        ("500 ml bottle", VOLUME, 0.5),
        ("1.5kg tent", WEIGHT, 1500.0),
        ("1,5 kg tent", WEIGHT, 1500.0),
        ("sleeping bag -5 °C", WARMTH, -5.0),
        ("sleeping bag 23 °F", WARMTH, -5.0),
        ("0 degrees bag", WARMTH, 0.0),
    ],
)
def test_quantities(read: Parse, text: str, attribute: int, target: float) -> None:
    (boost,) = [each.boost for each in read(text) if each.kind is Kind.QUANTITY]
    assert isinstance(boost, QuantityBoost)
    assert boost.targets[attribute] == pytest.approx(target)


@pytest.mark.parametrize(
    ("text", "code", "low", "high"),
    [
        ("at least 30 l", "volume", "30", None),
        ("over 30 l", "volume", "30", None),
        ("under 1 kg", "weight", None, "1000"),
        ("lighter than 2 lb", "weight", None, "907.1847"),
        ("20-30 l", "volume", "20", "30"),
        ("between 20 and 30 l", "volume", "20", "30"),
    ],
)
def test_bounds(read: Parse, text: str, code: str, low: str | None, high: str | None) -> None:
    (found,) = read(text)
    assert found.filters is not None
    (bounds,) = found.filters.measures[0].bounds
    assert bounds.code == code
    assert bounds.minimum == (None if low is None else Decimal(low))
    assert bounds.maximum == (None if high is None else Decimal(high))


@pytest.mark.parametrize("text", ["2 in 1", "15 inch", "100 km", "route 66", "30 lanterns"])
def test_what_the_catalogue_does_not_measure_stays_words(read: Parse, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "is_filter"),
    [
        ("red tent", Kind.VALUE, False),
        # Alone, it is what is looked for.
        ("red", Kind.VALUE, False),
        # A part of a value, and a value of two attributes.
        ("signal tent", Kind.VALUE, False),
        ("steel tent", Kind.VALUE, False),
        ("tent size m", Kind.VALUE, True),
        ("ember & tine stove", Kind.BRAND, False),
        ("ember and tine stove", Kind.BRAND, False),
        ("ember tine", Kind.BRAND, False),
        ("gloves", Kind.CATEGORY, False),
        ("sleeping-bag", Kind.CATEGORY, False),
        ("rechargeable lamp", Kind.FEATURE, False),
    ],
)
def test_names_of_the_catalogue(read: Parse, text: str, kind: Kind, is_filter: bool) -> None:
    (found,) = read(text)
    assert (found.kind, found.is_filter) == (kind, is_filter)


def test_a_value_that_few_products_state_moves_up_less(read: Parse, vocabulary: Vocabulary) -> None:
    (sure,) = read("red tent")
    vocabulary.stated[1] = {"0001": 5}
    (unsure,) = read("red tent")
    assert sure.boost is not None
    assert unsure.boost is not None
    assert sure.boost.most > unsure.boost.most > 0


def test_a_number_is_no_brand(read: Parse, vocabulary: Vocabulary) -> None:
    vocabulary.meanings[("1",)] = Meaning(brands={9: ("one", "1")})
    assert read("1 tent") == []


def test_what_is_kept_stays_plain_words(read: Parse) -> None:
    text = "red tent under 50 without latex"
    every = read(text)
    assert [each.key for each in every] == ["value:red", "price:under 50", "without:latex"]
    left = read(text, keep=["price:under 50", "without:latex"])
    assert [each.key for each in left] == ["value:red"]
    assert all(is_key(each.key) for each in every)


def test_names_are_left_alone(read: Parse) -> None:
    assert read("bite not collar", named=[0, 1, 2]) == []


@pytest.mark.parametrize("text", ["price", "price:", "lies:under 50", "", f"price:{'x' * 300}"])
def test_what_is_no_key(text: str) -> None:
    assert not is_key(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.5", "1.5"),
        ("1,5", "1.5"),
        ("1,000", "1000"),
        ("1.000,50", "1000.50"),
        ("49.99", "49.99"),
    ],
)
def test_numbers(text: str, number: str) -> None:
    assert to_number(text) == Decimal(number)


@pytest.mark.parametrize(
    ("plural", "single"),
    [("socks", "sock"), ("boxes", "box"), ("torches", "torch"), ("glass", "glass"), ("gas", "gas")],
)
def test_singular(plural: str, single: str) -> None:
    assert singular(plural) == single


def test_units_convert() -> None:
    fahrenheit, celsius = unit_of("°F"), unit_of("°C")
    assert fahrenheit is not None
    assert celsius is not None
    assert convert(212, fahrenheit, celsius) == pytest.approx(100)
    assert unit_of("stone's throw") is None


HOSTILE = (
    "under over 50 -5 °C € $ 20-30 l kg without not no - red m size signal & and or stars 4 + , . "
    "between around best in stock w / o ٣ ½ ² ´ ’s ＄ ﷺ"
)
PIECES = st.sampled_from(HOSTILE.split())


@given(st.lists(PIECES, max_size=60).map(" ".join) | st.text(max_size=200))
def test_no_text_is_an_error(text: str) -> None:
    found = parse(Text(text), Vocabulary())
    assert all(each.begin < each.end for each in found)


@pytest.mark.parametrize("piece", ["without latex ", "20-30 ", "red ", "no no ", "- ", "-5 °C "])
def test_time_grows_with_the_text(piece: str, vocabulary: Vocabulary) -> None:
    def once(times: int) -> float:
        begin = time.process_time()
        parse(Text(piece * times), vocabulary)
        return time.process_time() - begin

    def seconds(times: int) -> float:
        return min(once(times) for _ in range(3))

    seconds(10)
    # A collection walks through all that other tests have left, and is not the parser's time.
    gc.disable()
    try:
        assert seconds(4_000) < 24 * seconds(400) + 0.05
    finally:
        gc.enable()
