"""How long the shop takes to answer while ten people look around among 10,000 products.

    python benchmarks/page_latency.py [--products 10000] [--users 10] [--seconds 60]

A real web server (uvicorn with two workers under the settings of production, as docs/howto/
production.md starts it) on a database of its own, both held to two cores. Each user is a thread
with a connection of its own who opens the front page, categories (some of them narrowed down, some
on their second page) and products, and reads for about a second (exponentially distributed) before
the next page. A second run lets the same users ask without reading: that is what the machine can
give at most. Times are those of the client, from the request to the last byte, on the loopback.

Seconds of the clock depend on what else the machine does; seconds of the processor a page takes,
of the web server and of PostgreSQL, hardly: both are given.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

import psutil

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand
from benchmarks.large_shop import LargeShop, make_large_shop
from config.stack import home

HOST = "127.0.0.1"
CORES = 2
WORKERS = 2
THINK_S = 1.0
# Seconds at the beginning that are not counted: connections, caches and code warm up.
WARM_UP_S = 8.0
# What ten people open, in shares: lists and products mostly.
KINDS = ("home", "category", "department", "filtered", "second page", "product")
SHARES = (8, 20, 7, 10, 7, 48)
FILTERS = (
    "?stock=true",
    "?sale=true",
    "?price_max=60",
    "?rating=4",
    "?sort=newest",
    "?sort=price-low",
)
TARGET_P95_MS = 60.0


@dataclass
class Taken:
    """What one user saw: milliseconds by kind of page, and answers that were no page."""

    ms: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)


def choose(shop: LargeShop, dice: random.Random) -> tuple[str, str]:
    """Return a kind of page and a path of it."""
    kind = dice.choices(KINDS, SHARES)[0]
    match kind:
        case "home":
            return kind, "/"
        case "department":
            return kind, dice.choice(shop.departments)
        case "filtered":
            return kind, dice.choice(shop.leaves) + dice.choice(FILTERS)
        case "second page":
            return kind, dice.choice(shop.leaves) + "?page=2"
        case "product":
            return kind, dice.choice(shop.products)
    return kind, dice.choice(shop.leaves)


def browse(
    port: int, shop: LargeShop, *, seed: int, until: float, think_s: float, taken: Taken
) -> None:
    """Look around until a moment of the monotonic clock."""
    dice = random.Random(seed)  # noqa: S311  (the same walk every time, not a secret)
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    counted_from = time.monotonic() + WARM_UP_S
    time.sleep(dice.random() * think_s)
    while time.monotonic() < until:
        kind, path = choose(shop, dice)
        begun = time.monotonic()
        try:
            response = ask(connection, path)
            body = response.read()
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            taken.errors.append(f"{path}: {error!r}")
            continue
        if response.status != http.client.OK or not body.rstrip().endswith(b"</html>"):
            taken.errors.append(f"{path}: {response.status}")
        if begun >= counted_from:
            taken.ms[kind].append((time.monotonic() - begun) * 1000)
        if think_s:
            time.sleep(dice.expovariate(1 / think_s))


def ask(connection: http.client.HTTPConnection, path: str) -> http.client.HTTPResponse:
    """Send a request; like a browser, once more where the server had closed the idle connection."""
    headers = {"X-Forwarded-Proto": "https"}
    try:
        connection.request("GET", path, headers=headers)
        return connection.getresponse()
    except (http.client.RemoteDisconnected, BrokenPipeError):
        connection.close()
        connection.request("GET", path, headers=headers)
        return connection.getresponse()


def percentile(values: list[float], share: float) -> float:
    """Return the value that this share of the values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def describe(ms: list[float]) -> dict[str, float]:
    """Return how many answers there were and how long they took, in milliseconds."""
    return {
        "pages": len(ms),
        "p50": round(statistics.median(ms), 1),
        "p95": round(percentile(ms, 0.95), 1),
        "p99": round(percentile(ms, 0.99), 1),
        "max": round(max(ms), 1),
    }


def used_s(processes: list[psutil.Process]) -> float:
    """Return the processor time of these processes and what they started."""
    total = 0.0
    for process in processes:
        own = process.cpu_times()
        total += own.user + own.system + own.children_user + own.children_system
        for child in process.children(recursive=True):
            times = child.cpu_times()
            total += times.user + times.system
    return total


