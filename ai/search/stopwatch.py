"""Milliseconds by stage."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter


class Stopwatch:
    """Adds up the time spent in each stage, less that of stages inside it."""

    def __init__(self) -> None:
        self._started = perf_counter()
        self._spent: dict[str, float] = {}
        self._inside = 0.0

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Time what happens inside."""
        started, before = perf_counter(), self._inside
        self._inside = 0.0
        try:
            yield
        finally:
            elapsed = perf_counter() - started
            self._spent[stage] = self._spent.get(stage, 0.0) + elapsed - self._inside
            self._inside = before + elapsed

    def milliseconds(self) -> dict[str, float]:
        """Return the time of each stage, and of everything since the start as `total`."""
        total = perf_counter() - self._started
        return {
            stage: round(seconds * 1000, 2)
            for stage, seconds in [*self._spent.items(), ("total", total)]
        }
