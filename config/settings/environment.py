"""The one reader of the process environment."""

import os
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from config.stack import home
from config.stack.services import running

BASE_DIR = Path(__file__).resolve().parents[2]
HOME = home()

env = environ.Env()

# web | worker | manage: decides time-outs and pooling. Set by whoever starts the process.
ROLE = env.str("VITRINE_ROLE", "manage")
AI_INSTALLED = env.bool("VITRINE_AI", default=True)

# Where a test process keeps its services and files: pytest-xdist names each process it starts.
PYTEST_FOLDER = HOME / "-".join(filter(None, ("test", env.str("PYTEST_XDIST_WORKER", default=""))))


def service_urls() -> tuple[str, str]:
    """Return (database URL, Redis URL): the environment's, else those of the embedded stack.

    Raises ImproperlyConfigured when neither names a service.
    """
    database, redis = os.environ.get("DATABASE_URL"), os.environ.get("REDIS_URL")
    if not (database and redis):
        services = running(HOME)
        if services is None:
            raise ImproperlyConfigured(
                "No database is running: start the shop with `make run`, "
                "or set DATABASE_URL and REDIS_URL."
            )
        database = database or services.database_url
        redis = redis or services.redis_url
    return database, redis


def redis_database(url: str, number: int) -> str:
    """Return the Redis URL with its database number replaced."""
    head, _, tail = url.rpartition("/")
    base = head if tail.isdigit() and "//" in head else url.rstrip("/")
    return f"{base}/{number}"
