"""Where boosts and pins put what was found (pure)."""

from collections.abc import Mapping, Sequence
from math import inf


def move(ids: Sequence[int], factors: Mapping[int, float]) -> list[int]:
    """Return the products with their places divided by their factors; equals keep their order.

    A product at place 12 with a factor of 3 goes before what stays at place 4. Places and
    not scores are moved, so a strength means the same whatever the ranker.
    """
    if not factors:
        return list(ids)

    def key(place_and_id: tuple[int, int]) -> tuple[float, float]:
        place, id_ = place_and_id
        factor = factors.get(id_, 1.0)
        # What moves up goes before what is there already, what moves down behind it.
        return ((place / factor) if factor else inf, -factor)

    return [id_ for _, id_ in sorted(enumerate(ids, 1), key=key)]


def pin(ids: Sequence[int], places: Mapping[int, int]) -> list[int]:
    """Return the products with some of them at given places (from 1), the others in their order.

    Where a place is taken by an earlier one of `places`, the next free one counts. A place beyond
    the end is the last.
    """
    pinned: dict[int, int] = {}
    for id_, place in places.items():
        free = place
        while free in pinned:
            free += 1
        pinned[free] = id_
    others = iter([id_ for id_ in ids if id_ not in places])
    placed: list[int] = []
    left = dict(sorted(pinned.items()))
    while left:
        place = len(placed) + 1
        if place in left:
            placed.append(left.pop(place))
            continue
        other = next(others, None)
        if other is None:
            placed += left.values()
            break
        placed.append(other)
    return [*placed, *others]
