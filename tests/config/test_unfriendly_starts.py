"""A wrong environment ends with one sentence that says what to do, and leaves nothing running."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from config.stack.process import free_port
from tests.config import unfriendly_machine, unfriendly_services
from tests.config.stack_processes import (
    NOBODY,
    REPOSITORY,
    environment,
    launch,
    open_folder,
    ordinary_user,
    processes_of,
)
from tests.config.unfriendly import ATTEMPTS, Place

SENTENCE = re.compile(r"[A-Z'\"][^\n]*[.)]\n")
MAKE_ECHO = re.compile(r"^make(\[\d+\])?: \*\*\*.*\n", re.MULTILINE)


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    database_url, redis_url = os.environ["DATABASE_URL"], os.environ["REDIS_URL"]
    with open_folder("a home") as home, ExitStack() as cleanup:
        yield Place(
            home=home,
            cleanup=cleanup,
            monkeypatch=monkeypatch,
            database_url=database_url,
            redis_url=redis_url,
        )


def test_the_table_has_the_twenty_promised_starts_and_more() -> None:
    assert len(ATTEMPTS) >= 20
    sources = {make.__module__ for make in ATTEMPTS.values()}
    assert sources == {unfriendly_machine.__name__, unfriendly_services.__name__}


@pytest.mark.parametrize("name", ATTEMPTS)
def test_a_wrong_environment_ends_with_one_sentence(name: str, place: Place) -> None:
    attempt = ATTEMPTS[name](place)
    process = launch(
        *("run", "--port", str(free_port()), *attempt.arguments),
        home=place.home,
        python=attempt.python,
        PYTHONDONTWRITEBYTECODE="1",
        **attempt.variables,
    )
    _, said = process.communicate(timeout=90)
    place.cleanup.close()

    assert process.returncode == 1
    assert SENTENCE.fullmatch(said), said
    assert [words for words in attempt.says if words not in said] == [], said
    assert processes_of(place.home) == {}


def run_make(*arguments: str, folder: Path, prefix: tuple[str, ...] = ()) -> tuple[int, str]:
    """Run make in a folder that holds only the Makefile; return exit code and errors."""
    shutil.copy(REPOSITORY / "Makefile", folder)
    for name in ("requirements.txt", "requirements-models.txt", "requirements-dev.txt"):
        shutil.copy(REPOSITORY / name, folder)
    ran = subprocess.run(
        [*prefix, "make", "--no-print-directory", *arguments],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, MAKE_ECHO.sub("", ran.stderr)


def test_make_without_a_fit_python_says_so(tmp_path: Path) -> None:
    too_old = tmp_path / "python3.9"
    too_old.write_text("#!/bin/sh\nexit 1\n")
    too_old.chmod(0o755)

    for python in (str(too_old), str(tmp_path / "missing")):
        code, said = run_make("run", f"PYTHON={python}", folder=tmp_path)

        assert code == 2
        assert SENTENCE.fullmatch(said), said
        assert "Python 3.11 or newer" in said
        assert not (tmp_path / ".venv").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a folder of another user")
def test_make_in_a_folder_that_cannot_be_written_says_so() -> None:
    command = ordinary_user()
    with open_folder("clone") as folder:
        folder.mkdir(mode=0o755)
        python = f"PYTHON={Path(sys.executable).resolve()}"
        code, said = run_make("run", python, folder=folder, prefix=tuple(command[:-1]))

    assert command[1] == f"--reuid={NOBODY}"
    assert code == 2
    assert "make this folder writable" in said.splitlines()[-1]
    assert "Traceback" not in said
