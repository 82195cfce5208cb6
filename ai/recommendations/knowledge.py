"""What a run knows: products, looks, orders and meanings, as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Final

import numpy as np
from django.db import connection
from numpy.typing import NDArray
from psycopg import sql
from scipy.sparse import csr_matrix

from ai.models import EmbeddingSpace
from ai.recommendations.methods.cooccurrence import Cooccurrence, together, transitions
from ai.recommendations.methods.interactions import (
    FloatArray,
    IntArray,
    Interactions,
    make_interactions,
)
from shop.models.orders import UNSOLD

# Days of looks and of orders that count; what is older says little of what is sold now.
LOOK_DAYS: Final = 180
ORDER_DAYS: Final = 730
# Days after which a look, and an order, say half as much.
LOOK_HALF_LIFE: Final = 60.0
ORDER_HALF_LIFE: Final = 180.0
# What an order says beside a look, where both are counted.
ORDER_WEIGHT: Final = 5.0
DAY_S: Final = 86_400.0

PRODUCTS: Final = """
SELECT p.id, coalesce(p.price_min, 0)::float8, coalesce(p.category_id, 0), coalesce(p.brand_id, 0),
       coalesce(extract(epoch FROM p.published_at), 0)::float8
FROM shop_product p WHERE p.status = 'active' ORDER BY p.id
"""
# Visitors are told apart by a hash of their hash: numbers are compared faster than texts.
LOOKS: Final = """
SELECT hashtextextended(visitor, 0), product_id, extract(epoch FROM viewed_at)::float8
FROM shop_productview
WHERE id <= %(last)s AND viewed_at > %(as_of)s::timestamptz - make_interval(days => %(days)s)
  AND viewed_at <= %(as_of)s
ORDER BY id
"""
BASKETS: Final = """
SELECT l.order_id, l.product_id, extract(epoch FROM o.placed_at)::float8
FROM shop_orderline l JOIN shop_order o ON o.id = l.order_id
WHERE o.id <= %(last)s AND o.placed_at > %(as_of)s::timestamptz - make_interval(days => %(days)s)
  AND o.placed_at <= %(as_of)s AND o.status <> ALL(%(unsold)s) AND l.product_id IS NOT NULL
ORDER BY l.id
"""
# The wire format of a halfvec: two bytes of dimensions, two unused, then half floats.
VECTORS: Final = """
SELECT e.product_id, halfvec_send(e.embedding)
FROM ai_product_embedding e JOIN shop_product p ON p.id = e.product_id
WHERE e.space_id = {space} AND p.status = 'active'
"""
VECTOR_HEAD: Final = 4
VALUES: Final = """
SELECT a.product_id, a.attribute_id, coalesce(lower(a.text), a.number::text, a.boolean::text)
FROM shop_productattribute a JOIN shop_product p ON p.id = a.product_id WHERE p.status = 'active'
"""
ANCESTORS: Final = """
SELECT p.id, a.id FROM shop_product p JOIN shop_category c ON c.id = p.category_id
JOIN shop_category a ON c.path LIKE a.path || '%%' WHERE p.status = 'active' ORDER BY a.id, p.id
"""


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """Arrays [n] by product, in the order of their ids; `looks` and `baskets` name their places.

    `vectors` [n, d] are unit, 0 where a product has none; `features` csr [n, m] says which values,
    category and brand each has. Days count from 1970.
    """

    as_of: datetime
    products: IntArray
    prices: FloatArray
    categories: IntArray
    brands: IntArray
    published: FloatArray
    looks: Interactions
    baskets: Interactions
    vectors: NDArray[np.float32]
    features: Any
    # (product's place, category) for its own category and every one above.
    shelves: IntArray

    @property
    def today(self) -> float:
        """The day on which all of this was known."""
        return self.as_of.timestamp() / DAY_S

    @cached_property
    def looked_at(self) -> Cooccurrence:
        """What visitors looked at around what."""
        return transitions(self.looks, half_life_days=LOOK_HALF_LIFE, today=self.today)

    @cached_property
    def bought(self) -> Cooccurrence:
        """What was bought with what."""
        return together(self.baskets, half_life_days=ORDER_HALF_LIFE, today=self.today)

    @cached_property
    def lookers(self) -> IntArray:
        """How many visitors looked at each product, [n]."""
        return np.asarray(self.looks.by_user().astype(bool).sum(axis=0), np.int64).ravel()

    @cached_property
    def everything(self) -> Interactions:
        """Looks and orders as one; a basket is a user beside the visitors."""
        looks, baskets = self.looks, self.baskets
        return make_interactions(
            np.concatenate([looks.users, baskets.users + looks.n_users]),
            np.concatenate([looks.items, baskets.items]),
            days=np.concatenate([looks.days, baskets.days]),
            weights=np.concatenate([looks.weights, baskets.weights]),
            n_users=looks.n_users + baskets.n_users,
            n_items=len(self.products),
        )

    def places(self, ids: Sequence[int] | IntArray) -> IntArray:
        """Return where products are, those that are not shown left out."""
        wanted = np.asarray(ids, np.int64)
        if not len(self.products) or not len(wanted):
            return np.empty(0, np.int64)
        found = np.minimum(np.searchsorted(self.products, wanted), len(self.products) - 1)
        kept: IntArray = found[self.products[found] == wanted]
        return kept


def read_knowledge(
    *, as_of: datetime, last_order: int, last_view: int, space: EmbeddingSpace | None
) -> Knowledge:
    """Return what was known at a moment, from rows up to the given ids; the same every time."""
    facts = _columns(PRODUCTS, {}, 5)
    products = facts[0].astype(np.int64)
    params = {"as_of": as_of, "unsold": list(UNSOLD)}
    looks = _columns(LOOKS, {**params, "last": last_view, "days": LOOK_DAYS}, 3)
    baskets = _columns(BASKETS, {**params, "last": last_order, "days": ORDER_DAYS}, 3)
    categories, brands = facts[2].astype(np.int64), facts[3].astype(np.int64)
    return Knowledge(
        as_of=as_of,
        products=products,
        prices=facts[1].astype(np.float64),
        categories=categories,
        brands=brands,
        published=facts[4].astype(np.float64) / DAY_S,
        looks=_interactions(looks, products, weight=1.0),
        baskets=_interactions(baskets, products, weight=ORDER_WEIGHT),
        vectors=_read_vectors(space, products),
        features=_read_features(products, categories, brands),
        shelves=_read_shelves(products),
    )


def _columns(statement: str, params: dict[str, Any], width: int) -> list[NDArray[Any]]:
    """Return the columns of a statement as arrays; of no rows, empty ones."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        rows = cursor.fetchall()
    columns = zip(*rows, strict=True) if rows else [()] * width
    return [np.array(column) for column in columns]


