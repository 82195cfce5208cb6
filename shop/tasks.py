"""Celery tasks of the shop: each a few lines around one service, and how tasks are sent."""

import time
from collections.abc import Iterable
from typing import Any

import structlog
from celery import shared_task
from celery.exceptions import OperationalError as BrokerError
from django.core.cache import cache
from django.db.models import Exists, OuterRef

from shop.exceptions import InvalidImage, JobAlreadyRunning
from shop.models import HomePicture, ImageRendition, ImportJob, Order, ProductImage, Refund
from shop.services.accounts import forget_unconfirmed_accounts
from shop.services.changes import collapse_changes
from shop.services.emails import forget_sent_emails, send_due_emails
from shop.services.images import make_renditions
from shop.services.imports import run_import
from shop.services.imports.lease import waiting
from shop.services.orders.close import close_payments
from shop.services.orders.expire import expire_orders
from shop.services.orders.settle import settle_pending_refunds, settle_refund
from shop.services.sessions import forget_ended_sessions

# Seconds a task works before it hands over to the next: tasks last under a minute.
IMPORT_CHUNK_S = 20.0
RENDITIONS_CHUNK_S = 40.0
_SWEEP_LOCK = "renditions-sweep"
# Pictures looked up at once by the sweep.
SWEEP_SIZE = 500
# Of a task's priorities the first, for what a person waits for.
URGENT = 0
# Letters a task sends, and for how many seconds: a mail server takes about one a letter.
LETTERS, LETTERS_S = 200, 40.0
# Orders whose provider is asked in one task, a second or so each.
ORDERS = 30
# After a failed send, the broker is left alone for this long: a hundred saves in a row must not
# wait a second each.
BREAK_S = 5.0
logger = structlog.get_logger(__name__)
_broker_away_until = 0.0


def send(task: Any, *args: Any, priority: int) -> bool:
    """Hand a task to the broker; False, and no more than a log line, when it is away.

    For work that is written down: nothing is lost, beat brings it within a minute.
    """
    global _broker_away_until  # noqa: PLW0603  (a breaker is state of the process)
    if time.monotonic() < _broker_away_until:
        return False
    try:
        task.apply_async(args, priority=priority)
    except BrokerError as error:
        _broker_away_until = time.monotonic() + BREAK_S
        logger.warning("broker_away", task=task.name, error=str(error))
        return False
    return True


@shared_task
def send_emails() -> None:
    """Send the letters that are due."""
    send_due_emails(limit=LETTERS, deadline=time.monotonic() + LETTERS_S)


@shared_task
def forget_emails() -> None:
    """Empty letters that were sent long ago."""
    forget_sent_emails()


@shared_task
def expire_overdue_orders() -> None:
    """Give the goods of orders that were not paid in time to others."""
    expire_orders(limit=ORDERS)


@shared_task
def settle_refunds() -> None:
    """Ask once more for refunds that no provider has answered."""
    settle_pending_refunds(limit=ORDERS)


@shared_task
def settle_refund_of(refund_id: int) -> None:
    """Have one refund paid back."""
    refund = Refund.objects.filter(pk=refund_id).first()
    if refund is not None:
        settle_refund(refund=refund)


@shared_task
def close_payments_of(order_id: int) -> None:
    """Cancel the payments of an order that ended."""
    order = Order.objects.filter(pk=order_id).first()
    if order is not None:
        close_payments(order=order)


@shared_task
def run_import_job(job_id: int) -> None:
    """Import for a while; then the next task goes on from there."""
    job = ImportJob.objects.get(pk=job_id)
    try:
        finished = run_import(job=job, deadline=time.monotonic() + IMPORT_CHUNK_S)
    except JobAlreadyRunning:
        return
    if not finished:
        run_import_job.delay(job_id)
    elif job.kind in {ImportJob.Kind.SHOPIFY_PRODUCTS, ImportJob.Kind.CATALOGUE_JSONL}:
        make_missing_renditions.delay()


@shared_task
def resume_import_jobs() -> None:
    """Take up jobs whose start was lost, or whose worker is gone."""
    for job_id in ImportJob.objects.filter(waiting()).values_list("pk", flat=True):
        run_import_job.delay(job_id)


@shared_task
def make_renditions_for(image_id: int) -> None:
    """Make the smaller copies of one picture."""
    image = ProductImage.objects.filter(pk=image_id).first()
    if image is not None:
        make_renditions(image=image)


@shared_task
def make_missing_renditions(after: int = 0) -> None:
    """Make the smaller copies of pictures that have none, those after an id, and go on.

    One sweep at a time: two would draw the same pictures side by side.
    """
    if not cache.add(_SWEEP_LOCK, 1, timeout=2 * RENDITIONS_CHUNK_S):
        return
    try:
        _draw_each(HomePicture.objects.filter(renditions__isnull=True))
        last = _sweep(after, deadline=time.monotonic() + RENDITIONS_CHUNK_S)
    finally:
        cache.delete(_SWEEP_LOCK)
    if last is not None:
        make_missing_renditions.delay(last)


@shared_task
def forget_what_ended() -> None:
    """Delete sign-ups whose letter nobody answered, and the traces of sessions that ended."""
    logger.info(
        "forgotten", accounts=forget_unconfirmed_accounts(), sessions=forget_ended_sessions()
    )


@shared_task
def collapse_catalogue_changes() -> None:
    """Keep the record of the catalogue's changes short."""
    collapse_changes()


def _sweep(after: int, *, deadline: float) -> int | None:
    """Return the id of the last picture dealt with, or None when none is left."""
    copies = ImageRendition.objects.filter(image=OuterRef("pk"))
    images = ProductImage.objects.filter(~Exists(copies), pk__gt=after).order_by("pk")
    batch = list(images[:SWEEP_SIZE])
    for image in batch:
        if time.monotonic() >= deadline:
            return after
        after = image.pk
        _draw_each([image])
    return after if len(batch) == SWEEP_SIZE else None


def _draw_each(images: Iterable[ProductImage | HomePicture]) -> None:
    """Make the copies of pictures; one that cannot be read does not hold up the others."""
    for image in images:
        try:
            make_renditions(image=image)
        except InvalidImage as error:
            kind, reason = type(image).__name__, str(error)
            logger.warning("rendition_failed", kind=kind, image_id=image.pk, reason=reason)
