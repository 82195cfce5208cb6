"""The log summed up by day: pages of the admin read these sums, never the log itself."""

from datetime import date, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max, Min
from django.utils import timezone

from ai.analytics.spans import DAYS, Span
from ai.models import LoggedSearch, QueryDay
from shop.reports.periods import midnight

# So many products or fewer is little: less than a row of cards on a desk.
LOW: Final = 3
# Orders come a while after their search: the last days are counted again each time.
RECOUNTED: Final = 3
# Positions beyond the second page are hardly ever seen.
MOST_POSITIONS: Final = 48
# Queries that are kept of a span: nobody pages or exports beyond.
MOST_QUERIES: Final = 10_000

# Only first pages count as searches; filters of the shopper's own may well leave nothing.
QUERIES: Final = """
WITH s AS (
    SELECT id, folded, query, visitor, total, first_position = 1 AS is_first, is_filtered
    FROM ai_loggedsearch WHERE at >= %(begin)s AND at < %(end)s
), e AS (
    SELECT search_id,
           count(*) FILTER (WHERE kind = 'click') AS clicks,
           count(*) FILTER (WHERE kind = 'add_to_cart') AS added,
           count(*) FILTER (WHERE kind = 'order') AS ordered,
           coalesce(sum(amount) FILTER (WHERE kind = 'order' AND currency = %(currency)s), 0)
               AS revenue
    FROM ai_shopperevent WHERE search_id IN (SELECT id FROM s) GROUP BY search_id
)
INSERT INTO ai_queryday (day, folded, query, searches, visitors, zero, low, clicked, clicks, added,
    ordered, revenue)
SELECT %(day)s, s.folded, mode() WITHIN GROUP (ORDER BY s.query),
       count(*) FILTER (WHERE is_first), count(DISTINCT visitor),
       count(*) FILTER (WHERE is_first AND NOT is_filtered AND total = 0),
       count(*) FILTER (WHERE is_first AND NOT is_filtered AND total BETWEEN 1 AND %(low)s),
       count(*) FILTER (WHERE is_first AND e.clicks > 0),
       coalesce(sum(e.clicks), 0), coalesce(sum(e.added), 0), coalesce(sum(e.ordered), 0),
       coalesce(sum(e.revenue), 0)
FROM s LEFT JOIN e ON e.search_id = s.id
GROUP BY s.folded
"""
# Searches that show the same places are counted before their places are listed one by one.
POSITIONS: Final = """
WITH s AS (
    SELECT id, first_position AS first, cardinality(shown) AS size FROM ai_loggedsearch
    WHERE at >= %(begin)s AND at < %(end)s AND NOT is_sorted AND first_position <= %(most)s
), places AS (
    SELECT p.position, sum(g.searches) AS shown
    FROM (SELECT first, size, count(*) AS searches FROM s GROUP BY first, size) g
    CROSS JOIN LATERAL generate_series(g.first, g.first + g.size - 1) AS p (position)
    WHERE p.position <= %(most)s
    GROUP BY p.position
), c AS (
    SELECT position, count(DISTINCT search_id) AS clicked FROM ai_shopperevent
    WHERE kind = 'click' AND search_id IN (SELECT id FROM s) GROUP BY position
)
INSERT INTO ai_positionday (day, position, shown, clicked)
SELECT %(day)s, places.position, places.shown, coalesce(c.clicked, 0)
FROM places LEFT JOIN c ON c.position = places.position
"""


# The kept sums of a span: the queries asked most, and those that fail, are bought and pay most.
SPAN: Final = """
WITH sums AS MATERIALIZED (
    SELECT folded, max(query COLLATE "C") AS query, sum(searches) AS searches, sum(zero) AS zero,
           sum(low) AS low, sum(clicked) AS clicked, sum(clicks) AS clicks, sum(added) AS added,
           sum(ordered) AS ordered, sum(revenue) AS revenue
    FROM ai_queryday WHERE day >= %(first)s AND day <= %(last)s
    GROUP BY folded HAVING sum(searches) > 0
), telling AS (
    (SELECT folded FROM sums ORDER BY searches DESC, folded LIMIT %(most)s) UNION
    (SELECT folded FROM sums WHERE zero > 0 ORDER BY zero DESC, folded LIMIT %(few)s) UNION
    (SELECT folded FROM sums WHERE low > 0 ORDER BY low DESC, folded LIMIT %(few)s) UNION
    (SELECT folded FROM sums WHERE added > 0 ORDER BY added DESC, folded LIMIT %(few)s) UNION
    (SELECT folded FROM sums WHERE revenue > 0 ORDER BY revenue DESC, folded LIMIT %(few)s)
)
INSERT INTO ai_querysum (span, folded, query, searches, zero, low, clicked, clicks, added, ordered,
    revenue)
SELECT %(span)s, folded, query, searches, zero, low, clicked, clicks, added, ordered, revenue
FROM sums WHERE folded IN (SELECT folded FROM telling)
"""


def count_searches() -> int:
    """Sum up the last days, and those before them that were never counted; return their number.

    The sums of the spans that end today follow.
    """
    today = timezone.localdate()
    last = QueryDay.objects.aggregate(last=Max("day"))["last"]
    if last is None:
        oldest = LoggedSearch.objects.aggregate(oldest=Min("at"))["oldest"]
        last = timezone.localdate(oldest) if oldest else today
    first = min(last, today - timedelta(days=RECOUNTED - 1))
    days = [first + timedelta(days=number) for number in range((today - first).days + 1)]
    for day in days:
        count_day(day)
    for code in DAYS:
        sum_up(Span.of_code(code))
    return len(days)


@transaction.atomic
def sum_up(span: Span) -> None:
    """Make the kept sums of a span anew."""
    params: dict[str, Any] = {
        "span": span.code,
        "first": span.first,
        "last": span.last,
        "most": MOST_QUERIES,
        "few": MOST_QUERIES // 5,
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('ai.sum_up'))")
        cursor.execute("DELETE FROM ai_querysum WHERE span = %(span)s", params)
        cursor.execute(SPAN, params)


@transaction.atomic
def count_day(day: date) -> None:
    """Sum up one day anew; two at once wait for each other."""
    params: dict[str, Any] = {
        "day": day,
        "begin": midnight(day),
        "end": midnight(day + timedelta(days=1)),
        "low": LOW,
        "most": MOST_POSITIONS,
        "currency": settings.SHOP["CURRENCY"],
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('ai.count_day'), %(key)s)",
            {"key": day.toordinal()},
        )
        cursor.execute("DELETE FROM ai_queryday WHERE day = %(day)s", params)
        cursor.execute("DELETE FROM ai_positionday WHERE day = %(day)s", params)
        cursor.execute(QUERIES, params)
        cursor.execute(POSITIONS, params)
