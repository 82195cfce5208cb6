"""`manage.py read_reviews`: bring sentiment, aspects and digests of all reviews up to date."""

import time
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ai.exceptions import AiError, JobConflict
from ai.models import ReadingJob
from ai.reviews.checking import check_digests
from ai.reviews.digest.recount import check_texts
from ai.reviews.jobs import active_job, run_chunk, start_job

# Seconds between looks at the job's row, and until a worker should have taken it.
LOOK_S: Final = 0.5
WORKER_WAIT_S: Final = 90.0
Status = ReadingJob.Status


class Command(BaseCommand):
    """Starts a job, or joins the one that is running."""

    help = "Read the reviews that are new or out of date (or all), through the worker."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--scope", choices=["stale", "all"], default="stale")
        parser.add_argument("--wait", action="store_true", help="show progress until it is done")
        parser.add_argument("--inline", action="store_true", help="work here, without a worker")
        parser.add_argument(
            "--check", action="store_true", help="only recompute every number of every digest"
        )

    def handle(self, *, scope: str, wait: bool, inline: bool, check: bool, **_: Any) -> None:
        if check:
            return self._check()
        try:
            job = self._job(scope)
            if inline or wait:
                self._watch(job, work_here=inline or not job.total)
        except AiError as error:
            raise CommandError(str(error)) from error

    def _job(self, scope: str) -> ReadingJob:
        try:
            job = start_job(scope=scope)
        except JobConflict as error:
            running = active_job()
            if running is None:
                raise
            self.stdout.write(f"{error} It goes on.")
            return running
        self.stdout.write(f"Job {job.pk} reads {job.total:,} reviews.")
        return job

    def _watch(self, job: ReadingJob, *, work_here: bool) -> None:
        deadline = time.monotonic() + WORKER_WAIT_S
        baton = run_chunk(job_id=job.pk) if work_here else None
        shown = -1
        while True:
            job.refresh_from_db()
            if job.done != shown:
                shown = job.done
                rate = job.done / job.busy_seconds if job.busy_seconds else 0.0
                self.stdout.write(f"{job.done:,} of {job.total:,} ({rate:.0f} a second)")
            if job.status not in (Status.QUEUED, Status.RUNNING):
                return self._end(job)
            if job.status == Status.QUEUED and time.monotonic() > deadline:
                raise CommandError(
                    f"No worker has taken the job in {WORKER_WAIT_S:.0f} s: start one with "
                    "`celery -A config worker`, or read here with --inline."
                )
            if baton is not None:
                baton = run_chunk(job_id=job.pk, baton=baton)
                continue
            time.sleep(LOOK_S)
            if work_here:  # a worker had it; take it over when that one is gone
                baton = run_chunk(job_id=job.pk)

    def _end(self, job: ReadingJob) -> None:
        if job.status != Status.DONE:
            reason = f": {job.message}" if job.message else "."
            raise CommandError(f"Job {job.pk} is {job.status}{reason}")
        if job.failed:
            raise CommandError(f"{job.failed:,} reviews could not be read: see the log.")
        self.stdout.write(f"{job.read:,} read, {job.skipped:,} were true already.")

    def _check(self) -> None:
        found = check_digests()
        for each in found[:20]:
            self.stdout.write(
                f"product {each.product_id}: {each.what} is {each.said!r}, should be {each.true!r}"
            )
        untrue = check_texts()
        for rejection in untrue[:20]:
            self.stdout.write(f"“{rejection.clause.text}”: {rejection.reason}")
        if found or untrue:
            raise CommandError(
                f"{len(found):,} numbers and {len(untrue):,} sentences of digests are wrong."
            )
        self.stdout.write("Every number of every digest is what the reviews come to.")
