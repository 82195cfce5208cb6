"""Make the usual groups of staff."""

from typing import Any

from django.core.management.base import BaseCommand

from shop.services.staff_groups import ensure_groups


class Command(BaseCommand):
    """Makes the groups that are missing; those that are there stay as they are."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        made = ensure_groups()
        for name, permissions in made.items():
            self.stdout.write(f"{name}: {permissions} permissions")
        if not made:
            self.stdout.write("All groups are there already.")
