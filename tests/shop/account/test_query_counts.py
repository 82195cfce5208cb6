"""No page of an account asks the database more often because there is more to show."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from shop.models import Address, User
from shop.services.wishlist import add_to_wishlist
from tests.factories.shop import OrderFactory, ProductFactory, ReviewFactory
from tests.shop.account.conftest import sign_in

pytestmark = pytest.mark.django_db

LIMIT = 20
PAGES = ("", "addresses/", "reviews/", "wishlist/", "details/", "privacy/")


def fill(user: User, size: int) -> None:
    for number in range(size):
        product = ProductFactory()
        add_to_wishlist(user=user, product=product)
        ReviewFactory(product=product, author=user)
        OrderFactory(customer=user, email=user.email)
        Address.objects.create(customer=user, name=f"Ada {number}", country="IE")


def count(client: Client) -> dict[str, int]:
    counts = {}
    for page in PAGES:
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/account/{page}")
        counts[page] = len(queries)
    return counts


def test_much_or_little_costs_the_same_queries(ada: User, at_home: Client) -> None:
    fill(ada, 4)
    few = count(at_home)
    fill(ada, 16)
    assert count(at_home) == few
    assert max(few.values()) <= LIMIT


def test_the_count_notices_a_query_for_each_row(
    ada: User, at_home: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: where the products of reviews are read one by one, the counts differ."""
    monkeypatch.setattr(
        "django.db.models.query.QuerySet.select_related", lambda self, *_fields: self.all()
    )
    fill(ada, 4)
    few = count(at_home)
    fill(ada, 4)
    assert count(at_home)["reviews/"] > few["reviews/"]


def test_the_sessions_are_few_queries_each(ada: User, at_home: Client) -> None:
    """Each is looked at: one that has ended is not shown. People have a handful."""
    with CaptureQueriesContext(connection) as one:
        at_home.get("/account/security/")
    sign_in(Client(), ada.email)
    with CaptureQueriesContext(connection) as two:
        at_home.get("/account/security/")
    assert len(two) - len(one) <= 3
