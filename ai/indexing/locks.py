"""PostgreSQL advisory locks: held by a connection or a transaction, gone with it, never stale."""

from collections.abc import Iterator
from contextlib import contextmanager
from zlib import crc32

from django.db import connection


def _key(name: str) -> int:
    # The first half keeps the locks of this app apart from anybody else's in the database.
    return (0x7669_7472 << 32) | crc32(name.encode())


@contextmanager
def session_lock(name: str) -> Iterator[bool]:
    """Try to take a lock that outlives transactions; yields whether it was free.

    A killed process loses its connection and with it the lock, at once.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_key(name)])
        taken = bool(cursor.fetchone()[0])
    try:
        yield taken
    finally:
        if taken:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_key(name)])


def is_locked(name: str) -> bool:
    """Return whether somebody holds the lock, without touching it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            " AND ((classid::bigint << 32) | objid::bigint) = %s)",
            [_key(name)],
        )
        return bool(cursor.fetchone()[0])


def lock_until_commit(name: str) -> None:
    """Wait for a lock (at most `lock_timeout`) and hold it until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_key(name)])
