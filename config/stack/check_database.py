"""Refuse a PostgreSQL that cannot carry the shop, with the sentence that mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from config.stack.errors import StackError

if TYPE_CHECKING:
    from psycopg import Connection

SCHEMES = frozenset({"postgres", "postgresql"})
# Unique constraints that treat NULLs as equal (NULLS NOT DISTINCT) came with 15.
OLDEST_SERVER = 15
# Iterative index scans, which fill a page under a selective filter, came with pgvector 0.8.
OLDEST_PGVECTOR = (0, 8)
NEEDED = ("vector", "pg_trgm", "unaccent")
WELCOME = ("btree_gin",)
CONNECT_WITHIN_S = 5
UNSET = "or unset DATABASE_URL to use the embedded one"
FIX = "correct DATABASE_URL"
CRASHED_EMBEDDED = (
    "The embedded pgvector crashed on its first distance, as it does on a processor without AVX2: "
    "set DATABASE_URL to a PostgreSQL whose pgvector was built for this machine."
)
CRASHED_GIVEN = (
    "The pgvector of the server in DATABASE_URL crashed on its first distance: install a build "
    f"for its processor there (AVX2 may be missing), {UNSET}."
)


def check_database(url: str, *, embedded: bool) -> None:
    """Connect, look at versions, create the extensions and compute one distance.

    Raises StackError. `embedded` says whose server it is, which decides the advice.
    """
    check_form(url)
    with connect(url) as connection:
        check_server_version(connection)
        check_extensions(connection)
    check_arithmetic(url, embedded=embedded)


def check_form(url: str) -> None:
    """Refuse what is no PostgreSQL URL."""
    try:
        parts = urlsplit(url)
        well_formed = bool(parts.path.strip("/")) and (parts.port is None or parts.port > 0)
    except ValueError:
        raise StackError(
            "DATABASE_URL cannot be read: write postgresql://USER:PASSWORD@HOST:PORT/DATABASE, "
            "with special characters of the password percent-encoded."
        ) from None
    if parts.scheme not in SCHEMES:
        raise StackError(
            f"DATABASE_URL begins with {parts.scheme or 'no scheme'!r}, but embeddings live in "
            "PostgreSQL with pgvector: write postgresql://USER:PASSWORD@HOST:PORT/DATABASE."
        )
    if not well_formed:
        raise StackError(
            "DATABASE_URL names no database: write postgresql://USER:PASSWORD@HOST:PORT/DATABASE."
        )


def connect(url: str) -> Connection:
    """Open a connection, or say which part of the URL is wrong."""
    parts = urlsplit(url)
    try:
        return psycopg.connect(url, connect_timeout=CONNECT_WITHIN_S, autocommit=True)
    except psycopg.OperationalError as error:
        place = f"{parts.hostname or 'the local socket'}:{parts.port or 5432}"
        problem = refusal(str(error), user=parts.username, database=parts.path.strip("/"))
        raise StackError(f"The PostgreSQL server at {place} {problem}, {UNSET}.") from None


def refusal(said: str, *, user: str | None, database: str) -> str:
    """Return what is wrong and what to do, from the words of libpq (it gives no code)."""
    sentences = (
        ("password authentication failed", f"refuses the user {user!r} with this password: {FIX}"),
        ("no password supplied", f"wants a password: {FIX}"),
        (f'role "{user}" does not exist', f"has no user {user!r}: create it, or {FIX}"),
        (
            f'database "{database}" does not exist',
            f"has no database {database!r}: create it with `createdb {database}`",
        ),
        ("resolve host", f"cannot be found by that name: {FIX}"),
        ("name or service not known", f"cannot be found by that name: {FIX}"),
        ("invalid response", f"is no PostgreSQL server: {FIX}"),
        ("refused", f"refuses connections: start it, or {FIX}"),
        ("timeout", f"did not answer within {CONNECT_WITHIN_S} seconds: start it, or {FIX}"),
    )
    lowered = said.lower()
    for words, sentence in sentences:
        if words.lower() in lowered:
            return sentence
    return f"cannot be used ({reason(said)}): {FIX}"


def check_server_version(connection: Connection) -> None:
    """Refuse a server older than the SQL the shop uses."""
    version = connection.info.server_version // 10_000
    if version < OLDEST_SERVER:
        raise StackError(
            f"The PostgreSQL server in DATABASE_URL is version {version}, and the shop's "
            f"constraints need {OLDEST_SERVER} or newer: upgrade it, {UNSET}."
        )


def check_extensions(connection: Connection) -> None:
    """Create the extensions; refuse a server without them or with an old pgvector."""
    rows = connection.execute(
        "SELECT name, default_version, installed_version FROM pg_available_extensions"
        " WHERE name = ANY(%s)",
        [[*NEEDED, *WELCOME]],
    ).fetchall()
    found = {name: (default, installed) for name, default, installed in rows}
    for name in NEEDED:
        if name not in found:
            raise StackError(missing(name, connection))
    default, installed = found["vector"]
    if version_of(installed or default) < OLDEST_PGVECTOR:
        cure = (
            "run `ALTER EXTENSION vector UPDATE` there"
            if version_of(default) >= OLDEST_PGVECTOR
            else "upgrade pgvector there"
        )
        raise StackError(
            f"The database in DATABASE_URL has pgvector {installed or default}, and filtered "
            f"search needs 0.8 or newer (iterative scans): {cure}, {UNSET}."
        )
    for name in (*NEEDED, *WELCOME):
        if name in found and found[name][1] is None:
            create_extension(connection, name, needed=name in NEEDED)


def missing(name: str, connection: Connection) -> str:
    """Return the sentence for an extension that the server does not offer."""
    major = connection.info.server_version // 10_000
    package = f"postgresql-{major}-pgvector" if name == "vector" else "postgresql-contrib"
    return (
        f"The PostgreSQL server in DATABASE_URL does not offer the extension {name}: install "
        f"{package} there (or run the image pgvector/pgvector:pg{major}), {UNSET}."
    )


def create_extension(connection: Connection, name: str, *, needed: bool) -> None:
    """Create one extension; a refusal matters only for one that is needed."""
    try:
        connection.execute(
            sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(name))
        )
    except psycopg.errors.InsufficientPrivilege as error:
        if needed:
            info = connection.info
            raise StackError(
                f"The user {info.user!r} may not create the extension {name} in the database "
                f"{info.dbname!r}: run `CREATE EXTENSION {name}` there as a superuser, {UNSET}."
            ) from error
    except psycopg.errors.UniqueViolation:
        pass  # another process created it at the same moment


def check_arithmetic(url: str, *, embedded: bool) -> None:
    """Compute one distance: a pgvector built for a newer processor kills its backend here."""
    try:
        with psycopg.connect(url, connect_timeout=CONNECT_WITHIN_S, autocommit=True) as connection:
            connection.execute("SELECT '[1,2,3]'::vector <=> '[3,2,1]'::vector")
    except psycopg.OperationalError as error:
        raise StackError(CRASHED_EMBEDDED if embedded else CRASHED_GIVEN) from error


def version_of(text: str) -> tuple[int, ...]:
    """Return a version string as numbers: "0.8.6" gives (0, 8, 6)."""
    return tuple(int(part) for part in text.split(".") if part.isdigit())


def reason(said: str) -> str:
    """Return the last meaningful line of libpq's message, without the address it repeats."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    last = lines[-1] if lines else "no reason given"
    return last.rpartition("FATAL:")[2].strip() if "FATAL:" in last else last.rpartition(": ")[2]
