"""The kept neighbours: against a brute force, slice by slice, and blended."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ai.recommendations.methods.cooccurrence import together
from ai.recommendations.methods.interactions import make_interactions
from ai.recommendations.methods.neighbours import (
    NONE,
    Neighbours,
    blend,
    nearest_by_vector,
    stack,
    top_neighbours,
)


@given(st.integers(0, 10_000), st.integers(1, 12))
def test_the_best_of_each_row_are_those_of_a_full_sort(seed: int, k: int) -> None:
    chance = np.random.default_rng(seed)
    events = make_interactions(
        chance.integers(12, size=60), chance.integers(10, size=60), days=np.zeros(60), n_items=10
    )
    found = together(events)
    kept = top_neighbours(found, k=k)
    scores, evidence = found.scores.toarray(), found.evidence.toarray()
    for row in range(10):
        order = [item for item in np.lexsort((np.arange(10), -scores[row])) if scores[row][item]]
        expected = order[:k]
        count = len(expected)
        assert kept.items[row, :count].tolist() == expected
        assert kept.scores[row, :count].tolist() == [scores[row][item] for item in expected]
        assert kept.evidence[row, :count].tolist() == [evidence[row][item] for item in expected]
        assert (kept.items[row, count:] == NONE).all()
        assert not kept.scores[row, count:].any()


def test_slices_are_the_whole() -> None:
    chance = np.random.default_rng(3)
    vectors = chance.normal(size=(23, 5)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    whole = nearest_by_vector(vectors, k=7)
    parts = stack(
        [nearest_by_vector(vectors, k=7, rows=range(b, min(b + 10, 23))) for b in range(0, 23, 10)]
    )
    small = nearest_by_vector(vectors, k=7, block=4)
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -1)
    for found in (whole, parts, small):
        assert found.items.tolist() == whole.items.tolist()
        for row in range(23):
            best = [item for item in np.argsort(-cosines[row])[:7] if cosines[row][item] > 0]
            assert found.items[row][found.items[row] != NONE].tolist() == best


def one(items: list[int], scores: list[float], evidence: list[int]) -> Neighbours:
    return Neighbours(
        items=np.array([items]), scores=np.array([scores]), evidence=np.array([evidence])
    )


def test_a_new_item_has_the_neighbours_of_its_meaning_and_a_sold_one_what_it_sells_with() -> None:
    bought, alike = (
        one([5, 6, NONE], [0.2, 0.1, 0], [9, 4, 0]),
        one([7, 6, 8], [0.9, 0.8, 0.1], [0] * 3),
    )
    new = blend(bought, alike, evidence=np.array([0]))
    assert new.items.tolist() == [[7, 6, 8]]
    sold = blend(bought, alike, evidence=np.array([100_000]))
    assert sold.items[0, :2].tolist() == [5, 6]
    even = blend(bought, alike, evidence=np.array([10]), even=10)
    # 6 is in both: half of 1/2 and half of 8/9.
    assert even.items[0, 0] == 6
    assert even.scores[0, 0] == 0.5 * 0.5 + 0.5 * 0.8 / 0.9
    assert even.evidence[0].tolist() == [4, 9, 0]


def test_what_has_no_neighbours_has_none() -> None:
    nothing = one([NONE], [0.0], [0])
    assert blend(nothing, nothing, evidence=np.array([0])).items.tolist() == [[NONE]]
    assert nearest_by_vector(np.zeros((2, 3)), k=2).items.tolist() == [[NONE, NONE]] * 2
