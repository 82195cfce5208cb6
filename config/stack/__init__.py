"""The embedded PostgreSQL and Valkey of the one-command start; imports no Django.

Settings import this package in every process, so it stays light: psycopg and redis load only for
whoever starts services.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.stack.errors import StackError
from config.stack.paths import home

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from config.stack.launcher import RunningStack

__all__ = ["StackError", "home", "start"]


def start(base: Path, *, postgres_settings: Mapping[str, str] | None = None) -> RunningStack:
    """Start what DATABASE_URL and REDIS_URL do not already name, with its data below `base`.

    Call it from the main thread: the services stop when the thread that started them ends.
    Raises StackError with one sentence that says what to do.
    """
    from config.stack.launcher import start_stack  # noqa: PLC0415 - loads psycopg and redis

    return start_stack(base=base, postgres_settings=postgres_settings or {})
