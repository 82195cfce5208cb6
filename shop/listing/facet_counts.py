"""How many of some products have which value: the counting behind the facets.

All of it happens in the database, over the set as a statement, so that the number of products has
no bound.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from django.db import connection
from psycopg import sql

from shop.listing.restrictions import BUYABLE, compiled
from shop.models import Category
from shop.models.products import ProductQuerySet

RATINGS = (4, 3, 2)

WANTED = """
WITH wanted (id, category_id, brand_id, price, rating) AS MATERIALIZED ({products})
SELECT 'total', NULL, NULL, count(*), NULL::numeric, NULL::numeric FROM wanted
"""
# What is counted for each facet: (part, value, label, products, lowest, highest).
PARTS = {
    "category": """
SELECT 'category', c.path, NULL, n, NULL, NULL
FROM (SELECT category_id, count(*) AS n FROM wanted GROUP BY category_id) w
JOIN shop_category c ON c.id = w.category_id
""",
    "brand": """
SELECT 'brand', b.slug, b.name, n, NULL, NULL
FROM (SELECT brand_id, count(*) AS n FROM wanted GROUP BY brand_id) w
JOIN shop_brand b ON b.id = w.brand_id
""",
    "price": "SELECT 'price', NULL, NULL, count(price), min(price), max(price) FROM wanted",
    "prices": """
SELECT 'prices', NULL, NULL, count(*), price, price
FROM wanted WHERE price IS NOT NULL GROUP BY price
""",
    "rating": """
SELECT 'rating', trunc(rating)::integer::text, NULL, count(*), NULL, NULL
FROM wanted WHERE rating IS NOT NULL GROUP BY trunc(rating)
""",
    "stock": f"""
SELECT 'stock', NULL, NULL, count(*), NULL, NULL FROM wanted WHERE id IN (
    SELECT product_id FROM shop_variant WHERE {BUYABLE})
""",  # noqa: S608  (a constant)
    "sale": """
SELECT 'sale', NULL, NULL, count(*), NULL, NULL FROM wanted WHERE id IN (
    SELECT product_id FROM shop_variant WHERE compare_at_price IS NOT NULL)
""",
}
# DISTINCT counts a product once for a value, however many of its variants have it; what is stated
# of it too was counted already, and is distinct by its constraint. Bytes are compared faster than
# letters, and texts are equal when their bytes are.
ATTRIBUTES = """
WITH wanted (id) AS MATERIALIZED ({products}), told AS (
    SELECT DISTINCT o.attribute_id, o.product_id, (
        CASE o.position WHEN 1 THEN v.option1 WHEN 2 THEN v.option2 ELSE v.option3 END
    ) COLLATE "C" AS text
    FROM shop_productoption o JOIN shop_variant v ON v.product_id = o.product_id
    WHERE o.attribute_id = ANY(%s) AND o.product_id IN (SELECT id FROM wanted)
      AND (NOT %s OR (v.price IS NOT NULL AND (v.stock > 0 OR v.allow_backorder)))
)
SELECT t.attribute_id, t.text, NULL::boolean, count(*), NULL::numeric, NULL::numeric
FROM told t
WHERE t.text <> '' AND NOT EXISTS (
    SELECT FROM shop_productattribute a
    WHERE a.product_id = t.product_id AND a.attribute_id = t.attribute_id AND a.text = t.text)
GROUP BY t.attribute_id, t.text
UNION ALL
SELECT attribute_id, text COLLATE "C", boolean, count(*), min(number), max(number)
FROM shop_productattribute
WHERE attribute_id = ANY(%s) AND product_id IN (SELECT id FROM wanted)
GROUP BY attribute_id, text COLLATE "C", boolean
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The lowest and highest of some numbers."""

    low: Decimal
    high: Decimal


class Row(NamedTuple):
    """A line of the counting statement; what stands in it depends on the part."""

    value: str
    label: str
    products: int
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Of some products: how many there are, and how many of each.

    By category path, its descendants' included; by brand as (slug, name, products), the largest
    first; by stars, at least so many; by price. What was not counted is empty.
    """

    total: int
    branches: dict[str, int]
    brands: list[tuple[str, str, int]]
    prices: Bounds | None
    by_price: dict[Decimal, int]
    ratings: dict[int, int]
    in_stock: int
    on_sale: int


@dataclass(slots=True, kw_only=True)
class AttributeCounts:
    """Of one attribute: products by text, by yes and no, and the bounds of its numbers.

    `told` counts values: a product with two colours counts twice.
    """

    texts: dict[str, int] = field(default_factory=dict)
    booleans: dict[bool, int] = field(default_factory=dict)
    numbers: Bounds | None = None
    told: int = 0


def count_products(products: ProductQuerySet, parts: Collection[str]) -> Counts:
    """Return the number of the products, and of each what these of `PARTS` count."""
    text, params = compiled(products, "category_id", "brand_id", "price_min", "rating_average")
    statement = " UNION ALL ".join([WANTED, *(PARTS[part] for part in parts)])
    rows: dict[str, list[Row]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(products=sql.SQL(text)), params)
        for part, *row in cursor.fetchall():
            rows[part].append(Row(*row))
    return Counts(
        total=_only(rows["total"]),
        branches=_branches(rows["category"]),
        brands=sorted(
            ((row.value, row.label, row.products) for row in rows["brand"]),
            key=lambda brand: (-brand[2], brand[1]),
        ),
        prices=_bounds(rows["price"]),
        by_price={row.low: row.products for row in rows["prices"] if row.low is not None},
        ratings={
            stars: sum(row.products for row in rows["rating"] if int(row.value) >= stars)
            for stars in RATINGS
        },
        in_stock=_only(rows["stock"]),
        on_sale=_only(rows["sale"]),
    )


def _only(rows: Sequence[Row]) -> int:
    return sum(row.products for row in rows)


def _bounds(rows: Sequence[Row]) -> Bounds | None:
    for row in rows:
        if row.low is not None and row.high is not None:
            return Bounds(low=row.low, high=row.high)
    return None


def _branches(rows: Sequence[Row]) -> dict[str, int]:
    totals: Counter[str] = Counter()
    step = Category.steplen
    for row in rows:
        for end in range(step, len(row.value) + 1, step):
            totals[row.value[:end]] += row.products
    return dict(totals)


def count_attributes(
    products: ProductQuerySet, attributes: Sequence[int], *, buyable: bool
) -> dict[int, AttributeCounts]:
    """Return the counts of each attribute; a product counts once for a value.

    A text may be stated of the product or be an option of its variants, or with `buyable` of those
    that can be bought now.
    """
    found = {attribute: AttributeCounts() for attribute in attributes}
    if not found:
        return found
    ids = list(attributes)
    text, params = compiled(products)
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL(ATTRIBUTES).format(products=sql.SQL(text)), (*params, ids, buyable, ids)
        )
        for attribute, value, boolean, count, low, high in cursor.fetchall():
            counts = found[attribute]
            counts.told += count
            if value is not None:
                counts.texts[value] = counts.texts.get(value, 0) + count
            elif boolean is not None:
                counts.booleans[boolean] = count
            else:
                counts.numbers = Bounds(low=low, high=high)
    return found
