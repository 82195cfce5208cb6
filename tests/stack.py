"""Pytest plugin: real PostgreSQL and Valkey, started before Django loads its settings.

In a parallel run (`-n 2`) each process has services and a folder of its own, and the process that
hands out the tests has none.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from config.settings.environment import PYTEST_FOLDER
from config.stack import start
from config.stack.errors import StackError
from config.stack.launcher import RunningStack

GIVEN = ("DATABASE_URL", "REDIS_URL")
# Nothing of a test has to survive a power cut, so nothing waits for the disk.
HASTY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
# Settings want to know services; whoever only hands out tests asks none.
NOWHERE = {"DATABASE_URL": "postgresql://127.0.0.1/nowhere", "REDIS_URL": "redis://127.0.0.1/0"}

_stack: RunningStack | None = None


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[None]:
    """Have services before pytest-django loads the settings."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    if is_parallel(early_config):
        refuse_shared_services()
        with named_services():
            return (yield)
    if not all(os.environ.get(name) for name in GIVEN):
        start_services()
    return (yield)


def is_parallel(config: pytest.Config) -> bool:
    """Tell whether this process only hands tests to others."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return False
    options = config.known_args_namespace
    return bool(getattr(options, "numprocesses", None) or getattr(options, "tx", None))


def refuse_shared_services() -> None:
    """End the run where two processes would empty each other's broker."""
    if any(os.environ.get(name) for name in GIVEN):
        raise pytest.UsageError(
            f"{' and '.join(GIVEN)} name services that parallel tests cannot share: "
            "unset them, or run the tests in one process (-n 0)."
        )


@contextmanager
def named_services() -> Iterator[None]:
    """Name services that are not there while the settings are read."""
    os.environ.update(NOWHERE)
    try:
        yield
    finally:
        for name in NOWHERE:
            del os.environ[name]


def start_services() -> None:
    """Start the services of this process and name them to the settings."""
    global _stack  # noqa: PLW0603 - pytest offers no other place between two hooks this early
    try:
        _stack = start(PYTEST_FOLDER, postgres_settings=HASTY)
    except StackError as error:
        raise pytest.UsageError(str(error)) from error
    os.environ["DATABASE_URL"] = _stack.database_url
    os.environ["REDIS_URL"] = _stack.redis_url


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the services after the last test."""
    if _stack is not None:
        _stack.stop()
