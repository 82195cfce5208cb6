"""What an account has already: it is recommended again only where it is used up."""

from typing import Final

from django.db import connection

from ai.recommendations.consumables import TAG
from shop.models.orders import UNSOLD

OWNED: Final = """
SELECT l.product_id, max(o.placed_at)
FROM shop_order o JOIN shop_orderline l ON l.order_id = o.id
WHERE o.customer_id = %(customer)s AND o.status <> ALL(%(unsold)s) AND l.product_id IS NOT NULL
GROUP BY 1 ORDER BY 2 DESC, 1
"""
CONSUMABLE: Final = """
SELECT u.item FROM ai_recommendation_list l CROSS JOIN LATERAL unnest(l.items) AS u (item)
WHERE l.generation_id = (
    SELECT id FROM ai_recommendationgeneration
    WHERE live_since IS NOT NULL ORDER BY live_since DESC LIMIT 1
) AND l.kind = 'consumable' AND l.subject_id = 0 AND u.item = ANY(%(ids)s)
UNION
SELECT p.id FROM shop_product p WHERE p.id = ANY(%(ids)s) AND p.tags @> ARRAY[%(tag)s]::varchar[]
"""


def read_owned(customer: int) -> list[int]:
    """Return the products that an account has bought, the latest first."""
    with connection.cursor() as cursor:
        cursor.execute(OWNED, {"customer": customer, "unsold": list(UNSOLD)})
        return [row[0] for row in cursor.fetchall()]


def read_consumable(ids: list[int]) -> set[int]:
    """Return those of these products that are bought again and again, or that staff say are."""
    if not ids:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(CONSUMABLE, {"ids": ids, "tag": TAG})
        return {row[0] for row in cursor.fetchall()}
