"""A database beside the shop's own, for commands that must not touch the shop."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from psycopg import sql


@contextmanager
def scratch_database(suffix: str, *, fresh: bool) -> Iterator[str]:
    """Let everything inside use a migrated database `<shop's>_<suffix>`; yields its name.

    It is kept for the next time, unless `fresh` has it made anew. Cached values are kept apart too.
    """
    shop = str(connection.settings_dict["NAME"])
    name = f"{shop}_{suffix}"
    _create(name, fresh=fresh)
    cache = caches["default"]
    prefix = cache.key_prefix
    _connect(name)
    cache.key_prefix = f"{prefix}-{suffix}"
    try:
        call_command("migrate", interactive=False, verbosity=0)
        yield name
    finally:
        cache.key_prefix = prefix
        _connect(shop)


def _create(name: str, *, fresh: bool) -> None:
    identifier = sql.Identifier(name)
    with connection.cursor() as cursor:
        if fresh:
            cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(identifier))
        cursor.execute("SELECT FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone() is None:
            cursor.execute(sql.SQL("CREATE DATABASE {}").format(identifier))


def _connect(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
