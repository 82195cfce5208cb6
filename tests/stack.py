"""Pytest plugin: real PostgreSQL and Valkey, started before Django loads its settings."""

import os

import pytest

from config.stack import home, start
from config.stack.errors import StackError
from config.stack.launcher import RunningStack

_stack: RunningStack | None = None

if not (os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL")):
    try:
        _stack = start(home() / "test")
    except StackError as error:
        pytest.exit(str(error), returncode=2)
    os.environ["DATABASE_URL"] = _stack.database_url
    os.environ["REDIS_URL"] = _stack.redis_url
os.environ.setdefault("HF_HUB_OFFLINE", "1")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the services after the last test."""
    if _stack is not None:
        _stack.stop()
