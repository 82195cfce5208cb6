"""`manage.py create_space`: a space for another model, beside the live one."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError

from ai.conf import embedder_setting
from ai.exceptions import AiError
from ai.indexing.spaces import create_space
from ai.models.spaces import DEFAULT_TEMPLATE


class Command(BaseCommand):
    """Creates the space and its tables; `manage.py embed --space NAME` fills it."""

    help = "Create an embedding space for another model or another document template."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", required=True)
        parser.add_argument("--backend", help="dotted path of the embedder; the setting's if none")
        parser.add_argument("--options", help="the embedder's OPTIONS as JSON")
        parser.add_argument(
            "--template",
            default=DEFAULT_TEMPLATE.replace("\n", "\\n"),
            help="fields of a product's document, lines separated by \\n",
        )

    def handle(
        self, *, name: str, backend: str | None, options: str | None, template: str, **_: Any
    ) -> None:
        setting = embedder_setting()
        try:
            provider = {
                "BACKEND": backend or setting["BACKEND"],
                "OPTIONS": json.loads(options) if options else _options(setting, backend),
            }
            space = create_space(
                name=name, provider=provider, template=template.replace("\\n", "\n")
            )
        except ValueError as error:
            raise CommandError(f"--options is not JSON: {error}.") from error
        except IntegrityError as error:
            raise CommandError(f"There is a space {name!r} already.") from error
        except AiError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{space.name}: {space.model_id}, {space.dimensions} dimensions. "
            f'Fill it with `manage.py embed --space "{space.name}" --wait`.'
        )


def _options(setting: Any, backend: str | None) -> dict[str, Any]:
    return dict(setting.get("OPTIONS", {})) if backend is None else {}
