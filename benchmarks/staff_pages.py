"""How long the pages of staff's day take over a large shop, and what their indexes are worth.

    python benchmarks/staff_pages.py [--orders 100000] [--rounds 5]

The shop is made up: 10,000 products with 3 variants, orders of a year with 1 to 4 lines, ten looks
at a product an order. Pages are asked for in this process, through all of Django. The second table
is the same without the indexes that were made for these pages.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand

PRODUCTS, VARIANTS_EACH, VIEWS_AN_ORDER = 10_000, 3, 10
# Of the migration `indexes_of_staffs_pages`.
INDEXES = (
    *("order_by_country", "order_by_email", "product_view_newest", "refund_failed"),
    *("outgoing_email_given_up", "outgoing_email_to_trigrams"),
)
PAGES = {
    **{
        f"sales, {period}": f"/admin/sales/?period={period}"
        for period in ("today", "7", "30", "90", "year")
    },
    "running out": "/admin/restock/",
    "running out, as CSV": "/admin/restock/export.csv",
    "orders": "/admin/shop/order/",
    "orders to ship": "/admin/shop/order/?work=to_ship",
    "orders of a country": "/admin/shop/order/?country=FI",
    "orders of a month": "/admin/shop/order/?placed_at__year={year}&placed_at__month={month}",
    "orders by SKU": "/admin/shop/order/?q=SKU-777-2",
    "admin's first page": "/admin/",
}

# One statement after the other, in the order of the keys.
FILL = """
INSERT INTO shop_category (id, path, depth, numchild, slug, name, description, guide)
SELECT n, lpad(n::text, 4, '0'), 1, 0, 'c-' || n, 'C ' || n, '', '' FROM generate_series(1, 40) n;

INSERT INTO shop_product (
    id, slug, title, description, status, tags, source, external_id, rating_count, rating_sum,
    price_min, category_id, created_at, updated_at
)
SELECT n, 'p-' || n, 'Product ' || n, '', 'active', '{{}}', '', '', 0, 0, 20, 1 + n % 40,
    now(), now()
FROM generate_series(1, {products}) n;

INSERT INTO shop_variant (
    id, product_id, sku, barcode, option1, option2, option3, price, stock, allow_backorder,
    weight_g, position
)
SELECT p * {each} + v, p, 'SKU-' || p || '-' || v, '', 'Size ' || v, '', '', 20,
    (random() * 12)::int, false, 300, v
FROM generate_series(1, {products}) p, generate_series(0, {each} - 1) v;

-- A third of the buyers come again; a country has half the orders of the one before it.
INSERT INTO shop_order (
    id, number, email, name, company, line1, line2, postcode, city, region, phone, country,
    currency, status, payment_status, payment_provider, placed_at, goods_total, discount_total,
    shipping_price, tax_total, tax_added, total, refunded_total, coupon_code, shipping_name,
    buyer_note, taxes, billing_address, source, external_id
)
SELECT n, 'B' || n, 'b' || (random() * {orders} * 0.7)::int || '@example.com', 'Buyer ' || n,
    '', '1 Road', '', '', 'Town', '', '',
    (ARRAY['IE', 'DE', 'NL', 'FR', 'AT', 'BE', 'SE', 'FI'])[
        least(8, 1 + floor(-ln(1 - random()) / ln(2))::int)
    ],
    'EUR',
    CASE WHEN n > {orders} - 60 THEN 'placed' WHEN n % 40 = 0 THEN 'cancelled' ELSE 'delivered' END,
    'paid', 'card', now() - interval '364 days' * ({orders} - n) / {orders},
    40, 0, 5, 0, 0, 45, CASE WHEN n % 30 = 0 THEN 20 ELSE 0 END, '', '', '', '[]', '{{}}', '', ''
FROM generate_series(1, {orders}) n;

