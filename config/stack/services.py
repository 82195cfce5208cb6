"""How other processes find the running stack: a private file that counts while the lock is held."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from config.stack import lock
from config.stack.paths import write_private

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Where the services of one folder answer, and the launcher that holds them."""

    database_url: str
    redis_url: str
    pid: int


def running(base: Path) -> Services | None:
    """Return the services that run from the folder, or None: no launcher lives, or not readable."""
    pid = lock.living_holder(base)
    if pid is None:
        return None
    try:
        services = Services(**json.loads(_file(base).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return services if services.pid == pid else None


def announce(base: Path, services: Services) -> None:
    """Write the file for other processes; it holds passwords, so only the owner can read it."""
    write_private(_file(base), json.dumps(asdict(services), indent=1) + "\n")


def withdraw(base: Path) -> None:
    """Remove the file."""
    _file(base).unlink(missing_ok=True)


def _file(base: Path) -> Path:
    return base / "services.json"