def run(
    port: int,
    shop: LargeShop,
    *,
    users: int,
    seconds: float,
    think_s: float,
    watched: dict[str, Any],
) -> dict[str, Any]:
    """Let the users look around for a while; return what they saw."""
    takings = [Taken() for _ in range(users)]
    begun = time.monotonic()
    until = begun + WARM_UP_S + seconds
    threads = [
        Thread(
            target=browse,
            args=(port, shop),
            kwargs={"seed": seed, "until": until, "think_s": think_s, "taken": taken},
        )
        for seed, taken in enumerate(takings)
    ]
    for thread in threads:
        thread.start()
    time.sleep(WARM_UP_S)
    before = {name: used_s(processes) for name, processes in watched.items()}
    for thread in threads:
        thread.join()
    ms: dict[str, list[float]] = defaultdict(list)
    for taken in takings:
        for kind, values in taken.ms.items():
            ms[kind] += values
    every = [value for values in ms.values() for value in values]
    errors = [error for taken in takings for error in taken.errors]
    return {
        "users": users,
        "think_s": think_s,
        "seconds": seconds,
        "pages_per_s": round(len(every) / (time.monotonic() - begun - WARM_UP_S), 1),
        "errors": len(errors),
        "first_errors": errors[:3],
        "processor_ms_per_page": {
            name: round(1000 * (used_s(processes) - before[name]) / max(len(every), 1), 1)
            for name, processes in watched.items()
        },
        "every page": describe(every),
        **{kind: describe(ms[kind]) for kind in KINDS if ms[kind]},
    }


@contextmanager
def web_server(
    static: str, workers: int, settings: str = "config.settings.prod"
) -> Iterator[tuple[int, psutil.Process]]:
    """Run the shop as in production, less TLS; yields its port and its process."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
    environment = {**production(static), "DJANGO_SETTINGS_MODULE": settings}
    command = [sys.executable, "-m", "uvicorn", "config.asgi:application", "--port", str(port)]
    command += ["--workers", str(workers), "--lifespan", "off", "--no-access-log"]
    process = subprocess.Popen(command, cwd=stand.REPOSITORY, env=environment)
    try:
        wait_for(port)
        yield port, psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(20)


def production(static: str) -> dict[str, str]:
    """Return the environment of a program under the settings of production."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.prod",
        "VITRINE_ROLE": "web",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": HOST,
        "STATIC_ROOT": static,
        "LOG_LEVEL": "WARNING",
    }


def wait_for(port: int, within_s: float = 90.0) -> None:
    """Wait until the server answers."""
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        connection = http.client.HTTPConnection(HOST, port, timeout=5)
        try:
            connection.request("GET", "/livez")
            if connection.getresponse().status == http.client.OK:
                return
        except OSError:
            time.sleep(0.2)
        finally:
            connection.close()
    raise SystemExit("The web server does not answer.")


def main() -> None:
    """Measure and write benchmarks/results/page_latency.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--products", type=int, default=10_000)
    parser.add_argument("--users", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=60.0)
    options = parser.parse_args()
    figures = stand.origin("django", "uvicorn", "psycopg")
    cores = sorted(os.sched_getaffinity(0))[:CORES]
    os.environ["MEDIA_ROOT"] = str(home() / "benchmark" / "media")
    stack = stand.prepare("page_latency")
    try:
        postgres = next(each for each in stack.programs if each.name == "PostgreSQL")
        shop = make_large_shop(options.products)
        figures |= {"cores": len(cores), "workers": WORKERS, "rows": dict(shop.rows)}
        with tempfile.TemporaryDirectory() as static:
            subprocess.run(
                [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
                cwd=stand.REPOSITORY,
                env={**production(static), "VITRINE_ROLE": "manage"},
                check=True,
            )
            with web_server(static, WORKERS) as (port, web):
                watched = {"web": [web], "postgresql": [psutil.Process(postgres.process.pid)]}
                for processes in watched.values():
                    for process in processes:
                        for each in (process, *process.children(recursive=True)):
                            each.cpu_affinity(cores)
                ways = {"reading": THINK_S, "saturated": 0.0}
                for name, think_s in ways.items():
                    figures[name] = run(
                        port,
                        shop,
                        users=options.users,
                        seconds=options.seconds,
                        think_s=think_s,
                        watched=watched,
                    )
                    print(name, figures[name], flush=True)
        figures["load_after"] = [round(load, 2) for load in os.getloadavg()]
        figures["target_p95_ms"] = TARGET_P95_MS
    finally:
        stack.stop()
    print(stand.save("page_latency", figures))


if __name__ == "__main__":
    main()
