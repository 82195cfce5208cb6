"""What products are judged by for their boosts, in at most four statements."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from django.db import connection

from ai.search.understanding.boosts import Boost, CheapBoost, Facts
from shop.listing.restrictions import BUYABLE

PRODUCTS: Final = f"""
SELECT p.id, p.brand_id, coalesce(c.path, ''), coalesce(p.rating_average, 0), p.rating_count,
       p.price_min, p.category_id, p.title,
       p.price_min IS NOT NULL AND NOT EXISTS (
           SELECT FROM shop_variant WHERE product_id = p.id AND {BUYABLE})
FROM shop_product p LEFT JOIN shop_category c ON c.id = p.category_id WHERE p.id = ANY(%s)
"""  # noqa: S608  (a constant)
SAID: Final = """
SELECT product_id, attribute_id, text, boolean, number FROM shop_productattribute
WHERE product_id = ANY(%s) AND attribute_id = ANY(%s)
"""
SOLD: Final = """
SELECT DISTINCT o.product_id, o.attribute_id,
       CASE o.position WHEN 1 THEN v.option1 WHEN 2 THEN v.option2 ELSE v.option3 END
FROM shop_productoption o JOIN shop_variant v ON v.product_id = o.product_id
WHERE o.product_id = ANY(%s) AND o.attribute_id = ANY(%s)
"""
# What is cheap depends on what it is: the lower third of the prices of its category.
CHEAP_SHARE: Final = 1 / 3
CHEAP: Final = """
SELECT coalesce(category_id, 0), percentile_cont(%s) WITHIN GROUP (ORDER BY price_min)
FROM shop_product WHERE status = 'active' AND price_min IS NOT NULL
  AND coalesce(category_id, 0) = ANY(%s)
GROUP BY coalesce(category_id, 0)
"""


# Of a product of which nothing is stated that a boost looks at.
NONE: Final[dict[int, Any]] = {}


def gather_facts(ids: Sequence[int], boosts: Sequence[Boost]) -> dict[int, Facts]:
    """Return the facts of each product that the boosts look at."""
    wanted = list(ids)
    attributes = sorted({attribute for boost in boosts for attribute in boost.attributes})
    rows = _rows(PRODUCTS, [wanted])
    cheap = _cheap(rows) if any(isinstance(boost, CheapBoost) for boost in boosts) else set()
    texts: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    answers: dict[int, dict[int, bool]] = defaultdict(dict)
    numbers: dict[int, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    if attributes:
        for product, attribute, text, boolean, number in _rows(SAID, [wanted, attributes]):
            if text is not None:
                texts[product][attribute].add(text)
            elif boolean is not None:
                answers[product][attribute] = boolean
            else:
                numbers[product][attribute].append(float(number))
        for product, attribute, text in _rows(SOLD, [wanted, attributes]):
            texts[product][attribute].add(text)
    return {
        pk: Facts(
            brand=brand,
            path=path,
            stars=float(stars),
            reviews=reviews,
            price=None if price is None else float(price),
            title=title,
            is_sold_out=is_sold_out,
            is_cheap=pk in cheap,
            texts={key: frozenset(values) for key, values in texts[pk].items()}
            if pk in texts
            else NONE,
            answers=answers.get(pk, NONE),
            numbers=numbers.get(pk, NONE),
        )
        for pk, brand, path, stars, reviews, price, _, title, is_sold_out in rows
    }


def _cheap(rows: Sequence[tuple[Any, ...]]) -> set[int]:
    categories = sorted({row[6] or 0 for row in rows})
    limits = dict(_rows(CHEAP, [CHEAP_SHARE, categories]))
    return {
        row[0]
        for row in rows
        if row[5] is not None and float(row[5]) <= limits.get(row[6] or 0, 0.0)
    }


def _rows(statement: str, params: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return list(cursor.fetchall())
