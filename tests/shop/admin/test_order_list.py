"""The list of orders: what each filter shows, in which order, and what leaves it as CSV."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from shop.admin.orders import export
from shop.models import Order
from shop.models.fulfilment import ReturnRequest
from tests.factories.shop import OrderFactory, RefundFactory

pytestmark = pytest.mark.django_db


def shown(client: Client, **query: str) -> list[str]:
    """Return the numbers in the list, as they stand below each other."""
    response = client.get(reverse("admin:shop_order_changelist"), query)
    assert response.status_code == 200
    return [order.number for order in response.context["cl"].result_list]


def placed(number: str, days_ago: int = 0, **more: Any) -> Order:
    when = timezone.now() - timedelta(days=days_ago)
    return OrderFactory(number=number, placed_at=when, **more)


def test_what_is_to_ship_starts_with_who_waits_longest(admin: Client) -> None:
    placed("NEW", 1, payment_status="paid")
    placed("OLD", 9, payment_status="paid", status="part_shipped")
    placed("OWED", 5, payment_provider="bank_transfer")
    placed("DOOR", 3, payment_provider="cash_on_delivery")
    placed("GONE", 9, payment_status="paid", status="shipped")
    assert shown(admin, work="to_ship") == ["OLD", "DOOR", "NEW"]
    assert shown(admin, work="unpaid") == ["OWED"]
    assert shown(admin) == ["NEW", "DOOR", "OWED", "GONE", "OLD"]


def test_returns_and_refunds_that_need_somebody(admin: Client) -> None:
    wanted, answered, stuck = placed("WANTED"), placed("ANSWERED"), placed("STUCK")
    ReturnRequest.objects.create(order=wanted, reason="Too small")
    ReturnRequest.objects.create(order=answered, reason="Too small", state="declined")
    RefundFactory(order=stuck, state="failed")
    RefundFactory(order=answered)
    assert shown(admin, work="returns") == ["WANTED"]
    assert shown(admin, work="stuck_refunds") == ["STUCK"]


def test_orders_by_country_payment_and_month(admin: Client) -> None:
    placed("IE")
    placed("DE", country="DE", payment_status="paid")
    old = placed("OLD", 400)
    assert shown(admin, country="DE") == ["DE"]
    assert shown(admin, payment_status__exact="paid") == ["DE"]
    assert shown(admin, placed_at__year=str(old.placed_at.year)) == ["OLD"]


def export_of(client: Client, query: str = "") -> Any:
    return client.post(f"{reverse('admin:shop_order_export')}?{query}", {"format": "0"})


def test_the_export_follows_the_filter_and_runs_no_formula(admin: Client) -> None:
    placed("A-1", name="=HYPERLINK(1)", country="DE")
    placed("B-1")
    text = export_of(admin, "country=DE").content.decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["number"], row["name"], row["pieces_to_ship"]) for row in rows] == [
        ("A-1", "'=HYPERLINK(1)", "1")
    ]
    assert (rows[0]["total"], rows[0]["currency"]) == ("24.900", "EUR")


def test_too_many_orders_are_not_exported(admin: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(export, "MAX_ROWS", 2)
    OrderFactory.create_batch(3)
    response = export_of(admin)
    assert response["Content-Type"].startswith("text/html")
    told = " ".join(str(each) for each in response.context["messages"])
    assert "choose a month or another filter" in told
