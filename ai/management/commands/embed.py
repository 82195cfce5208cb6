"""`manage.py embed`: bring a space up to date through the worker, and watch it being done."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ai.exceptions import AiError, JobConflict
from ai.indexing.jobs import JobProgress, active_job, job_progress, run_chunk, start_job
from ai.indexing.spaces import ensure_default_space
from ai.indexing.vocabulary import refresh_vocabulary
from ai.management.bar import ProgressBar
from ai.models import EmbeddingJob, EmbeddingSpace

# Seconds between looks at the job's row.
LOOK_S = 0.3
# A job that no worker has taken after so long is waiting for one that is not there.
WORKER_WAIT_S = 90.0
Status = EmbeddingJob.Status


class Command(BaseCommand):
    """Starts a job, or joins the one that is running."""

    help = "Embed what is missing or out of date (or everything), through the worker."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--scope", choices=["stale", "all"], default="stale")
        parser.add_argument("--space", help="name of the space; the live one by default")
        parser.add_argument("--wait", action="store_true", help="show progress until it is done")
        parser.add_argument("--inline", action="store_true", help="work here, without a worker")

    def handle(self, *, scope: str, space: str | None, wait: bool, inline: bool, **_: Any) -> None:
        try:
            job = self._job(_space(space), scope)
            if inline:
                self._watch(job, work_here=True)
                refresh_vocabulary()
            elif wait:
                # With nothing to embed there is nothing to leave to a worker.
                self._watch(job, work_here=not job.total)
        except AiError as error:
            raise CommandError(str(error)) from error

    def _job(self, space: EmbeddingSpace, scope: str) -> EmbeddingJob:
        try:
            job = start_job(space=space, scope=scope)
        except JobConflict as error:
            running = active_job(space=space)
            if running is None:
                raise
            self.stdout.write(f"{error} It goes on.")
            return running
        self.stdout.write(f"Job {job.pk} embeds {job.total:,} texts in {space.name}.")
        return job

    def _watch(self, job: EmbeddingJob, *, work_here: bool) -> None:
        bar = ProgressBar(self.stdout)
        deadline = time.monotonic() + WORKER_WAIT_S
        baton = run_chunk(job_id=job.pk) if work_here else None
        while True:
            progress = job_progress(job=job)
            bar.draw(progress)
            if progress.status not in (Status.QUEUED, Status.RUNNING):
                bar.close()
                return self._end(job, progress)
            if progress.status == Status.QUEUED and time.monotonic() > deadline:
                bar.close()
                raise CommandError(
                    f"No worker has taken the job in {WORKER_WAIT_S:.0f} s: start one with "
                    "`celery -A config worker`, or embed here with `manage.py embed --inline`."
                )
            if baton is not None:
                baton = run_chunk(job_id=job.pk, baton=baton)
            else:
                time.sleep(LOOK_S)
                if work_here:  # a worker had it; take it over when that one is gone
                    baton = run_chunk(job_id=job.pk)

    def _end(self, job: EmbeddingJob, progress: JobProgress) -> None:
        if progress.status != Status.DONE:
            reason = f": {job.message}" if job.message else "."
            raise CommandError(f"Job {job.pk} is {progress.status}{reason}")
        if progress.failed:
            raise CommandError(
                f"{progress.failed:,} texts could not be embedded: see the failures in the admin."
            )
        self.stdout.write(
            f"{progress.embedded:,} embedded, {progress.skipped:,} were true already."
        )


def _space(name: str | None) -> EmbeddingSpace:
    if name is None:
        return ensure_default_space()
    space = EmbeddingSpace.objects.maintained().filter(name=name).first()
    if space is None:
        names = ", ".join(EmbeddingSpace.objects.maintained().values_list("name", flat=True))
        raise CommandError(f"There is no space {name!r}: the spaces are {names or 'none yet'}.")
    return space
