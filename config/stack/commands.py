"""The command lines of the shop's own programs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from config.stack.paths import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

# Streams stay open until their reader leaves: uvicorn waits this many seconds for them.
STREAM_GRACE_S = 3


def prepare_command(base: Path) -> list[str]:
    """Return the command that readies tables, goods and the staff login."""
    return [sys.executable, "-m", "config.stack.prepare", os.fspath(base)]


def worker_command() -> list[str]:
    """Return the command of the one Celery worker of a small machine."""
    return [
        *(sys.executable, "-m", "celery", "-A", "config", "worker", "--loglevel=INFO"),
        "--concurrency=1",
        *("--without-gossip", "--without-mingle"),  # a single worker has nobody to talk to
    ]


def beat_command(base: Path) -> list[str]:
    """Return the command of the scheduler, its memory of last runs kept in the runtime folder."""
    return [
        *(sys.executable, "-m", "celery", "-A", "config", "beat", "--loglevel=INFO"),
        f"--schedule={base / 'beat-schedule'}",
        "--pidfile=",  # the folder's lock already allows only one
    ]


def web_command(*, listener: int) -> list[str]:
    """Return the command of the web server, which answers on an open listening socket."""
    return [
        *(sys.executable, "-m", "uvicorn", "config.asgi:application"),
        *("--fd", str(listener)),
        *("--lifespan", "off", "--no-server-header", "--no-access-log"),
        "--no-proxy-headers",  # nobody stands in front: a forwarded address would be forged
        f"--timeout-graceful-shutdown={STREAM_GRACE_S}",
    ]


def django_command(*arguments: str) -> list[str]:
    """Return the command line of a management command."""
    return [sys.executable, os.fspath(REPOSITORY / "manage.py"), *arguments]
