"""The conductor: looks a file over, then imports it batch by batch, and can stop after any."""

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final

import structlog
from django.core.files.base import File
from django.db import OperationalError, transaction
from django.utils import timezone

from shop.exceptions import ImportFileError
from shop.models import ImportJob, ImportProblem, User
from shop.services.imports.detect import check_kind
from shop.services.imports.forms import FORMS, Form
from shop.services.imports.lease import MAX_ATTEMPTS, LeaseLost, hold, release, take
from shop.services.imports.records import Parsed, Position, Problem, ProductRecord
from shop.services.imports.sink import Sink
from shop.services.imports.source import FALLBACK_ENCODING, Source, check_file, detect_encoding

Status = ImportJob.Status
# Records in one transaction. A hundred products with one variant take about 0.3 s to write.
BATCH: Final = 100
# Variants and new pictures weigh more than the product itself: a batch ends with this many too.
BATCH_PARTS: Final = 400
_IDENTIFIER: Final = 200
# Seconds between attempts at a batch that a lock stood in the way of.
_PAUSES: Final = (0.5, 2.0)
_COUNTS: Final = ("created_count", "updated_count", "unchanged_count", "failed_count")
_PLACE: Final = ("cursor", "offset", "line")
logger = structlog.get_logger(__name__)


def create_import_job(
    *,
    kind: str,
    path: Path | str | None = None,
    upload: "File[bytes] | None" = None,
    images_dir: Path | str = "",
    dry_run: bool = False,
    created_by: User | None = None,
) -> ImportJob:
    """Return a queued job for a file of the server or an upload; raises ImportFileError."""
    if (path is None) == (upload is None):
        raise ImportFileError("Name a file or upload one, not both.")
    if images_dir and not Path(images_dir).is_dir():
        raise ImportFileError(f"There is no folder {images_dir}.")
    job = ImportJob(
        kind=kind,
        path=str(Path(path).resolve()) if path is not None else "",
        images_dir=str(Path(images_dir).resolve()) if images_dir else "",
        dry_run=dry_run,
        created_by=created_by,
    )
    if upload is not None:
        job.upload.save(Path(upload.name or "upload").name, upload, save=False)
    try:
        check_file(_path(job))
        check_kind(path=_path(job), kind=kind)
    except ImportFileError:
        if upload is not None:
            job.upload.delete(save=False)
        raise
    job.save()
    return job


def cancel_import(*, job: ImportJob) -> None:
    """Call a job off; what it has written stays. One that is over is left as it is."""
    ImportJob.objects.filter(pk=job.pk, status__in=(Status.QUEUED, Status.RUNNING)).update(
        status=Status.CANCELLED, lease=None, finished_at=timezone.now()
    )
    job.refresh_from_db()


def run_import(*, job: ImportJob, deadline: float | None = None) -> bool:
    """Import from where the job stands; True when it is over, False when time is.

    `deadline` is a moment of `time.monotonic()`, looked at after each batch. Raises
    JobAlreadyRunning when somebody else has the job; a file that cannot be read ends the job as
    failed.
    """
    take(job)
    try:
        if job.attempts > MAX_ATTEMPTS:
            raise ImportFileError(
                f"Stopped after {MAX_ATTEMPTS} attempts that came to nothing at line {job.line}."
            )
        return _run(job, deadline)
    except ImportFileError as error:
        _finish(job, Status.FAILED, str(error))
    except LeaseLost:
        job.refresh_from_db()
    return True


def _run(job: ImportJob, deadline: float | None) -> bool:
    form = FORMS[job.kind]
    if not job.state:
        _look_over(job, form)
    source = _source(job)
    sink = Sink(job)
    start = Position(offset=job.offset, line=job.line)
    for batch in _batches(form.read(source, job.state["form"], start)):
        sink = _import_with_retries(job, sink, batch)
        if deadline is not None and time.monotonic() >= deadline:
            release(job)
            return False
    _finish(job, Status.DONE, "")
    return True


