"""How long counting, forgetting and the pages of the search analytics take at 1,000,000 events.

    python benchmarks/search_analytics.py [--events 1000000]

The log is made up: 90 days, two thirds of the rows searches of 24 products each, the rest clicks,
additions and orders; queries by Zipf's law, so that a few are asked all the time and most hardly
ever. Pages are asked for in this process, through all of Django.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand
from benchmarks.staff_pages import measure

PRODUCTS, DISTINCT = 10_000, 60_000
ROUNDS = 5
PAGES = {
    **{
        f"searches, {code}": f"/admin/searches/?period={code}" for code in ("7", "28", "90", "year")
    },
    "searches, found nothing": "/admin/searches/?period=90&show=zero&order=zero",
    "searches, with a word": "/admin/searches/?period=90&contains=query+77",
    "searches, page 20": "/admin/searches/?period=90&page=20",
    "searches, as CSV": "/admin/searches/export.csv?period=90",
    "unmet demand": "/admin/unmet-demand/",
}

FILL = """
INSERT INTO shop_product (id, slug, title, description, status, tags, source, external_id,
    rating_count, rating_sum, created_at, updated_at)
SELECT n, 'p-' || n, 'Product ' || n, '', 'active', '{{}}', '', '', 0, 0, now(), now()
FROM generate_series(1, {products}) n;

-- The square of a square of a random number: few queries are most of the searches.
INSERT INTO ai_loggedsearch (id, at, visitor, query, folded, corrected, total, first_position,
    shown, is_filtered, is_sorted)
SELECT md5('s' || n)::uuid,
    date_trunc('hour', now() - interval '90 days' * ({searches} - n) / {searches}),
    md5((n / 5)::text), 'Query ' || q, 'query ' || q, '',
    CASE WHEN q % 11 = 0 THEN 0 WHEN q % 13 = 0 THEN 2 ELSE 24 END, 1,
    CASE WHEN q % 11 = 0 THEN '{{}}' ELSE
        (SELECT array_agg(1 + (q * 31 + p) % {products}) FROM generate_series(1, 24) p) END,
    n % 7 = 0, n % 20 = 0
FROM (
    SELECT n, floor(power(random(), 4) * {distinct})::bigint AS q
    FROM generate_series(1, {searches}) n
) drawn;

INSERT INTO ai_shopperevent (id, kind, at, visitor, search_id, product_id, position, quantity,
    amount, currency)
SELECT md5('e' || n)::uuid, kind, s.at, CASE WHEN kind = 'order' THEN '' ELSE s.visitor END, s.id,
    s.shown[place], CASE WHEN kind = 'click' THEN place END, 1,
    CASE WHEN kind = 'order' THEN 20 END, CASE WHEN kind = 'order' THEN 'EUR' ELSE '' END
FROM (
    SELECT n, 1 + floor(power(random(), 3) * 24)::int AS place,
        CASE WHEN n % 20 = 0 THEN 'order' WHEN n % 6 = 0 THEN 'add_to_cart' ELSE 'click' END
            AS kind,
        md5('s' || (1 + floor(random() * {searches}))::int)::uuid AS search
    FROM generate_series(1, {events}) n
) drawn JOIN ai_loggedsearch s ON s.id = drawn.search WHERE cardinality(s.shown) > 0
"""


def fill(rows: int) -> None:
    """Write the log, and let PostgreSQL look at it."""
    from django.db import connection

    searches = rows * 2 // 3
    numbers = {
        "products": PRODUCTS,
        "distinct": DISTINCT,
        "searches": searches,
        "events": rows - searches,
    }
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for statement in FILL.format(**numbers).split(";\n\n"):
            cursor.execute(statement)
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("SELECT ai_suggest_products(array_agg(id)) FROM shop_product")
        cursor.execute("VACUUM ANALYZE")


def timed(work: Any) -> float:
    """Return the seconds that a piece of work takes."""
    begun = time.perf_counter()
    work()
    return round(time.perf_counter() - begun, 2)


def measure_work() -> dict[str, Any]:
    """Count, suggest, find failing queries, and forget a month."""
    from django.conf import settings
    from django.db import connection
    from django.utils import timezone

    from ai.analytics.counting import count_day, count_searches
    from ai.analytics.demand import find_failing
    from ai.analytics.forgetting import forget_events
    from ai.analytics.popular import refresh_suggestions

    found: dict[str, Any] = {
        "count all 91 days, s": timed(count_searches),
        "count the last three days, s": timed(count_searches),
        "count one day, s": timed(lambda: count_day(timezone.localdate())),
        "refresh suggestions, s": timed(refresh_suggestions),
        "find failing queries, s": timed(find_failing),
    }
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE ai_queryday")
        cursor.execute(
            "SELECT relname, pg_total_relation_size(oid) / 1048576 FROM pg_class WHERE relname IN"
            " ('ai_loggedsearch', 'ai_shopperevent', 'ai_queryday', 'ai_positionday')"
        )
        found["size, MB"] = {name: int(size) for name, size in cursor.fetchall()}
        cursor.execute("SELECT count(*) FROM ai_queryday")
        found["rows of sums"] = cursor.fetchone()[0]
    pages = measure(ROUNDS, PAGES)
    settings.AI = {**settings.AI, "EVENTS": {"days": 60}}
    found["forget 30 of 90 days, s"] = timed(lambda: forget_events(deadline=time.monotonic() + 300))
    return {"work": found, "pages": pages}


def main() -> None:
    """Measure and write benchmarks/results/search_analytics.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    options = parser.parse_args()

    figures = stand.origin("django", "psycopg")
    stack = stand.prepare("search_analytics")
    try:
        from django.conf import settings
        from django.db import connection

        settings.ALLOWED_HOSTS = ["testserver"]
        fill(options.events)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT (SELECT count(*) FROM ai_loggedsearch),"
                " (SELECT count(*) FROM ai_shopperevent)"
            )
            searches, events = cursor.fetchone()
        figures["command"] = " ".join(sys.argv)
        figures |= {"searches": searches, "events": events}
        figures |= measure_work()
    finally:
        stack.stop()
    for name, value in figures["work"].items():
        print(f"{name}: {value}")
    if not options.dry:
        print(stand.save("search_analytics", figures))


if __name__ == "__main__":
    main()
