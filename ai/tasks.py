"""Celery tasks of the ai app: each a few lines around one use case."""

from time import monotonic
from typing import Any, Final
from uuid import UUID

import structlog
from celery import shared_task
from django.core.cache import cache
from django.db import InterfaceError, OperationalError

from ai.analytics.counting import count_searches as sum_up_searches
from ai.analytics.demand import find_unmet_demand as group_failing_searches
from ai.analytics.forgetting import forget_events as delete_old_events
from ai.analytics.popular import refresh_suggestions as bring_suggestions_up_to_date
from ai.exceptions import JobConflict, ProviderUnavailable
from ai.indexing.jobs import resumable_jobs, run_chunk
from ai.indexing.outbox import drain
from ai.indexing.reconcile import reconcile as record_untrue
from ai.indexing.vocabulary import refresh_vocabulary as count_words
from ai.models import Priority, RecommendationJob, SourceKind
from ai.recommendations.jobs import ensure_first_run, resumable_runs, start_run
from ai.recommendations.jobs import run_chunk as run_recommendation_chunk
from ai.reviews.discovery import discover_aspects as name_what_is_talked_about
from ai.reviews.jobs import active_job as active_reading
from ai.reviews.jobs import resumable_jobs as resumable_reading_jobs
from ai.reviews.jobs import run_chunk as read_chunk
from ai.reviews.jobs import start_job as start_reading
from ai.reviews.stale import count_stale
from ai.reviews.store import bring_up_to_date
from shop.tasks import send

log = structlog.get_logger(__name__)

# Seconds one task deletes what is old; the next hour goes on.
FORGET_S = 60.0
# Seconds a task drains before the next one gets its turn: an edit must be found within 5.
DRAIN_S = 2.0
# One chain of bulk tasks at a time; a chain that was lost is forgotten after this many seconds.
CHAIN_KEY, CHAIN_S = "outbox-chain", 30
# What else is made of changed objects than vectors.
FOLLOWERS = {SourceKind.REVIEW.value: bring_up_to_date}
# The database was restarted, a lock was waited for in vain: the same call succeeds a little later.
TRANSIENT = (OperationalError, InterfaceError)
RETRIED: Final[dict[str, Any]] = {
    "autoretry_for": TRANSIENT,
    "retry_backoff": True,
    "max_retries": 5,
}


@shared_task(**RETRIED)
def drain_outbox(priority: int = Priority.BULK, chained: bool = False) -> None:
    """Bring what the outbox holds, of that priority and more urgent, to the embeddings."""
    bulk = priority >= Priority.BULK
    if bulk and not chained and not cache.add(CHAIN_KEY, 1, CHAIN_S):
        return
    end = monotonic() + DRAIN_S
    while monotonic() < end:
        result = drain(priority=priority, followers=FOLLOWERS)
        if not result.claimed or result.away:
            if bulk:
                cache.delete(CHAIN_KEY)
            return
    if bulk:
        cache.set(CHAIN_KEY, 1, CHAIN_S)
    send(drain_outbox, priority, True, priority=priority)


# Chunks last seconds, but the last one builds the index, which may take minutes.
@shared_task(soft_time_limit=3600, time_limit=3660, **RETRIED)
def run_embedding_job(job_id: int, baton: str | None = None) -> None:
    """Run a chunk of a re-embedding job and pass the baton on."""
    following = run_chunk(job_id=job_id, baton=UUID(baton) if baton else None)
    if following is not None:
        send(run_embedding_job, job_id, str(following), priority=Priority.BULK)
    else:
        send(refresh_vocabulary, priority=Priority.BULK)


# Chunks last seconds, but the last one names the aspects of the whole shop.
@shared_task(soft_time_limit=3600, time_limit=3660, **RETRIED)
def run_reading_job(job_id: int, baton: str | None = None) -> None:
    """Read a chunk of the shop's reviews and pass the baton on."""
    following = read_chunk(job_id=job_id, baton=UUID(baton) if baton else None)
    if following is not None:
        send(run_reading_job, job_id, str(following), priority=Priority.BULK)


@shared_task(**RETRIED)
def discover_aspects() -> None:
    """Name what enough reviews have come to talk about."""
    new = name_what_is_talked_about()
    log.info("aspects_discovered", new=new)
    if new and count_stale() and active_reading() is None:
        start_reading()


@shared_task(**RETRIED)
def resume_jobs() -> None:
    """Take up jobs whose start was lost, or whose worker is gone."""
    for job in resumable_jobs():
        send(run_embedding_job, job.pk, priority=Priority.BULK)
    for reading in resumable_reading_jobs():
        send(run_reading_job, reading.pk, priority=Priority.BULK)


@shared_task(soft_time_limit=3600, time_limit=3660, **RETRIED)
def reconcile() -> None:
    """Find by hash what the signals did not see, and have it embedded."""
    found = record_untrue()
    log.info("reconciled", **found)
    if count_stale() and active_reading() is None:
        start_reading()


@shared_task(soft_time_limit=3600, time_limit=3660, **RETRIED)
def refresh_vocabulary() -> None:
    """Count the catalogue's words, for "did you mean"; unchanged words are not counted again."""
    count_words()


@shared_task(**RETRIED)
def count_searches() -> None:
    """Sum up what was searched for in the last days, for the pages of the admin."""
    sum_up_searches()


@shared_task(**RETRIED)
def refresh_suggestions() -> None:
    """Offer what others asked, and what is asked for most first."""
    bring_suggestions_up_to_date()


@shared_task(autoretry_for=(*TRANSIENT, ProviderUnavailable), retry_backoff=5, max_retries=5)
def find_unmet_demand() -> None:
    """Group the searches that failed lately by what they mean."""
    group_failing_searches()


@shared_task(**RETRIED)
def forget_events() -> None:
    """Delete events, sums and salts that are past their time."""
    log.info("events_forgotten", **delete_old_events(deadline=monotonic() + FORGET_S))


# Half a minute of writing, and the time to read what is known: some 15 s at a million events.
@shared_task(
    soft_time_limit=240,
    time_limit=270,
    **RETRIED,
)
def run_recommendation_job(job_id: int, baton: str | None = None) -> None:
    """Run a chunk of a run that makes recommendations and pass the baton on."""
    following = run_recommendation_chunk(job_id=job_id, baton=UUID(baton) if baton else None)
    if following is not None:
        send(run_recommendation_job, job_id, str(following), priority=Priority.BULK)


@shared_task(**RETRIED)
def make_recommendations(scope: str = RecommendationJob.Scope.ALL) -> None:
    """Start a run over everything, or over what has changed; one that is at work goes on."""
    try:
        start_run(scope=scope)
    except JobConflict as error:
        log.info("recommendations_at_work", reason=str(error))


@shared_task(**RETRIED)
def resume_recommendation_jobs() -> None:
    """Take up runs whose worker is gone; of a shop that has never had one, start the first."""
    ensure_first_run()
    for job in resumable_runs():
        send(run_recommendation_job, job.pk, priority=Priority.BULK)
