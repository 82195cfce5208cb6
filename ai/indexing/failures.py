"""What could not be embedded: kept until it succeeds, is asked for again, or is gone."""

from collections.abc import Iterable, Mapping

from django.db import connection, transaction

from ai.indexing.outbox_entries import record
from ai.models import EmbeddingFailure, EmbeddingSpace, SourceKind

KEEP = """
INSERT INTO ai_embeddingfailure (space_id, kind, object_id, error, attempts, failed_at)
SELECT %(space)s, %(kind)s, f.id, f.error, %(attempts)s, now()
FROM unnest(%(ids)s::bigint[], %(errors)s::text[]) AS f (id, error)
ON CONFLICT (space_id, kind, object_id) DO UPDATE
SET error = excluded.error, failed_at = excluded.failed_at,
    attempts = ai_embeddingfailure.attempts + excluded.attempts
"""


def keep_failures(
    *, space: EmbeddingSpace, kind: str, errors: Mapping[int, str], attempts: int = 1
) -> None:
    """Note for staff that these objects have no true vectors in the space, and why."""
    if not errors:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            KEEP,
            {
                "space": space.pk,
                "kind": kind,
                "ids": list(errors),
                "errors": list(errors.values()),
                "attempts": attempts,
            },
        )


def forget_failures(*, space: EmbeddingSpace, kind: str, ids: Iterable[int]) -> None:
    """Drop the notes on objects that succeeded or are gone."""
    EmbeddingFailure.objects.filter(space=space, kind=kind, object_id__in=list(ids)).delete()


def retry_failures(*, space: EmbeddingSpace) -> int:
    """Put every failure of the space into the outbox again; return how many."""
    with transaction.atomic():
        failures = EmbeddingFailure.objects.select_for_update().filter(space=space)
        waiting = list(failures.values_list("kind", "object_id"))
        for kind in SourceKind.values:
            record(kind=kind, ids=[id_ for found, id_ in waiting if found == kind])
        failures.delete()
    return len(waiting)
