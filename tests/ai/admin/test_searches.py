"""The search analytics in the admin: figures, lists, exports, fixes, and who may see them."""

import csv
from collections.abc import Callable
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ai.analytics.counting import count_searches
from ai.analytics.demand import find_unmet_demand
from ai.models import StockRequest
from shop.models import Product, User
from tests.ai.admin.conftest import signed_in
from tests.ai.analytics.conftest import Log, follow, log, shelf
from tests.factories.shop import UserFactory

__all__ = ["log", "shelf"]

PAGE = "/admin/searches/"
UNMET = "/admin/unmet-demand/"
HOSTILE = "<script>alert(1)</script>\"'&"


@pytest.fixture
def busy(log: Log, shelf: list[Product]) -> None:
    tent = log("tent", clicks=[1])
    log("tent", visitor="v2", days_ago=2)
    follow(tent, "add_to_cart", shelf[0])
    follow(tent, "order", shelf[0], amount=Decimal("49.50"), currency="EUR")
    for visitor in ("a", "b"):
        log("drone", total=0, visitor=visitor)
    log(HOSTILE, total=0)
    log("=cmd()", total=0, days_ago=9)
    count_searches()


@pytest.fixture
def clerk(db: None) -> Callable[..., Client]:
    def make(*names: str) -> Client:
        user: User = UserFactory(is_staff=True)
        for name in names:
            app, codename = name.split(".")
            user.user_permissions.add(
                Permission.objects.get(content_type__app_label=app, codename=codename)
            )
        return signed_in(user)

    return make


def page(client: Client, address: str = PAGE, **data: Any) -> str:
    response = client.get(address, data)
    assert response.status_code == 200
    return response.content.decode()


def rows(client: Client, **data: Any) -> list[dict[str, str]]:
    response = client.get("/admin/searches/export.csv", data)
    text = b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]
    return list(csv.DictReader(StringIO(text)))


def test_figures_and_queries(admin: Client, busy: None) -> None:
    text = page(admin, period="7")
    for told in ("Searches", "Found nothing", "60.0 %", "20.0 %", "€49.50", "drone", "tent"):
        assert told in text, told
    assert "Clicks by place" in text
    assert "=cmd()" not in text


def test_a_span_of_ones_own(admin: Client, busy: None) -> None:
    today = timezone.localdate()
    found = rows(admin, first=today.isoformat(), last=today.isoformat())
    assert [(row["query"], row["searches"]) for row in found] == [
        ("drone", "2"),
        (HOSTILE, "1"),
        ("tent", "1"),
    ]
    text = page(admin, first="2026-02-02", last="2026-01-01")
    assert "The last day is before the first." in text
    assert "Enter a valid date" in page(admin, first="yesterday", last="2026-01-01")
    assert "Three years are the most." in page(admin, first="1990-01-01", last="2026-01-01")


def test_exports_have_all_columns_and_no_formulas(admin: Client, busy: None) -> None:
    found = rows(admin, period="28", order="revenue")
    assert found[0] == {
        "query": "tent",
        "searches": "2",
        "found_nothing": "0",
        "found_little": "0",
        "with_a_click": "1",
        "clicks": "1",
        "into_cart": "1",
        "ordered": "1",
        "revenue": "49.500",
    }
    assert "'=cmd()" in [row["query"] for row in found]
    assert [row["query"] for row in rows(admin, show="zero", contains="dro")] == ["drone"]


def test_revenue_is_for_those_who_may_see_sales(clerk: Callable[..., Client], busy: None) -> None:
    client = clerk("ai.view_queryday")
    assert "Revenue" not in page(client, order="revenue").replace("Revenue is what", "")
    assert rows(client, order="revenue") == rows(client, order="searches")
    assert "revenue" not in rows(client)[0]
    both = clerk("ai.view_queryday", "shop.view_order", "shop.view_payment")
    assert "Revenue by query" in page(both)


@pytest.mark.parametrize(
    "address", [PAGE, "/admin/searches/export.csv", UNMET, "/admin/ai/stockrequest/"]
)
def test_it_is_for_those_who_may(clerk: Callable[..., Client], busy: None, address: str) -> None:
    assert clerk().get(address).status_code == 403


@pytest.mark.parametrize("address", ["/admin/searches/count/", "/admin/unmet-demand/group/"])
def test_buttons_send_a_task(
    admin: Client, clerk: Callable[..., Client], address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr("ai.admin.analytics.pages.send", lambda task, **_: sent.append(task.name))
    assert admin.get(address).status_code == 405
    assert clerk().post(address).status_code == 403
    assert sent == []
    assert admin.post(address).status_code == 302
    assert len(sent) == 1


def test_a_failing_query_has_its_remedies_filled_in(
    admin: Client, clerk: Callable[..., Client], busy: None
) -> None:
    text = page(admin)
    assert "/admin/ai/stockrequest/add/?query=drone&amp;searches=2" in text
    assert "query=tent" not in text.replace("/search/?q=tent", "")
    # Nobody is shown a form that would be refused.
    assert "stockrequest/add" not in page(clerk("ai.view_queryday"))


def test_hostile_queries_are_text(admin: Client, busy: None) -> None:
    find_unmet_demand()
    for address in (PAGE, UNMET):
        text = page(admin, address)
        assert "<script>alert(1)" not in text
        assert "&lt;script&gt;alert(1)" in text


def test_unmet_demand_in_groups(admin: Client, busy: None) -> None:
    assert "No search failed" in page(admin, UNMET)
    find_unmet_demand()
    text = page(admin, UNMET)
    assert "2 searches, 2 found nothing" in text
    assert "/admin/ai/stockrequest/add/?query=drone&amp;searches=2" in text


def test_a_request_to_stock_in_two_clicks(admin: Client, busy: None) -> None:
    address = "/admin/ai/stockrequest/add/?query=drone&searches=2"
    assert 'value="drone"' in page(admin, address)
    filled = {"query": "drone", "searches": "2", "note": "With a camera.", "status": "open"}
    assert admin.post(address, filled).status_code == 302
    made = StockRequest.objects.get()
    assert (made.query, made.searches, made.status) == ("drone", 2, "open")
    assert made.created_by is not None
    assert "drone" in page(admin, "/admin/ai/stockrequest/")
    again = admin.post(address, filled).content.decode()
    assert "already exists" in again
    assert StockRequest.objects.count() == 1


def test_pages_of_queries(admin: Client, log: Log) -> None:
    for number in range(60):
        log(f"query {number:02}")
    count_searches()
    assert "query 49" in page(admin)
    assert "query 50" not in page(admin)
    assert "query 59" in page(admin, page=2)
    assert "query 00" in page(admin, page=99)
    assert "query 00" in page(admin, page="x")


def test_more_queries_cost_no_more_statements(admin: Client, log: Log) -> None:
    def count() -> int:
        count_searches()
        page(admin)
        with CaptureQueriesContext(connection) as captured:
            page(admin)
        return len(captured)

    log("first", total=0)
    few = count()
    for number in range(40):
        log(f"query {number}", total=0)
    assert count() == few


def test_a_shop_without_a_single_search(admin: Client) -> None:
    text = page(admin)
    assert "No such searches in this span." in text
    assert rows(admin) == []


def test_it_says_when_nothing_is_recorded(admin: Client, settings: Any) -> None:
    settings.AI = {**settings.AI, "EVENTS": {"is_on": False}}
    assert "Nothing is being recorded" in page(admin)
