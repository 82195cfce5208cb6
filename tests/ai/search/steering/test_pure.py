"""Which rules are for a text, what synonyms make of it, where boosts and pins put products."""

import math
import random
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Any

import pytest

from ai.models import MatchKind
from ai.search.steering.placing import move, pin
from ai.search.steering.rules import Pin, Redirect, Rule, RuleSet, Steering, Synonym
from ai.search.steering.texts import read_text, same_text
from ai.search.steering.widening import MOST_TEXTS, other_texts

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def a_pin(query: str, match: str = "same", **more: Any) -> Pin:
    fields = {"pk": 1, "product": 1, "position": 1, **more}
    return Pin(query=query, match=MatchKind(match), **fields)


def a_synonym(query: str, *alternatives: str, match: str = "words", pk: int = 1) -> Synonym:
    return Synonym(pk=pk, query=query, match=MatchKind(match), alternatives=alternatives)


def steering(text: str, *rules: Rule, moment: datetime = NOON) -> Steering:
    return RuleSet.of(rules).steering(text, moment=moment)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Hiking   BOOTS ", "hiking boot"),
        ("Crème-brûlée dishes", "creme brulee dish"),
        ("women's t-shirts", "women t shirt"),
        ("500ml", "500 ml"),
        ("!!!", ""),
        ("\x00\ud800 tent", "tent"),
        ("防水テント", "防水テント"),
    ],
)
def test_spellings_of_one_search_have_one_form(text: str, expected: str) -> None:
    assert same_text(text) == expected


@pytest.mark.parametrize(
    ("match", "text", "is_for"),
    [
        ("exact", "Hiking boots", True),
        ("exact", " hiking  BOOTS", True),
        ("exact", "hiking boot", False),
        ("exact", "hiking-boots", False),
        ("same", "hiking boot", True),
        ("same", "Hiking-Boots!", True),
        ("same", "boots hiking", False),
        ("same", "red hiking boots", False),
        ("words", "red hiking boots size 9", True),
        ("words", "hiking boot", True),
        ("words", "hiking red boots", False),
        ("words", "biking boots", False),
    ],
)
def test_a_rule_is_for_the_searches_that_its_kind_says(match: str, text: str, is_for: bool) -> None:
    assert bool(steering(text, a_pin("hiking boots", match)).pins) is is_for


def test_a_rule_without_words_is_for_no_search() -> None:
    rules = [a_pin("!!!", match) for match in MatchKind.values]
    assert steering("!!!", *rules).pins == steering("", *rules).pins == ()


def test_a_rule_counts_from_its_beginning_until_before_its_end() -> None:
    rule = a_pin("tent", starts_at=NOON, ends_at=NOON + timedelta(hours=1))
    moments = {-1: False, 0: True, 59: True, 60: False}
    for minutes, is_on in moments.items():
        moment = NOON + timedelta(minutes=minutes)
        assert bool(steering("tents", rule, moment=moment).pins) is is_on, minutes


def test_the_closest_rule_comes_first_and_of_equals_the_newest() -> None:
    rules = [
        a_pin("tent", "words", pk=5, product=5),
        a_pin("red tent", "words", pk=4, product=4),
        a_pin("red tents", "same", pk=3, product=3),
        a_pin("red tent", "same", pk=2, product=2),
        a_pin("red tent", "exact", pk=1, product=1),
    ]
    assert [rule.pk for rule in steering("red tent", *rules).pins] == [1, 3, 2, 4, 5]
    paths = [Redirect(pk=pk, query="tent", match=MatchKind.WORDS, path=f"/{pk}/") for pk in (1, 2)]
    chosen = steering("a tent", *paths).redirect
    assert chosen is not None
    assert chosen.pk == 2


def test_synonyms_stand_in_place_of_the_words_and_nothing_else_changes() -> None:
    sofa = a_synonym("sofa", "couch", "settee")
    assert other_texts(steering("Red sofas, under $50", sofa)) == (
        "Red couch, under $50",
        "Red settee, under $50",
    )
    assert other_texts(steering("sofabed", sofa)) == ()
    tee = a_synonym("t shirt", "tee")
    assert other_texts(steering("blue t-shirts for men", tee)) == ("blue tee for men",)


