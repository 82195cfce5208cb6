"""A judged catalogue in the database in use: imported, indexed, embedded; and its judgements."""

import os
from pathlib import Path

from django.core.management.base import CommandError, OutputWrapper
from django.db import connection

from ai.exceptions import JobConflict
from ai.indexing.jobs import active_job, job_progress, run_chunk, start_job
from ai.indexing.spaces import ensure_default_space
from ai.indexing.vocabulary import refresh_vocabulary
from ai.management.bar import ProgressBar
from ai.management.origin import REPOSITORY
from ai.models import EmbeddingSpace, OutboxEntry
from ai.search.evaluation import JudgedQuery, read_judged_queries
from shop.exceptions import ShopError
from shop.models import ImportJob
from shop.services.imports import create_import_job, run_import


def prepare(source: Path, *, stdout: OutputWrapper) -> EmbeddingSpace:
    """Import a catalogue and make its words and vectors true; raises CommandError."""
    if not source.is_file():
        raise CommandError(f"There is no catalogue at {source}.")
    import_catalogue(source, stdout=stdout)
    return embed_catalogue(stdout=stdout)


def import_catalogue(
    path: Path, *, stdout: OutputWrapper, kind: str = ImportJob.Kind.CATALOGUE_JSONL
) -> None:
    """Import a catalogue into the database in use."""
    try:
        job = create_import_job(kind=kind, path=path)
        while not run_import(job=job):
            pass
    except ShopError as error:
        raise CommandError(f"{path}: {error}") from error
    job.refresh_from_db()
    stdout.write(
        f"{job.created_count:,} products new, {job.updated_count:,} changed, "
        f"{job.unchanged_count:,} unchanged, {job.failed_count:,} left out."
    )


def embed_catalogue(*, stdout: OutputWrapper) -> EmbeddingSpace:
    """Make words and vectors true; what has not changed since the last time is skipped."""
    space = ensure_default_space()
    try:
        job = start_job(space=space, scope="stale")
    except JobConflict:
        running = active_job(space=space)
        if running is None:
            raise
        job = running
    bar = ProgressBar(stdout)
    baton = run_chunk(job_id=job.pk)
    while baton is not None:
        bar.draw(job_progress(job=job))
        baton = run_chunk(job_id=job.pk, baton=baton)
    bar.draw(job_progress(job=job))
    bar.close()
    job.refresh_from_db()
    if job.status != job.Status.DONE:
        raise CommandError(f"The embedding job is {job.status}: {job.message}")
    OutboxEntry.objects.all().delete()  # the job has done what they ask for
    words = refresh_vocabulary()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    stdout.write(f"{job.embedded:,} embedded, {job.skipped:,} true; {words:,} words.")
    return space


def folder_of(catalogue: str) -> Path:
    """Return the folder or file of a catalogue: `esci` is that in VITRINE_DATA."""
    if catalogue != "esci":
        return Path(catalogue)
    data = os.environ.get("VITRINE_DATA", str(REPOSITORY.parent / "shared" / "data"))
    return Path(data) / "esci"


def judged_queries(folder: Path, queries: Path | None, qrels: Path | None) -> list[JudgedQuery]:
    """Return the judged queries of a folder, or of two files; raises CommandError."""
    base = folder if folder.is_dir() else folder.parent
    try:
        found = read_judged_queries(
            queries=queries or base / "queries.csv", qrels=qrels or base / "qrels.csv"
        )
    except (OSError, KeyError, ValueError) as error:
        raise CommandError(f"The judgements cannot be read: {error}") from error
    if not found:
        raise CommandError("No query has a judgement.")
    return found
