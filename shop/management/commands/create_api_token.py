"""Make an API token and print it, once."""

import argparse
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from shop.exceptions import InvalidValue
from shop.models import User
from shop.services.tokens import create_token


class Command(BaseCommand):
    """Make an API token for an account."""

    help = "Make an API token for an account and print its secret, which is stored as a hash only."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        scopes = ", ".join(settings.API_SCOPES)
        parser.add_argument("--email", required=True, help="the account the token acts for")
        parser.add_argument("--name", required=True, help="what the token is for")
        parser.add_argument(
            "--scope", action="append", default=[], dest="scopes", help=f"repeatable: {scopes}"
        )
        parser.add_argument("--days", type=int, help="how long it works; without it, for ever")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            user = User.objects.get(email__iexact=options["email"])
        except User.DoesNotExist:
            raise CommandError(f"There is no account {options['email']}.") from None
        lifetime = timedelta(days=options["days"]) if options["days"] else None
        try:
            _, secret = create_token(
                user=user, name=options["name"], scopes=options["scopes"], expires_in=lifetime
            )
        except InvalidValue as error:
            raise CommandError(str(error)) from None
        self.stdout.write(secret)
