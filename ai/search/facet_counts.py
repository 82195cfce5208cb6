"""How many of some products have which value: the counting behind the facets."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from shop.models import Category

RATINGS = (4, 3, 2)

FACTS = """
SELECT p.id, c.path, b.slug, b.name, p.price_min, p.rating_average,
       EXISTS (SELECT FROM shop_variant v WHERE v.product_id = p.id
               AND v.price IS NOT NULL AND (v.stock > 0 OR v.allow_backorder))
FROM shop_product p
LEFT JOIN shop_category c ON c.id = p.category_id
LEFT JOIN shop_brand b ON b.id = p.brand_id
WHERE p.id = ANY(%s::bigint[])
"""
# UNION counts a product once for a value, however many of its variants have it.
ATTRIBUTES = """
WITH said AS (
    SELECT a.attribute_id, a.text AS value, a.product_id FROM shop_productattribute a
    WHERE a.product_id = ANY(%(ids)s::bigint[]) AND a.attribute_id = ANY(%(attributes)s)
      AND a.text IS NOT NULL
    UNION
    SELECT o.attribute_id,
           CASE o.position WHEN 1 THEN v.option1 WHEN 2 THEN v.option2 ELSE v.option3 END,
           o.product_id
    FROM shop_productoption o JOIN shop_variant v ON v.product_id = o.product_id
    WHERE o.product_id = ANY(%(ids)s::bigint[]) AND o.attribute_id = ANY(%(attributes)s)
      AND (NOT %(buyable)s OR (v.price IS NOT NULL AND (v.stock > 0 OR v.allow_backorder)))
)
SELECT attribute_id, value, NULL::boolean, count(*), NULL::numeric, NULL::numeric
FROM said WHERE value <> '' GROUP BY attribute_id, value
UNION ALL
SELECT attribute_id, NULL, boolean, count(DISTINCT product_id), min(number), max(number)
FROM shop_productattribute
WHERE product_id = ANY(%(ids)s::bigint[]) AND attribute_id = ANY(%(attributes)s) AND text IS NULL
GROUP BY attribute_id, boolean
"""


@dataclass(frozen=True, slots=True)
class Fact:
    """What the facets ask of one product."""

    category_path: str | None
    brand_slug: str | None
    brand_name: str | None
    price: Decimal | None
    rating: Decimal | None
    is_buyable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The lowest and highest number of an attribute."""

    low: Decimal
    high: Decimal


@dataclass(slots=True, kw_only=True)
class AttributeCounts:
    """Of one attribute: products by text, by yes and no, and the bounds of its numbers."""

    texts: dict[str, int]
    booleans: dict[bool, int]
    numbers: Bounds | None = None


def load_facts(ids: Iterable[int]) -> dict[int, Fact]:
    """Return the facts of these products by id."""
    with connection.cursor() as cursor:
        cursor.execute(FACTS, [list(ids)])
        return {row[0]: Fact(*row[1:]) for row in cursor.fetchall()}


def count_branches(facts: Sequence[Fact]) -> dict[str, int]:
    """Return the products below each path of the category tree, its descendants' included."""
    step = Category.steplen
    own = Counter(fact.category_path for fact in facts if fact.category_path)
    totals: Counter[str] = Counter()
    for path, count in own.items():
        for end in range(step, len(path) + 1, step):
            totals[path[:end]] += count
    return totals


def count_brands(facts: Sequence[Fact]) -> list[tuple[str, str, int]]:
    """Return (slug, name, products) of each brand, the largest first."""
    counts = Counter(
        (fact.brand_slug, fact.brand_name) for fact in facts if fact.brand_slug and fact.brand_name
    )
    rows = [(str(slug), str(name), count) for (slug, name), count in counts.items()]
    return sorted(rows, key=lambda row: (-row[2], row[1]))


def count_prices(
    facts: Sequence[Fact], ranges: Sequence[tuple[Decimal, Decimal | None]]
) -> list[int]:
    """Return the products of each range, both of its ends included."""
    prices = [fact.price for fact in facts if fact.price is not None]
    return [
        sum(low <= price and (high is None or price <= high) for price in prices)
        for low, high in ranges
    ]


def count_ratings(facts: Sequence[Fact]) -> dict[int, int]:
    """Return the products with at least so many stars."""
    ratings = [fact.rating for fact in facts if fact.rating is not None]
    return {stars: sum(rating >= stars for rating in ratings) for stars in RATINGS}


def count_attributes(
    ids: list[int], attributes: Sequence[int], *, buyable: bool
) -> dict[int, AttributeCounts]:
    """Return the counts of each attribute; a product counts once for a value.

    A text may be stated of the product or be an option of its variants, or with `buyable` of those
    that can be bought now.
    """
    found = {attribute: AttributeCounts(texts={}, booleans={}) for attribute in attributes}
    params: dict[str, list[int] | bool] = {
        "ids": ids,
        "attributes": list(attributes),
        "buyable": buyable,
    }
    with connection.cursor() as cursor:
        cursor.execute(ATTRIBUTES, params)
        for attribute, text, boolean, count, low, high in cursor.fetchall():
            if text is not None:
                found[attribute].texts[text] = count
            elif boolean is not None:
                found[attribute].booleans[boolean] = count
            else:
                found[attribute].numbers = Bounds(low=low, high=high)
    return found
