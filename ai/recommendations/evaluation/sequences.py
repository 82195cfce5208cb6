"""Sequences of items: the last of each is what has to be guessed (pure).

Leave-last-out, as with S3-Rec and its followers (Zhou et al., "S3-Rec", CIKM 2020): the last item
is the test, the last but one the validation, and every item that was not in the history is ranked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from scipy.sparse import csr_matrix

from ai.recommendations.evaluation.errors import DataUnusable
from ai.recommendations.methods.interactions import IntArray, Interactions, make_interactions

# A test, a validation, and something to learn from.
SHORTEST: Final = 3
FEWEST: Final = 20
# Parts of a history that are looked at.
LAST: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequences:
    """Items by user in the order of time, dense numbers from 0; `names` are those of the file."""

    rows: Sequence[IntArray]
    names: Sequence[str]

    @property
    def n_items(self) -> int:
        """How many different items there are."""
        return len(self.names)

    def without_last(self, count: int) -> list[IntArray]:
        """Return the histories less their last items."""
        return [row[: len(row) - count] for row in self.rows]

    def nth_last(self, place: int) -> IntArray:
        """Return the last (1) or last but one (2) item of each user."""
        return np.array([row[-place] for row in self.rows], np.int64)


def read_sequences(path: Path) -> Sequences:
    """Return the sequences of a file: a user a line, then the items in the order of time.

    Users with fewer than three items are left out. Raises DataUnusable.
    """
    numbers: dict[str, int] = {}
    rows: list[IntArray] = []
    try:
        with path.open(encoding="utf-8") as file:
            for line_number, line in enumerate(file, 1):
                words = line.split()
                if not words:
                    continue
                if len(words) == 1:
                    raise DataUnusable(f"{path}, line {line_number}: a user without an item.")
                row = [numbers.setdefault(word, len(numbers)) for word in words[1:]]
                if len(row) >= SHORTEST:
                    rows.append(np.array(row, np.int64))
    except OSError as error:
        raise DataUnusable(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise DataUnusable(f"{path} is not a text in UTF-8.") from error
    if len(rows) < FEWEST:
        raise DataUnusable(
            f"{path} has {len(rows)} users with {SHORTEST} items or more; {FEWEST} are the least."
        )
    return Sequences(rows=rows, names=list(numbers))


def as_interactions(histories: Sequence[IntArray], *, n_items: int) -> Interactions:
    """Return the histories as events whose days are places in the sequence."""
    return make_interactions(
        np.repeat(np.arange(len(histories)), [len(row) for row in histories]),
        np.concatenate([*histories, np.zeros(0, np.int64)]),
        days=np.concatenate([*[np.arange(len(row)) for row in histories], np.zeros(0)]),
        n_users=len(histories),
        n_items=n_items,
    )


def weighted_histories(
    histories: Sequence[IntArray], *, n_items: int, recency_power: float, last: int = LAST
) -> Any:
    """Return csr [len(histories), n_items]: the n-th last item counts 1 / n^recency_power.

    An item that is there twice counts by its last place.
    """
    users, items, values = [], [], []
    for user, row in enumerate(histories):
        recent = row[-last:]
        # From the end, so that `unique` keeps the last place of each.
        found, first = np.unique(recent[::-1], return_index=True)
        users.append(np.full(len(found), user))
        items.append(found)
        values.append((first + 1.0) ** -recency_power)
    where = (np.concatenate(users), np.concatenate(items))
    shape = (len(histories), n_items)
    return csr_matrix((np.concatenate(values).astype(np.float32), where), shape=shape)
