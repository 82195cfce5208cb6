"""No page of the way to an order asks the database more often because there is more on it."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from shop.models import Order, User
from shop.services.orders.ship import ship_order
from shop.services.orders.tokens import order_token
from tests.factories.shop import OrderFactory, ProductFactory
from tests.shop.views.buying.buyers import order_by
from tests.shop.views.buying.conftest import cart_of, put_in
from tests.shop.views.conftest import AddPicture

pytestmark = pytest.mark.django_db
LIMIT = 50


@pytest.fixture
def fill(
    client: Client, market: None, shopper: User, add_picture: AddPicture
) -> Callable[[int], None]:
    """Return a function that brings the cart, and what is kept beside it, to n lines each."""
    client.force_login(shopper)

    def bring(size: int) -> None:
        for _ in range(size):
            for keep in (False, True):
                product = ProductFactory()
                add_picture(product, size=(40, 48))
                cart = put_in(client, product.variants.get())
                if keep:
                    line = cart.lines.latest("id")
                    client.post(f"/cart/lines/{line.pk}/save/")

    return bring


def count_queries(client: Client, *paths: str) -> dict[str, int]:
    counts = {}
    for path in paths:
        client.get(path)  # what a session has to say once is said
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        counts[path] = len(queries)
    return counts


def bought(client: Client, size: int) -> Order:
    """Return an order of so many lines, with a parcel and a diary."""
    for _ in range(size):
        put_in(client, ProductFactory().variants.get())
    order = order_by(client, payment_provider="bank_transfer")
    ship_order(order=order, carrier="An Post", tracking_number="1")
    return order


def test_the_cart_and_the_checkout(client: Client, fill: Callable[[int], None]) -> None:
    fill(5)
    few = count_queries(client, "/cart/", "/checkout/")
    fill(45)
    assert cart_of(client).lines.to_buy().count() == 50
    assert count_queries(client, "/cart/", "/checkout/") == few
    assert max(few.values()) <= LIMIT


def test_an_order_its_invoice_and_its_return(client: Client, market: None) -> None:
    counts = []
    for size in (5, 50):
        token = order_token(bought(client, size))
        paths = [f"/orders/{token}/{end}" for end in ("", "invoice/", "return/")]
        counts.append([*count_queries(client, *paths).values()])
    assert counts[0] == counts[1]
    assert max(counts[0]) <= LIMIT


def test_an_accounts_orders(client: Client, shopper: User) -> None:
    client.force_login(shopper)
    counts = []
    for size in (5, 45):
        for _ in range(size):
            OrderFactory(customer=shopper)
        counts.append(count_queries(client, "/account/orders/"))
    assert counts[0] == counts[1]
    assert max(counts[0].values()) <= LIMIT


def test_a_visitor_without_a_cart_costs_no_query(client: Client, market: None) -> None:
    with CaptureQueriesContext(connection) as queries:
        client.get("/faq/")
    assert not [each for each in queries if "shop_cart" in each["sql"]]


def test_a_visitor_with_a_cart_costs_one(client: Client, market: None) -> None:
    put_in(client, ProductFactory().variants.get())
    with CaptureQueriesContext(connection) as queries:
        client.get("/faq/")
    assert len([each for each in queries if "shop_cart" in each["sql"]]) == 1


def test_the_count_notices_a_query_for_each_line(
    client: Client, fill: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: without the prefetch of lines the same measurement differs."""
    monkeypatch.setattr(
        "shop.models.cart.CartLineQuerySet.for_pages", lambda lines: lines.select_related("cart")
    )
    fill(2)
    few = count_queries(client, "/cart/")
    fill(3)
    assert count_queries(client, "/cart/")["/cart/"] > few["/cart/"]
