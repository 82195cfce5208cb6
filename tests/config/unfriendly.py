"""The wrong environments: each says how to start in it and which words the failure must have."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from config import stack
from config.stack.process import free_port
from tests.config import hostile
from tests.config.stack_processes import GIVEN, NOBODY, ordinary_user

LONG_SECRET = "x" * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One start that must fail: environment, arguments, who tries, and words of the sentence."""

    says: Sequence[str]
    variables: dict[str, str] = field(default_factory=dict)
    arguments: Sequence[str] = ()
    python: Sequence[str] = (sys.executable,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an attempt is made: a free folder, and the servers of the tests."""

    home: Path
    cleanup: ExitStack
    monkeypatch: pytest.MonkeyPatch
    database_url: str
    redis_url: str

    def database(self, **parts: str) -> dict[str, str]:
        """Return DATABASE_URL with a part of the working one replaced."""
        given = urlsplit(self.database_url)
        known = {
            "scheme": "postgresql",
            "user": given.username,
            "password": given.password,
            "host": given.hostname,
            "port": given.port,
            "name": given.path.strip("/"),
        } | parts
        return {"DATABASE_URL": "{scheme}://{user}:{password}@{host}:{port}/{name}".format(**known)}

    def without_given_services(self) -> None:
        """Let `stack.start` in this process start services of its own."""
        for name in GIVEN:
            self.monkeypatch.delenv(name, raising=False)


ATTEMPTS: dict[str, Callable[[Place], Attempt]] = {}


def attempt(make: Callable[[Place], Attempt]) -> Callable[[Place], Attempt]:
    """Add one wrong environment to the table."""
    ATTEMPTS[make.__name__] = make
    return make


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


# ----- the address


@attempt
def port_taken(place: Place) -> Attempt:
    port = place.cleanup.enter_context(hostile.listener())
    return Attempt(
        arguments=["--port", str(port)], says=[f"Port {port} is taken", f"PORT={port + 1}"]
    )


@attempt
def port_not_a_number(place: Place) -> Attempt:
    return Attempt(arguments=["--port", "http"], says=["PORT=http is no port", "PORT=8001"])


@attempt
def port_out_of_range(place: Place) -> Attempt:
    return Attempt(arguments=["--port", "70000"], says=["PORT=70000 is no port", "65535"])


@attempt
def host_of_another_machine(place: Place) -> Attempt:
    return Attempt(arguments=["--host", "192.0.2.1"], says=["'192.0.2.1'", "HOST=127.0.0.1"])


@attempt
def argument_unknown(place: Place) -> Attempt:
    return Attempt(arguments=["--colour", "red"], says=["--colour", "--help"])


# ----- the folder


@attempt
def folder_is_a_file(place: Place) -> Attempt:
    place.home.write_text("")
    return Attempt(says=[str(place.home), "file exists", "VITRINE_HOME"])


@attempt
def folder_below_a_file(place: Place) -> Attempt:
    place.home.with_name("file").write_text("")
    home = place.home.with_name("file") / "home"
    return Attempt(variables={"VITRINE_HOME": str(home)}, says=["not a directory", "VITRINE_HOME"])


@attempt
def folder_not_writable(place: Place) -> Attempt:
    python = ordinary_user()
    place.home.mkdir(mode=0o555)
    return Attempt(python=python, says=["permission denied", "VITRINE_HOME"])


@attempt
def folder_on_a_read_only_disk(place: Place) -> Attempt:
    return Attempt(python=on_a_disk(place, "ro"), says=["read-only file system", "VITRINE_HOME"])


@attempt
def folder_on_a_full_disk(place: Place) -> Attempt:
    return Attempt(
        python=on_a_disk(place, "size=6m"), says=["disk is full", "make room", "VITRINE_HOME"]
    )


@attempt
def folder_of_another_user(place: Place) -> Attempt:
    python = ordinary_user()
    data = place.home / "postgres" / "data"
    data.mkdir(parents=True)
    if os.geteuid() != 0:
        pytest.skip("only root can make a folder of another user")
    for folder in (place.home, data.parent):
        os.chown(folder, NOBODY, NOBODY)
    return Attempt(python=python, says=["belongs to the user root", "VITRINE_HOME"])


@attempt
def folder_in_use(place: Place) -> Attempt:
    place.without_given_services()
    place.cleanup.callback(stack.start(place.home).stop)
    return Attempt(says=["already runs", f"process {os.getpid()}", "stop it first"])


@attempt
def folder_in_use_and_its_services_file_broken(place: Place) -> Attempt:
    place.without_given_services()
    place.cleanup.callback(stack.start(place.home).stop)
    (place.home / "services.json").write_text('{"database_url": ')
    return Attempt(says=["already runs", f"process {os.getpid()}", "stop it first"])


@attempt
def data_of_another_version(place: Place) -> Attempt:
    make_data(place)
    (place.home / "postgres" / "data" / "PG_VERSION").write_text("17\n")
    return Attempt(says=["written by PostgreSQL 17 and this is 18", "move it away"])


@attempt
def data_damaged(place: Place) -> Attempt:
    make_data(place)
    (place.home / "postgres" / "data" / "global" / "pg_control").write_bytes(b"\0" * 8192)
    return Attempt(says=["PostgreSQL did not start", "postgres.log"])


# ----- the machine and the installation


@attempt
def processor_without_avx2(place: Place) -> Attempt:
    if os.uname().machine != "x86_64":
        pytest.skip("the illegal instruction is one of x86")
    package = altered(place, hostile.POSTGRES)
    hostile.with_crashing_pgvector(package)
    return Attempt(variables={"PYTHONPATH": str(package.parent)}, says=["AVX2", "set DATABASE_URL"])


@attempt
def model_missing(place: Place) -> Attempt:
    package = altered(place, hostile.MODEL)
    next(package.rglob("model.safetensors")).unlink()
    return Attempt(
        variables=with_model(place, package),
        says=["all-MiniLM-L6-v2 is not installed", "run `make install`"],
    )


@attempt
def model_with_other_weights(place: Place) -> Attempt:
    package = altered(place, hostile.MODEL)
    weights = next(package.rglob("model.safetensors"))
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    hostile.rewrite(weights, bytes(content))
    return Attempt(variables=with_model(place, package), says=["sha256"])


@attempt
def secret_key_missing(place: Place) -> Attempt:
    return Attempt(
        variables=production(place, ALLOWED_HOSTS="shop.example"),
        says=["SECRET_KEY is missing", "openssl rand"],
    )


@attempt
def allowed_hosts_missing(place: Place) -> Attempt:
    return Attempt(
        variables=production(place, SECRET_KEY=LONG_SECRET), says=["ALLOWED_HOSTS is empty"]
    )


def altered(place: Place, name: str) -> Path:
    """Return a copy of an installed package, found before the installed one by this process."""
    folder = place.home.with_name("packages")
    folder.mkdir()
    package = hostile.copy_package(name, folder)
    place.monkeypatch.syspath_prepend(str(folder))
    return package


def with_model(place: Place, package: Path) -> dict[str, str]:
    """Return the environment of a start with another copy of the model."""
    return {
        "PYTHONPATH": str(package.parent),
        "DATABASE_URL": place.database_url,
        "REDIS_URL": place.redis_url,
    }


def production(place: Place, **variables: str) -> dict[str, str]:
    """Return the environment of a server with the services of the tests."""
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings.prod",
        "DATABASE_URL": place.database_url,
        "REDIS_URL": place.redis_url,
        **variables,
    }


def make_data(place: Place) -> None:
    """Start and stop the services once, so that the folder holds data."""
    place.without_given_services()
    stack.start(place.home).stop()


def on_a_disk(place: Place, options: str) -> Sequence[str]:
    """Return the command that starts Python with the folder on a small file system of its own."""
    place.home.mkdir()
    script = 'mount -t tmpfs -o "$1,mode=755" vitrine "$2" && shift 2 && exec "$@"'
    command = ["unshare", "--mount", "sh", "-c", script, "sh", options, str(place.home)]
    tried = shutil.which("unshare") and subprocess.run(
        [*command, "true"], capture_output=True, check=False
    )
    if not tried or tried.returncode != 0:
        pytest.skip("this user may not mount a file system")
    return [*command, sys.executable]
