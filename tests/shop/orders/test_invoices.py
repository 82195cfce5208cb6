"""Invoices: one an order, numbered without a gap, whoever asks at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Max

from shop.exceptions import OrderStateError
from shop.models import Invoice, Order
from shop.services.orders.invoices import issue_invoice
from tests.factories.shop import OrderFactory

TOGETHER = 6


@pytest.mark.django_db
def test_an_order_has_one_invoice_and_each_year_counts_from_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second, third = OrderFactory.create_batch(3)
    day = datetime(2026, 12, 31, 12, tzinfo=UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: day)
    assert issue_invoice(order=first).number == "2026-00001"
    assert issue_invoice(order=second).number == "2026-00002"
    assert issue_invoice(order=first).number == "2026-00001"
    day = datetime(2027, 1, 1, 12, tzinfo=UTC)
    assert issue_invoice(order=third).number == "2027-00001"


@pytest.mark.django_db
def test_what_was_not_sold_has_no_invoice() -> None:
    for status in ("pending", "cancelled"):
        with pytest.raises(OrderStateError):
            issue_invoice(order=OrderFactory(status=status))
    assert not Invoice.objects.exists()


@pytest.mark.django_db
def test_a_number_that_was_not_used_is_given_to_the_next() -> None:
    one, two = OrderFactory.create_batch(2)
    with transaction.atomic():
        assert issue_invoice(order=one).serial == 1
        transaction.set_rollback(True)
    assert issue_invoice(order=two).serial == 1


def issue(order: Order) -> int:
    try:
        return issue_invoice(order=order).serial
    except Exception:
        return 0
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_numbers_that_are_asked_for_at_once_follow_each_other() -> None:
    orders = OrderFactory.create_batch(TOGETHER)
    with ThreadPoolExecutor(TOGETHER) as pool:
        serials = list(pool.map(issue, [*orders, *orders]))
    assert sorted(serials[:TOGETHER]) == list(range(1, TOGETHER + 1))
    assert serials[:TOGETHER] == serials[TOGETHER:]
    assert Invoice.objects.aggregate(Max("serial"))["serial__max"] == TOGETHER


@pytest.mark.django_db(transaction=True)
def test_without_the_lock_they_would_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: all read the same last number, and all but one fail."""
    orders = OrderFactory.create_batch(TOGETHER)
    create, barrier = Invoice.objects.create, Barrier(TOGETHER)

    def later(**values: Any) -> Invoice:
        barrier.wait(5)
        return create(**values)

    monkeypatch.setattr("shop.services.orders.invoices._one_at_a_time", lambda _: None)
    monkeypatch.setattr(Invoice.objects, "create", later)
    with ThreadPoolExecutor(TOGETHER) as pool:
        serials = list(pool.map(issue, orders))
    assert serials.count(0) == TOGETHER - 1
