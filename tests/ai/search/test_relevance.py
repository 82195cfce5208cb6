"""The measures of a ranking, against values worked out by hand."""

import math

import pytest

from ai.search.relevance import (
    judged_ndcg,
    judged_share,
    ndcg,
    percentile,
    recall,
    reciprocal_rank,
)

GAINS = {"a": 3, "b": 2, "c": 1, "d": 0}


def test_ndcg_of_the_ideal_order_is_one_and_of_nothing_zero() -> None:
    assert ndcg(["a", "b", "c", "d"], GAINS) == 1.0
    assert ndcg([], GAINS) == 0.0
    assert ndcg(["d", "x"], GAINS) == 0.0
    assert ndcg(["a"], {"a": 0}) == 0.0


def test_ndcg_is_the_formula() -> None:
    ideal = 7 / math.log2(2) + 3 / math.log2(3) + 1 / math.log2(4)
    found = 1 / math.log2(2) + 7 / math.log2(4)
    assert ndcg(["c", "x", "a"], GAINS) == pytest.approx(found / ideal)


def test_only_the_first_ten_places_count_and_so_does_their_ideal() -> None:
    many = {str(n): 3 for n in range(30)}
    assert ndcg([str(n) for n in range(30)], many) == 1.0
    assert ndcg(["x"] * 10 + ["a"], GAINS) == 0.0


def test_unjudged_products_are_wrong_in_one_measure_and_absent_in_the_other() -> None:
    assert ndcg(["x", "a", "b", "c"], GAINS) < 1.0
    assert judged_ndcg(["x", "a", "b", "c"], GAINS) == 1.0
    assert judged_share(["x", "a", "d", "y"], GAINS) == 0.5
    assert judged_share([], GAINS) == 0.0


def test_recall_and_reciprocal_rank_ask_for_any_gain() -> None:
    assert recall(["d", "a"], GAINS) == pytest.approx(1 / 3)
    assert recall(["x"] * 100 + ["a"], GAINS) == 0.0
    assert recall(["a"], {"a": 0}) == 0.0
    assert reciprocal_rank(["d", "x", "b"], GAINS) == pytest.approx(1 / 3)
    assert reciprocal_rank(["d"], GAINS) == 0.0


def test_percentiles_are_values_that_were_measured() -> None:
    values = [float(n) for n in range(1, 101)]
    assert percentile(values, 0.5) == 50.0
    assert percentile(values, 0.95) == 95.0
    assert percentile([7.0], 0.95) == 7.0
