"""The shop sells with the ai app left out: it starts, and its own tests of buying pass."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

# All of tests/shop passes so; these are the ones on the way from a shelf to an order.
OF_BUYING = ("tests/shop/buying/test_place.py", "tests/shop/views/test_product.py")


@pytest.mark.timeout(300)
def test_a_shop_without_ai_starts_and_sells(tmp_path: Path) -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "REDIS_URL"} and not name.startswith("PYTEST_")
    }
    services = {"VITRINE_AI": "false", "VITRINE_HOME": str(tmp_path / "home")}
    nested = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *OF_BUYING],
        cwd=REPOSITORY,
        env={**environment, **services},
        capture_output=True,
        text=True,
        check=False,
    )
    assert nested.returncode == 0, nested.stdout[-3000:] + nested.stderr[-1000:]
    assert " passed" in nested.stdout


def test_without_ai_none_of_its_models_is_there() -> None:
    """The control: the switch really leaves the app out, and search with it."""
    asked = (
        "import django; django.setup(); from django.apps import apps; from django.urls import "
        "NoReverseMatch, reverse\n"
        "assert not apps.is_installed('ai')\n"
        "try:\n    reverse('ai:search')\nexcept NoReverseMatch:\n    print('without')\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=REPOSITORY,
        env={
            **os.environ,
            "VITRINE_AI": "false",
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout.strip() == "without", told.stderr[-1000:]
