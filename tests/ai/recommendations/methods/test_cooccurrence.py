"""Transitions and baskets, against sums worked out by hand."""

import numpy as np
import pytest

from ai.recommendations.methods.cooccurrence import Cooccurrence, together, transitions
from ai.recommendations.methods.interactions import Interactions, make_interactions

A, B, C, D = range(4)


def sequences(*items: list[int], n_items: int = 4, step: float = 1.0) -> Interactions:
    return make_interactions(
        [user for user, row in enumerate(items) for _ in row],
        [item for row in items for item in row],
        days=[place * step for row in items for place in range(len(row))],
        n_items=n_items,
    )


def test_a_transition_counts_less_the_further_away_and_half_backwards() -> None:
    found = transitions(
        sequences([A, B, C]), window=2, distance_power=1.0, backward=0.5, target_power=0.0, shrink=0
    )
    sums = found.scores.toarray()
    # From A: B at once (1), C after two (1/2); divided by what leaves A, 1.5.
    assert sums[A].tolist() == pytest.approx([0, 1 / 1.5, 0.5 / 1.5, 0])
    # From B: C at once (1), A backwards (1/2).
    assert sums[B].tolist() == pytest.approx([0.5 / 1.5, 0, 1 / 1.5, 0])
    assert found.evidence.toarray()[A].tolist() == [0, 1, 1, 0]


def test_the_window_the_age_and_the_user_bound_a_transition() -> None:
    alone = transitions(sequences([A, B, C], [D]), window=1, backward=0.0)
    assert alone.scores.nnz == 2
    assert alone.scores[:, D].nnz == alone.scores[D].nnz == 0
    # Two people went from A, one to B long ago, one to C just now.
    events = make_interactions([0, 0, 1, 1], [A, B, A, C], days=[0, 1, 99, 101], n_items=4)
    aged = transitions(events, half_life_days=10, backward=0.0, target_power=0.0, shrink=0)
    assert aged.scores[A, B] / aged.scores[A, C] == pytest.approx(0.5**10)
    # Evidence is people, and does not fade.
    assert aged.evidence[A, B] == aged.evidence[A, C] == 1


def test_evidence_counts_people_not_repetitions() -> None:
    found = transitions(sequences([A, B, A, B, A, B], [A, B]), window=3)
    assert found.evidence[A, B] == 2
    assert found.evidence[B, A] == 2
    assert found.scores[A, A] == 0


def test_scores_and_evidence_have_one_structure() -> None:
    chance = np.random.default_rng(0)
    events = make_interactions(
        chance.integers(30, size=400), chance.integers(40, size=400), days=chance.random(400) * 90
    )
    for found in (transitions(events, half_life_days=1), together(events, half_life_days=1)):
        assert found.scores.indptr.tolist() == found.evidence.indptr.tolist()
        assert found.scores.indices.tolist() == found.evidence.indices.tolist()
        assert found.evidence.data.min() >= 1
        assert not found.scores.diagonal().any()


def baskets(*held: list[int]) -> Interactions:
    return make_interactions(
        [number for number, row in enumerate(held) for _ in row],
        [item for row in held for item in row],
        days=[0.0 for row in held for _ in row],
        n_items=4,
    )


def test_together_is_a_shrunk_cosine_and_counts_baskets() -> None:
    found = together(baskets([A, B], [A, B], [A, C], [A, A, D]), shrink=0)
    sums = {A: 4.0, B: 2.0, C: 1.0}
    assert found.scores[A, B] == pytest.approx(2 / (sums[A] * sums[B]) ** 0.5)
    assert found.scores[A, C] == pytest.approx(1 / (sums[A] * sums[C]) ** 0.5)
    assert (abs(found.scores - found.scores.T) > 1e-12).nnz == 0
    assert found.evidence[A, B] == 2
    assert found.evidence[A, D] == 1  # a line that stands there twice is one basket
    shrunk = together(baskets([A, B], [A, B], [A, C], [A, A, D]), shrink=10)
    # What happened once loses more than what happened twice.
    assert shrunk.scores[A, B] / shrunk.scores[A, C] > found.scores[A, B] / found.scores[A, C]


def test_a_large_basket_says_less_of_each_pair() -> None:
    found = together(baskets([A, B], [A, C, D]), shrink=0, target_power=0, size_power=1)
    # From A: 1 to B, 1/2 each to C and D, of 2 in all.
    assert found.scores.toarray()[A].tolist() == pytest.approx([0, 0.5, 0.25, 0.25])


@pytest.mark.parametrize("empty", [[], [[A], [B]]])
def test_nothing_in_common_is_nothing(empty: list[list[int]]) -> None:
    for found in (transitions(sequences(*empty)), together(sequences(*empty))):
        assert isinstance(found, Cooccurrence)
        assert found.scores.shape == (4, 4)
        assert found.scores.nnz == 0


@pytest.mark.parametrize(
    ("users", "items", "days", "message"),
    [
        ([0], [0, 1], [0.0], "as many"),
        ([0], [-1], [0.0], "must lie between"),
        ([0], [9], [0.0], "must lie between 0 and 4"),
    ],
)
def test_events_that_do_not_fit_are_refused(
    users: list[int], items: list[int], days: list[float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        make_interactions(users, items, days=days, n_items=4)
