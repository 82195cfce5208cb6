"""What a suggestion shows: read afresh, so that a price is today's and what is gone is left out."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.db import connection

from ai.search.suggest.lookup import Candidate
from ai.search.suggest.marking import mark
from ai.search.suggest.types import Kind, Offer, Thumbnail

# Pixels: the narrowest copy of at least so many is sharp at 48 on dense screens.
THUMBNAIL: Final = 96

# One row a product: its first picture in the narrowest copy that is wide enough.
PRODUCTS: Final = """
SELECT p.id, p.slug, p.price_min, p.price_min IS DISTINCT FROM p.price_max,
       coalesce(b.name, ''), i.file, i.width, i.height
FROM shop_product p
LEFT JOIN shop_brand b ON b.id = p.brand_id
LEFT JOIN LATERAL (
    SELECT coalesce(r.file, o.file) AS file, coalesce(r.width, o.width) AS width,
           coalesce(r.height, o.height) AS height
    FROM (SELECT id, file, width, height FROM shop_productimage
          WHERE product_id = p.id ORDER BY position, id LIMIT 1) o
    LEFT JOIN LATERAL (
        SELECT file, width, height FROM shop_imagerendition
        WHERE image_id = o.id AND width >= %(wide)s ORDER BY width LIMIT 1) r ON TRUE
) i ON TRUE
WHERE p.id = ANY(%(ids)s) AND p.status = 'active'
"""
# The names above a category, the nearest last; and whether anything is in it.
CATEGORIES: Final = """
SELECT c.id, c.slug, coalesce((
    SELECT string_agg(a.name, ' › ' ORDER BY a.depth) FROM shop_category a
    WHERE a.depth < c.depth
      AND a.path = left(c.path, a.depth * (length(c.path) / c.depth))), '')
FROM shop_category c
WHERE c.id = ANY(%(ids)s) AND EXISTS (
    SELECT FROM shop_category d JOIN shop_product p ON p.category_id = d.id
    WHERE p.status = 'active' AND d.path LIKE c.path || '%%')
"""
BRANDS: Final = """
SELECT b.id, b.slug FROM shop_brand b WHERE b.id = ANY(%(ids)s)
  AND EXISTS (SELECT FROM shop_product p WHERE p.brand_id = b.id AND p.status = 'active')
"""


def make_offers(candidates: Sequence[Candidate], *, typed: str) -> tuple[Offer, ...]:
    """Return the candidates that can be shown, kinds in the order in which they are defined."""
    ids = {kind: [each.ref for each in candidates if each.kind == kind] for kind in Kind}
    products = _rows(PRODUCTS, ids[Kind.PRODUCT], wide=THUMBNAIL)
    shelves = {
        Kind.CATEGORY: _rows(CATEGORIES, ids[Kind.CATEGORY]),
        Kind.BRAND: _rows(BRANDS, ids[Kind.BRAND]),
    }
    offers = []
    for each in sorted(candidates, key=lambda one: list(Kind).index(one.kind)):
        shown: dict[str, Any] = {
            "kind": each.kind,
            "text": each.text,
            "parts": mark(each.text, typed),
        }
        if each.kind == Kind.QUERY:
            offers.append(Offer(**shown))
        elif each.kind == Kind.PRODUCT and each.ref in products:
            offers.append(Offer(**shown, **_of_product(products[each.ref])))
        elif each.ref in shelves.get(each.kind, {}):
            slug, *note = shelves[each.kind][each.ref]
            offers.append(Offer(**shown, slug=slug, note="".join(note)))
    return tuple(offers)


def _of_product(row: tuple[Any, ...]) -> dict[str, Any]:
    slug, price, is_from, brand, file, width, height = row
    image = Thumbnail(file=file, width=width, height=height) if file else None
    return {"slug": slug, "price": price, "is_from": is_from, "note": brand, "image": image}


def _rows(statement: str, ids: Iterable[int | None], **more: Any) -> dict[int, tuple[Any, ...]]:
    """Return the rows of a statement by their first column; nothing is asked for no ids."""
    wanted = list(ids)
    if not wanted:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(statement, {"ids": wanted, **more})
        return {row[0]: row[1:] for row in cursor.fetchall()}
