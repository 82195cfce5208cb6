"""`manage.py reconcile`: find by hash what is not embedded truly, and have it embedded."""

from typing import Any

from django.core.management.base import BaseCommand

from ai.indexing.reconcile import reconcile


class Command(BaseCommand):
    """Does now what beat does every night."""

    help = "Put everything stale, missing or orphaned into the outbox, for the worker."

    def handle(self, **_: Any) -> None:
        found = reconcile()
        said = ", ".join(f"{count:,} {kind}" for kind, count in found.items() if count)
        self.stdout.write(f"Into the outbox: {said}." if said else "Everything is true.")
