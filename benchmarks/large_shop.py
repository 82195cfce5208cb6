"""A large shop to measure on: the demo's products, each many times over with its own prices.

Every copy has what its original has (attributes, options, variants, rows of pictures and their
smaller copies, reviews), so that pages and lists are as full as those of a real catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# Smaller copies that a worker would make; no page needs the files themselves here.
RENDITIONS = (160, 320, 640, 960)
# What differs from copy to copy; `k` counts them, and ids are `stride` apart.
SHIFTED = {
    "shop_product": {
        "id": "t.id + k * %(stride)s",
        "slug": "t.slug || '-' || k",
        "title": "t.title || ' ' || k",
        "external_id": "t.external_id || '-' || k",
        "published_at": "t.published_at - k * interval '1 day'",
        "price_min": "t.price_min + k * 0.01",
        "price_max": "t.price_max + k * 0.01",
    },
    "shop_productimage": {
        "id": "t.id + k * %(stride)s",
        "product_id": "t.product_id + k * %(stride)s",
    },
    "shop_imagerendition": {
        "id": "t.id + k * %(stride)s",
        "image_id": "t.image_id + k * %(stride)s",
    },
    "shop_variant": {
        "id": "t.id + k * %(stride)s",
        "product_id": "t.product_id + k * %(stride)s",
        "image_id": "t.image_id + k * %(stride)s",
        "sku": "t.sku || '-' || k",
        "price": "t.price + k * 0.01",
        "compare_at_price": "t.compare_at_price + k * 0.01",
    },
    "shop_productoption": {
        "id": "t.id + k * %(stride)s",
        "product_id": "t.product_id + k * %(stride)s",
    },
    "shop_productattribute": {
        "id": "t.id + k * %(stride)s",
        "product_id": "t.product_id + k * %(stride)s",
    },
    "shop_review": {
        "id": "t.id + k * %(stride)s",
        "product_id": "t.product_id + k * %(stride)s",
        "author_id": "NULL",
        "external_id": "t.external_id || '-' || k",
    },
}


@dataclass(frozen=True, kw_only=True)
class LargeShop:
    """What there is to look at: paths by kind of page, and how many rows each table has."""

    leaves: list[str]
    departments: list[str]
    products: list[str]
    rows: Mapping[str, int] = field(default_factory=dict)


def make_large_shop(products: int) -> LargeShop:
    """Load the demo and multiply it to at least so many published products."""
    from django.core.management import call_command
    from django.db import connection

    from shop.models import Category, Product

    call_command("load_demo", verbosity=0)
    few = Product.objects.published().count()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # sums are copied, not counted
        _add_renditions(cursor)
        copies = -(-products // few) - 1
        for table, changes in SHIFTED.items():
            _multiply(cursor, table, changes, copies)
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("VACUUM ANALYZE")
    paths = {
        depth: [each.get_absolute_url() for each in Category.objects.filter(depth=depth)]
        for depth in (1, 2)
    }
    slugs = Product.objects.published().order_by("id").values_list("slug", flat=True)
    return LargeShop(
        leaves=paths[2],
        departments=paths[1],
        products=[f"/p/{slug}/" for slug in slugs],
        rows={table: _count(table) for table in SHIFTED},
    )


def _add_renditions(cursor: Any) -> None:
    cursor.execute(
        "INSERT INTO shop_imagerendition (image_id, file, width, height)"
        " SELECT i.id, replace(i.file, '.webp', '-' || w || '.webp'), w, w"
        " FROM shop_productimage i CROSS JOIN unnest(%s) w ON CONFLICT DO NOTHING",
        [list(RENDITIONS)],
    )


def _multiply(cursor: Any, table: str, changes: Mapping[str, str], copies: int) -> None:
    cursor.execute(
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    )
    columns = [name for (name,) in cursor.fetchall()]
    values = ", ".join(changes.get(name, f"t.{name}") for name in columns)
    cursor.execute(f"SELECT max(id) + 1 FROM {table}")
    cursor.execute(
        f"INSERT INTO {table} ({', '.join(columns)})"
        f" SELECT {values} FROM {table} t CROSS JOIN generate_series(1, %(copies)s) k",
        {"stride": 10_000_000, "copies": copies},
    )


def _count(table: str) -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])
