"""Start the services in order, keep them, stop them in the opposite order."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from config.stack import lock, services
from config.stack.check_database import check_database
from config.stack.check_redis import check_redis
from config.stack.paths import make_base, read_or_make_secret
from config.stack.postgres import start_postgres
from config.stack.services import Services
from config.stack.valkey import start_valkey

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import TextIO

    from config.stack.process import Program


@dataclass(slots=True, kw_only=True)
class RunningStack:
    """The services of one folder, held by this process until `stop`."""

    base: Path
    database_url: str = ""
    redis_url: str = ""
    programs: list[Program] = field(default_factory=list)
    held_lock: TextIO | None = None

    def ended_program(self) -> Program | None:
        """Return a service that ended by itself, if one did."""
        return next((program for program in self.programs if program.ended), None)

    def stop(self) -> None:
        """Stop what was started, last first, and let the next launcher in; may be repeated."""
        if self.held_lock is None:
            return
        services.withdraw(self.base)
        while self.programs:
            self.programs[-1].stop()
            self.programs.pop()
        self.held_lock.close()
        self.held_lock = None


def start_stack(*, base: Path, postgres_settings: Mapping[str, str]) -> RunningStack:
    """Start the services that the environment does not name, check both, tell other processes."""
    base = make_base(base)
    held = lock.hold(base)
    stack = RunningStack(base=base, held_lock=held)
    try:
        _fill(stack, held.fileno(), postgres_settings)
    except BaseException:
        stack.stop()
        raise
    return stack


def _fill(stack: RunningStack, lock_fd: int, postgres_settings: Mapping[str, str]) -> None:
    password = read_or_make_secret(stack.base)

    given_database = os.environ.get("DATABASE_URL", "")
    given_redis = os.environ.get("REDIS_URL", "")
    # What was given is checked before anything is started: a wrong URL fails in milliseconds.
    if given_database:
        check_database(given_database, embedded=False)
    if given_redis:
        check_redis(given_redis)

    if given_database:
        stack.database_url = given_database
    else:
        program, stack.database_url = start_postgres(
            base=stack.base, password=password, lock_fd=lock_fd, settings=postgres_settings
        )
        stack.programs.append(program)
        check_database(stack.database_url, embedded=True)
    if given_redis:
        stack.redis_url = given_redis
    else:
        program, stack.redis_url = start_valkey(base=stack.base, password=password, lock_fd=lock_fd)
        stack.programs.append(program)
    services.announce(
        stack.base,
        Services(database_url=stack.database_url, redis_url=stack.redis_url, pid=os.getpid()),
    )
