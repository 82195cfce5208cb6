"""Let somebody in again who lost telephone, passkeys and recovery codes."""

from argparse import ArgumentParser
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError

from shop.models import User
from shop.services.sessions import end_other_sessions


class Command(BaseCommand):
    """Removes an account's second factors and signs it out; make sure first who asks for it."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the account's e-mail address")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email__iexact=options["email"]).first()
        if user is None:
            raise CommandError(f"There is no account {options['email']}.")
        removed, _ = Authenticator.objects.filter(user=user).delete()
        end_other_sessions(user=user, current=None)
        self.stdout.write(f"{user.email}: {removed} removed; the password alone signs in.")
