"""Unmet demand: the searches that failed lately, grouped by what they mean."""

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Final

import numpy as np
import structlog
from django.db import transaction
from django.db.models import Max, Sum
from django.utils import timezone

from ai.analytics.clustering import Cluster, cluster
from ai.analytics.masking import is_masked
from ai.analytics.reports import UNCLICKED
from ai.exceptions import NoLiveSpace, ProviderError, ProviderUnavailable
from ai.models import QueryDay, UnmetDemand
from ai.search.query_vector import QueryVector, embed_text

# Days that are looked at: four weeks, so that every day of the week counts alike.
DAYS: Final = 28
# Queries that are grouped: of more, those that failed most often.
MOST: Final = 300
# A query fails when at least this share of its searches found nothing or little.
FAILING: Final = 0.5
# On the scale where 0 is unrelated and 1 the same, whatever the model (`QueryVector.closeness`):
# below it two queries are neighbours, not one wish. With MiniLM "drone" is at 0.55 of "quadcopter"
# and at 0.26 of "camera lens", an electric bike at 0.44 of a helmet for it.
FLOOR: Final = 0.5

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """A query that failed, and how."""

    query: str
    searches: int
    zero: int
    low: int
    clicked: int


def find_failing(*, days: int = DAYS) -> list[Failing]:
    """Return the queries that found nothing, little, or nothing that anybody clicked."""
    since = timezone.localdate() - timedelta(days=days - 1)
    rows = (
        QueryDay.objects.filter(day__gte=since)
        .order_by()
        .values("folded")
        .annotate(
            text=Max("query"),
            all=Sum("searches"),
            none=Sum("zero"),
            few=Sum("low"),
            with_click=Sum("clicked"),
        )
        .filter(all__gt=0)
    )
    found = [
        Failing(
            query=row["text"],
            searches=row["all"],
            zero=row["none"],
            low=row["few"],
            clicked=row["with_click"],
        )
        for row in rows
        if _fails(row["all"], row["none"], row["few"], row["with_click"])
        and not is_masked(row["text"])
    ]
    return sorted(found, key=lambda each: (-each.searches, each.query))[:MOST]


def _fails(searches: int, zero: int, low: int, clicked: int) -> bool:
    if zero + low >= FAILING * searches and clicked < FAILING * searches:
        return True
    return searches >= UNCLICKED and clicked == 0


def find_unmet_demand() -> int:
    """Group the failing queries anew and keep the groups; return how many there are.

    Without a live space or a working model each query stands alone. Raises ProviderUnavailable
    where the model may answer a little later; the groups of the last time stay until then.
    """
    failing = find_failing()
    groups = _group(failing)
    now = timezone.now()
    rows = []
    for each in groups:
        members = [failing[place] for place in each.members]
        rows.append(
            UnmetDemand(
                label=members[0].query,
                queries=[asdict(member) for member in members],
                searches=sum(member.searches for member in members),
                zero=sum(member.zero for member in members),
                closeness=each.closeness,
                found_at=now,
            )
        )
    with transaction.atomic():
        UnmetDemand.objects.all().delete()
        UnmetDemand.objects.bulk_create(rows)
    return len(rows)


def _group(failing: list[Failing]) -> list[Cluster]:
    if not failing:
        return []
    try:
        vectors: list[QueryVector] = [embed_text(each.query) for each in failing]
    except ProviderUnavailable:
        raise
    except (NoLiveSpace, ProviderError) as error:
        log.warning("unmet_demand_without_meaning", reason=str(error))
        return [Cluster(members=(place,), closeness=None) for place in range(len(failing))]
    return cluster(np.stack([each.vector for each in vectors]), floor=vectors[0].cosine(FLOOR))