def _interactions(
    columns: Sequence[NDArray[Any]], products: IntArray, *, weight: float
) -> Interactions:
    users = np.unique(columns[0].astype(np.int64), return_inverse=True)[1]
    items = columns[1].astype(np.int64)
    places = np.searchsorted(products, items)
    if len(products):
        places = np.minimum(places, len(products) - 1)
    is_shown = products[places] == items if len(products) else np.zeros(len(items), bool)
    return make_interactions(
        users[is_shown],
        places[is_shown],
        days=columns[2].astype(np.float64)[is_shown] / DAY_S,
        weights=np.full(int(is_shown.sum()), weight),
        n_users=int(users.max(initial=-1)) + 1,
        n_items=len(products),
    )


def _read_vectors(space: EmbeddingSpace | None, products: IntArray) -> NDArray[np.float32]:
    if space is None:
        return np.zeros((len(products), 1), np.float32)
    vectors = np.zeros((len(products), space.dimensions), np.float32)
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(VECTORS).format(space=sql.Literal(space.pk)))
        for id_, sent in cursor:
            place = int(np.searchsorted(products, id_))
            if place < len(products) and products[place] == id_:
                vectors[place] = np.frombuffer(sent, ">f2", offset=VECTOR_HEAD)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: NDArray[np.float32] = np.divide(
        vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0
    )
    return unit


def _read_features(products: IntArray, categories: IntArray, brands: IntArray) -> Any:
    """Return csr [n, m] of 0 and 1."""
    with connection.cursor() as cursor:
        cursor.execute(VALUES)
        stated = cursor.fetchall()
    names: dict[tuple[Any, ...], int] = {}
    rows, columns = [], []
    place_of = {int(id_): place for place, id_ in enumerate(products)}
    said = [
        *((place_of.get(id_), ("value", attribute, text)) for id_, attribute, text in stated),
        *((place, ("category", int(each))) for place, each in enumerate(categories) if each),
        *((place, ("brand", int(each))) for place, each in enumerate(brands) if each),
    ]
    for place, name in said:
        if place is not None:
            rows.append(place)
            columns.append(names.setdefault(name, len(names)))
    shape = (len(products), max(len(names), 1))
    found = csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=shape)
    found.data[:] = 1.0
    return found


def _read_shelves(products: IntArray) -> IntArray:
    columns = _columns(ANCESTORS, {}, 2)
    places = np.searchsorted(products, columns[0].astype(np.int64))
    shelves = np.stack([places, columns[1].astype(np.int64)], axis=1) if len(places) else None
    return np.empty((0, 2), np.int64) if shelves is None else shelves
