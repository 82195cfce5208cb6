"""Payments import nothing of the ORM: import contracts see packages of others only as a whole."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

FILES = sorted((REPOSITORY / "shop" / "payments").rglob("*.py"))


def imported(source: str) -> Iterator[str]:
    """Yield the dotted names of everything a file imports, wherever in the file it does."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def is_of_the_orm(name: str) -> bool:
    return f"{name}.".startswith(("django.db.", "django.contrib.", "django.apps."))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_provider_knows_no_database(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    assert [name for name in imported(source) if is_of_the_orm(name)] == []


@pytest.mark.parametrize(
    "source",
    [
        "import django.db",
        "from django import db",
        "from django.db import transaction",
        "def f():\n    from django.db.models import F",
    ],
)
def test_a_planted_import_is_seen(source: str) -> None:
    """The negative control."""
    assert any(is_of_the_orm(name) for name in imported(source))
