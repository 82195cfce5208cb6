"""What is bought again and again: it may be recommended to those who have it."""

from datetime import datetime
from typing import Any, Final

from django.db import connection

from ai.recommendations.making import SHOP, MadeList
from ai.recommendations.types import ListKind
from shop.models.orders import UNSOLD

# Buyers, and the share of them who came back for it on another day, that make a consumable.
LEAST_BUYERS: Final = 5
LEAST_SHARE: Final = 0.2
# A tag by which staff say the same of a product.
TAG: Final = "consumable"
MOST: Final = 10_000

BOUGHT_AGAIN: Final = """
WITH days AS (
    SELECT l.product_id, lower(o.email) AS buyer, count(DISTINCT o.placed_at::date) AS days
    FROM shop_orderline l JOIN shop_order o ON o.id = l.order_id
    WHERE l.product_id IS NOT NULL AND o.status <> ALL(%(unsold)s)
      AND o.placed_at <= %(as_of)s AND o.placed_at > %(as_of)s::timestamptz - interval '730 days'
    GROUP BY 1, 2
)
SELECT product_id, count(*) FILTER (WHERE days > 1)::float8 / count(*),
       count(*) FILTER (WHERE days > 1)
FROM days GROUP BY 1
HAVING count(*) >= %(least)s AND count(*) FILTER (WHERE days > 1) >= %(share)s * count(*)
ORDER BY 2 DESC, 1 LIMIT %(most)s
"""


def find_consumables(*, as_of: datetime) -> MadeList:
    """Return the products that many of their buyers bought again, with how many of them did."""
    params: dict[str, Any] = {
        "as_of": as_of,
        "unsold": list(UNSOLD),
        "least": LEAST_BUYERS,
        "share": LEAST_SHARE,
        "most": MOST,
    }
    with connection.cursor() as cursor:
        cursor.execute(BOUGHT_AGAIN, params)
        rows = cursor.fetchall()
    return MadeList(
        kind=ListKind.CONSUMABLE,
        subject_id=SHOP,
        items=[row[0] for row in rows],
        scores=[row[1] for row in rows],
        evidence=[row[2] for row in rows],
    )
