"""Log lines are JSON and carry the request's id, in the web process and in the tasks it caused."""

import json
import subprocess
import sys
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from rest_framework.test import APIClient

from config.request_id import WELL_FORMED
from shop.services.tokens import create_token
from tests.conftest import REPOSITORY, eventually, process_environment, running_worker
from tests.factories.shop import UserFactory

CSV = b"Handle,Title,Variant SKU,Variant Price\ntarp,Tarp,T-1,49.90\n"
IMPORT = "shop.tasks.run_import_job"
ID = "proxy-7f3a-0001"


def json_lines(text: str) -> Iterator[dict[str, Any]]:
    """Yield the lines of the output that are JSON objects."""
    for line in text.splitlines():
        if line.startswith("{"):
            yield json.loads(line)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/livez", "/", "/no-such-page/", "/api/v1/brands/none/"])
def test_every_answer_names_its_request(path: str) -> None:
    client = Client()
    first, second = client.get(path)["X-Request-ID"], client.get(path)["X-Request-ID"]
    assert WELL_FORMED.fullmatch(first)
    assert first != second


@pytest.mark.parametrize(
    ("given", "is_kept"),
    [
        (ID, True),
        ("7c9e6679-7425-40de-944b-e07fc1f90ae7", True),
        ("short", False),
        ("x" * 65, False),
        ('forged", "level": "info', False),
        ("line\nbreak-line", False),
        ("", False),
    ],
)
def test_only_a_well_formed_id_of_a_proxy_is_kept(given: str, is_kept: bool) -> None:
    answer = Client().get("/livez", headers={"X-Request-ID": given})["X-Request-ID"]
    assert (answer == given) == is_kept
    assert WELL_FORMED.fullmatch(answer)


def test_the_web_process_logs_json_with_the_id() -> None:
    program = (
        "import django; django.setup();"
        "from django.test import Client;"
        f"Client().get('/livez', headers={{'X-Request-ID': '{ID}'}})"
    )
    process = subprocess.run(
        [sys.executable, "-c", program],
        cwd=REPOSITORY,
        env=process_environment(VITRINE_ROLE="web"),
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line for line in json_lines(process.stderr) if line.get("request_id") == ID]
    assert [line["event"] for line in lines] == ["request_started", "request_finished"]
    assert lines[1]["code"] == 200
    assert {"timestamp", "level", "logger"} <= set(lines[1])
    assert "ip" not in lines[1]


@pytest.mark.django_db(transaction=True)
def test_a_requests_id_travels_into_the_task_it_sent(capfd: pytest.CaptureFixture[str]) -> None:
    _, secret = create_token(
        user=UserFactory.create(staff=True), name="test", scopes=["imports:run"]
    )
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {secret}")
    ids = {str(uuid.uuid4()), str(uuid.uuid4())}
    seen = ""

    def lines(event: str) -> list[dict[str, Any]]:
        nonlocal seen
        captured = capfd.readouterr()
        seen += captured.out + captured.err
        found = (line for line in json_lines(seen) if line.get("request_id") in ids)
        return [line for line in found if line["event"] == event]

    with running_worker("--loglevel", "INFO"):
        for request_id in ids:
            data = {"kind": "shopify_products", "file": SimpleUploadedFile("p.csv", CSV)}
            headers = {"X-Request-ID": request_id}
            response = client.post(
                "/api/v1/import-jobs/", data, format="multipart", headers=headers
            )
            assert response.status_code == 202, response.json()
        eventually(lambda: {line["request_id"] for line in lines("task_succeeded")} == ids)
    started = [line for line in lines("task_started") if line["task"] == IMPORT]
    assert sorted(line["request_id"] for line in started) == sorted(ids)
    assert all(line["task_id"] for line in started)
    # What a task sends belongs to the request too, and is said once.
    sent = [line["child_task_id"] for line in lines("task_enqueued")]
    assert sent
    assert len(set(sent)) == len(sent)
