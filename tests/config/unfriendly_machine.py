"""Wrong addresses, folders, machines and installations."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from config import stack
from tests.config import hostile
from tests.config.stack_processes import NOBODY, ordinary_user
from tests.config.unfriendly import Attempt, Place, altered, attempt

LONG_SECRET = "x" * 60

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
