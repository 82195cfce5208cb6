"""Pytest plugin: a test marked `alone` waits until no other process of the run has a test going.

Two tests at once on two cores are what a test that counts seconds should not have to allow for.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from config.settings.environment import HOME


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Run the test when it is its turn; the waiting is not part of its time limit."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return (yield)
    with turn(HOME, alone=item.get_closest_marker("alone") is not None):
        return (yield)


@contextmanager
def turn(folder: Path, *, alone: bool) -> Iterator[None]:
    """Hold a place in the room where tests run, or, alone, the whole room."""
    with (folder / "test-queue").open("w") as queue, (folder / "test-room").open("w") as room:
        # Whoever wants the room for itself keeps the queue while the room empties: otherwise the
        # others would go on entering it.
        fcntl.flock(queue, fcntl.LOCK_EX)
        fcntl.flock(room, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        fcntl.flock(queue, fcntl.LOCK_UN)
        yield
