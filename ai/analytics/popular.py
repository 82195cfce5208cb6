"""What others asked, as suggestions; and how much everything that can be suggested is asked for."""

from datetime import timedelta
from typing import Any, Final

from django.db import connection, transaction
from django.utils import timezone

from ai.analytics.masking import E_MAIL, NUMBER
from ai.analytics.options import event_options

# Shorter texts are slips of the finger; longer ones are stories, which may tell of somebody.
LENGTHS: Final = (3, 60)
MOST: Final = 5_000

# A browser has one name a week: so many names in one week are so many browsers. Misspelt queries
# are counted as what was searched for. One that ever found nothing lately is no good offer.
GOOD: Final = """
WITH asked AS (
    SELECT lower(coalesce(nullif(corrected, ''), query)) AS text, visitor,
           date_trunc('week', at) AS week, total, is_filtered
    FROM ai_loggedsearch WHERE at >= %(since)s AND first_position = 1
), weeks AS (
    SELECT text, week, count(DISTINCT visitor) AS visitors, count(*) AS searches,
           bool_or(total = 0 AND NOT is_filtered) AS is_bad
    FROM asked
    WHERE length(text) BETWEEN %(shortest)s AND %(longest)s
      AND strpos(text, %(mail)s) = 0 AND strpos(text, %(number)s) = 0
    GROUP BY text, week
), good AS (
    SELECT text, sum(searches) AS searches FROM weeks GROUP BY text
    HAVING max(visitors) >= %(least)s AND NOT bool_or(is_bad)
    ORDER BY sum(searches) DESC, text LIMIT %(most)s
), gone AS (
    DELETE FROM ai_suggestion s
    WHERE s.kind = 'query' AND NOT EXISTS (SELECT FROM good WHERE good.text = s.text)
)
INSERT INTO ai_suggestion AS s (kind, text, words, weight)
SELECT 'query', text, ai_suggestion_words(text), searches FROM good
ON CONFLICT (text) WHERE kind = 'query' DO UPDATE SET weight = EXCLUDED.weight
WHERE s.weight <> EXCLUDED.weight
"""
# One click says little, an order much; ratings speak for a shop that has no events yet.
PRODUCTS: Final = """
WITH wanted AS (
    SELECT p.id, p.rating_count + coalesce(sum(
        CASE e.kind WHEN 'order' THEN 10 WHEN 'add_to_cart' THEN 3 ELSE 1 END
    ) FILTER (WHERE e.id IS NOT NULL), 0) AS weight
    FROM shop_product p LEFT JOIN ai_shopperevent e ON e.product_id = p.id AND e.at >= %(since)s
    WHERE p.status = 'active' GROUP BY p.id
)
UPDATE ai_suggestion s SET weight = w.weight FROM wanted w
WHERE s.kind = 'product' AND s.ref = w.id AND s.weight <> w.weight
"""
GROUPS: Final = """
WITH wanted AS (
    SELECT 'brand' AS kind, brand_id AS id, count(*) AS weight FROM shop_product
    WHERE status = 'active' AND brand_id IS NOT NULL GROUP BY brand_id
    UNION ALL
    SELECT 'category', a.id, count(*) FROM shop_product p
    JOIN shop_category c ON c.id = p.category_id
    JOIN shop_category a ON a.depth <= c.depth
        AND a.path = left(c.path, a.depth * (length(c.path) / c.depth))
    WHERE p.status = 'active' GROUP BY a.id
)
UPDATE ai_suggestion s SET weight = w.weight FROM wanted w
WHERE s.kind = w.kind AND s.ref = w.id AND s.weight <> w.weight
"""


@transaction.atomic
def refresh_suggestions() -> None:
    """Bring the suggestions' queries and weights to what the log says now."""
    options = event_options()
    params: dict[str, Any] = {
        "since": timezone.now() - timedelta(days=options.days),
        "shortest": LENGTHS[0],
        "longest": LENGTHS[1],
        "mail": E_MAIL,
        "number": NUMBER,
        "least": options.least_visitors,
        "most": MOST,
    }
    with connection.cursor() as cursor:
        cursor.execute(GOOD, params)
        cursor.execute(PRODUCTS, params)
        cursor.execute(GROUPS)
