"""Leave-last-out on sequences that follow a known habit."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ai.recommendations.evaluation.errors import DataUnusable
from ai.recommendations.evaluation.sequence_lanes import choose_settings, fit
from ai.recommendations.evaluation.sequence_protocol import evaluate_sequences
from ai.recommendations.evaluation.sequences import (
    Sequences,
    as_interactions,
    read_sequences,
    weighted_histories,
)

USERS, ITEMS, LENGTH = 300, 60, 7


def habits(*, last: str = "habit") -> Sequences:
    """Return people who go on from each item to the next one, nine times in ten."""
    chance = np.random.default_rng(5)
    rows = []
    for _ in range(USERS):
        row = [int(chance.integers(ITEMS))]
        while len(row) < LENGTH:
            step = 1 if chance.random() < 0.9 else int(chance.integers(2, ITEMS))
            following = (row[-1] + step) % ITEMS
            if following not in row:
                row.append(following)
        rows.append(np.array(row))
    if last == "chance":
        rows = [
            np.append(row[:-1], chance.choice(np.setdiff1d(np.arange(ITEMS), row))) for row in rows
        ]
    return Sequences(rows=rows, names=[str(number) for number in range(ITEMS)])


@pytest.fixture(scope="module")
def figures() -> dict[str, Any]:
    return evaluate_sequences(habits(), say=str)


def test_a_habit_is_found_and_popularity_does_not_find_it(figures: dict[str, Any]) -> None:
    ways = figures["test"]["ways"]
    assert ways["transitions"]["hr_at_5"] > 0.85
    assert ways["transitions"]["ndcg_at_10"] > 0.8
    assert ways["popularity"]["hr_at_10"] < 0.4
    assert ways["blend"]["ndcg_at_10"] >= ways["transitions"]["ndcg_at_10"] - 0.02
    lead = figures["test"]["blend_over"]["popularity"]["ndcg_at_10"]
    assert 0 < lead["low"] < lead["difference"] < lead["high"]
    assert (figures["users"], figures["items"]) == (USERS, ITEMS)
    assert figures["fit_seconds"] > 0


def test_the_last_items_are_neither_learnt_from_nor_chosen_by(figures: dict[str, Any]) -> None:
    """Last items drawn by chance change nothing that was chosen, and are not found."""
    other = evaluate_sequences(habits(last="chance"), say=str)
    for name in ("settings", "weights", "validation_ndcg_at_10", "blend_is"):
        assert other[name] == figures[name]
    assert other["test"]["ways"]["transitions"]["hr_at_5"] < 0.3


def test_every_item_is_ranked_but_those_of_the_history() -> None:
    sequences = habits()
    fitted = fit(
        as_interactions(sequences.without_last(2), n_items=ITEMS),
        choose_settings(
            sequences.without_last(2), sequences.nth_last(2), n_items=ITEMS, asked=np.arange(20)
        ),
    )
    offered = fitted.offer(sequences.without_last(1), sequences.nth_last(1))
    for row, history in zip(offered.items, sequences.without_last(1), strict=True):
        assert sorted(row[row >= 0]) == sorted(set(range(ITEMS)) - set(history.tolist()))


def test_a_history_counts_less_the_longer_ago_and_an_item_by_its_last_place() -> None:
    rows = [np.array([4, 2, 4]), np.array([1])]
    found = weighted_histories(rows, n_items=5, recency_power=1.0).toarray()
    assert found[0].tolist() == pytest.approx([0, 0, 1 / 2, 0, 1])
    assert found[1].tolist() == [0, 1, 0, 0, 0]


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_names_of_items_are_anything_and_short_users_are_left_out(tmp_path: Path) -> None:
    lines = [f"u{user} a b c-{user}" for user in range(25)] + ["short a b", ""]
    found = read_sequences(write(tmp_path / "s.txt", "\n".join(lines).encode()))
    assert len(found.rows) == 25
    assert found.names[:3] == ["a", "b", "c-0"]
    assert found.rows[1].tolist() == [0, 1, 3]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read: No such file"),
        (b"", "0 users with 3 items or more; 20 are the least"),
        (b"1 1 2 3\n2\n", "line 2: a user without an item"),
        (b"1 1 2 3\n2 4 5 6\n", "2 users with 3 items"),
        (b"\xff\xfe\x00", "not a text in UTF-8"),
    ],
)
def test_files_that_cannot_be_measured_on_are_refused(
    content: bytes | None, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "s.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataUnusable, match=message):
        read_sequences(path)
