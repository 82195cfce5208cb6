"""`manage.py prepare_model`: do the slow first work of the embedder before anybody waits for it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ai.exceptions import AiError
from ai.indexing.spaces import ensure_default_space
from ai.providers.registry import get_embedder


class Command(BaseCommand):
    """Makes the first space and readies the live space's model; the second time takes a moment.

    A worker would do it too, but under a task's time limit, which a slow machine may not keep.
    """

    help = "Export or load the live space's embedding model now."

    def handle(self, **_: Any) -> None:
        try:
            space = ensure_default_space()
            get_embedder(space.provider).prepare()
        except AiError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{space.name} is ready")
