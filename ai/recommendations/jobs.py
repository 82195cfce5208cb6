"""Runs that make the lists: started once however often asked for, watched, cancelled, resumed."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from ai.conf import option
from ai.exceptions import JobConflict
from ai.indexing.job_lease import is_held
from ai.models import RecommendationGeneration, RecommendationJob
from ai.recommendations.generations import live_generation
from ai.recommendations.job_chunk import run_chunk
from ai.recommendations.signals import run_queued
from shop.models import Product

__all__ = [
    "RunProgress",
    "active_run",
    "cancel_run",
    "ensure_first_run",
    "resumable_runs",
    "run_chunk",
    "run_progress",
    "start_run",
]

Scope = RecommendationJob.Scope
Status = RecommendationJob.Status
# A chunk reads what is known for some seconds before it moves the cursor; a run that has not moved
# for this long has lost its worker. AI["JOB_QUIET_S"] changes it.
QUIET_S: Final = 120

# Rows are numbered as they are written: those with higher numbers came after the live generation,
# whatever day they tell of.
NEWEST: Final = """
SELECT coalesce((SELECT max(id) FROM shop_order), 0),
       coalesce((SELECT max(id) FROM shop_productview), 0)
"""
# What is bought or looked at anew changes its own lists and those of what stands beside it.
CHANGED: Final = """
SELECT l.product_id FROM shop_orderline l WHERE l.order_id > %(last_order)s
UNION
SELECT v.product_id FROM shop_productview v WHERE v.id > %(last_view)s
UNION
SELECT p.id FROM shop_product p WHERE p.status = 'active' AND NOT EXISTS (
    SELECT FROM ai_recommendation_list r
    WHERE r.generation_id = %(generation)s AND r.kind = 'similar' AND r.subject_id = p.id)
UNION
SELECT e.product_id FROM ai_product_embedding e
WHERE e.space_id = %(space)s AND e.embedded_at > %(as_of)s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunProgress:
    """A run in figures; `per_second` counts products a second of work, `eta_s` is seconds."""

    total: int
    done: int
    per_second: float | None
    eta_s: float | None


def start_run(
    *, scope: str = Scope.ALL, created_by: AbstractBaseUser | None = None
) -> RecommendationJob | None:
    """Queue a run for a worker; None where nothing has changed.

    A run over what has changed makes everything where no generation is live yet. Raises JobConflict
    when a run is queued or at work: the database decides, so of two clicks at once one wins.
    """
    live = live_generation()
    scope = Scope.ALL if live is None else scope
    changed = _changed(live) if live is not None and scope == Scope.CHANGED else []
    if scope == Scope.CHANGED and not changed:
        return None
    orders, views = _newest()
    try:
        with transaction.atomic():
            job = RecommendationJob.objects.create(
                scope=scope,
                generation=live if scope == Scope.CHANGED else None,
                selected_ids=changed,
                as_of=timezone.now(),
                last_order=orders,
                last_view=views,
                total=len(changed) or Product.objects.published().count(),
                lease=uuid4(),
                created_by_id=created_by.pk if created_by is not None else None,
            )
    except IntegrityError as error:
        active = active_run()
        if active is None:
            raise
        raise JobConflict(f"Run {active.pk} is {active.status} already.") from error
    run_queued.send(sender=RecommendationJob, job_id=job.pk)
    return job


def ensure_first_run() -> RecommendationJob | None:
    """Start a run where there has never been one and there are products; None otherwise."""
    if RecommendationJob.objects.exists() or not Product.objects.published().exists():
        return None
    try:
        return start_run()
    except JobConflict:
        return None


def active_run() -> RecommendationJob | None:
    """Return the run that is queued or at work."""
    return RecommendationJob.objects.filter(status__in=RecommendationJob.ACTIVE).first()


def cancel_run(*, job: RecommendationJob) -> bool:
    """End a run after the block in hand; False when it is over. The live lists stay."""
    moved = RecommendationJob.objects.filter(pk=job.pk, status__in=RecommendationJob.ACTIVE).update(
        status=Status.CANCELLED, finished_at=timezone.now()
    )
    job.refresh_from_db()
    return bool(moved)


def run_progress(*, job: RecommendationJob) -> RunProgress:
    """Return the run's figures."""
    rate = job.done / job.busy_seconds if job.busy_seconds > 0 and job.done else None
    left = max(job.total - job.done, 0)
    is_active = job.status in RecommendationJob.ACTIVE
    return RunProgress(
        total=max(job.total, job.done),
        done=job.done,
        per_second=rate,
        eta_s=left / rate if rate and is_active else None,
    )


def resumable_runs() -> list[RecommendationJob]:
    """Return the runs that should be at work and have not moved for a while."""
    quiet_since = timezone.now() - timedelta(seconds=option("JOB_QUIET_S", QUIET_S))
    jobs = RecommendationJob.objects.filter(
        status__in=RecommendationJob.ACTIVE, created_at__lt=quiet_since
    ).exclude(heartbeat_at__gte=quiet_since)
    return [job for job in jobs if not is_held(RecommendationJob, job.pk)]


def _newest() -> tuple[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(NEWEST)
        orders, views = cursor.fetchone()
    return int(orders), int(views)


def _changed(live: RecommendationGeneration) -> list[int]:
    params: dict[str, Any] = {
        "last_order": live.last_order,
        "last_view": live.last_view,
        "generation": live.pk,
        "space": live.space_id,
        "as_of": live.as_of,
    }
    with connection.cursor() as cursor:
        cursor.execute(CHANGED, params)
        return sorted(row[0] for row in cursor.fetchall() if row[0] is not None)
