"""Make PostgreSQL's data folder, whole or not at all, and refuse one of another version."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from config.stack.errors import StackError
from config.stack.paths import PRIVATE_FILE
from config.stack.process import tail

if TYPE_CHECKING:
    from pathlib import Path

    from config.stack.process import Identity

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


def make_data_folder(
    *,
    programs: Path,
    data: Path,
    owner: str,
    password: str,
    identity: Identity | None,
    log: Path,
) -> None:
    """Run initdb into a new folder and rename it, so that a broken first start leaves nothing."""
    fresh = data.with_name("new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    password_file = data.with_name("password")
    password_file.unlink(missing_ok=True)
    created = os.open(password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    with os.fdopen(created, "w") as file:
        file.write(password)
    if identity is not None:
        for path in (fresh, password_file):
            os.chown(path, identity.user, identity.group)
    try:
        run_initdb(
            command=[
                os.fspath(programs / "initdb"),
                f"--pgdata={fresh}",
                f"--username={owner}",
                "--auth=scram-sha-256",
                f"--pwfile={password_file}",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
            ],
            identity=identity,
            log=log,
        )
    finally:
        password_file.unlink(missing_ok=True)
    fresh.rename(data)


def run_initdb(*, command: list[str], identity: Identity | None, log: Path) -> None:
    """Run initdb to its end; raises StackError with the tail of its output."""
    with log.open("wb") as file:
        ended = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            cwd="/",
            env=ENVIRONMENT,
            start_new_session=True,
            user=identity.user if identity else None,
            group=identity.group if identity else None,
            extra_groups=[] if identity else None,
            check=False,
        )
    said = tail(log)
    if "No space left on device" in said:
        raise StackError(
            f"The disk is full at {log.parents[1]}: make room, or name a folder on another disk in "
            "VITRINE_HOME."
        )
    if ended.returncode != 0:
        raise StackError(
            f"PostgreSQL could not make its data folder: see {log}, or set DATABASE_URL to a "
            "PostgreSQL server of your own.",
            log_tail=said,
        )


def check_version(*, programs: Path, data: Path) -> None:
    """Raise StackError when the data was written by another major version, or is damaged."""
    try:
        found = (data / "PG_VERSION").read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        found = "an unknown version"
    printed = subprocess.run(
        [os.fspath(programs / "postgres"), "--version"],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    ours = printed.split()[-1].partition(".")[0] if printed.split() else ""
    if not ours:
        raise StackError(
            "The embedded PostgreSQL does not run on this machine: set DATABASE_URL to a "
            "PostgreSQL server of your own."
        )
    if found != ours:
        raise StackError(
            f"The data in {data} was written by PostgreSQL {found} and this is {ours}: move it "
            "away to start afresh, or name another folder in VITRINE_HOME."
        )
