"""The demo shop's year of orders and visits, simulated from its files and stored in one go."""

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from psycopg import sql

from shop.demo.history.events import History, PlacedOrder, View
from shop.demo.history.goods import Catalogue, Good, Offer
from shop.demo.history.shipping import parse_rates
from shop.demo.history.simulate import simulate
from shop.exceptions import ImportFileError
from shop.models import Order, OrderLine, Product, ProductView, User, Variant
from shop.services.imports.demo import SOURCE, DemoFolder
from shop.services.imports.records import ProductRecord

# The page that says where parcels go and what that costs.
_SHIPPING_PAGE: Final = "shipping"
# Numbers that no order of the shop's own has.
_NUMBER: Final = "DEMO-{:05}"
_LEFT_THE_SHOP = {Order.Status.SHIPPED, Order.Status.DELIVERED, Order.Status.RETURNED}
# Rows in one statement: PostgreSQL takes 65,535 parameters, a row here has up to 40.
_BATCH: Final = 1_500


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLoad:
    """What was stored; `seconds` is None where the history was there already."""

    orders: int
    customers: int
    views: int
    seconds: float | None

    def __str__(self) -> str:
        told = f"{self.orders:,} orders of {self.customers:,} customers, {self.views:,} views"
        if self.seconds is None:
            return f"History: {told}: there already"
        return f"History: {told} in {self.seconds:.1f} s"


def load_history(demo: DemoFolder) -> HistoryLoad:
    """Simulate the demo's history and store it, unless an order of it is there already.

    What was ordered stays as it was ordered: later changes of the files change no order, and what
    staff deleted does not come back. Stock stays as it is. Raises ImportFileError when the files
    do not allow a simulation.
    """
    orders = Order.objects.filter(source=SOURCE)
    if orders.exists():
        return HistoryLoad(
            orders=orders.count(),
            customers=orders.values("email").distinct().count(),
            views=ProductView.objects.count(),
            seconds=None,
        )
    started = time.monotonic()
    history = _simulate(demo)
    with transaction.atomic():
        _store_orders(history.orders, _make_accounts(history))
        _store_views(history.views)
        _tell_the_planner()
    return HistoryLoad(
        orders=len(history.orders),
        customers=len(history.buyers),
        views=len(history.views),
        seconds=time.monotonic() - started,
    )


def _tell_the_planner() -> None:
    """Take the statistics of what was stored.

    Autovacuum comes a minute later at the earliest. Until then the planner takes the tables to be
    as small as they were and joins them row by row, which is minutes for what is bought together.
    """
    with connection.cursor() as cursor:
        for model in (User, Order, OrderLine, ProductView):
            table = model._meta.db_table  # noqa: SLF001 - Django documents it
            cursor.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(table)))


def read_catalogue(demo: DemoFolder) -> Catalogue:
    """Return the demo's goods as the simulation sees them.

    Raises ValueError when nothing is for sale.
    """
    reviews = Counter(review.product for review in demo.reviews())
    return Catalogue(
        _good(record, demo, reviews[record.slug])
        for record in demo.products()
        if record.status == Product.Status.ACTIVE and any(each.price for each in record.variants)
    )


def _simulate(demo: DemoFolder) -> History:
    page = next((page.body for page in demo.pages() if page.slug == _SHIPPING_PAGE), "")
    try:
        return simulate(read_catalogue(demo), parse_rates(page))
    except ValueError as error:
        raise ImportFileError(f"The demo's orders cannot be simulated: {error}") from error


def _good(record: ProductRecord, demo: DemoFolder, reviews: int) -> Good:
    if record.published_at is None or record.category is None:
        raise ValueError(f"{record.slug} has no category or no day of publication.")
    return Good(
        slug=record.slug,
        title=record.title,
        brand=record.brand or "",
        category=demo.category_slugs[record.category],
        published=record.published_at.date(),
        offers=tuple(
            Offer(
                sku=variant.sku,
                options=variant.options,
                price=variant.price,
                full_price=variant.compare_at_price,
            )
            for variant in record.variants
            if variant.price
        ),
        fits=frozenset(map(str, record.attributes.get("fits", ()))),
        reviews=reviews,
    )


def _payment_status(status: str) -> Order.PaymentStatus:
    if status == "returned":
        return Order.PaymentStatus.REFUNDED
    if status == Order.Status.CANCELLED:
        return Order.PaymentStatus.UNPAID
    return Order.PaymentStatus.PAID


def _make_accounts(history: History) -> dict[str, int]:
    """Make the accounts that are not there; return the ids by address.

    They have no password: nobody signs in with them.
    """
    since: dict[str, datetime] = {}
    for order in history.orders:
        since.setdefault(order.buyer.email, order.placed_at)
    members = [buyer for buyer in history.buyers if buyer.has_account]
    User.objects.bulk_create(
        (
            User(
                email=buyer.email,
                first_name=buyer.first_name,
                last_name=buyer.last_name,
                password=make_password(None),
                date_joined=since[buyer.email],
            )
            for buyer in members
        ),
        ignore_conflicts=True,
        batch_size=_BATCH,
    )
    addresses = [buyer.email for buyer in members]
    return dict(User.objects.filter(email__in=addresses).values_list("email", "pk"))


def _store_orders(placed: Sequence[PlacedOrder], accounts: Mapping[str, int]) -> None:
    demo_products = Product.objects.filter(source=SOURCE)
    products = dict(demo_products.values_list("external_id", "pk"))
    variants = dict(Variant.objects.filter(product__in=demo_products).values_list("sku", "pk"))
    rows = [
        Order(
            number=_NUMBER.format(number),
            source=SOURCE,
            external_id=order.key,
            customer_id=accounts.get(order.buyer.email),
            email=order.buyer.email,
            name=f"{order.buyer.first_name} {order.buyer.last_name}",
            country=order.buyer.country,
            currency=settings.SHOP["CURRENCY"],
            status=order.status,
            payment_status=_payment_status(order.status),
            placed_at=order.placed_at,
            goods_total=order.goods_total,
            shipping_price=order.shipping_price,
            total=order.goods_total + order.shipping_price,
            refunded_total=(
                order.goods_total + order.shipping_price if order.status == "returned" else 0
            ),
        )
        for number, order in enumerate(placed, start=1)
    ]
    Order.objects.bulk_create(rows, batch_size=_BATCH)
    OrderLine.objects.bulk_create(
        (
            OrderLine(
                order=row,
                product_id=products.get(line.slug),
                variant_id=variants.get(line.sku),
                sku=line.sku,
                title=line.title,
                options=line.options,
                unit_price=line.unit_price,
                quantity=line.quantity,
                shipped=line.quantity if order.status in _LEFT_THE_SHOP else 0,
                returned=line.quantity if order.status == "returned" else 0,
                refunded=line.quantity if order.status == "returned" else 0,
            )
            for order, row in zip(placed, rows, strict=True)
            for line in order.lines
        ),
        batch_size=_BATCH,
    )


def _store_views(views: Iterable[View]) -> None:
    """Store the views by COPY: fifty thousand rows in half a second, a fifth of INSERT's time."""
    products = dict(Product.objects.filter(source=SOURCE).values_list("external_id", "pk"))
    columns = ("product_id", "visitor", "email", "viewed_at", "referrer")
    table = ProductView._meta.db_table  # noqa: SLF001 - Django documents it
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table),
        sql.SQL(", ").join(map(sql.Identifier, columns)),
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for view in views:
            if view.slug in products:
                copy.write_row(
                    (products[view.slug], view.visitor, view.email, view.viewed_at, view.referrer)
                )
