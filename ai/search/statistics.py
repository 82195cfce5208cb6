"""The two numbers that BM25 needs of the whole catalogue."""

from dataclasses import dataclass

from django.db import connection

from ai.search.cache import remember

# Seconds. Both move by a product at a time: a minute changes no ranking.
LIFETIME_S = 60
MEASURE = "SELECT count(*), coalesce(avg(length), 0) FROM ai_productwords"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """How many products have words, and the mean of their weighted lengths."""

    products: int
    mean_length: float


def read_statistics() -> Statistics:
    """Return the statistics, at most a minute old."""
    products, mean_length = remember("ai:search:statistics", LIFETIME_S, _measure)
    return Statistics(products=products, mean_length=max(mean_length, 1.0))


def _measure() -> tuple[int, float]:
    with connection.cursor() as cursor:
        cursor.execute(MEASURE)
        products, mean_length = cursor.fetchone()
    return int(products), float(mean_length)
