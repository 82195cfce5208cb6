"""The year in the database: whole, once, and leaving stock and other orders alone."""

import shutil
from datetime import UTC, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Count, F, Max, Sum

from shop.exceptions import ImportFileError
from shop.models import Order, OrderLine, Product, ProductView, User, Variant
from shop.services.imports.demo import DemoFolder
from shop.services.imports.demo_history import load_history
from tests.factories.shop import OrderFactory
from tests.shop.history.year import DEMO, catalogue, fits_pairs, year

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(db: None) -> None:
    """The demo's products with their variants, without texts and pictures."""
    Product.objects.bulk_create(
        Product(
            slug=each.slug,
            title=each.title,
            status=Product.Status.ACTIVE,
            source="demo",
            external_id=each.slug,
            published_at=datetime.combine(each.published, time(), tzinfo=UTC),
        )
        for each in catalogue().goods
    )
    products = dict(Product.objects.values_list("slug", "pk"))
    Variant.objects.bulk_create(
        # The SKU as an option: all that tells these variants apart.
        Variant(product_id=products[each.slug], sku=offer.sku, option1=offer.sku, stock=3)
        for each in catalogue().goods
        for offer in each.offers
    )


def test_the_whole_year_is_stored_once(shop: None) -> None:
    other = OrderFactory(line=None)
    history = year()
    told = load_history(DemoFolder(DEMO))
    assert told.seconds
    assert (told.orders, told.customers) == (len(history.orders), 1_500)
    assert told.views == len(history.views) == ProductView.objects.count()
    orders = Order.objects.filter(source="demo")
    assert orders.count() == len(history.orders)
    assert orders.values("email").distinct().count() == 1_500
    every_line_and_total_is_there()
    accounts_have_no_password()
    what_fits_is_found_in_the_database()
    assert set(Variant.objects.values_list("stock", flat=True)) == {3}

    # What staff deleted does not come back.
    orders.earliest("placed_at").delete()
    before = snapshot()
    again = load_history(DemoFolder(DEMO))
    assert again.seconds is None
    assert again.orders == told.orders - 1
    assert "there already" in str(again)
    assert snapshot() == before
    assert Order.objects.get(source="") == other


def every_line_and_total_is_there() -> None:
    history = year()
    stored = OrderLine.objects.filter(order__source="demo")
    assert stored.count() == sum(len(order.lines) for order in history.orders)
    assert not stored.filter(product=None).exists()
    assert not stored.filter(variant=None).exists()
    assert not stored.exclude(sku=F("variant__sku")).exists()
    totals = Order.objects.filter(source="demo").annotate(worth=Sum("lines__total"))
    assert not totals.exclude(goods_total=F("worth")).exists()
    revenue = totals.aggregate(Sum("total"))["total__sum"]
    assert revenue == sum(
        (order.goods_total + order.shipping_price for order in history.orders), Decimal(0)
    )
    too_early = stored.filter(order__placed_at__lt=F("product__published_at"))
    assert not too_early.exists()


def accounts_have_no_password() -> None:
    members = {buyer.email for buyer in year().buyers if buyer.has_account}
    accounts = User.objects.filter(email__in=members)
    assert accounts.count() == len(members)
    assert not any(account.has_usable_password() for account in accounts)
    ordered = Order.objects.filter(source="demo")
    assert not ordered.filter(email__in=members, customer=None).exists()
    assert not ordered.exclude(email__in=members).exclude(customer=None).exists()
    assert not ordered.exclude(customer=None).exclude(email=F("customer__email")).exists()


def what_fits_is_found_in_the_database() -> None:
    """For most accessories, the most frequent companion is something that it fits or goes with."""
    found = 0
    accessories = [each for each in catalogue().goods if each.fits]
    for each in accessories:
        product = Product.objects.get(slug=each.slug)
        first = list(OrderLine.objects.bought_together(product)[:3])
        slugs = Product.objects.filter(pk__in=[row["product_id"] for row in first])
        found += any(
            frozenset({each.slug, slug}) in fits_pairs()
            for slug in slugs.values_list("slug", flat=True)
        )
    assert found > 0.8 * len(accessories)


def snapshot() -> list[Any]:
    return [
        list(Order.objects.order_by("pk").values()),
        OrderLine.objects.aggregate(Count("pk"), Max("pk"), Sum("total")),
        ProductView.objects.aggregate(Count("pk"), Max("pk")),
        User.objects.aggregate(Count("pk"), Max("pk")),
    ]


def test_without_a_table_of_prices_nothing_is_stored(shop: None, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    shutil.copytree(DEMO, folder, ignore=shutil.ignore_patterns("drawing*", "images", "*.py"))
    (folder / "pages" / "shipping.md").unlink()
    with pytest.raises(ImportFileError, match="no table"):
        load_history(DemoFolder(folder))
    assert not Order.objects.exists()
    assert not User.objects.exists()
