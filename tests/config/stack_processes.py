"""What the tests of the stack share: folders it may use, and the launcher as a program."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
GIVEN = ("DATABASE_URL", "REDIS_URL", "CACHE_URL")
NOBODY = 65_534


@contextmanager
def open_folder(name: str = "home") -> Iterator[Path]:
    """Make a folder that every user may enter, unlike pytest's own; removed at the end."""
    parent = Path(tempfile.mkdtemp(prefix="vitrine-test-"))
    parent.chmod(0o755)
    try:
        yield parent / name
    finally:
        shutil.rmtree(parent)


def environment(home: Path, **extra: str) -> dict[str, str]:
    """Return an environment without given services, in which the launcher uses the folder."""
    kept = {key: value for key, value in os.environ.items() if key not in GIVEN}
    return {**kept, "VITRINE_HOME": str(home), "DJANGO_SETTINGS_MODULE": "", **extra} | {
        "DJANGO_SETTINGS_MODULE": extra.get("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    }


def launch(
    *arguments: str, home: Path, python: Sequence[str] = (sys.executable,), **extra: str
) -> subprocess.Popen[str]:
    """Start `python -m config.stack` with the arguments."""
    return subprocess.Popen(
        [*python, "-m", "config.stack", *arguments],
        cwd=REPOSITORY,
        env=environment(home, **extra),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ordinary_user() -> list[str]:
    """Return the command that starts Python as a user who is not root, or skip.

    Where only root may enter the interpreter's folder, the user gets the right to read everywhere;
    the right to write, which the tests are about, stays an ordinary user's.
    """
    if os.geteuid() != 0:
        return [sys.executable]
    if shutil.which("setpriv") is None:
        pytest.skip("setpriv is not installed, so no other user can be tried")
    drop = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    may_read = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
    for options in ([], may_read):
        command = [*drop, *options, "--", sys.executable]
        tried = subprocess.run(
            [*command, "-c", "import psycopg, redis, celery"],
            cwd="/",
            capture_output=True,
            check=False,
        )
        if tried.returncode == 0:
            return command
    pytest.skip("no other user may run this Python")


def lock_is_free(home: Path) -> bool:
    """Tell whether neither the launcher nor any server it started still runs."""
    with (home / "lock").open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def processes_of(home: Path) -> dict[int, str]:
    """Return every living process that was started for the folder, works in it or has it open.

    Servers rewrite their command line, so their working folder and open files are looked at too.
    """
    found: dict[int, str] = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit() or int(folder.name) == os.getpid():
            continue
        try:
            command = (folder / "cmdline").read_bytes()
            traces = [command, (folder / "environ").read_bytes(), *links_of(folder)]
        except OSError:
            continue
        if command and any(os.fsencode(home) in trace for trace in traces):
            found[int(folder.name)] = command.replace(b"\0", b" ").decode(errors="replace")
    return found


def links_of(process: Path) -> list[bytes]:
    """Return the working folder and the open files of a process."""
    return [os.fsencode(link.readlink()) for link in (process / "cwd", *(process / "fd").iterdir())]


def wait_until_gone(home: Path, seconds: float = 20.0) -> None:
    """Wait until no process of the folder is left; fail with the ones that stay."""
    end = time.monotonic() + seconds
    while left := processes_of(home):
        if time.monotonic() > end:
            pytest.fail(f"still running after {seconds:.0f} s: {left}")
        time.sleep(0.1)
