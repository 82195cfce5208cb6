"""What is sold out or soon will be, at the pace at which it has been selling."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import ROUND_CEILING, Decimal
from typing import Any, Final, Literal

from django.db import connection
from django.utils import timezone

from shop.models import Product, Variant
from shop.models.orders import UNSOLD

# Days that the pace is taken from: long enough for what sells once a month, short enough to
# follow the season.
PACE_DAYS: Final = 90
State = Literal["", "out", "low"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestockQuery:
    """Which shortages are asked for: out or low within some days, below a category's path.

    What is ordered anew is to last `cover_days`.
    """

    within_days: int = 14
    cover_days: int = 30
    state: State = ""
    category_path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """A variant that runs out, the pieces of it sold in PACE_DAYS days, and how many to order.

    `days_left` is None where none was sold: it is out, and was not missed.
    """

    variant: Variant
    sold: int
    days_left: Decimal | None
    suggested: int

    @property
    def a_month(self) -> Decimal:
        """Pieces sold in 30 days at this pace."""
        return Decimal(self.sold) * 30 / PACE_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortages:
    """Some rows of the report, and how many there are in all."""

    rows: Sequence[Shortage]
    found: int


def list_shortages(query: RestockQuery, *, limit: int, offset: int = 0) -> Shortages:
    """Return what is for sale and out, or out soon; first what is out and was wanted most."""
    rows = _read(query, limit, offset)
    variants = Variant.objects.select_related("product__brand").in_bulk([row[0] for row in rows])
    return Shortages(
        rows=[
            _shortage(variants[pk], sold, days_left, query.cover_days)
            for pk, sold, days_left, _ in rows
            # Deleted since: the two statements are no transaction.
            if pk in variants
        ],
        found=rows[0][3] if rows else 0,
    )


def _shortage(variant: Variant, sold: int, days_left: Decimal | None, cover: int) -> Shortage:
    wanted = (Decimal(sold * cover) / PACE_DAYS).to_integral_value(ROUND_CEILING)
    return Shortage(
        variant=variant,
        sold=sold,
        days_left=days_left,
        suggested=max(int(wanted) - variant.stock, 0),
    )


# Written out, because the sums are joined to the variants: as a subquery a variant, which is how
# Django's own functions would write it, they took 0.3 s for 700 variants, and they grow with both.
_SHORTAGES: Final = """
    WITH sold AS (
        SELECT line.variant_id, sum(line.quantity - line.returned) AS pieces
        FROM shop_orderline line
        JOIN shop_order placed ON placed.id = line.order_id
        WHERE placed.placed_at >= %(since)s AND NOT placed.status = ANY(%(unsold)s)
        GROUP BY line.variant_id
    ), paced AS (
        SELECT variant.id, variant.sku, variant.stock, coalesce(sold.pieces, 0) AS pieces,
               variant.stock * %(pace_days)s::numeric / nullif(sold.pieces, 0) AS days_left
        FROM shop_variant variant
        JOIN shop_product product ON product.id = variant.product_id
        LEFT JOIN shop_category category ON category.id = product.category_id
        LEFT JOIN sold ON sold.variant_id = variant.id
        WHERE product.status = %(active)s AND variant.price IS NOT NULL
          AND (%(path)s = '' OR starts_with(category.path, %(path)s))
    )
    SELECT id, pieces, days_left, count(*) OVER ()
    FROM paced
    WHERE (stock = 0 AND %(state)s <> 'low')
       OR (stock > 0 AND days_left < %(within_days)s AND %(state)s <> 'out')
    ORDER BY days_left NULLS LAST, pieces DESC, sku
    LIMIT %(limit)s OFFSET %(offset)s
"""


def _read(query: RestockQuery, limit: int, offset: int) -> list[tuple[int, int, Any, int]]:
    parameters: dict[str, Any] = {
        "since": timezone.now() - timedelta(days=PACE_DAYS),
        "unsold": [str(status) for status in UNSOLD],
        "pace_days": PACE_DAYS,
        "active": Product.Status.ACTIVE,
        "path": query.category_path,
        "state": query.state,
        "within_days": query.within_days,
        "limit": limit,
        "offset": offset,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SHORTAGES, parameters)
        rows: list[tuple[int, int, Any, int]] = cursor.fetchall()
    return rows
