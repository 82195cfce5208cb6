"""Imports by the API: a file is taken in, a worker does the rest, problems can be read."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from shop.models import ImportJob, ImportProblem, Product, User
from shop.services.imports import run_import
from tests.api.conftest import program

pytestmark = pytest.mark.django_db
URL = "/api/v1/import-jobs/"
LINES = b"""\
Handle,Title,Body (HTML),Vendor,Status,Published,Variant SKU,Variant Price,Variant Inventory Qty
tarp,Tarp,<p>Dry</p>,Okapi,active,true,T-1,49.90,3
lamp,Lamp,<p>Light</p>,Okapi,active,true,L-1,dear,3
"""


@pytest.fixture
def client(staff: User) -> APIClient:
    return program(staff, "imports:run")


@pytest.fixture(autouse=True)
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note what is handed to the broker: no worker runs here."""
    ids: list[int] = []
    monkeypatch.setattr("shop.api.views.imports.run_import_job.delay", ids.append)
    return ids


def upload(client: APIClient, content: bytes = LINES, **fields: Any) -> Any:
    file = SimpleUploadedFile("products.csv", content, content_type="text/csv")
    data = {"kind": "shopify_products", "file": file, **fields}
    return client.post(URL, data, format="multipart")


def test_a_file_becomes_a_job_that_a_worker_does(
    client: APIClient, staff: User, sent: list[int], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        response = upload(client)
    assert response.status_code == 202, response.json()
    body = response.json()
    assert (body["kind"], body["status"], body["dry_run"]) == ("shopify_products", "queued", False)
    assert (body["done"], body["total"], body["percent"]) == (0, None, None)
    job = ImportJob.objects.get()
    assert (job.created_by, sent) == (staff, [job.pk])
    run_import(job=job)
    done = client.get(f"{URL}{job.pk}/").json()
    assert (done["status"], done["percent"], done["failed_count"]) == ("done", 100.0, 1)
    assert done["created_count"] == 1
    assert Product.objects.get().slug == "tarp"
    problems = client.get(f"{URL}{job.pk}/problems/").json()
    errors = [each for each in problems["results"] if each["level"] == "error"]
    assert [each["line"] for each in errors] == [3]
    assert "dear" in errors[0]["message"]


def test_a_dry_run_writes_nothing(client: APIClient) -> None:
    assert upload(client, dry_run="true").json()["dry_run"] is True
    run_import(job=ImportJob.objects.get())
    assert not Product.objects.exists()


@pytest.mark.parametrize(
    ("content", "fields", "errors"),
    [
        (LINES, {"kind": "excel"}, ["kind"]),
        (b"", {}, ["file"]),
        (b"a,b\n1,2\n", {}, []),
        (LINES, {"kind": "judgeme_reviews"}, []),
    ],
)
def test_a_file_that_is_something_else_is_refused_and_not_kept(
    client: APIClient,
    sent: list[int],
    content: bytes,
    fields: dict[str, str],
    errors: list[str],
) -> None:
    response = upload(client, content, **fields)
    assert (response.status_code, list(response.json().get("errors", {}))) == (400, errors)
    assert not ImportJob.objects.exists()
    assert sent == []


def test_a_file_above_the_limit_is_refused(client: APIClient, settings: Any) -> None:
    settings.SHOP = {**settings.SHOP, "IMPORT_MAX_BYTES": 100}
    assert list(upload(client).json()["errors"]) == ["file"]
    assert not ImportJob.objects.exists()


def test_a_path_on_the_server_cannot_be_named(client: APIClient) -> None:
    response = client.post(
        URL, {"kind": "shopify_products", "path": "/etc/passwd"}, format="multipart"
    )
    assert list(response.json()["errors"]) == ["file"]
    assert not ImportJob.objects.exists()


def test_jobs_are_listed_newest_first_and_by_state(client: APIClient) -> None:
    first = ImportJob.objects.create(kind="shopify_products", status="done")
    second = ImportJob.objects.create(kind="judgeme_reviews")
    assert [each["id"] for each in client.get(URL).json()["results"]] == [second.pk, first.pk]
    done = client.get(URL, {"status": "done"}).json()["results"]
    assert [each["id"] for each in done] == [first.pk]


def test_a_job_is_cancelled_once(client: APIClient) -> None:
    job = ImportJob.objects.create(kind="shopify_products")
    assert client.post(f"{URL}{job.pk}/cancel/").json()["status"] == "cancelled"
    job.refresh_from_db()
    assert client.post(f"{URL}{job.pk}/cancel/").json()["status"] == "cancelled"
    assert ImportJob.objects.get().finished_at == job.finished_at


def test_a_broker_that_is_away_loses_no_job(
    client: APIClient, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    def refuse(_: int) -> None:
        raise ConnectionError("away")

    monkeypatch.setattr("shop.api.views.imports.run_import_job.delay", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        assert upload(client).status_code == 202
    assert ImportJob.objects.get().status == "queued"


def test_problems_are_paged(client: APIClient) -> None:
    job = ImportJob.objects.create(kind="shopify_products")
    ImportProblem.objects.bulk_create(
        ImportProblem(job=job, line=line, message="No.") for line in range(1, 31)
    )
    page = client.get(f"{URL}{job.pk}/problems/?page=2").json()
    assert (page["count"], [each["line"] for each in page["results"]]) == (30, list(range(21, 31)))
