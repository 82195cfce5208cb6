"""What new items borrow, and from baselines what they are compared with."""

import numpy as np
import pytest

from ai.recommendations.methods.baselines import ease, item_cosine
from ai.recommendations.methods.borrowing import LIFT, as_matrix, borrow, lenders_of
from ai.recommendations.methods.cooccurrence import Cooccurrence, count_transitions
from ai.recommendations.methods.interactions import Interactions, make_interactions
from ai.recommendations.methods.neighbours import NONE, Neighbours, stack
from ai.recommendations.methods.regression import regress

LAMP, NEW_LAMP, OIL, TENT = range(4)


def lists(rows: dict[int, list[tuple[int, float, int]]], size: int = 4) -> Neighbours:
    width = max(len(row) for row in rows.values())
    items = np.full((size, width), NONE)
    scores, evidence = np.zeros((size, width)), np.zeros((size, width), int)
    for item, row in rows.items():
        for place, (other, score, count) in enumerate(row):
            items[item, place], scores[item, place] = other, score
            evidence[item, place] = count
    return Neighbours(items=items, scores=scores, evidence=evidence)


BEHAVIOUR = lists({LAMP: [(OIL, 0.8, 40)], OIL: [(LAMP, 0.6, 40), (TENT, 0.1, 2)]})
SEMANTIC = lists({NEW_LAMP: [(LAMP, 0.9, 0)], LAMP: [(NEW_LAMP, 0.9, 0)]})
KNOWN = np.array([1000, 0, 1000, 1000])


def test_a_new_item_leads_where_its_likes_lead_and_is_led_to_as_they_are() -> None:
    found = borrow(BEHAVIOUR, SEMANTIC, evidence=KNOWN)
    assert found.items[NEW_LAMP, 0] == OIL
    assert found.scores[NEW_LAMP, 0] == pytest.approx(LIFT * 0.8)
    assert found.evidence[NEW_LAMP, 0] == 0  # nobody has bought it yet
    oil = dict(zip(found.items[OIL].tolist(), found.scores[OIL].tolist(), strict=True))
    assert oil[NEW_LAMP] == pytest.approx(LIFT * 0.6)
    assert oil[LAMP] == 0.6
    # What is well known is as it was, with its evidence.
    assert found.items[LAMP, 0] == OIL
    assert found.evidence[LAMP, 0] == 40


def test_without_anything_new_nothing_is_borrowed() -> None:
    found = borrow(BEHAVIOUR, SEMANTIC, evidence=np.full(4, 1000), k=2)
    assert found.items.tolist() == BEHAVIOUR.items.tolist()
    assert found.scores.tolist() == BEHAVIOUR.scores.tolist()


def test_slices_of_what_is_borrowed_are_the_whole() -> None:
    whole = borrow(BEHAVIOUR, SEMANTIC, evidence=KNOWN)
    parts = stack(
        [
            borrow(BEHAVIOUR, SEMANTIC, evidence=KNOWN, rows=range(3)),
            borrow(BEHAVIOUR, SEMANTIC, evidence=KNOWN, rows=range(3, 4)),
        ]
    )
    for name in ("items", "scores", "evidence"):
        assert getattr(parts, name).tolist() == getattr(whole, name).tolist()


def test_lenders_share_by_likeness() -> None:
    near = lists({LAMP: [(OIL, 0.8, 0), (TENT, 0.4, 0)]})
    shares = lenders_of(near, power=1.0).toarray()
    assert shares[LAMP].tolist() == pytest.approx([0, 0, 2 / 3, 1 / 3])
    assert lenders_of(near, lenders=1).toarray()[LAMP].tolist() == [0, 0, 1, 0]
    assert as_matrix(near).nnz == 2


def events() -> Interactions:
    chance = np.random.default_rng(0)
    return make_interactions(
        chance.integers(50, size=400), chance.integers(12, size=400), days=chance.random(400)
    )


def test_ease_is_the_ridge_regression_of_each_item_on_all_others() -> None:
    held = events().by_user(np.ones(400)).toarray()
    weights = ease(events(), penalty=20.0)
    for item in range(12):
        others = [other for other in range(12) if other != item]
        system = held[:, others].T @ held[:, others] + 20 * np.eye(11)
        expected = np.linalg.solve(system, held[:, others].T @ held[:, item])
        assert weights[others, item] == pytest.approx(expected, abs=1e-4)
        assert weights[item, item] == 0


def test_older_users_count_less_in_ease() -> None:
    """Pairs of long ago against pairs of today, as many of each."""
    old = [(user, item, 0.0) for user in range(20) for item in (0, 1)]
    new = [(20 + user, item, 100.0) for user in range(20) for item in (0, 2)]
    users, items, days = zip(*old, *new, strict=True)
    made = make_interactions(users, items, days=days)
    plain, decayed = ease(made), ease(made, half_life_days=10)
    assert plain[0, 1] == pytest.approx(plain[0, 2], rel=1e-3)
    assert decayed[0, 2] > 100 * decayed[0, 1]


def test_item_cosine_is_the_cosine_of_the_users() -> None:
    held = events().by_user(np.ones(400)).toarray()
    norms = np.linalg.norm(held, axis=0)
    expected = held.T @ held / np.outer(norms, norms)
    np.fill_diagonal(expected, 0)
    assert np.allclose(item_cosine(events()).toarray(), expected)


@pytest.mark.parametrize("dense", [0, 100])
def test_regression_over_all_sources_is_the_closed_form(
    dense: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ai.recommendations.methods.regression.DENSE", dense)
    counted = count_transitions(events(), window=4)
    found = regress(events(), penalty=5.0, sources=12, counted=counted).scores.toarray()
    held = events().by_user(np.ones(400)).toarray()
    for item in range(12):
        known = np.flatnonzero(counted.scores.toarray()[:, item])
        system = (held.T @ held)[np.ix_(known, known)] + 5 * np.eye(len(known))
        expected = np.linalg.solve(system, counted.scores.toarray()[known, item])
        assert found[known, item] == pytest.approx(expected)
    few = regress(events(), sources=3, counted=counted).scores
    assert max(np.diff(few.tocsc().indptr)) == 3


def test_nothing_to_learn_from_is_nothing_learnt() -> None:
    nobody = make_interactions([], [], days=[], n_items=3)
    found = regress(nobody)
    assert isinstance(found, Cooccurrence)
    assert found.scores.nnz == 0
