"""Embedding jobs by the API: two calls, one job; paused, resumed, cancelled, watched."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from ai.indexing.spaces import ensure_default_space
from ai.models import EmbeddingJob, EmbeddingSpace
from shop.models import User
from tests.api.conftest import program
from tests.factories.shop import ProductFactory

pytestmark = pytest.mark.django_db
JOBS = "/api/v1/embedding-jobs/"
SPACES = "/api/v1/embedding-spaces/"


@pytest.fixture
def client(staff: User) -> APIClient:
    return program(staff, "embeddings:run")


@pytest.fixture
def space(db: None) -> EmbeddingSpace:
    return ensure_default_space()


@pytest.fixture(autouse=True)
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note what is handed to the broker: no worker runs here."""
    ids: list[int] = []

    def note(_: object, job_id: int, **__: object) -> None:
        ids.append(job_id)

    monkeypatch.setattr("ai.api.views.jobs.send", note)
    return ids


def test_a_space_tells_how_true_its_vectors_are(client: APIClient, space: EmbeddingSpace) -> None:
    ProductFactory.create_batch(2)
    listed = client.get(SPACES).json()["results"]
    assert [(each["id"], each["status"], each["dimensions"]) for each in listed] == [
        (space.pk, "live", 64)
    ]
    assert "options" not in listed[0]
    coverage = {
        each["kind"]: each for each in client.get(f"{SPACES}{space.pk}/").json()["coverage"]
    }
    assert coverage["product"] == {
        "kind": "product",
        "total": 2,
        "fresh": 0,
        "stale": 0,
        "missing": 2,
        "orphaned": 0,
    }


def test_two_calls_make_one_job(
    client: APIClient,
    space: EmbeddingSpace,
    staff: User,
    sent: list[int],
    django_capture_on_commit_callbacks: Any,
) -> None:
    ProductFactory.create_batch(2)
    with django_capture_on_commit_callbacks(execute=True):
        first = client.post(JOBS, {"scope": "stale"})
        second = client.post(JOBS, {"scope": "all"})
    assert first.status_code == 202, first.json()
    body = first.json()
    assert (body["space"], body["scope"], body["status"]) == (space.pk, "stale", "queued")
    assert (body["total"], body["done"], body["eta_s"]) == (2, 0, None)
    assert second.status_code == 409
    assert second.json()["type"] == "urn:vitrine:problem:job-conflict"
    job = EmbeddingJob.objects.get()
    assert (job.created_by, sent) == (staff, [job.pk])


def test_chosen_products(client: APIClient, space: EmbeddingSpace) -> None:
    one, _ = ProductFactory.create_batch(2)
    body = client.post(JOBS, {"scope": "selected", "product_ids": [one.pk]}).json()
    assert (body["scope"], body["total"]) == ("selected", 1)
    assert EmbeddingJob.objects.get().selected_ids == [one.pk]


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "scope"),
        ({"scope": "some"}, "scope"),
        ({"scope": "selected"}, "product_ids"),
        ({"scope": "selected", "product_ids": ["x"]}, "product_ids.0"),
        ({"scope": "selected", "product_ids": [2**70]}, "product_ids.0"),
        ({"scope": "all", "product_ids": [1]}, "product_ids"),
        ({"scope": "all", "space": 999_999}, "space"),
    ],
)
def test_what_does_not_fit_is_named(
    client: APIClient, space: EmbeddingSpace, data: dict[str, Any], field: str
) -> None:
    response = client.post(JOBS, data)
    assert (response.status_code, list(response.json()["errors"])) == (400, [field])
    assert not EmbeddingJob.objects.exists()


def test_without_a_live_space_the_answer_says_so(client: APIClient) -> None:
    response = client.post(JOBS, {"scope": "all"})
    assert response.status_code == 409
    assert response.json()["detail"] == "No embedding space is live yet."


def test_a_job_is_paused_resumed_and_cancelled(
    client: APIClient,
    space: EmbeddingSpace,
    sent: list[int],
    django_capture_on_commit_callbacks: Any,
) -> None:
    job = client.post(JOBS, {"scope": "all"}).json()["id"]
    url = f"{JOBS}{job}/"
    assert client.post(f"{url}pause/").json()["status"] == "paused"
    assert client.post(f"{url}pause/").status_code == 409
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(f"{url}resume/").json()["status"] == "queued"
    assert sent == [job]
    assert client.post(f"{url}cancel/").json()["status"] == "cancelled"
    late = client.post(f"{url}resume/")
    assert (late.status_code, late.json()["detail"]) == (409, f"Job {job} is cancelled.")
    assert client.get(url).json()["status"] == "cancelled"
    assert client.get(JOBS, {"status": "cancelled"}).json()["count"] == 1
    assert client.get(JOBS, {"status": "running"}).json()["count"] == 0
