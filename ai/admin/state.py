"""What the Embeddings page shows, read anew for every look at it."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db.models import Min
from django.utils import timezone

from ai.indexing.coverage import coverage
from ai.indexing.jobs import JobProgress, job_progress
from ai.models import EmbeddingFailure, EmbeddingJob, EmbeddingSpace, OutboxEntry

# Failures shown on the page; the list of failures has them all.
SHOWN_FAILURES = 10
# The outbox is counted up to here: beyond, "more than" says as much.
MOST_COUNTED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """The outbox: entries that wait, counted up to a cap, and the age of the oldest in words."""

    depth: int
    is_capped: bool
    oldest_age: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """The worker's heartbeat: its age in words ("": never heard of), and whether it lives."""

    age: str
    is_alive: bool


def backlog() -> Backlog:
    """Return how far the embeddings are behind the shop."""
    entries = OutboxEntry.objects.order_by()
    depth = entries.values("pk")[: MOST_COUNTED + 1].count()
    oldest: datetime | None = entries.aggregate(oldest=Min("created_at"))["oldest"]
    return Backlog(
        depth=min(depth, MOST_COUNTED),
        is_capped=depth > MOST_COUNTED,
        oldest_age=in_words((timezone.now() - oldest).total_seconds()) if oldest else "",
    )


def worker() -> Worker:
    """Return what is known of the worker."""
    beat = cache.get(settings.WORKER_HEARTBEAT_KEY)
    age = None if beat is None else timezone.now().timestamp() - float(beat)
    return Worker(
        age="" if age is None else in_words(age),
        is_alive=age is not None and age <= settings.WORKER_HEARTBEAT_MAX_AGE_S,
    )


def chosen_space(number: str | None) -> EmbeddingSpace | None:
    """Return the space asked for, else the live one, else none."""
    if number and number.isdecimal():
        return EmbeddingSpace.objects.filter(pk=number).first()
    return EmbeddingSpace.objects.live().first()


def live_context(space: EmbeddingSpace | None) -> dict[str, Any]:
    """Return what changes while a job runs: job, failures, outbox, worker."""
    job = _job_of(space)
    progress = job_progress(job=job) if job else None
    is_active = job is not None and job.status in EmbeddingJob.ACTIVE
    left = progress.eta_s if progress and is_active else None
    return {
        "space": space,
        "job": job,
        "is_active": is_active,
        "progress": progress,
        "percent": percent(progress) if progress else None,
        "time_left": "" if left is None else in_words(left),
        "backlog": backlog(),
        "worker": worker(),
        **_failures_of(space),
    }


def coverage_rows(space: EmbeddingSpace) -> list[dict[str, Any]]:
    """Return the coverage of each kind under its name."""
    names = {"product": "Products", "review": "Reviews", "page": "Pages", "faq": "FAQ entries"}
    return [
        {"label": names.get(row.kind, row.kind), **asdict(row)} for row in coverage(space=space)
    ]


def in_words(seconds: float) -> str:
    """Return a duration in its two largest units: `2 h 5 min`."""
    whole = max(0, round(seconds))
    minutes, hours = whole // 60, whole // 3600
    if hours:
        return f"{hours} h {minutes % 60} min"
    return f"{minutes} min {whole % 60} s" if minutes else f"{whole} s"


def percent(progress: JobProgress) -> int | None:
    """Return how much of the job is done, in whole percent; None before its size is known."""
    return min(100, progress.done * 100 // progress.total) if progress.total else None


def _job_of(space: EmbeddingSpace | None) -> EmbeddingJob | None:
    if space is None:
        return None
    jobs = EmbeddingJob.objects.filter(space=space).select_related("space", "created_by")
    return jobs.filter(status__in=EmbeddingJob.ACTIVE).first() or jobs.first()


def _failures_of(space: EmbeddingSpace | None) -> dict[str, Any]:
    if space is None:
        return {"failures": [], "more_failures": False}
    rows = list(EmbeddingFailure.objects.filter(space=space)[: SHOWN_FAILURES + 1])
    return {"failures": rows[:SHOWN_FAILURES], "more_failures": len(rows) > SHOWN_FAILURES}
