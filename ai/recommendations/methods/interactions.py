"""Who had to do with what, when, and how much that says: the one form all methods read (pure)."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_matrix

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interactions:
    """Events, all arrays of one length [n], sorted by user and then by time.

    `users` and `items` are dense numbers from 0; a user may be an account, a visitor or a basket.
    `days` are times in days from any origin, or places in a sequence where there is no clock.
    `weights` say how strong an event is: an order more than a cart, a click more than a look.
    """

    users: IntArray
    items: IntArray
    days: FloatArray
    weights: FloatArray
    n_users: int
    n_items: int

    def __len__(self) -> int:
        return len(self.users)

    def before(self, day: float) -> "Interactions":
        """Return the events before a day; numbers of users and items stay as they are."""
        return self.where(self.days < day)

    def where(self, mask: NDArray[np.bool_]) -> "Interactions":
        """Return the events that a mask [n] keeps."""
        return Interactions(
            users=self.users[mask],
            items=self.items[mask],
            days=self.days[mask],
            weights=self.weights[mask],
            n_users=self.n_users,
            n_items=self.n_items,
        )

    def by_user(self, weights: FloatArray | None = None) -> Any:
        """Return csr [n_users, n_items]: the greatest weight a user gave each item.

        `weights` [n] stand in for those of the events. What was done twice counts once: five looks
        at a tent are not five tents.
        """
        values = self.weights if weights is None else weights
        order = np.lexsort((-values, self.items, self.users))
        users, items = self.users[order], self.items[order]
        is_first = np.ones(len(order), bool)
        is_first[1:] = (users[1:] != users[:-1]) | (items[1:] != items[:-1])
        kept = order[is_first]
        return csr_matrix(
            (values[kept], (self.users[kept], self.items[kept])),
            shape=(self.n_users, self.n_items),
        )

    def starts(self) -> IntArray:
        """Return where each user's events begin, [n_users + 1]: the next one's begin is the end."""
        return np.searchsorted(self.users, np.arange(self.n_users + 1)).astype(np.int64)


def make_interactions(
    users: ArrayLike,
    items: ArrayLike,
    *,
    days: ArrayLike,
    weights: ArrayLike | None = None,
    n_users: int | None = None,
    n_items: int | None = None,
) -> Interactions:
    """Return events in any order as Interactions; equal times keep the order they came in.

    Raises ValueError where the arrays differ in length or a number is out of range.
    """
    who, what = np.asarray(users, np.int64), np.asarray(items, np.int64)
    when = np.asarray(days, np.float64)
    strength = np.ones(len(who)) if weights is None else np.asarray(weights, np.float64)
    if not len(who) == len(what) == len(when) == len(strength):
        raise ValueError("Users, items, days and weights must be as many.")
    order = np.lexsort((when, who))
    return Interactions(
        users=who[order],
        items=what[order],
        days=when[order],
        weights=strength[order],
        n_users=_size(who, n_users),
        n_items=_size(what, n_items),
    )


def _size(numbers: IntArray, size: int | None) -> int:
    least = int(numbers.max(initial=-1)) + 1
    if numbers.min(initial=0) < 0 or (size is not None and size < least):
        raise ValueError(f"Numbers of users and items must lie between 0 and {size or least} - 1.")
    return least if size is None else size
