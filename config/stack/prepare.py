"""Make the shop ready to open: checks, tables, the model, demo goods, a staff login.

Runs as a program of its own (`python -m config.stack.prepare FOLDER`), because the launcher imports
no Django. It prints one JSON object a line: {"step", "seconds", "detail"}, {"staff": {...}}, or
{"error"} and ends with 1.
"""

from __future__ import annotations

import io
import json
import os
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.apps import apps
from django.core.checks import ERROR, CheckMessage, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Event = Mapping[str, object]
    Tell = Callable[[Event], None]

CREDENTIALS_FILE = "staff-login.txt"


def main(folder: Path, tell: Tell) -> int:
    """Take every step, or say in one sentence why one failed."""
    try:
        with step(tell, "Settings") as told:
            django.setup()
            refuse_failed_checks()
            told.append("checked")
        with step(tell, "Tables") as told:
            told.append(migrate())
        if apps.is_installed("ai"):
            with step(tell, "Model") as told:
                told.append(quietly("prepare_model").strip())
        with step(tell, "Goods") as told:
            told.append(load_demo_into_an_empty_shop())
        with step(tell, "Staff login") as told:
            quietly("ensure_groups")
            staff = ensure_staff(folder / CREDENTIALS_FILE)
            told.append(str(staff["email"]))
    except (ImproperlyConfigured, CommandError) as error:
        tell({"error": one_line(str(error))})
        return 1
    except DatabaseError as error:
        tell({"error": f"The database refused a step ({one_line(str(error))}): see the log."})
        raise
    tell({"staff": staff})
    return 0


def refuse_failed_checks() -> None:
    """Raise ImproperlyConfigured with the first error of Django's system checks."""
    errors = [message for message in run_checks() if message.level >= ERROR]
    if errors:
        raise ImproperlyConfigured(sentence_of(errors[0]))


def migrate() -> str:
    """Apply what is not applied yet; return how much that was."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not plan:
        return "up to date"
    quietly("migrate", interactive=False, verbosity=1)
    return f"{len(plan)} migrations applied"


def load_demo_into_an_empty_shop() -> str:
    """Load the demo shop where no product is; return what was found or done."""
    products = apps.get_model("shop", "Product")._default_manager  # noqa: SLF001 - Django documents it
    if products.exists():
        return f"{products.count():,} products"
    quietly("load_demo")
    return f"{products.count():,} products loaded"


def ensure_staff(credentials_file: Path) -> dict[str, str]:
    """Make this machine's staff login unless it exists; return its e-mail address and password."""
    printed = quietly("ensure_staff", credentials_file=credentials_file)
    staff: dict[str, str] = json.loads(printed)
    return staff


def quietly(command: str, **options: object) -> str:
    """Run a management command and return its output."""
    output = io.StringIO()
    call_command(command, stdout=output, **options)
    return output.getvalue()


@contextmanager
def step(tell: Tell, name: str) -> Iterator[list[str]]:
    """Time one step and tell the launcher how it ended."""
    told: list[str] = []
    begun = time.monotonic()
    yield told
    tell({"step": name, "seconds": time.monotonic() - begun, "detail": " ".join(told)})


def sentence_of(message: CheckMessage) -> str:
    """Return a system check's message and hint as one sentence."""
    text = one_line(message.msg).rstrip(".")
    return f"{text}: {one_line(message.hint)}" if message.hint else f"{text}."


def one_line(text: str) -> str:
    """Return the text without line breaks."""
    return " ".join(text.split())


def standard_output_to_the_log() -> Tell:
    """Keep standard output for the protocol; what libraries print there joins standard error."""
    protocol = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    def tell(event: Event) -> None:
        os.write(protocol, json.dumps(event).encode() + b"\n")

    return tell


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), standard_output_to_the_log()))
