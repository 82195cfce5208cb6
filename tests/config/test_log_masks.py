"""No log line holds a link that opens an order or an account for whoever reads it."""

import json
import subprocess
import sys
from typing import Any

import pytest

from config.log_masks import mask_links
from tests.conftest import REPOSITORY, process_environment

TOKEN = "7KQX-M3TD:kCjyyw0CLaU6ycZcQFsssnV4brohfa3_NdTQwFLmvpg"


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (f"POST /orders/{TOKEN}/pay/", "POST /orders/…/pay/"),
        (f"Not Found: /orders/{TOKEN}/?confirm=1", "Not Found: /orders/…/?confirm=1"),
        ("GET /account/password/new/1a-c8x3jf-0123456789abcdef/", "GET /account/password/new/…/"),
        ("GET /account/confirm-email/MQ:1abcDE:abcdefghijkl/", "GET /account/confirm-email/…/"),
        ("GET /orders/find/", "GET /orders/find/"),
        ("GET /account/orders/7KQX-M3TD/", "GET /account/orders/7KQX-M3TD/"),
        ("GET /api/v1/orders/", "GET /api/v1/orders/"),
    ],
)
def test_what_opens_something_is_blanked_out(told: str, kept: str) -> None:
    event: dict[str, Any] = {"event": told, "request": told, "code": 200}

    assert mask_links(None, "info", event) == {"event": kept, "request": kept, "code": 200}


@pytest.mark.django_db  # the other process shows a page
def test_the_lines_of_the_web_process_are_masked() -> None:
    program = (
        "import django; django.setup()\n"
        "from django.test import Client\n"
        f"print(Client().post('/orders/{TOKEN}/pay/').status_code)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=REPOSITORY,
        env=process_environment(VITRINE_ROLE="web", LOG_LEVEL="INFO"),
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [json.loads(line) for line in ran.stderr.splitlines() if line.startswith("{")]

    assert ran.stdout.strip() == "404"
    assert {line["request"] for line in lines if "request" in line} == {"POST /orders/…/pay/"}
    assert "Not Found: /orders/…/pay/" in {line["event"] for line in lines}
    assert TOKEN not in ran.stdout + ran.stderr
