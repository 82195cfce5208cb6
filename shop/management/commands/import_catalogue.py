"""Import products, reviews and pages from files of other shops."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError

from shop.exceptions import ShopError
from shop.management.progress import Progress
from shop.models import ImportJob
from shop.services.imports import create_import_job, detect_kind, report_lines, run_import
from shop.services.imports.source import check_file
from shop.tasks import run_import_job

# Reviews and pages speak of products, so those come first, whatever the order on the line.
_PRODUCTS_FIRST: Final = {
    ImportJob.Kind.SHOPIFY_PRODUCTS: 0,
    ImportJob.Kind.CATALOGUE_JSONL: 0,
    ImportJob.Kind.JUDGEME_REVIEWS: 1,
    ImportJob.Kind.PAGES_JSON: 2,
}
# Seconds between two looks at the progress; each costs a fresh look at brands and categories.
_STEP_S: Final = 2.0
# Problems printed; the report has them all.
_PRINTED: Final = 20


class Command(BaseCommand):
    """Reads each file's kind from its header and imports it; exit status 1 when rows failed."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--kind", choices=ImportJob.Kind.values, help="instead of looking")
        parser.add_argument("--images-dir", type=Path, help="folder of the pictures")
        parser.add_argument(
            "--dry-run", action="store_true", help="show differences, write nothing"
        )
        parser.add_argument("--background", action="store_true", help="leave it to the worker")
        parser.add_argument("--report", type=Path, help="write problems and differences as CSV")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["background"] and options["report"]:
            raise CommandError("--report needs the import's end: leave out --background.")
        jobs = self._jobs(options)
        if options["background"]:
            for job in jobs:
                run_import_job.delay(job.pk)
                self.stdout.write(f"{job}: left to the worker.")
            return
        for job in jobs:
            self._run(job)
        if options["report"]:
            self._report(jobs, options["report"])
        if any(job.status != ImportJob.Status.DONE or job.failed_count for job in jobs):
            raise CommandError("Some rows were left out: see above.", returncode=1)

    def _jobs(self, options: dict[str, Any]) -> list[ImportJob]:
        jobs = []
        try:
            for path in options["files"]:
                check_file(path)
                with path.open("rb") as file:
                    kind = options["kind"] or detect_kind(file=file)
                jobs.append(
                    create_import_job(
                        kind=kind,
                        path=path,
                        images_dir=options["images_dir"] or "",
                        dry_run=options["dry_run"],
                    )
                )
        except ShopError as error:
            ImportJob.objects.filter(pk__in=[job.pk for job in jobs]).delete()
            raise CommandError(f"{path}: {error}") from error
        return sorted(jobs, key=lambda job: _PRODUCTS_FIRST[ImportJob.Kind(job.kind)])

    def _run(self, job: ImportJob) -> None:
        started = time.monotonic()
        with Progress(self.stdout, label=Path(job.path).name) as progress:
            try:
                while not run_import(job=job, deadline=time.monotonic() + _STEP_S):
                    progress.show(job.cursor, job.total)
            except KeyboardInterrupt:
                progress.close()
                message = f"Stopped. The worker goes on with {job}; cancel it in the admin."
                raise CommandError(message) from None
            progress.show(job.cursor, job.total)
        self._summary(job, time.monotonic() - started)

    def _summary(self, job: ImportJob, seconds: float) -> None:
        if job.status == ImportJob.Status.FAILED:
            self.stderr.write(self.style.ERROR(f"{Path(job.path).name}: {job.message}"))
            return
        self.stdout.write(
            f"{Path(job.path).name}: {job.created_count} created, {job.updated_count} updated, "
            f"{job.unchanged_count} unchanged, {job.failed_count} failed in {seconds:.1f} s"
            + (" (dry run: nothing was written)" if job.dry_run else "")
        )
        problems = job.problems.order_by("line", "id")
        for problem in problems[:_PRINTED]:
            style = self.style.ERROR if problem.level == "error" else self.style.WARNING
            where = f"line {problem.line}, {problem.identifier}" if problem.identifier else "file"
            self.stdout.write(style(f"  {problem.level} ({where}): {problem.message}"))
        rest = problems.count() - _PRINTED
        if rest > 0:
            self.stdout.write(f"  … and {rest} more: --report writes them all.")

    def _report(self, jobs: list[ImportJob], path: Path) -> None:
        with path.open("w", encoding="utf-8", newline="") as file:
            for number, job in enumerate(jobs):
                lines = report_lines(job=job)
                header = next(lines)
                if not number:
                    file.write(f"file,{header}")
                file.writelines(f"{Path(job.path).name},{line}" for line in lines)
        self.stdout.write(f"Report: {path}")
