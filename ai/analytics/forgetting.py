"""What is old is deleted: the log first, its sums much later, and rare queries with the log."""

import time
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import connection
from django.utils import timezone

from ai.analytics.options import event_options
from ai.analytics.visitors import forget_salts

# Rows one statement deletes: it holds its locks for a fraction of a second.
BATCH: Final = 10_000

# Events go with their search or box; those without one by their own age.
EVENTS: Final = """
DELETE FROM ai_shopperevent WHERE id IN (
    SELECT e.id FROM ai_shopperevent e LEFT JOIN ai_loggedsearch s ON s.id = e.search_id
    LEFT JOIN ai_loggedbox b ON b.id = e.box_id
    WHERE e.at < %(cut)s OR s.at < %(cut)s OR b.at < %(cut)s LIMIT %(batch)s)
"""
BOXES: Final = """
DELETE FROM ai_loggedbox WHERE id IN (
    SELECT id FROM ai_loggedbox b WHERE at < %(cut)s
      AND NOT EXISTS (SELECT FROM ai_shopperevent e WHERE e.box_id = b.id) LIMIT %(batch)s)
"""
SEARCHES: Final = """
DELETE FROM ai_loggedsearch WHERE id IN (
    SELECT id FROM ai_loggedsearch s WHERE at < %(cut)s
      AND NOT EXISTS (SELECT FROM ai_shopperevent e WHERE e.search_id = s.id) LIMIT %(batch)s)
"""
VIEWS: Final = """
DELETE FROM shop_productview WHERE id IN (
    SELECT id FROM shop_productview WHERE viewed_at < %(cut)s LIMIT %(batch)s)
"""
# What hardly anybody asked could tell of one person; older than the log, nobody can check it.
RARE: Final = """
DELETE FROM ai_queryday WHERE id IN (
    SELECT id FROM ai_queryday WHERE day < %(cut)s AND visitors < %(least)s LIMIT %(batch)s)
"""
SUMS: Final = "DELETE FROM ai_queryday WHERE day < %(cut)s"
CURVES: Final = "DELETE FROM ai_positionday WHERE day < %(cut)s"


def forget_events(*, deadline: float) -> dict[str, int]:
    """Delete what is older than the settings say, until a moment of the monotonic clock.

    Returns how many rows of each kind went.
    """
    options, now = event_options(), timezone.now()
    log_cut = now - timedelta(days=options.days)
    steps: list[tuple[str, str, datetime]] = [
        ("events", EVENTS, log_cut),
        ("searches", SEARCHES, log_cut),
        ("boxes", BOXES, log_cut),
        ("rare_queries", RARE, log_cut),
        ("sums", SUMS, now - timedelta(days=options.count_days)),
        ("positions", CURVES, now - timedelta(days=options.count_days)),
        ("views", VIEWS, now - timedelta(days=options.view_days)),
    ]
    gone = {"salts": forget_salts()}
    for name, statement, cut in steps:
        gone[name] = _delete(
            statement, {"cut": cut, "batch": BATCH, "least": options.least_visitors}, deadline
        )
    return gone


def _delete(statement: str, params: dict[str, Any], deadline: float) -> int:
    gone = 0
    with connection.cursor() as cursor:
        while time.monotonic() < deadline:
            cursor.execute(statement, params)
            gone += cursor.rowcount
            if cursor.rowcount < BATCH:
                break
    return gone
