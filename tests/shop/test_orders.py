"""What the database refuses of orders, and what is read from them."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from shop.models import Order, OrderLine, ProductView
from tests.factories.shop import (
    OrderFactory,
    OrderLineFactory,
    ProductFactory,
    UserFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db


def numbered_again() -> None:
    OrderFactory(number=OrderFactory(number="A1").number)


def brought_along_again() -> None:
    OrderFactory.create_batch(2, source="s", external_id="1")


def looked_at(**fields: Any) -> None:
    ProductView.objects.create(product=ProductFactory(), **{"visitor": "v", **fields})


@pytest.mark.parametrize(
    ("make", "rule"),
    [
        (numbered_again, "shop_order_number"),
        (brought_along_again, "order_external_id_unique"),
        (lambda: OrderFactory(total=Decimal("24.89")), "order_total_adds_up"),
        (lambda: OrderFactory(goods_total=Decimal("-1.00")), "order_amounts_not_negative"),
        (lambda: OrderFactory(status="lost"), "order_status_known"),
        (lambda: OrderFactory(country="ie"), "order_country_and_currency_codes"),
        (lambda: OrderFactory(currency="€"), "order_country_and_currency_codes"),
        (lambda: OrderFactory(email=""), "order_number_and_email_present"),
        (lambda: OrderLineFactory(quantity=0), "order_line_quantity_positive"),
        (lambda: OrderLineFactory(unit_price=Decimal(-1)), "order_line_price_not_negative"),
        (lambda: OrderLineFactory(title=""), "order_line_sku_and_title_present"),
        (lambda: looked_at(referrer="hearsay"), "product_view_referrer_known"),
        (lambda: looked_at(visitor=""), "product_view_visitor_present"),
    ],
)
def test_the_database_refuses(make: Callable[[], Any], rule: str) -> None:
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        make()


def test_orders_from_nowhere_may_lack_an_id_there() -> None:
    OrderFactory.create_batch(2, source="", external_id="")
    assert Order.objects.count() == 2


def test_a_line_costs_its_price_times_its_quantity() -> None:
    line = OrderLineFactory(unit_price=Decimal("6.50"), quantity=3)
    line.refresh_from_db()
    assert line.total == Decimal("19.50")


def test_a_line_keeps_its_words_when_the_product_is_gone() -> None:
    line = OrderLineFactory()
    title, sku = line.title, line.sku
    line.product.delete()
    line.refresh_from_db()
    assert (line.product_id, line.variant_id) == (None, None)
    assert (line.title, line.sku) == (title, sku)


def test_an_order_outlives_its_account() -> None:
    order = OrderFactory(customer=UserFactory())
    order.customer.delete()
    order.refresh_from_db()
    assert order.customer is None


def test_an_account_sees_its_own_orders_only() -> None:
    customer = UserFactory()
    own = OrderFactory(customer=customer)
    OrderFactory(customer=UserFactory())
    OrderFactory(email=customer.email)
    assert list(Order.objects.of_customer(customer)) == [own]


def test_orders_cancelled_or_not_paid_yet_are_not_sales_and_returned_ones_were() -> None:
    for status in Order.Status:
        OrderFactory(status=status)
    sold = set(Order.objects.sold().values_list("status", flat=True))
    assert sold == {"placed", "part_shipped", "shipped", "delivered", "returned"}


def order_of(*products: Any, **fields: Any) -> None:
    order = OrderFactory(line=None, **fields)
    for product in products:
        OrderLineFactory(order=order, variant=product.variants.first())


def test_what_is_bought_together_is_counted_by_orders() -> None:
    tent, pegs, mug, lamp = ProductFactory.create_batch(4)
    order_of(tent, pegs, mug)
    # Two variants of one product in one order count once.
    order_of(tent, pegs)
    OrderLineFactory(
        order=Order.objects.latest("pk"),
        variant=VariantFactory(product=pegs, option1="Red"),
        quantity=5,
    )
    order_of(tent, lamp, status=Order.Status.CANCELLED)
    order_of(pegs, lamp)
    assert list(OrderLine.objects.bought_together(tent)) == [
        {"product_id": pegs.pk, "orders": 2},
        {"product_id": mug.pk, "orders": 1},
    ]


def test_what_is_no_longer_in_the_catalogue_is_not_among_it() -> None:
    tent, pegs = ProductFactory.create_batch(2)
    order_of(tent, pegs)
    pegs.delete()
    assert list(OrderLine.objects.bought_together(tent)) == []


def test_the_latest_look_of_a_visitor_comes_first() -> None:
    first, second = ProductFactory.create_batch(2)
    for product, visitor in ((first, "a"), (second, "a"), (first, "b")):
        ProductView.objects.create(product=product, visitor=visitor)
    assert [view.product for view in ProductView.objects.of_visitor("a")] == [second, first]
