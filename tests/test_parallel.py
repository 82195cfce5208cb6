"""Parallel runs: services of its own for each process, and the room for who counts seconds."""

import os
import subprocess
import sys
import threading
from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.alone import turn
from tests.conftest import REPOSITORY
from tests.stack import is_parallel, refuse_shared_services

# Seconds; long enough for a thread to come through an open door.
A_MOMENT = 0.2


class Runner(threading.Thread):
    """A process of the run, with one test, which lasts until it is told to end."""

    def __init__(self, folder: Path, *, alone: bool = False) -> None:
        super().__init__(daemon=True)
        self.folder, self.alone = folder, alone
        self.begun, self.may_end = threading.Event(), threading.Event()
        self.start()

    def run(self) -> None:
        with turn(self.folder, alone=self.alone):
            self.begun.set()
            self.may_end.wait(10)

    def end(self) -> None:
        self.may_end.set()
        self.join(10)


def test_a_test_alone_waits_for_the_others_and_they_for_it(tmp_path: Path) -> None:
    first, second = Runner(tmp_path), Runner(tmp_path)
    assert first.begun.wait(5)
    assert second.begun.wait(5)  # the negative control: two that are not alone run at once
    alone = Runner(tmp_path, alone=True)
    assert not alone.begun.wait(A_MOMENT)
    first.end()
    late = Runner(tmp_path)
    assert not late.begun.wait(A_MOMENT)  # who comes later does not slip in before
    second.end()
    assert alone.begun.wait(5)
    assert not late.begun.wait(A_MOMENT)
    alone.end()
    assert late.begun.wait(5)
    late.end()


def test_a_process_that_is_killed_leaves_the_room(tmp_path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from tests.alone import turn\n"
        "with turn(Path(sys.argv[1]), alone=True): print('in', flush=True); time.sleep(60)"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "in\n"
    waiting = Runner(tmp_path)
    assert not waiting.begun.wait(A_MOMENT)
    other.kill()
    other.communicate()
    assert waiting.begun.wait(5)
    waiting.end()


def test_each_process_has_its_own_folder() -> None:
    def folder(**extra: str) -> str:
        kept = {k: v for k, v in os.environ.items() if k != "PYTEST_XDIST_WORKER"}
        return subprocess.run(
            [sys.executable, "-c", "from config.settings.test import *; print(MEDIA_ROOT.parent)"],
            cwd=REPOSITORY,
            env={**kept, "VITRINE_HOME": "/tmp/home", **extra},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()

    assert folder() == "/tmp/home/test"
    assert folder(PYTEST_XDIST_WORKER="gw1") == "/tmp/home/test-gw1"


@pytest.mark.parametrize(
    ("options", "worker", "parallel"),
    [
        ({"numprocesses": 2}, "", True),
        ({"numprocesses": "auto"}, "", True),
        ({"numprocesses": 0}, "", False),
        ({"numprocesses": None, "tx": ["2*popen"]}, "", True),
        ({}, "", False),
        ({"numprocesses": 2}, "gw0", False),
    ],
)
def test_who_hands_out_tests_starts_nothing(
    monkeypatch: pytest.MonkeyPatch, options: dict[str, Any], worker: str, parallel: bool
) -> None:
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    if worker:
        monkeypatch.setenv("PYTEST_XDIST_WORKER", worker)
    config: Any = SimpleNamespace(known_args_namespace=Namespace(**options))
    assert is_parallel(config) is parallel


def test_given_services_are_not_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    refuse_shared_services()
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:6379/0")
    with pytest.raises(pytest.UsageError, match="run the tests in one process"):
        refuse_shared_services()
