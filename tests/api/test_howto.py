"""docs/howto/api.md: its commands run as they stand, and the answers are those it shows."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from ai.indexing.outbox import drain
from ai.indexing.spaces import ensure_default_space
from shop.models import User
from shop.services.imports.demo_load import load_demo
from tests.api.test_access_matrix import EXPECTED
from tests.api.web import running_web
from tests.conftest import REPOSITORY, process_environment, running_worker

PAGE = REPOSITORY / "docs" / "howto" / "api.md"
ADDRESS = "http://127.0.0.1:8000"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = "…"


@dataclass
class Step:
    """Commands that stand together, and the answers shown below them."""

    commands: list[str]
    shown: list[tuple[str, str]] = field(default_factory=list)


def read_steps(text: str) -> list[Step]:
    """Return the page's console blocks, each with the json and text blocks that follow it."""
    steps: list[Step] = []
    for language, body in FENCE.findall(text):
        if language == "console":
            steps.append(Step(commands=read_commands(body)))
        else:
            steps[-1].shown.append((language, body))
    return steps


def read_commands(body: str) -> list[str]:
    """Return the commands of a block: `$ ` begins one, `> ` goes on with it."""
    commands: list[str] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            commands.append(line[2:])
        else:
            assert line.startswith("> "), line
            commands[-1] += "\n" + line[2:]
    return commands


def as_program(steps: list[Step], folder: Path) -> str:
    """Return a shell program that runs all steps and keeps each command's output in a file."""
    lines = ["set -u"]
    for number, step in enumerate(steps):
        for place, command in enumerate(step.commands):
            lines.append(f"{{ {command}\n}} > '{folder}/{number}-{place}' 2>&1")
    return "\n".join(lines)


def check_shown(shown: Any, actual: Any, where: str) -> None:
    """Assert that the answer has all that is shown; an ellipsis stands for anything."""
    if isinstance(shown, str) and LEFT_OUT in shown:
        pattern = ".*".join(re.escape(part) for part in shown.split(LEFT_OUT))
        assert isinstance(actual, str), where
        assert re.fullmatch(pattern, actual, re.DOTALL), f"{where}: {actual!r}"
    elif isinstance(shown, dict):
        assert isinstance(actual, dict), f"{where}: {actual!r}"
        for name, value in shown.items():
            assert name in actual, f"{where}.{name} is missing in {sorted(actual)}"
            check_shown(value, actual[name], f"{where}.{name}")
    elif isinstance(shown, list):
        whole = not shown or shown[-1] != LEFT_OUT
        listed = shown if whole else shown[:-1]
        assert len(actual) == len(listed) if whole else len(actual) >= len(listed), where
        for place, value in enumerate(listed):
            check_shown(value, actual[place], f"{where}[{place}]")
    else:
        assert shown == actual, where


@pytest.fixture
def demo(transactional_db: None, tmp_path: Path) -> None:
    """Load the tents of the demo shop: the page speaks of nothing else, and all takes longer."""
    folder = tmp_path / "demo"
    shutil.copytree(
        settings.SHOP["DEMO_DIR"],
        folder,
        ignore=lambda path, names: [
            name
            for name in names
            if Path(path).name in {"products", "reviews"} and not name.startswith("tents.")
        ],
    )
    # The front page shows goods of all departments.
    (folder / "home.json").write_text("[]")
    ensure_default_space()
    for load in load_demo(folder):
        assert not load.problems
    while drain().claimed:
        pass
    User.objects.create_superuser("staff@vitrine.local", "only for this test")


@pytest.mark.timeout(400)
def test_the_pages_commands_give_the_answers_it_shows(demo: None, tmp_path: Path) -> None:
    with running_worker(), running_web() as address:
        text = PAGE.read_text().replace(ADDRESS, address)
        steps = read_steps(text.replace(".venv/bin/python ", f"'{sys.executable}' -W ignore "))
        output = tmp_path / "output"
        output.mkdir()
        program = as_program(steps, output).replace(" > kettle", f" > '{output}'/kettle")
        subprocess.run(
            ["bash", "-c", program.replace("@kettle", f"@'{output}'/kettle")],
            cwd=REPOSITORY,
            env=process_environment(),
            timeout=300,
            check=True,
        )
    for number, step in enumerate(steps):
        answers = [
            (output / f"{number}-{place}").read_text() for place in range(len(step.commands))
        ]
        given = [answer for answer in answers if answer.strip()]
        assert len(given) == len(step.shown), f"{step.commands}: {given}"
        for (language, shown), answer in zip(step.shown, given, strict=True):
            if language == "json":
                check_shown(json.loads(shown), json.loads(answer), step.commands[-1])
            else:
                check_lines(shown, answer)


def check_lines(shown: str, answer: str) -> None:
    """Assert that the answer has the lines that are shown, in whatever order."""
    lines = [line.strip() for line in answer.splitlines()]
    for line in shown.splitlines():
        pattern = ".*".join(re.escape(part) for part in line.split(LEFT_OUT))
        assert any(re.fullmatch(pattern, each, re.IGNORECASE) for each in lines), f"{line}: {lines}"


def test_every_noun_of_the_api_is_on_the_page() -> None:
    text = PAGE.read_text()
    nouns = {name.split()[1].partition("/")[0] for name in EXPECTED}
    assert {noun for noun in nouns if f"/{noun}/" not in text} == set()


@pytest.mark.parametrize(
    ("shown", "actual"),
    [
        ({"a": 1}, {"a": 2}),
        ({"a": 1}, {}),
        (["…"], None),
        ([1], [1, 2]),
        ([1, 2, "…"], [1]),
        ("<p>…</p>", "<b>x</b>"),
    ],
)
def test_a_wrong_answer_would_be_seen(shown: Any, actual: Any) -> None:
    """The negative control of the comparison."""
    with pytest.raises((AssertionError, TypeError)):
        check_shown(shown, actual, "here")
