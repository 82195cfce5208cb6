"""Leases on outbox entries: taken in one short statement, given back in another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from ai.conf import option

# Seconds a worker may take over a batch before its entries are anybody's again: a slow provider's
# minute, and some. AI["OUTBOX_LEASE_S"] changes it.
LEASE_S = 90

# Entries of the same object are claimed together: its text is embedded once for all of them.
CLAIM = """
WITH due AS (
    SELECT id, kind, object_id FROM ai_outboxentry
    WHERE available_at <= now() AND priority <= %(priority)s
    ORDER BY priority, available_at, id LIMIT %(limit)s FOR UPDATE SKIP LOCKED
), same AS (
    SELECT id FROM ai_outboxentry o
    WHERE available_at <= now()
        AND EXISTS (SELECT FROM due WHERE due.kind = o.kind AND due.object_id = o.object_id)
    FOR UPDATE SKIP LOCKED
)
UPDATE ai_outboxentry SET lease = %(lease)s, attempts = attempts + 1,
    available_at = now() + make_interval(secs => %(lease_s)s)
WHERE id IN (SELECT id FROM due UNION SELECT id FROM same)
RETURNING id, kind, object_id, attempts
"""
SETTLE = "DELETE FROM ai_outboxentry WHERE id = ANY(%(ids)s) AND lease = %(lease)s"
POSTPONE = """
UPDATE ai_outboxentry SET lease = NULL, last_error = %(error)s,
    attempts = attempts - CASE WHEN %(counts)s THEN 0 ELSE 1 END,
    available_at = now() + make_interval(secs => %(wait_s)s)
WHERE id = ANY(%(ids)s) AND lease = %(lease)s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One leased entry; `attempts` counts this one, so a crash counts too."""

    id: int
    kind: str
    object_id: int
    attempts: int


class Lease:
    """Some due entries, held by this worker until settled, postponed, or out of time.

    What another worker has taken over meanwhile is not touched: every statement asks for the lease.
    """

    def __init__(self, *, limit: int, priority: int) -> None:
        """Claim up to `limit` entries of that priority or a more urgent one."""
        self.id: UUID = uuid4()
        with connection.cursor() as cursor:
            cursor.execute(
                CLAIM,
                {
                    "lease": self.id,
                    "lease_s": option("OUTBOX_LEASE_S", LEASE_S),
                    "limit": limit,
                    "priority": priority,
                },
            )
            self.claims = [
                Claim(id=id_, kind=kind, object_id=object_id, attempts=attempts)
                for id_, kind, object_id, attempts in cursor.fetchall()
            ]

    def settle(self, claims: Sequence[Claim]) -> None:
        """Delete entries whose work is done."""
        self._execute(SETTLE, claims, {})

    def postpone(self, claims: Sequence[Claim], *, wait_s: float, error: str, counts: bool) -> None:
        """Give entries back for later; an attempt that does not count is taken off again."""
        self._execute(POSTPONE, claims, {"wait_s": wait_s, "error": error, "counts": counts})

    def _execute(self, statement: str, claims: Sequence[Claim], params: dict[str, Any]) -> None:
        if claims:
            with connection.cursor() as cursor:
                cursor.execute(
                    statement, {**params, "ids": [c.id for c in claims], "lease": self.id}
                )
