"""Wrong DATABASE_URL and REDIS_URL, each against a real or a minimal server."""

from urllib.parse import urlsplit

import psycopg

from config.stack.process import free_port
from tests.config import hostile
from tests.config.unfriendly import Attempt, Place, altered, attempt

# ----- DATABASE_URL


@attempt
def database_of_another_kind(place: Place) -> Attempt:
    return Attempt(
        variables={"DATABASE_URL": "sqlite:///shop.db"}, says=["'sqlite'", "write postgresql://"]
    )


@attempt
def database_url_without_a_database(place: Place) -> Attempt:
    return Attempt(variables=place.database(name=""), says=["names no database", "/DATABASE"])


@attempt
def database_url_that_cannot_be_read(place: Place) -> Attempt:
    return Attempt(variables=place.database(port="54x2"), says=["cannot be read", "percent"])


@attempt
def database_host_unknown(place: Place) -> Attempt:
    return Attempt(
        variables=place.database(host="no-such-host.invalid"),
        says=["no-such-host.invalid", "cannot be found", "correct DATABASE_URL"],
    )


@attempt
def database_port_closed(place: Place) -> Attempt:
    port = str(free_port())
    return Attempt(variables=place.database(port=port), says=[port, "refuses connections"])


@attempt
def database_password_wrong(place: Place) -> Attempt:
    return Attempt(
        variables=place.database(password="guessed"),
        says=["refuses the user 'vitrine' with this password", "correct DATABASE_URL"],
    )


@attempt
def database_missing(place: Place) -> Attempt:
    return Attempt(variables=place.database(name="nowhere"), says=["'nowhere'", "createdb nowhere"])


@attempt
def database_server_silent(place: Place) -> Attempt:
    port = place.cleanup.enter_context(hostile.listener())
    return Attempt(variables=place.database(port=str(port)), says=["did not answer", "start it"])


@attempt
def database_port_of_another_service(place: Place) -> Attempt:
    port = place.cleanup.enter_context(hostile.listener(b"HTTP/1.1 400 Bad Request\r\n\r\n"))
    return Attempt(
        variables=place.database(port=str(port)),
        says=["is no PostgreSQL server", "correct"],
    )


@attempt
def database_server_too_old(place: Place) -> Attempt:
    greeting = hostile.greeting_of_postgres("14.9")
    port = place.cleanup.enter_context(hostile.listener(greeting))
    return Attempt(
        variables=place.database(port=str(port)), says=["is version 14", "15 or newer", "upgrade"]
    )


@attempt
def database_without_pgvector(place: Place) -> Attempt:
    hostile.without_pgvector(altered(place, hostile.POSTGRES))
    url = place.cleanup.enter_context(hostile.postgres_server(place.home.with_name("server")))
    return Attempt(
        variables={"DATABASE_URL": url},
        says=["does not offer the extension vector", "install postgresql-18-pgvector"],
    )


@attempt
def database_with_old_pgvector(place: Place) -> Attempt:
    hostile.with_old_pgvector(altered(place, hostile.POSTGRES))
    url = place.cleanup.enter_context(hostile.postgres_server(place.home.with_name("server")))
    return Attempt(
        variables={"DATABASE_URL": url}, says=["pgvector 0.7.4", "0.8 or newer", "upgrade"]
    )


@attempt
def database_user_without_rights(place: Place) -> Attempt:
    with psycopg.connect(place.database_url, autocommit=True) as connection:
        for statement in (
            "DROP DATABASE IF EXISTS guarded",
            "DROP ROLE IF EXISTS guest",
            "CREATE ROLE guest LOGIN PASSWORD 'guest'",
            "CREATE DATABASE guarded",
        ):
            connection.execute(statement)
    return Attempt(
        variables=place.database(user="guest", password="guest", name="guarded"),
        says=["'guest' may not create the extension vector", "as a superuser"],
    )


# ----- REDIS_URL


@attempt
def redis_of_another_kind(place: Place) -> Attempt:
    return Attempt(variables={"REDIS_URL": "amqp://127.0.0.1/0"}, says=["'amqp'", "write redis://"])


@attempt
def redis_url_that_cannot_be_read(place: Place) -> Attempt:
    return Attempt(
        variables={"REDIS_URL": "redis://127.0.0.1:6379/broker"}, says=["cannot be read", "write"]
    )


@attempt
def redis_host_unknown(place: Place) -> Attempt:
    return Attempt(
        variables={"REDIS_URL": "redis://no-such-host.invalid:6379/0"},
        says=["no-such-host.invalid", "no host of that name", "correct host and port"],
    )


@attempt
def redis_port_closed(place: Place) -> Attempt:
    return Attempt(
        variables={"REDIS_URL": f"redis://127.0.0.1:{free_port()}/0"},
        says=["refuses connections", "start it"],
    )


@attempt
def redis_password_wrong(place: Place) -> Attempt:
    given = urlsplit(place.redis_url)
    return Attempt(
        variables={"REDIS_URL": f"redis://:guessed@{given.hostname}:{given.port}/0"},
        says=["refuses this password", "correct REDIS_URL"],
    )


@attempt
def redis_that_evicts(place: Place) -> Attempt:
    url = place.cleanup.enter_context(
        hostile.valkey_server(place.home.with_name("server"), "maxmemory-policy allkeys-lru")
    )
    return Attempt(variables={"REDIS_URL": url}, says=["allkeys-lru", "set `maxmemory-policy"])


@attempt
def redis_with_one_database(place: Place) -> Attempt:
    url = place.cleanup.enter_context(
        hostile.valkey_server(place.home.with_name("server"), "databases 1")
    )
    return Attempt(variables={"REDIS_URL": url}, says=["only one database", "CACHE_URL"])
