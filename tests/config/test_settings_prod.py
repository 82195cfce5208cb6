"""Production settings: refused with one sentence when something is missing, strict otherwise."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, process_environment

KEY = "k9-" + "abcdefghij" * 5
DEPLOY = ("check", "--deploy", "--fail-level", "WARNING")
GOOD = {
    "DJANGO_SETTINGS_MODULE": "config.settings.prod",
    "SECRET_KEY": KEY,
    "ALLOWED_HOSTS": "shop.example",
    "SELLER_ADDRESS": "1 Quay Street,Galway,Ireland",
    "BANK_ACCOUNT_IBAN": "IE29 AIBK 9311 5212 3456 78",
}


def run(*arguments: str, without: str = "", **extra: str) -> subprocess.CompletedProcess[str]:
    environment = {**process_environment(**GOOD), **extra}
    if without:
        environment.pop(without, None)
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_djangos_deployment_check_has_nothing_to_say() -> None:
    checked = run("manage.py", *DEPLOY)
    assert checked.returncode == 0, checked.stderr
    assert "no issues" in checked.stdout + checked.stderr


def test_the_check_would_fail_on_a_weaker_setting() -> None:
    """The negative control."""
    checked = run(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING", SECURE_HSTS_SECONDS="0"
    )
    assert checked.returncode != 0
    assert "security.W004" in checked.stderr


@pytest.mark.parametrize(
    ("missing", "extra", "sentence"),
    [
        ("SECRET_KEY", {}, "SECRET_KEY is missing or shorter than 50 characters"),
        ("", {"SECRET_KEY": "short"}, "SECRET_KEY is missing or shorter than 50 characters"),
        ("ALLOWED_HOSTS", {}, "ALLOWED_HOSTS is empty: name the shop's host"),
        ("DATABASE_URL", {"VITRINE_HOME": "/nonexistent"}, "No database is running"),
        ("REDIS_URL", {"VITRINE_HOME": "/nonexistent"}, "No database is running"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(
    missing: str, extra: dict[str, str], sentence: str
) -> None:
    checked = run("manage.py", "check", without=missing, **extra)
    assert checked.returncode != 0
    last = checked.stderr.strip().splitlines()[-1]
    assert sentence in last


@pytest.mark.django_db(transaction=True)
def test_headers_cookies_and_redirects_of_production(tmp_path: Path) -> None:
    program = """
import json, django
django.setup()
from django.test import Client
client = Client(headers={"host": "shop.example"})
plain = client.get("/livez")
moved = client.get("/api/v1/brands/")
page = client.get("/account/sign-in/", secure=True)
behind = client.get("/api/v1/brands/", headers={"X-Forwarded-Proto": "https"})
foreign = client.get("/livez", headers={"host": "evil.example"})
print(json.dumps({
    "livez": plain.status_code,
    "moved": [moved.status_code, moved["Location"]],
    "page": page.status_code,
    "hsts": page["Strict-Transport-Security"],
    "csp": page["Content-Security-Policy"],
    "coop": page["Cross-Origin-Opener-Policy"],
    "cookie": page.cookies["csrftoken"].OutputString(),
    "behind": behind.status_code,
    "foreign": foreign.status_code,
    "front": client.get("/", secure=True).status_code,
    "missing": client.get("/no-such-page/", secure=True).status_code,
    "docs": client.get("/api/docs/", secure=True).status_code,
    "media": client.get("/media/products/none.png", secure=True).status_code,
}))
"""
    static = {"STATIC_ROOT": str(tmp_path)}
    collected = run("manage.py", "collectstatic", "--noinput", **static)
    assert collected.returncode == 0, collected.stderr[-2000:]
    answered = run("-c", program, **static)
    assert answered.returncode == 0, answered.stderr[-2000:]
    found = json.loads(answered.stdout.splitlines()[-1])
    assert found["livez"] == 200
    assert found["moved"] == [301, "https://shop.example/api/v1/brands/"]
    assert found["hsts"] == "max-age=31536000; includeSubDomains; preload"
    assert "unsafe" not in found["csp"]
    assert found["coop"] == "same-origin"
    assert "Secure" in found["cookie"]
    assert "SameSite=Lax" in found["cookie"]
    assert (found["page"], found["behind"], found["foreign"]) == (200, 200, 400)
    assert (found["front"], found["missing"], found["docs"]) == (200, 404, 200)
    assert found["media"] == 404
