"""What one person is offered, and why; what many want."""

import numpy as np
import pytest

from ai.recommendations.methods.interactions import make_interactions
from ai.recommendations.methods.popularity import popularity, trending
from ai.recommendations.methods.profile import (
    Done,
    Ranked,
    Row,
    rank_for,
    recency_weights,
    rerank,
    taste_of,
)

TENT, BOOTS, BAG, SOCKS, LAMP = range(5)
NEIGHBOURS = {
    TENT: Row(items=np.array([BAG, LAMP]), scores=np.array([0.8, 0.2]), evidence=np.array([14, 3])),
    BOOTS: Row(
        items=np.array([SOCKS, BAG, -1]),
        scores=np.array([0.5, 0.1, 0.0]),
        evidence=np.array([7, 1, 0]),
    ),
}


def test_a_history_is_added_up_and_the_loudest_part_is_the_reason() -> None:
    history = [Done(item=TENT, days_ago=0), Done(item=BOOTS, days_ago=30)]
    ranked = rank_for(history, NEIGHBOURS, half_life_days=30, recency_power=0)
    assert [each.item for each in ranked] == [BAG, SOCKS, LAMP]
    assert ranked[0].score == pytest.approx(0.8 + 0.5 * 0.1)
    assert (ranked[0].because, ranked[0].evidence) == (TENT, 14)
    assert (ranked[1].because, ranked[1].evidence) == (BOOTS, 7)


def test_what_a_person_has_is_left_out_unless_said_otherwise() -> None:
    history = [Done(item=TENT), Done(item=BAG)]
    assert [each.item for each in rank_for(history, NEIGHBOURS)] == [LAMP]
    again = rank_for(history, NEIGHBOURS, without=[LAMP])
    assert [each.item for each in again] == [BAG]
    assert rank_for([Done(item=LAMP)], NEIGHBOURS) == []
    assert rank_for([], NEIGHBOURS) == []


def test_the_last_thing_done_counts_most() -> None:
    history = [
        Done(item=1, days_ago=9),
        Done(item=2, days_ago=0, weight=2),
        Done(item=3, days_ago=3),
    ]
    assert recency_weights(history, half_life_days=None).tolist() == pytest.approx(
        [1 / 3, 2, 1 / 2]
    )
    assert recency_weights(history, half_life_days=3, recency_power=0).tolist() == pytest.approx(
        [1 / 8, 2, 1 / 2]
    )


def test_taste_reorders_by_its_share() -> None:
    vectors = {TENT: [1.0, 0.0], BOOTS: [0.0, 1.0], BAG: [0.0, 1.0]}
    taste = taste_of([Done(item=TENT)], vectors)
    assert taste.tolist() == [1.0, 0.0]
    ranked = [
        Ranked(item=BAG, score=1.0, because=TENT, evidence=2),
        Ranked(item=TENT, score=0.9, because=BAG, evidence=1),
        Ranked(item=LAMP, score=0.5, because=BAG, evidence=1),
    ]
    assert [each.item for each in rerank(ranked, vectors, taste, share=0.5)] == [TENT, BAG, LAMP]
    assert rerank(ranked, vectors, taste, share=0) == ranked
    assert rerank(ranked, vectors, None, share=0.5) == ranked
    assert taste_of([Done(item=LAMP)], vectors) is None


def test_popularity_counts_people_and_fades() -> None:
    events = make_interactions([0, 0, 1, 2], [TENT, TENT, TENT, BOOTS], days=[9, 10, 0, 10])
    assert popularity(events, half_life_days=10).tolist() == pytest.approx([1.5, 1.0])
    assert popularity(events, half_life_days=None).tolist() == [2.0, 1.0]


def test_a_trend_is_a_rise_against_its_own_base_not_a_best_seller() -> None:
    """The tent sells 8 a day as ever, the lamp begins to; all people are different ones."""
    sold = [(TENT, day) for day in range(35) for _ in range(8)]
    sold += [(LAMP, day) for day in range(29, 35) for _ in range(3)]
    sold += [(BOOTS, day) for day in range(28)]
    events = make_interactions(
        range(len(sold)), [item for item, _ in sold], days=[day for _, day in sold]
    )
    rise = trending(events)
    assert rise[LAMP] > 2
    assert rise[TENT] < 1
    assert rise[BOOTS] == 0
    assert not trending(events.before(-1)).any()
