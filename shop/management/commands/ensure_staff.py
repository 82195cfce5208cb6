"""Make the staff login of this machine once, and tell it as often as asked."""

import json
import os
import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from shop.models import User

# 20 characters of 6 bits: 120 bits, beyond any guessing.
PASSWORD_BYTES = 15


class Command(BaseCommand):
    """Print {"email", "password"} of a superuser; the password is made here and kept in a file."""

    help = "Make a superuser once, with a random password kept in a file of mode 0600."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--credentials-file", type=Path, required=True)
        parser.add_argument("--email", default="staff@vitrine.local")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["credentials_file"])
        kept = _read(path)
        email = kept["email"] if kept else options["email"].strip().lower()
        with transaction.atomic():
            user = User.objects.select_for_update().filter(email__iexact=email).first()
            if user is None:
                password = secrets.token_urlsafe(PASSWORD_BYTES)
                User.objects.create_superuser(email, password)
                # Inside the transaction: a file that cannot be written leaves no account behind.
                _write(path, email, password)
                kept = {"email": email, "password": password}
            elif kept is None or not user.check_password(kept["password"]):
                self._tell_of_change(email)
                return
        self.stdout.write(json.dumps(kept))

    def _tell_of_change(self, email: str) -> None:
        self.stderr.write(
            f"The password of {email} is no longer the one made here; "
            f"`manage.py changepassword {email}` sets another."
        )
        self.stdout.write(json.dumps({"email": email, "password": "(changed since)"}))


def _read(path: Path) -> dict[str, str] | None:
    """Return what the file keeps, or None when there is no such file."""
    try:
        kept = json.loads(path.read_text())
        return {"email": str(kept["email"]), "password": str(kept["password"])}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CommandError(
            f"{path} cannot be read: {error}. Remove the file and run the command again."
        ) from error


def _write(path: Path, email: str, password: str) -> None:
    """Write the file so that nobody else can read it, at no moment."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.new")
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump({"email": email, "password": password}, file)
        fresh.replace(path)
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
