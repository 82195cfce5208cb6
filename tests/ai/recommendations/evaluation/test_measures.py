"""Measures and candidates, against values worked out by hand."""

import math
from typing import Any

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from ai.recommendations.evaluation.candidates import Candidates, collect, constant_lane, matrix_lane
from ai.recommendations.evaluation.measures import compare, ndcg_at, recall_at
from ai.recommendations.evaluation.weighing import add_up, choose_weights

RELEVANT = np.array([[True, False, True], [False, False, False], [False, True, False]])
WANTED = np.array([4, 1, 1])


def test_recall_is_a_share_of_what_was_wanted() -> None:
    assert recall_at(RELEVANT, WANTED, depth=3).tolist() == [0.5, 0, 1]
    assert recall_at(RELEVANT, WANTED, depth=1).tolist() == [0.25, 0, 0]


def test_ndcg_has_the_ideal_of_what_could_be_found() -> None:
    ideal = 1 + 1 / math.log2(3) + 1 / math.log2(4)
    first = (1 + 1 / math.log2(4)) / ideal
    assert ndcg_at(RELEVANT, WANTED, depth=3).tolist() == pytest.approx(
        [first, 0, 1 / math.log2(3)]
    )


def test_a_lead_is_sure_only_where_it_holds_for_most() -> None:
    chance = np.random.default_rng(1)
    base = chance.random(200)
    sure = compare(base + 0.1, base)
    assert sure.low == pytest.approx(0.1) == pytest.approx(sure.difference)
    assert sure.is_better
    noise = compare(base, chance.permutation(base))
    assert noise.low < 0 < noise.high
    assert not noise.is_better


def offered(depth: int = 2) -> Candidates:
    history = csr_matrix(np.array([[1.0, 0, 0, 0, 0], [0, 0, 1.0, 0, 0]]))
    leads = np.zeros((5, 5))
    leads[0, 1:] = [3, 2, 0, 0]
    leads[2, [0, 4]] = [1, 5]
    return collect(
        {
            "lists": matrix_lane(history, csr_matrix(leads)),
            "popular": constant_lane(np.array([9.0, 1, 2, 8, 0])),
        },
        wanted=[[2], [0, 1]],
        masked=[[0], [2]],
        popularity=np.array([9.0, 1, 2, 8, 0]),
        depth=depth,
    )


def test_candidates_are_the_best_of_each_lane_and_never_what_is_masked() -> None:
    found = offered()
    assert [sorted(row[row >= 0].tolist()) for row in found.items] == [[1, 2, 3], [0, 3, 4]]
    assert found.wanted.tolist() == [1, 2]
    assert found.relevant(found.scaled["lists"], depth=2).tolist() == [[False, True], [False, True]]
    # The popular lane's best of the second query is wanted; the other wanted one is not offered.
    assert found.relevant(found.scaled["popular"], depth=3).tolist()[1] == [True, False, False]
    assert found.raw["lists"][1].tolist() == [1, 0, 5]


def test_ties_go_to_the_more_popular() -> None:
    nothing = collect(
        {
            "none": constant_lane(np.zeros(5)),
            "popular": constant_lane(np.array([1.0, 4, 3, 2, 0.5])),
        },
        wanted=[[1]],
        masked=[[]],
        popularity=np.array([1.0, 4, 3, 2, 0.5]),
        depth=5,
    )
    assert nothing.relevant(nothing.scaled["none"], depth=1).tolist() == [[True]]


def test_weights_are_given_only_where_the_sum_gets_better() -> None:
    chance = np.random.default_rng(0)
    wanted = chance.integers(30, size=200)
    good, other = chance.random((2, 200, 30)) * 2
    good[np.arange(200), wanted] += 1.2
    other[np.arange(200), wanted] += 1.0
    misleading = chance.random((200, 30))
    misleading[np.arange(200), wanted] = 0
    found = collect(
        {
            "good": lambda begin, end: good[begin:end],
            "other": lambda begin, end: other[begin:end],
            "misleading": lambda begin, end: misleading[begin:end],
        },
        wanted=[[item] for item in wanted],
        masked=[[]] * 200,
        popularity=np.ones(30),
        depth=30,
    )
    weights = choose_weights(found, ["good", "other", "misleading"], depth=5)
    assert weights["good"] == 1.0
    assert weights["other"] > 0
    assert weights["misleading"] == 0

    def quality(scores: Any) -> float:
        return float(ndcg_at(found.relevant(scores, depth=5), found.wanted, depth=5).mean())

    assert quality(add_up(found, weights)) > quality(found.scaled["good"])
