"""Every import contract holds, and every one is seen to fail on a planted violation."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

PACKAGES = ("config", "shop", "ai")
CONTRACTS = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["importlinter"][
    "contracts"
]

# Contract -> files to write into a copy of the tree, each of which breaks that contract.
VIOLATIONS = {
    "composition": {"shop/planted.py": "import ai.conf"},
    "ai-layers": {"ai/indexing/planted.py": "import ai.search.types"},
    "shop-layers": {"shop/models/planted.py": "import shop.services.reviews"},
    "providers-are-pure": {"ai/providers/planted.py": "import ai.models"},
    "payments-are-pure": {"shop/payments/planted.py": "import psycopg"},
    "vendors": {"ai/indexing/planted.py": "import openai"},
    "celery": {"shop/services/planted.py": "import celery"},
    "acyclic-ai": {
        "ai/search/planted_one.py": "import ai.search.planted_two",
        "ai/search/planted_two.py": "import ai.search.planted_one",
    },
    "acyclic-shop": {
        "shop/services/planted_one.py": "import shop.services.planted_two",
        "shop/services/planted_two.py": "import shop.services.planted_one",
    },
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a copy of the project's packages and its contracts."""
    for package in PACKAGES:
        shutil.copytree(
            REPOSITORY / package,
            tmp_path / package,
            ignore=lambda _folder, names: [n for n in names if n in {"__pycache__", "demo"}],
        )
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import linter on a folder."""
    return subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_contract_has_a_planted_violation() -> None:
    assert {contract["id"] for contract in CONTRACTS} == set(VIOLATIONS)


def test_the_tree_keeps_every_contract(tree: Path) -> None:
    result = lint(tree)

    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract["id"])
def test_a_planted_violation_breaks_its_contract(tree: Path, contract: dict[str, str]) -> None:
    for path, source in VIOLATIONS[contract["id"]].items():
        (tree / path).write_text(source + "\n")

    result = lint(tree)

    assert result.returncode == 1
    assert f"{contract['name']} BROKEN" in " ".join(result.stdout.split())
