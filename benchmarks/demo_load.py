"""How long the demo shop takes to load into an empty database, and what a second loading takes.

    python benchmarks/demo_load.py [--rounds 3]

Each round is the command itself, `manage.py load_demo`, in a process of its own: on a fresh,
migrated database and an empty media folder, then once more. Seconds of the clock depend on what
else the machine does; seconds of the processor, of the command and of PostgreSQL, hardly.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
import psycopg

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand

TEMPLATE, DATABASE = "demo_load_template", "demo_load"
# What the command itself says: "… in 4.7 s" of the records, then of the orders.
SECONDS = re.compile(r" in ([\d.]+) s$", re.MULTILINE)


def server_seconds(server: psutil.Process) -> float:
    """Return the processor time of PostgreSQL: of its processes that run and that have ended."""
    own = server.cpu_times()
    ended = own.user + own.system + own.children_user + own.children_system
    running = (child.cpu_times() for child in server.children(recursive=True))
    return float(ended + sum(times.user + times.system for times in running))


def copy_database(url: str) -> str:
    """Make the database anew from the migrated one; return its URL."""
    server = url.rpartition("/")[0]
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{DATABASE}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{DATABASE}" TEMPLATE "{TEMPLATE}"')
    return f"{server}/{DATABASE}"


def load(server: psutil.Process, environment: dict[str, str]) -> dict[str, Any]:
    """Run the command once; return its seconds and its words."""
    before, begun = server_seconds(server), time.monotonic()
    used = os.times()
    result = subprocess.run(
        [sys.executable, "manage.py", "load_demo"],
        cwd=stand.REPOSITORY,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, after = time.monotonic() - begun, os.times()
    processor = after.children_user + after.children_system
    processor -= used.children_user + used.children_system
    said = result.stdout.strip().splitlines()
    return {
        "seconds": round(seconds, 2),
        "of_loading": float((SECONDS.findall(result.stdout) or ["nan"])[0]),
        "of_orders": float((*SECONDS.findall(result.stdout), "0")[1]),
        "processor": round(processor, 2),
        "processor_of_postgresql": round(server_seconds(server) - before, 2),
        "said": said[-2:],
    }


def one_round(server: psutil.Process, url: str) -> dict[str, Any]:
    """Load twice: into nothing, then over what is there."""
    with tempfile.TemporaryDirectory() as media:
        environment = {
            **os.environ,
            "DATABASE_URL": copy_database(url),
            "MEDIA_ROOT": media,
            "LOG_LEVEL": "ERROR",
        }
        found = {"first": load(server, environment), "again": load(server, environment)}
    print(found, flush=True)
    return found


def main() -> None:
    """Measure and write benchmarks/results/demo_load.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()

    figures = stand.origin("django", "psycopg", "pillow")
    stack = stand.prepare(TEMPLATE)
    try:
        from django.db import connection

        connection.close()  # a database that somebody is in cannot be copied
        postmaster = next(one for one in stack.programs if one.name == "PostgreSQL")
        server = psutil.Process(postmaster.process.pid)
        rounds = [one_round(server, stack.database_url) for _ in range(options.rounds)]
    finally:
        stack.stop()
    figures["command"] = " ".join(sys.argv)
    for part in ("first", "again"):
        numbers = [{k: v for k, v in one[part].items() if k != "said"} for one in rounds]
        figures[part] = {
            name: round(statistics.median(each[name] for each in numbers), 2) for name in numbers[0]
        }
    figures["rounds"] = rounds
    print(stand.save("demo_load", figures))


if __name__ == "__main__":
    main()
