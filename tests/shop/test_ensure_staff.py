"""The staff login of a machine is made once and told as often as asked."""

import json
import stat
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from shop.models import User

pytestmark = pytest.mark.django_db


def run(path: Path, **options: str) -> tuple[dict[str, str], str]:
    out, err = StringIO(), StringIO()
    call_command("ensure_staff", credentials_file=path, stdout=out, stderr=err, **options)
    told: dict[str, str] = json.loads(out.getvalue())
    return told, err.getvalue()


def test_the_first_call_makes_a_superuser_and_the_second_tells_the_same(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "login.txt"
    first, _ = run(path)
    assert first["email"] == "staff@vitrine.local"
    user = User.objects.get()
    assert user.is_superuser
    assert user.is_staff
    assert user.check_password(first["password"])
    assert len(first["password"]) >= 20
    assert run(path)[0] == first
    assert User.objects.count() == 1


def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "login.txt"
    run(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_machines_have_two_passwords(tmp_path: Path) -> None:
    one, _ = run(tmp_path / "one", email="one@example.com")
    two, _ = run(tmp_path / "two", email="two@example.com")
    assert one["password"] != two["password"]


def test_a_changed_password_is_said_and_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "login.txt"
    first, _ = run(path)
    user = User.objects.get()
    user.set_password("chosen by hand")
    user.save()
    told, note = run(path)
    assert told == {"email": "staff@vitrine.local", "password": "(changed since)"}
    assert first["password"] not in note
    user.refresh_from_db()
    assert user.check_password("chosen by hand")


def test_an_account_that_is_gone_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "login.txt"
    run(path)
    User.objects.all().delete()
    told, _ = run(path)
    assert User.objects.get().check_password(told["password"])


def test_a_broken_file_stops_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "login.txt"
    path.write_text("not json")
    with pytest.raises(CommandError, match="Remove the file"):
        run(path)
    assert not User.objects.exists()


def test_a_file_that_cannot_be_written_leaves_no_account(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError):
        run(tmp_path / "file" / "login.txt")
    assert not User.objects.exists()