def test_several_synonyms_in_one_text_are_combined_and_bounded() -> None:
    rules = [a_synonym("sofa", "couch", pk=1), a_synonym("pillow", "cushion", pk=2)]
    assert set(other_texts(steering("sofa pillow", *rules))) == {
        "sofa cushion",
        "couch pillow",
        "couch cushion",
    }
    many = [a_synonym(word, *(f"{word}{n}" for n in range(20))) for word in ("aa", "bb", "cc")]
    assert len(other_texts(steering("aa bb cc", *many))) == MOST_TEXTS


def test_a_word_that_is_said_again_and_again_makes_no_more_texts() -> None:
    rules = [a_synonym("tent", "shelter", "bivouac")]
    assert other_texts(steering("tent tents tent", *rules)) == (
        "shelter shelter shelter",
        "bivouac bivouac bivouac",
    )


def test_longer_phrases_win_over_words_inside_them() -> None:
    rules = [a_synonym("bag", "sack", pk=9), a_synonym("sleeping bag", "bedroll", pk=1)]
    assert other_texts(steering("warm sleeping bag", *rules)) == ("warm bedroll",)


def test_words_with_a_rule_are_no_slips() -> None:
    assert steering("hoodei sale", a_synonym("hoodei", "hoodie")).known == {"hoodei"}
    assert steering("hoodei sale", a_pin("hoodei sale", "same")).known == {"hoodei", "sale"}
    assert steering("hoodei sale", a_pin("sale", "words")).known == frozenset()


def test_a_factor_divides_the_place() -> None:
    ids = list(range(1, 13))
    assert move(ids, {12: 3.0}).index(12) + 1 == 4
    assert move(ids, {1: 1 / 3}).index(1) + 1 == 3
    assert move(ids, {7: math.inf})[0] == 7
    assert move(ids, {7: 0.0})[-1] == 7
    assert move(ids, {}) == ids
    assert move(ids, dict.fromkeys(ids, 3.0)) == ids


def test_pins_stand_where_they_should_and_nothing_stands_twice() -> None:
    assert pin([1, 2, 3], {9: 2}) == [1, 9, 2, 3]
    assert pin([1, 2, 3], {3: 1}) == [3, 1, 2]
    assert pin([1, 2, 3], {1: 3}) == [2, 3, 1]
    assert pin([1, 2, 3], {8: 1, 9: 1}) == [8, 9, 1, 2, 3]
    assert pin([1], {9: 24}) == [1, 9]
    assert pin([], {9: 3, 8: 2}) == [8, 9]


def test_whatever_is_moved_and_pinned_every_product_stands_once() -> None:
    rng = random.Random(11)
    for _ in range(500):
        ids = rng.sample(range(40), rng.randint(0, 30))
        factors = {
            id_: rng.choice([0.0, 1 / 6, 1.5, 3.0, math.inf])
            for id_ in rng.sample(ids, len(ids) // 3)
        }
        pins = {id_: rng.randint(1, 24) for id_ in rng.sample(range(50), rng.randint(0, 8))}
        placed = pin(move(ids, factors), pins)
        assert sorted(placed) == sorted({*ids, *pins})
        wanted = list(pins.values())
        for id_, place in pins.items():
            before = [other for other in wanted if other < place]
            is_reached = len(set(ids) - set(pins)) >= place - 1 - len(before)
            if wanted.count(place) == 1 and len(before) == len(set(before)) and is_reached:
                assert placed[place - 1] == id_


def test_reading_rules_for_a_long_text_is_quick_and_linear() -> None:
    rules = RuleSet.of(a_pin(f"word{n} other{n}", "words", pk=n) for n in range(5_000))

    def spent(words: int) -> float:
        text = " ".join(f"w{n}" for n in range(words))
        best = math.inf
        for _ in range(5):
            begin = perf_counter()
            rules.steering(text, moment=NOON)
            best = min(best, perf_counter() - begin)
        return best

    assert spent(2_000) < 0.05
    assert read_text("a " * 500_000).tokens[-1].end <= 200
