"""Fusion, ranking, slips: without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai.search.dense import exact_until
from ai.search.fusion import Weights, fuse, weigh
from ai.search.ranking import rank
from ai.search.spelling import slips

EQUAL = Weights(words=0.5, meaning=0.5)
SCORES = st.dictionaries(st.integers(1, 50), st.floats(0, 1))


def test_words_count_for_more_the_more_of_the_query_they_cover() -> None:
    all_, half, none = (weigh(coverage=share) for share in (1.0, 0.5, 0.0))
    assert all_.words > half.words > none.words > 0
    assert all(each.words + each.meaning == pytest.approx(1) for each in (all_, half, none))


def test_fusion_weighs_both_lanes() -> None:
    assert fuse({1: 0.8, 2: 0.4}, {2: 0.6, 3: 0.5}, EQUAL) == {
        1: pytest.approx(0.4),
        2: pytest.approx(0.5),
        3: pytest.approx(0.25),
    }


def test_what_is_less_than_unrelated_counts_as_unrelated() -> None:
    assert fuse({1: 0.5}, {1: -0.9}, EQUAL) == {1: pytest.approx(0.25)}


@given(SCORES, SCORES, st.sets(st.integers(1, 50)))
def test_leaving_products_out_never_changes_the_order_of_the_rest(
    words: dict[int, float], meaning: dict[int, float], left: set[int]
) -> None:
    whole = rank(fuse(words, meaning, EQUAL), exact=set(), sold_out=set())
    part = rank(
        fuse(
            {k: v for k, v in words.items() if k in left},
            {k: v for k, v in meaning.items() if k in left},
            EQUAL,
        ),
        exact=set(),
        sold_out=set(),
    )
    assert part == [product for product in whole if product in left]


@given(SCORES, SCORES)
def test_a_better_score_in_either_lane_never_lowers_a_product(
    words: dict[int, float], meaning: dict[int, float]
) -> None:
    before = fuse(words, meaning, EQUAL)
    for product in words:
        assert fuse({**words, product: 1.0}, meaning, EQUAL)[product] >= before[product]


def test_exact_codes_lead_and_equal_scores_have_one_order() -> None:
    scores = {1: 0.9, 2: 0.1, 3: 0.5, 4: 0.5}
    assert rank(scores, exact={2}, sold_out=set()) == [2, 1, 4, 3]


def test_sold_out_goes_down_a_little_only() -> None:
    scores = {1: 0.52, 2: 0.50, 3: 0.40}
    assert rank(scores, exact=set(), sold_out={1}) == [2, 1, 3]
    assert rank(scores, exact=set(), sold_out=set()) == [1, 2, 3]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("kettle", "kettle", 0),
        ("ketle", "kettle", 1),
        ("ekttle", "kettle", 1),
        ("kettel", "kettle", 1),
        ("kittle", "kettle", 1),
        ("kitle", "kettle", 2),
        ("towel", "kettle", 3),
        ("a", "kettle", 3),
    ],
)
def test_slips(first: str, second: str, expected: int) -> None:
    assert slips(first, second, most=2) == slips(second, first, most=2) == expected


def test_the_exact_scan_gives_way_as_the_shop_grows() -> None:
    small, large = exact_until(rows=1_000, limit=200), exact_until(rows=1_000_000, limit=200)
    assert small >= 1_000
    assert 1_000 < large < 1_000_000
    assert exact_until(rows=100_000, limit=10) < exact_until(rows=100_000, limit=200)
