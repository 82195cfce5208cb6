"""A wrong environment: how to start in it, and which words the failure must have."""

import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.config import hostile
from tests.config.stack_processes import GIVEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One start that must fail: environment, arguments, who tries, and words of the sentence."""

    says: Sequence[str]
    variables: dict[str, str] = field(default_factory=dict)
    arguments: Sequence[str] = ()
    python: Sequence[str] = (sys.executable,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an attempt is made: a free folder, and the servers of the tests."""

    home: Path
    cleanup: ExitStack
    monkeypatch: pytest.MonkeyPatch
    database_url: str
    redis_url: str

    def database(self, **parts: str) -> dict[str, str]:
        """Return DATABASE_URL with a part of the working one replaced."""
        given = urlsplit(self.database_url)
        known = {
            "scheme": "postgresql",
            "user": given.username,
            "password": given.password,
            "host": given.hostname,
            "port": given.port,
            "name": given.path.strip("/"),
        } | parts
        return {"DATABASE_URL": "{scheme}://{user}:{password}@{host}:{port}/{name}".format(**known)}

    def without_given_services(self) -> None:
        """Let `stack.start` in this process start services of its own."""
        for name in GIVEN:
            self.monkeypatch.delenv(name, raising=False)


ATTEMPTS: dict[str, Callable[[Place], Attempt]] = {}


def attempt(make: Callable[[Place], Attempt]) -> Callable[[Place], Attempt]:
    """Add one wrong environment to the table."""
    ATTEMPTS[make.__name__] = make
    return make


def altered(place: Place, name: str) -> Path:
    """Return a copy of an installed package, found before the installed one by this process."""
    folder = place.home.with_name("packages")
    folder.mkdir()
    package = hostile.copy_package(name, folder)
    place.monkeypatch.syspath_prepend(str(folder))
    return package
