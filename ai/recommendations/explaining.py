"""Why something is recommended, for staff: the orders that say so, and the words both have."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import connection

from ai.models import Posting, RecommendationRule
from ai.recommendations.generations import live_generation
from ai.recommendations.knowledge import ORDER_DAYS
from ai.recommendations.service import recommend
from ai.recommendations.types import Recommendation, Wanted
from shop.models import Product
from shop.models.orders import UNSOLD

# Orders and words that are shown of each.
ORDERS: Final = 5
WORDS: Final = 12


WITH_BOTH: Final = """
SELECT pair.place, o.id, o.number, o.placed_at
FROM unnest(%(ones)s::bigint[], %(others)s::bigint[]) WITH ORDINALITY AS pair (one, other, place)
CROSS JOIN LATERAL (
    SELECT o.id, o.number, o.placed_at
    FROM shop_orderline l JOIN shop_order o ON o.id = l.order_id
    WHERE l.product_id = pair.one AND o.status <> ALL(%(unsold)s)
      AND o.placed_at > %(since)s AND o.placed_at <= %(as_of)s
      AND EXISTS (
          SELECT FROM shop_orderline m WHERE m.order_id = o.id AND m.product_id = pair.other)
    GROUP BY o.id ORDER BY o.placed_at DESC, o.id LIMIT %(most)s
) o
ORDER BY pair.place, o.placed_at DESC, o.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedOrder:
    """An order, as far as staff need to find it."""

    pk: int
    number: str
    placed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A recommendation with its product and that which speaks for it.

    `orders` are the latest that hold both products, `words` the longest of those both texts have.
    """

    place: int
    item: Recommendation
    product: Product
    because: Product | None
    orders: tuple[NamedOrder, ...]
    words: tuple[str, ...]


def explain(wanted: Wanted, *, also: Sequence[RecommendationRule] = ()) -> list[Evidence]:
    """Return what a box shows, each with its evidence, looked up now."""
    found = recommend(wanted, also=also)
    named = [item.reason.because for item in found.items if item.reason.because]
    products = Product.objects.in_bulk([*found.ids, *named])
    words = _words([*found.ids, *named])
    pairs = [(item.product_id, item.reason.because or 0) for item in found.items]
    orders = _latest_orders(pairs)
    return [
        Evidence(
            place=place,
            item=item,
            product=products[item.product_id],
            because=products.get(because),
            orders=tuple(orders.get(place, ())),
            words=_shared(words, item.product_id, because),
        )
        for place, (item, (_, because)) in enumerate(zip(found.items, pairs, strict=True), 1)
    ]


def _latest_orders(pairs: Sequence[tuple[int, int]]) -> dict[int, list[NamedOrder]]:
    """Return the latest orders that hold both of each pair, by its place from 1."""
    live = live_generation()
    if live is None:
        return {}
    params: dict[str, Any] = {
        "ones": [one for one, _ in pairs],
        "others": [other for _, other in pairs],
        "since": live.as_of - timedelta(days=ORDER_DAYS),
        "as_of": live.as_of,
        "unsold": list(UNSOLD),
        "most": ORDERS,
    }
    orders: dict[int, list[NamedOrder]] = {}
    with connection.cursor() as cursor:
        cursor.execute(WITH_BOTH, params)
        for place, pk, number, placed_at in cursor.fetchall():
            orders.setdefault(place, []).append(
                NamedOrder(pk=pk, number=number, placed_at=placed_at)
            )
    return orders


def _words(ids: Sequence[int]) -> dict[int, set[str]]:
    """Return the stems of products; codes, which begin with =, are nobody's meaning."""
    postings = Posting.objects.filter(product__in=set(ids)).exclude(stem__startswith="=")
    words: dict[int, set[str]] = {}
    for product, stem in postings.values_list("product", "stem"):
        words.setdefault(product, set()).add(stem)
    return words


def _shared(words: dict[int, set[str]], one: int, other: int) -> tuple[str, ...]:
    shared = words.get(one, set()) & words.get(other, set())
    return tuple(sorted(shared, key=lambda word: (-len(word), word))[:WORDS])
