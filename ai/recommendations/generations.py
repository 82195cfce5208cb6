"""Generations of lists: made, filled, gone live by one UPDATE, dropped with their partition."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.db import connection, transaction
from django.utils import timezone
from psycopg import sql

from ai.indexing.locks import lock_until_commit
from ai.models import EmbeddingSpace, RecommendationGeneration
from ai.recommendations.making import MadeList

# Behind the live one, one more is kept: what went wrong in the night is undone in a second.
KEPT_BEHIND: Final = 1
TABLE: Final = "ai_recommendation_list"
# Made beside the table and attached: that does not stop requests that read the live generation.
CREATE: Final = """
CREATE TABLE {part} (
    LIKE {table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS, CHECK (generation_id = {generation})
)"""
ATTACH: Final = "ALTER TABLE {table} ATTACH PARTITION {part} FOR VALUES IN ({generation})"
WRITE: Final = """
INSERT INTO ai_recommendation_list (generation_id, kind, subject_id, items, scores, evidence)
VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (generation_id, kind, subject_id) DO UPDATE
SET items = excluded.items, scores = excluded.scores, evidence = excluded.evidence
"""


def live_generation() -> RecommendationGeneration | None:
    """Return the generation that requests read, None before the first."""
    return RecommendationGeneration.objects.live().first()


@transaction.atomic
def make_generation(
    *, as_of: datetime, last_order: int, last_view: int, space: EmbeddingSpace | None
) -> RecommendationGeneration:
    """Return a new generation with an empty partition; nobody reads it yet."""
    made = RecommendationGeneration.objects.create(
        as_of=as_of, last_order=last_order, last_view=last_view, space=space
    )
    names = _names(made.pk)
    with connection.cursor() as cursor:
        for statement in (CREATE, ATTACH):
            cursor.execute(sql.SQL(statement).format(**names))
    return made


def write_lists(*, generation: int, lists: Iterable[MadeList]) -> int:
    """Write lists, in place of those of the same kind and subject; return how many."""
    rows = [
        (generation, str(one.kind), one.subject_id, one.items, one.scores, one.evidence)
        for one in lists
    ]
    with connection.cursor() as cursor:
        cursor.executemany(WRITE, rows)
    return len(rows)


def go_live(*, generation: RecommendationGeneration) -> None:
    """Let requests read this generation from now on; going back to another is the same call."""
    _analyse(generation.pk)
    RecommendationGeneration.objects.filter(pk=generation.pk).update(live_since=timezone.now())
    generation.refresh_from_db(fields=["live_since"])


def drop_old_generations() -> int:
    """Drop what is older than the live generation and the one before it; return how many."""
    with transaction.atomic():
        lock_until_commit("recommendation-generations")
        ever_live = RecommendationGeneration.objects.filter(live_since__isnull=False)
        kept = list(ever_live.order_by("-live_since").values_list("pk", flat=True))
        newest = kept[0] if kept else 0
        kept = kept[: 1 + KEPT_BEHIND]
        # A newer one that is not live is being filled.
        old = RecommendationGeneration.objects.exclude(pk__in=kept).filter(pk__lt=newest)
        numbers = list(old.values_list("pk", flat=True))
        for number in numbers:
            drop_partition(generation=number)
        old.delete()
    return len(numbers)


def drop_partition(*, generation: int) -> None:
    """Give the disk of a generation's lists back."""
    with connection.cursor() as cursor:
        part = sql.Identifier(partition_name(generation))
        cursor.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(part))


def partition_name(generation: int) -> str:
    """Return the name of a generation's part of the table of lists."""
    return f"{TABLE}_g{generation}"


def _analyse(generation: int) -> None:
    """Have the planner know the new rows, of which nothing but this run has written any."""
    with connection.cursor() as cursor:
        part = sql.Identifier(partition_name(generation))
        cursor.execute(sql.SQL("ANALYZE {}").format(part))


def _names(generation: int) -> dict[str, sql.Composable]:
    return {
        "table": sql.Identifier(TABLE),
        "part": sql.Identifier(partition_name(generation)),
        "generation": sql.Literal(generation),
    }
