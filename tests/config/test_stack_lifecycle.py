"""The embedded services: started, found by others, stopped, and killed without loss."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
import redis

from config import stack
from config.stack import StackError, services
from tests.config.stack_processes import (
    GIVEN,
    NOBODY,
    REPOSITORY,
    environment,
    launch,
    lock_is_free,
    open_folder,
    ordinary_user,
    processes_of,
    wait_until_gone,
)

# Prints a line when the services run, writes one row and one key, then waits to be killed.
HOLD = """
import sys, time
from pathlib import Path
import psycopg, redis
from config.stack import start
running = start(Path(sys.argv[1]))
with psycopg.connect(running.database_url, autocommit=True) as connection:
    connection.execute("CREATE TABLE IF NOT EXISTS kept AS SELECT 42 AS answer")
redis.Redis.from_url(running.redis_url).set("kept", "42")
time.sleep(1.2)  # the append-only file reaches the disk every second
print("ready", flush=True)
time.sleep(600)
"""


@pytest.fixture(autouse=True)
def no_given_services(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in GIVEN:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def home() -> Iterator[Path]:
    with open_folder("a folder with spaces") as folder:
        yield folder


def answer_of(database_url: str) -> int:
    with psycopg.connect(database_url) as connection:
        row = connection.execute("SELECT answer FROM kept").fetchone()
    assert row is not None
    return int(row[0])


def test_data_survives_a_stop_and_a_second_start(home: Path) -> None:
    first = stack.start(home)
    with psycopg.connect(first.database_url, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        extensions = connection.execute("SELECT extname FROM pg_extension").fetchall()
    redis.Redis.from_url(first.redis_url).set("kept", "42")
    first.stop()

    second = stack.start(home)
    try:
        assert answer_of(second.database_url) == 42
        assert redis.Redis.from_url(second.redis_url).get("kept") == b"42"
        assert {"vector", "pg_trgm", "unaccent", "btree_gin"} <= {name for (name,) in extensions}
    finally:
        second.stop()
    assert processes_of(home) == {}


def test_the_broker_never_evicts_and_strangers_are_refused(home: Path) -> None:
    running = stack.start(home)
    try:
        client = redis.Redis.from_url(running.redis_url)
        assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
        assert client.config_get("appendonly") == {"appendonly": "yes"}
        secret = (home / "secret").read_text()
        with pytest.raises(redis.AuthenticationError):
            redis.Redis.from_url(running.redis_url.replace(secret, "guessed")).ping()
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(running.database_url.replace(secret, "guessed"))
        private = ("secret", "services.json", "valkey/valkey.conf")
        assert {(home / name).stat().st_mode & 0o777 for name in private} == {0o600}
    finally:
        running.stop()


def test_other_processes_find_the_services_only_while_they_run(home: Path) -> None:
    assert services.running(home) is None
    running = stack.start(home)
    try:
        found = services.running(home)
        assert found is not None
        assert (found.database_url, found.redis_url, found.pid) == (
            running.database_url,
            running.redis_url,
            os.getpid(),
        )
        left_behind = (home / "services.json").read_text()
        (home / "services.json").write_text("{ not json")
        assert services.running(home) is None
    finally:
        running.stop()
    (home / "services.json").write_text(left_behind)
    assert services.running(home) is None


def test_looking_for_the_services_imports_no_driver() -> None:
    script = (
        "import sys, config.stack.services; "
        "print([m for m in ('django.db', 'psycopg', 'redis') if m in sys.modules])"
    )
    printed = subprocess.run(
        [sys.executable, "-c", script],
        cwd=REPOSITORY,
        env={key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert printed.stdout.strip() == "[]"


def test_a_second_start_is_refused_and_two_folders_run_side_by_side(home: Path) -> None:
    running = stack.start(home)
    beside = stack.start(home.with_name("beside"))
    try:
        with pytest.raises(StackError, match=f"already runs from .* \\(process {os.getpid()}\\)"):
            stack.start(home)
        assert running.database_url != beside.database_url
        assert services.running(home) is not None
        assert services.running(beside.base) is not None
    finally:
        beside.stop()
        running.stop()


def test_readers_do_not_disturb_a_start(home: Path) -> None:
    home.mkdir()
    (home / "lock").touch()
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            services.running(home)

    readers = [threading.Thread(target=look) for _ in range(4)]
    for reader in readers:
        reader.start()
    try:
        stack.start(home).stop()
    finally:
        done.set()
        for reader in readers:
            reader.join()


def test_killing_the_parent_leaves_no_process_and_loses_nothing(home: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home)],
        cwd=REPOSITORY,
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    assert parent.stdout.readline() == "ready\n"
    assert len(processes_of(home)) >= 3
    assert not lock_is_free(home)
    parent.kill()
    parent.wait()
    parent.stdout.close()

    restarted = stack.start(home)  # at once: it waits for the servers that are still stopping
    try:
        assert answer_of(restarted.database_url) == 42
        assert redis.Redis.from_url(restarted.redis_url).get("kept") == b"42"
    finally:
        restarted.stop()
    wait_until_gone(home)
    assert lock_is_free(home)


def test_without_the_kernels_help_the_servers_would_stay(home: Path) -> None:
    """The negative control of the test above."""
    helpless = "import config.stack.process as p; p.dying_with = lambda **_: None\n"
    parent = subprocess.Popen(
        [sys.executable, "-c", helpless + HOLD, str(home)],
        cwd=REPOSITORY,
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    assert parent.stdout.readline() == "ready\n"
    parent.kill()
    parent.wait()
    parent.stdout.close()
    time.sleep(2)

    left = processes_of(home)
    for pid in left:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    assert {"postgres", "valkey-server"} <= {Path(each.split()[0]).name for each in left.values()}
    wait_until_gone(home)


def test_killed_servers_recover_what_was_committed(home: Path) -> None:
    running = stack.start(home)
    with psycopg.connect(running.database_url, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    for program in running.programs:
        program.process.send_signal(signal.SIGKILL)
        program.process.wait()
    assert running.ended_program() is not None
    running.stop()
    assert (home / "postgres" / "data" / "postmaster.pid").exists()

    restarted = stack.start(home)
    try:
        assert answer_of(restarted.database_url) == 42
    finally:
        restarted.stop()


def test_it_runs_as_an_ordinary_user(home: Path) -> None:
    python = ordinary_user()
    home.mkdir()
    if os.geteuid() == 0:
        os.chown(home, NOBODY, NOBODY)
    script = (
        "import os, sys; from pathlib import Path; from config.stack import start\n"
        "running = start(Path(sys.argv[1]))\n"
        "print(os.geteuid() != 0, running.database_url.startswith('postgresql://'))\n"
        "running.stop()"
    )
    ran = subprocess.run(
        [*python, "-c", script, str(home)],
        cwd=REPOSITORY,
        env=environment(home, PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout, ran.stderr, ran.returncode) == ("True True\n", "", 0)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to hand PostgreSQL to another user")
def test_root_in_a_private_folder_keeps_the_data_where_another_user_can(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    running = stack.start(tmp_path)
    try:
        with psycopg.connect(running.database_url) as connection:
            row = connection.execute("SHOW data_directory").fetchone()
    finally:
        running.stop()
    assert row is not None
    folder = Path(row[0]).parent
    try:
        assert folder.is_relative_to("/var/lib")
        assert Path(row[0]).stat().st_uid == NOBODY
    finally:
        subprocess.run(["rm", "-rf", str(folder)], check=True)


def test_exec_borrows_running_services_and_otherwise_starts_them(home: Path) -> None:
    script = "import os, sys; print(os.environ['DATABASE_URL']); sys.exit(7)"
    alone = launch("exec", "--", sys.executable, "-c", script, home=home)
    printed, _ = alone.communicate(timeout=60)
    assert printed.startswith("postgresql://vitrine:")
    assert alone.returncode == 7
    assert processes_of(home) == {}

    running = stack.start(home)
    try:
        beside = launch("exec", "--", sys.executable, "-c", script, home=home)
        printed, _ = beside.communicate(timeout=60)
        assert printed.strip() == running.database_url
        assert beside.returncode == 7
    finally:
        running.stop()
