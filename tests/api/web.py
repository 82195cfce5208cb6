"""The shop under its real web server, on the test database."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import requests

from tests.conftest import REPOSITORY, eventually, process_environment


@contextmanager
def running_web() -> Iterator[str]:
    """Run the shop under uvicorn on the test database; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "uvicorn", "config.asgi:application", "--port", str(port)),
            *("--lifespan", "off", "--no-access-log", "--no-proxy-headers"),
        ],
        cwd=REPOSITORY,
        env=process_environment(VITRINE_ROLE="web", LOG_LEVEL="WARNING"),
    )
    address = f"http://127.0.0.1:{port}"

    def answers() -> bool:
        try:
            return requests.get(f"{address}/livez", timeout=5).ok
        except requests.ConnectionError:
            return False

    try:
        eventually(answers, within=60)
        yield address
    finally:
        process.terminate()
        process.wait(20)
