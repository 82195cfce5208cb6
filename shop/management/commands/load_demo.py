"""Load the demo shop."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from shop.exceptions import ShopError
from shop.management.progress import Progress
from shop.models import Product
from shop.services.imports.demo_load import DemoLoad, load_demo


class Command(BaseCommand):
    """Loads products, reviews, pages and a year of orders; loading again changes nothing."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, default=Path(settings.SHOP["DEMO_DIR"]))
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing when there are products"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_empty"] and Product.objects.exists():
            self.stdout.write("The shop has products: the demo was not loaded.")
            return
        started, load = time.monotonic(), DemoLoad()
        try:
            with Progress(self.stdout, label="Demo shop") as progress:
                for load in load_demo(options["folder"]):
                    progress.show(load.counts.total(), None)
        except ShopError as error:
            raise CommandError(str(error)) from error
        for problem in load.problems:
            self.stderr.write(f"{problem.identifier}: {problem.message}")
        counts = load.counts
        self.stdout.write(
            f"Demo shop: {counts['created']} created, {counts['updated']} updated, "
            f"{counts['unchanged']} unchanged in {time.monotonic() - started:.1f} s"
        )
        if load.history:
            self.stdout.write(str(load.history))
        if counts["failed"]:
            raise CommandError(f"{counts['failed']} records of the demo shop are not sound.")
