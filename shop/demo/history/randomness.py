"""Seeded chance: the same seed and names give the same numbers on every machine."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def stream(seed: int, *names: object) -> Random:
    """Return a source of chance of its own, so that one customer more changes no other's year."""
    return Random(":".join(map(str, (seed, *names))))  # noqa: S311 - a simulation keeps no secret


def pick(chance: Random, items: Sequence[T], weights: Sequence[float]) -> T:
    """Return one of the items, by weight; any of them when all weights are zero."""
    if not any(weights):
        return items[int(chance.random() * len(items))]
    return chance.choices(items, weights)[0]


def count(chance: Random, mean: float, most: int) -> int:
    """Return a number with a geometric distribution of this mean, cut off at `most`."""
    number = 0
    while number < most and chance.random() < mean / (1 + mean):
        number += 1
    return number
