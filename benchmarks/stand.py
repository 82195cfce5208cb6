"""What benchmarks stand on: services and a database of their own, results with their origin.

Call `prepare()` before anything of Django is imported.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg

REPOSITORY = Path(__file__).resolve().parents[1]
RESULTS = REPOSITORY / "benchmarks" / "results"
if str(REPOSITORY) not in sys.path:
    sys.path.insert(0, str(REPOSITORY))

from config.stack import home, start  # (needs the repository on the path)

if TYPE_CHECKING:
    from config.stack.launcher import RunningStack


def prepare(name: str) -> RunningStack:
    """Start services below VITRINE_HOME/benchmark with an empty, migrated database of this name."""
    stack = start(home() / "benchmark")
    with psycopg.connect(stack.database_url, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{name}"')
    os.environ["DATABASE_URL"] = stack.database_url.rpartition("/")[0] + f"/{name}"
    os.environ["REDIS_URL"] = stack.redis_url
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("LOG_LEVEL", "WARNING")

    import django  # (settings read what was just set)
    from django.core.cache import cache
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    cache.clear()
    return stack


def origin(*packages: str) -> dict[str, Any]:
    """Return where figures come from: commit, machine, versions, moment."""
    return {
        "commit": _git("rev-parse", "HEAD"),
        "uncommitted_changes": bool(_git("status", "--porcelain", "--untracked-files=no")),
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {
            "processor": _processor(),
            "cores": len(os.sched_getaffinity(0)),
            "memory_gib": round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30),
            "load_before": [round(load, 2) for load in os.getloadavg()],
            "python": platform.python_version(),
        },
        "versions": {package: version(package) for package in packages},
    }


def save(name: str, figures: dict[str, Any]) -> Path:
    """Write the figures to benchmarks/results/NAME.json and return its path."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    path.write_text(json.dumps(figures, indent=2) + "\n")
    return path


def _git(*arguments: str) -> str:
    result = subprocess.run(
        ["git", *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    return result.stdout.strip()


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()
