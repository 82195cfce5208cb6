"""Whether the process lives, and whether the shop can do its work."""

import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache as remember
from functools import partial
from typing import Any

import psycopg
import structlog
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry

# Seconds. libpq waits at least two for a connection; a readiness probe waits for five or so.
CONNECT_TIMEOUT_S = 2
BROKER_TIMEOUT_S = 1
STATEMENT_TIMEOUT_MS = 1000

Checks = Mapping[str, str]
FINE = "ok"
NOT_CHECKED = "not checked"
NO_DATABASE = "The database does not answer."

logger = structlog.get_logger(__name__)


class CheckFailed(Exception):
    """A check has seen why the shop cannot work."""


@never_cache
@require_safe
def livez(_: HttpRequest) -> JsonResponse:
    """Answer: whoever gets this has reached a process that serves requests."""
    return JsonResponse({"status": FINE})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Say which of the things the shop works with are there; 503 when a needed one is not.

    All are needed, unless `?needs=database,migrations` names those that decide: a load balancer
    that should go on selling while the worker restarts asks like that. All are always reported.
    """
    found = run_checks()
    needs = [name for name in request.GET.get("needs", "").split(",") if name] or list(found)
    unknown = [name for name in needs if name not in found]
    if unknown:
        message = f"There is no check {', '.join(unknown)}: choose from {', '.join(found)}."
        return JsonResponse({"status": "unknown check", "detail": message}, status=400)
    ready = all(found[name] == FINE for name in needs)
    return JsonResponse(
        {"status": FINE if ready else "unavailable", "needs": needs, "checks": found},
        status=200 if ready else 503,
    )


def run_checks() -> dict[str, str]:
    """Return each check's "ok" or one sentence; the three services are asked side by side.

    Own threads and connections with own time limits: a database that hangs must not hang the
    probe, and a busy connection pool is not an absent database.
    """
    with ThreadPoolExecutor(3) as pool:
        running = [pool.submit(check) for check in (check_database, check_broker, check_worker)]
        return {name: state for each in running for name, state in each.result().items()}


def check_database() -> Checks:
    """Look at the database, the migrations in it, and the space that search reads."""
    found = {"database": NO_DATABASE, "migrations": NOT_CHECKED, "live_space": NOT_CHECKED}

    def look() -> None:
        with psycopg.connect(**connection_parameters()) as database:
            find_migrations = partial(find_missing_migrations, database)
            find_space = partial(find_live_space, database)
            found["migrations"] = attempt(find_migrations, otherwise="Migrations cannot be read.")
            found["live_space"] = attempt(find_space, otherwise="Spaces cannot be read.")

    found["database"] = attempt(look, otherwise=NO_DATABASE)
    return found


def connection_parameters() -> dict[str, Any]:
    """Return how Django reaches the database, with shorter time limits."""
    parameters = dict(connection.get_connection_params())
    for name in ("cursor_factory", "context"):
        parameters.pop(name, None)
    return {
        **parameters,
        "autocommit": True,
        "connect_timeout": CONNECT_TIMEOUT_S,
        "options": f"-c statement_timeout={STATEMENT_TIMEOUT_MS}",
    }


def find_missing_migrations(database: "psycopg.Connection[Any]") -> None:
    """Raise CheckFailed when the code knows a migration that the database does not."""
    rows = database.execute("SELECT app, name FROM django_migrations").fetchall()
    missing = known_migrations() - set(rows)
    if missing:
        first = ".".join(min(missing))
        raise CheckFailed(f"{len(missing)} migrations are not applied, {first} first: migrate.")


@remember
def known_migrations() -> frozenset[tuple[str, str]]:
    """Return the last migration of every app, as the files of this release have them."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes())


def find_live_space(database: "psycopg.Connection[Any]") -> None:
    """Raise CheckFailed when search has no space to read; a shop without ai needs none."""
    if not apps.is_installed("ai"):
        return
    if not database.execute("SELECT 1 FROM ai_embeddingspace WHERE status = 'live'").fetchone():
        raise CheckFailed("No embedding space is live: run `manage.py embed`.")


def check_broker() -> Checks:
    """Ask the broker that tasks wait in."""
    return {"broker": attempt(ping_broker, otherwise="The broker does not answer.")}


def ping_broker() -> None:
    """Raise when the broker does not answer in time."""
    with Redis.from_url(
        settings.CELERY_BROKER_URL,
        socket_timeout=BROKER_TIMEOUT_S,
        socket_connect_timeout=BROKER_TIMEOUT_S,
        retry=Retry(NoBackoff(), 0),
    ) as broker:
        broker.ping()


def check_worker() -> Checks:
    """Ask the cache, and in it for the worker's last sign of life."""
    found = {"worker": NOT_CHECKED}

    def look() -> None:
        seen = cache.get(settings.WORKER_HEARTBEAT_KEY)
        judge = partial(judge_heartbeat, seen)
        found["worker"] = attempt(judge, otherwise="The worker's heartbeat cannot be read.")

    return {"cache": attempt(look, otherwise="The cache does not answer."), **found}


def judge_heartbeat(seen: float | None) -> None:
    """Raise CheckFailed when the worker was last seen too long ago, or never."""
    if seen is None:
        raise CheckFailed("No worker has given a sign of life.")
    age = time.time() - float(seen)
    if age > settings.WORKER_HEARTBEAT_MAX_AGE_S:
        raise CheckFailed(f"The worker was last seen {age:.0f} s ago.")


def attempt(check: Callable[[], None], *, otherwise: str) -> str:
    """Return "ok", or one sentence on why not.

    The probe is public: what a driver says names hosts and accounts, and goes to the log only.
    """
    try:
        check()
    except CheckFailed as failure:
        return str(failure)
    except Exception as error:
        logger.warning("not_ready", reason=str(error))
        return otherwise
    return FINE
