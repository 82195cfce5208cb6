"""Check the demo shop's files."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from shop.demo.checks.counts import check_counts, tabulate
from shop.demo.checks.pictures import check_list, check_pictures
from shop.demo.checks.running import check_folder
from shop.demo.checks.settings import make_settings_check


class Command(BaseCommand):
    """Checks the files against each other and the shop's settings; needs no database."""

    help = __doc__
    requires_system_checks: list[str] = []  # noqa: RUF012 - Django's own declaration; none is used

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, default=Path(settings.SHOP["DEMO_DIR"]))
        parser.add_argument("--images", action="store_true", help="want every picture drawn")
        parser.add_argument("--counts", action="store_true", help="want the shop's full size")

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        extra = [make_settings_check(settings.SHOP)]
        extra += [check_pictures, check_list] * options["images"]
        extra += [check_counts] * options["counts"]
        demo, findings = check_folder(options["folder"], tuple(extra))
        if options["counts"]:
            self.stdout.write("\n".join(tabulate(demo)))
        for finding in findings:
            self.stderr.write(str(finding))
        if findings:
            raise CommandError(f"{len(findings)} findings in {options['folder']}.")
        self.stdout.write(
            f"Demo shop: {len(demo.products)} products and {len(demo.reviews)} reviews are sound "
            f"({time.monotonic() - started:.1f} s)."
        )
