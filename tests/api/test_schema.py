"""The OpenAPI document: without warnings, true to what is kept in docs/, complete."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import call_command
from django.test import Client

KEPT = Path(__file__).resolve().parents[2] / "docs" / "reference" / "openapi.yaml"
RENEW = "python manage.py spectacular --file docs/reference/openapi.yaml"


@pytest.fixture(scope="module")
def text() -> str:
    out = StringIO()
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def schema(text: str) -> dict[str, Any]:
    parsed: dict[str, Any] = yaml.safe_load(text)
    return parsed


def operations(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{method.upper()} {path}", operation)
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]


def test_the_kept_document_is_todays(text: str) -> None:
    assert text == KEPT.read_text(), f"The API has changed. Look at it, then run: {RENEW}"


def test_every_operation_says_what_it_does_and_how_it_fails(schema: dict[str, Any]) -> None:
    for name, operation in operations(schema):
        assert operation.get("description"), name
        failures = {each for each in operation["responses"] if each >= "400"}
        assert {"401", "429", "503"} <= failures, name
        for status in failures:
            reference = operation["responses"][status]["$ref"]
            assert reference == f"#/components/responses/Problem{status}", name


def test_protected_operations_name_their_scope(schema: dict[str, Any]) -> None:
    for name, operation in operations(schema):
        is_open = {} in operation["security"]
        assert is_open == ("a token also the scope" not in operation["description"]), name
        assert {"token": []} in operation["security"], name


def test_every_problem_is_of_the_described_form(schema: dict[str, Any]) -> None:
    for response in schema["components"]["responses"].values():
        content = response["content"]["application/problem+json"]
        assert content["schema"] == {"$ref": "#/components/schemas/Problem"}


@pytest.mark.django_db
def test_the_document_is_served(client: Client) -> None:
    response = client.get("/api/schema/")
    assert response.status_code == 200
    assert b"Vitrine API" in response.content