-- By the square of a random number: few products sell most.
INSERT INTO shop_orderline (
    order_id, product_id, variant_id, sku, title, options, unit_price, quantity, discount,
    tax_percent, is_tax_included, weight_g, backordered, shipped, returned, refunded
)
SELECT o, v / {each}, v, 'SKU-' || v / {each} || '-' || v % {each}, 'Product ' || v / {each}, '',
    20, 1, 0, 23, true, 300, 0, CASE WHEN o > {orders} - 60 THEN 0 ELSE 1 END, 0, 0
FROM (
    SELECT o, {each} + floor(power(random(), 2) * {products} * {each})::int AS v
    FROM generate_series(1, {orders}) o, generate_series(1, 1 + o % 4)
) lines;

INSERT INTO shop_productview (product_id, visitor, email, viewed_at, referrer)
SELECT 1 + floor(random() * {products})::int, md5((n / 4)::text), '',
    now() - interval '364 days' * ({views} - n) / {views}, 'direct'
FROM generate_series(1, {views}) n
"""


def fill(orders: int) -> None:
    """Write the shop, in the order of time, without triggers, and let PostgreSQL look at it."""
    from django.db import connection

    numbers = {
        "products": PRODUCTS,
        "each": VARIANTS_EACH,
        "orders": orders,
        "views": orders * VIEWS_AN_ORDER,
    }
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for statement in FILL.format(**numbers).split(";\n\n"):
            cursor.execute(statement)
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("VACUUM ANALYZE")


def ask(client: Any, address: str, rounds: int) -> dict[str, float]:
    """Return median and longest of some answers in milliseconds, and the queries of one."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    taken = []
    with CaptureQueriesContext(connection) as captured:
        read(client, address)
    queries = len(captured)
    for _ in range(rounds):
        begun = time.perf_counter()
        read(client, address)
        taken.append(1000 * (time.perf_counter() - begun))
    return {
        "median_ms": round(statistics.median(taken), 1),
        "longest_ms": round(max(taken), 1),
        "queries": queries,
    }


def read(client: Any, address: str) -> None:
    """Read a page to its end, or stop the benchmark."""
    response = client.get(address)
    if response.status_code != 200:  # noqa: PLR2004 - HTTP's own number
        raise SystemExit(f"{address} answered {response.status_code}")
    if response.streaming:
        for _ in response.streaming_content:
            pass


def measure(rounds: int, pages: dict[str, str]) -> dict[str, Any]:
    """Return the figures of every page."""
    from django.contrib.auth import get_user_model
    from django.test import Client
    from django.utils import timezone

    today = timezone.localdate()
    staff = get_user_model().objects.filter(is_superuser=True).first()
    staff = staff or get_user_model().objects.create_superuser("bench@example.com", "no password")
    client = Client()
    client.force_login(staff)
    found = {}
    for name, address in pages.items():
        found[name] = ask(client, address.format(year=today.year, month=today.month), rounds)
        print(f"{name:24} {found[name]}", flush=True)
    return found


def drop_indexes() -> None:
    """Take away the indexes that were made for these pages."""
    from django.db import connection

    with connection.cursor() as cursor:
        for name in INDEXES:
            cursor.execute(f"DROP INDEX IF EXISTS {name}")


def main() -> None:
    """Measure and write benchmarks/results/staff_pages.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--orders", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pages", default="", help="only pages whose name holds this")
    options = parser.parse_args()

    figures = stand.origin("django", "psycopg")
    stack = stand.prepare("staff_pages")
    try:
        from django.conf import settings

        settings.ALLOWED_HOSTS = ["testserver"]
        pages = {name: page for name, page in PAGES.items() if options.pages in name}
        fill(options.orders)
        figures["command"] = " ".join(sys.argv)
        figures["orders"] = options.orders
        figures["with_indexes"] = measure(options.rounds, pages)
        drop_indexes()
        print("without the indexes")
        figures["without_indexes"] = measure(options.rounds, pages)
    finally:
        stack.stop()
    if not options.pages:
        print(stand.save("staff_pages", figures))


if __name__ == "__main__":
    main()