def _look_over(job: ImportJob, form: Form) -> None:
    """Read the file once: its size, its encoding, the types of its attributes."""
    path = _path(job)
    check_file(path)
    check_kind(path=path, kind=job.kind)
    encoding = detect_encoding(path)
    scan = form.scan(replace(_source(job), encoding=encoding))
    remarks = list(scan.warnings)
    if encoding == FALLBACK_ENCODING:
        remarks.append("The file is not in UTF-8: it was read as Windows-1252.")
    with transaction.atomic():
        hold(job)
        _keep(job, [Problem(line=1, identifier="", message=m, level="warning") for m in remarks])
        job.total = scan.total
        job.state = {"encoding": encoding, "form": dict(scan.state)}
        job.save(update_fields=["total", "state"])


def _batches(parsed: Iterator[Parsed]) -> Iterator[list[Parsed]]:
    batch: list[Parsed] = []
    parts = 0
    for item in parsed:
        batch.append(item)
        if isinstance(item.record, ProductRecord):
            parts += len(item.record.variants) + 4 * len(item.record.images)
        if len(batch) >= BATCH or parts >= BATCH_PARTS:
            yield batch
            batch, parts = [], 0
    if batch:
        yield batch


def _import_with_retries(job: ImportJob, sink: Sink, batch: list[Parsed]) -> Sink:
    """Import a batch, again when a lock stood in the way; returns the sink to go on with.

    An order or an editor may hold a product's row for longer than a lock is waited for.
    """
    for pause in _PAUSES:
        try:
            _import_batch(job, sink, batch)
        except OperationalError as error:
            logger.warning("import_batch_retried", job_id=job.pk, reason=str(error))
            time.sleep(pause)
            # What the sink made was rolled back, and so was the job's row: not its lease, though.
            sink = Sink(job)
            job.refresh_from_db(fields=[*_COUNTS, *_PLACE])
        else:
            return sink
    _import_batch(job, sink, batch)
    return sink


def _import_batch(job: ImportJob, sink: Sink, batch: list[Parsed]) -> None:
    """Write a batch, its problems and the job's new place in one transaction."""
    records = [item.record for item in batch if item.record is not None]
    sink.prepare(records)
    with transaction.atomic():
        hold(job)
        outcomes = sink.write(records)
        read = [problem for item in batch for problem in item.problems]
        _keep(job, chain(read, *(outcome.problems for outcome in outcomes)))
        for outcome in outcomes:
            name = f"{outcome.result}_count"
            setattr(job, name, getattr(job, name) + 1)
        job.failed_count += sum(
            item.record is None and any(p.level == "error" for p in item.problems) for item in batch
        )
        job.cursor += len(batch)
        job.offset, job.line = batch[-1].end.offset, batch[-1].end.line
        job.attempts = 0
        job.heartbeat_at = timezone.now()
        job.save(update_fields=[*_COUNTS, *_PLACE, "attempts", "heartbeat_at"])


def _keep(job: ImportJob, problems: "chain[Problem] | list[Problem]") -> None:
    ImportProblem.objects.bulk_create(
        [
            ImportProblem(
                job=job,
                level=problem.level,
                line=problem.line,
                identifier=problem.identifier[:_IDENTIFIER],
                message=problem.message,
            )
            for problem in problems
        ],
        batch_size=1_000,
    )


def _finish(job: ImportJob, status: ImportJob.Status, message: str) -> None:
    ImportJob.objects.filter(pk=job.pk, lease=job.lease).update(
        status=status, message=message, lease=None, finished_at=timezone.now()
    )
    job.refresh_from_db()


def _path(job: ImportJob) -> Path:
    return Path(job.path) if job.path else Path(job.upload.path)


def _source(job: ImportJob) -> Source:
    """Return the file with its folders of pictures: the one that was named, then its own.

    An upload has no folder of its own: it lies among other people's uploads.
    """
    named = (Path(job.images_dir),) if job.images_dir else ()
    own = (Path(job.path).parent,) if job.path else ()
    encoding: str = job.state.get("encoding", "utf-8")
    return Source(path=_path(job), images_dirs=(*named, *own), encoding=encoding)
