"""What benchmarks stand on: services and a database of their own, results with their origin.

Call `prepare()` before anything of Django is imported.
"""

from __future__ import annotations

import json
import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg

if (root := str(Path(__file__).resolve().parents[1])) not in sys.path:
    sys.path.insert(0, root)

from ai.management.origin import REPOSITORY, describe_origin  # (needs the root on the path)
from config.stack import home, start

if TYPE_CHECKING:
    from config.stack.launcher import RunningStack

__all__ = ["REPOSITORY", "origin", "prepare", "save"]

RESULTS = REPOSITORY / "benchmarks" / "results"


def prepare(name: str, *, again: bool = False) -> RunningStack:
    """Start services below VITRINE_HOME/benchmark with a migrated database of this name.

    It is empty, or with `again` the one that an earlier run has filled, if there is one.
    """
    stack = start(home() / "benchmark")
    with psycopg.connect(stack.database_url, autocommit=True) as connection:
        if not again:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        known = connection.execute("SELECT FROM pg_database WHERE datname = %s", [name])
        if known.fetchone() is None:
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
    """Return where figures come from: commit, machine, moment, versions."""
    return {**describe_origin(), "versions": {package: version(package) for package in packages}}


def save(name: str, figures: dict[str, Any]) -> Path:
    """Write the figures to benchmarks/results/NAME.json and return its path."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    path.write_text(json.dumps(figures, indent=2) + "\n")
    return path
