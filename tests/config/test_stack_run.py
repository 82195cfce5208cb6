"""`make run`: the whole shop opens, closes on Ctrl-C, and falls with its parent or a part."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from config.stack import services
from config.stack.process import free_port
from tests.config.stack_processes import (
    launch,
    open_folder,
    processes_of,
    wait_until_gone,
)
from tests.conftest import HASHING_EMBEDDER

OPEN_WITHIN_S = 300.0
# A start is several Django processes: quick on a quiet machine, minutes on a crowded one.
pytestmark = pytest.mark.timeout(400)
FAST_EMBEDDER = {
    "AI_EMBEDDER": str(HASHING_EMBEDDER["BACKEND"]),
    "AI_EMBEDDER_OPTIONS": json.dumps(HASHING_EMBEDDER["OPTIONS"]),
}
# The parent of a parent: a shell that dies without a word, as `make` does when it is killed.
UNDER_A_SHELL = ("sh", "-c", '"$@"; true', "sh", sys.executable)


@dataclass(slots=True, kw_only=True)
class OpenShop:
    """A launcher that has printed its address."""

    process: subprocess.Popen[str]
    home: Path
    printed: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.printed)

    @property
    def address(self) -> str:
        return str(re.findall(r"http://\S+", self.text)[0])

    def get(self, path: str) -> tuple[int, str]:
        with urllib.request.urlopen(self.address + path, timeout=30) as reply:
            return reply.status, str(reply.read(), "utf-8")

    def child(self, words: str) -> int:
        """Return the oldest process of the shop whose command line has the words."""
        return min(pid for pid, command in processes_of(self.home).items() if words in command)


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    with open_folder("shop home") as folder:
        yield folder
        wait_until_gone(folder)


def is_open(shop: OpenShop) -> bool:
    return "Password" in shop.text


def is_preparing(shop: OpenShop) -> bool:
    return "Services" in shop.text


def has_worker(shop: OpenShop) -> bool:
    return any("config worker" in command for command in processes_of(shop.home).values())


@contextmanager
def shop(
    home: Path,
    *arguments: str,
    until: Callable[[OpenShop], bool] = is_open,
    python: Sequence[str] = (sys.executable,),
) -> Iterator[OpenShop]:
    """Start the shop and wait for a state; whatever is left of it at the end is killed."""
    process = launch(
        *("run", "--port", str(free_port()), *arguments),
        home=home,
        python=python,
        OMP_NUM_THREADS="1",
        **FAST_EMBEDDER,
    )
    opened = OpenShop(process=process, home=home)
    reader = threading.Thread(target=follow, args=(opened,), daemon=True)
    reader.start()
    try:
        end = time.monotonic() + OPEN_WITHIN_S
        while not until(opened):
            if process.poll() is not None or time.monotonic() > end:
                process.kill()
                said = process.stderr.read() if process.stderr else ""
                pytest.fail(f"the shop did not open:\n{opened.text}\n{said}")
            time.sleep(0.1)
        yield opened
    finally:
        process.kill()
        process.wait()
        reader.join(10)
        wait_until_gone(home)


def follow(opened: OpenShop) -> None:
    """Collect what the launcher prints."""
    assert opened.process.stdout is not None
    for line in opened.process.stdout:
        opened.printed.append(line)


def errors_of(opened: OpenShop) -> str:
    """Wait for the launcher's end and return what it said on standard error."""
    opened.process.wait(60)
    assert opened.process.stderr is not None
    said: str = opened.process.stderr.read()
    return said


def test_first_start_opens_the_demo_shop_and_ctrl_c_closes_it(home: Path) -> None:
    with shop(home) as opened:
        assert opened.get("livez")[0] == 200
        status, page = opened.get("")
        assert (status, "<html" in page) == (200, True)
        assert "products loaded" in opened.text
        login = (home / "staff-login.txt").read_text()
        password = re.search(r"Password +(\S+)", opened.text)
        assert password is not None
        assert password[1] in login
        assert (home / "staff-login.txt").stat().st_mode & 0o777 == 0o600
        found = services.running(home)
        assert found is not None
        assert found.pid == opened.process.pid

        second = launch("run", "--port", str(free_port()), home=home)
        _, said = second.communicate(timeout=30)
        assert second.returncode == 1
        assert f"already runs from {home} (process {opened.process.pid})" in said

        opened.process.send_signal(signal.SIGINT)
        assert errors_of(opened) == ""
        assert opened.process.returncode == 0
        assert processes_of(home) == {}
        assert "Closed." in opened.text


def test_a_killed_launcher_takes_every_process_along(home: Path) -> None:
    with shop(home) as opened:
        assert "up to date" in opened.text
        running = processes_of(home)
        workers = [pid for pid, command in running.items() if "config worker" in command]
        assert len(workers) == 2, "the worker and its pool process"
        assert any("uvicorn" in command for command in running.values())
        assert any("beat" in command for command in running.values())

        opened.process.kill()
        opened.process.wait()
        wait_until_gone(home, seconds=10)


def test_a_killed_parent_of_the_launcher_closes_the_shop(home: Path) -> None:
    with shop(home, "--with-parent", until=is_preparing, python=UNDER_A_SHELL) as opened:
        opened.process.kill()
        opened.process.wait()
        wait_until_gone(home, seconds=40)
        assert "Closed." in opened.text


def test_a_part_that_dies_closes_the_rest_with_a_sentence(home: Path) -> None:
    with shop(home, until=has_worker) as opened:
        os.kill(opened.child("config worker"), signal.SIGKILL)
        said = errors_of(opened)
        assert opened.process.returncode == 1
        assert re.fullmatch(r"Worker stopped by itself \(exit -9\), .* start again\.\n", said)
        assert processes_of(home) == {}
