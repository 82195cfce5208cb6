"""Staff's day in Chromium: an order is packed, sent and paid back; its pages keep nobody out."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from shop.models import Order, OrderEvent, ReturnRequest, User
from tests.factories.shop import VariantFactory
from tests.functional.conftest import browser  # noqa: F401
from tests.functional.visitor import RULES
from tests.shop.admin.browsing import Desk, at_desk, desk  # noqa: F401
from tests.shop.admin.orders_at_hand import shipped, wish
from tests.shop.buying.conftest import shipping
from tests.shop.orders.shop import paid_order, place, stock_of

__all__ = ["shipping"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_one_order_from_the_list_to_the_refund(at_desk: Desk, shipping: None) -> None:  # noqa: F811
    tent = VariantFactory(sku="TENT-1", product__title="Ridge Tent", stock=10)
    order = paid_order((tent, 2), note="Ring twice.")

    page = at_desk.open(reverse("admin:index"))
    page.get_by_role("link", name="1 to ship").click()
    page.get_by_role("link", name=order.number).click()
    page.get_by_role("link", name="Packing list").click()
    expect(page.get_by_role("heading", name=order.number)).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    expect(page.get_by_text("Ring twice.")).to_be_visible()

    page = at_desk.open(reverse("admin:shop_order_change", args=[order.pk]))
    page.get_by_role("link", name="Ship", exact=True).click()
    page.get_by_label("Pieces of TENT-1").fill("1")
    page.get_by_label("Carrier").fill("An Post")
    page.get_by_label("Tracking number").fill("CE123456789IE")
    page.get_by_role("button", name="Send the parcel").click()
    expect(page.get_by_text(f"1 piece of {order.number} sent.")).to_be_visible()
    expect(page.get_by_text("partly shipped")).to_be_visible()
    expect(page.get_by_text("Sent by An Post CE123456789IE.")).to_be_visible()

    page.get_by_role("link", name="Refund", exact=True).click()
    page.get_by_label("Pieces of TENT-1").fill("1")
    pay = page.get_by_role("button", name="Pay back €20.00")
    expect(pay).to_be_visible()
    page.get_by_label("And a sum beside them").fill("4.90")
    page.get_by_label("Put the pieces back on the shelf").check()
    page.get_by_role("button", name="Pay back €24.90").click()
    expect(page.get_by_text(f"€24.90 of {order.number} goes back.")).to_be_visible()
    assert stock_of(tent) == 9
    order.refresh_from_db()
    assert (order.status, str(order.refunded_total)) == ("shipped", "24.900")

    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Mark delivered").click()
    expect(page.get_by_text(f"{order.number} has arrived.")).to_be_visible()
    page.get_by_label("Note for colleagues").fill("A patient buyer.")
    page.get_by_role("button", name="Add the note").click()
    expect(page.get_by_text("A patient buyer.")).to_be_visible()


def test_a_scanner_fills_the_numbers_and_sends_them_once(
    at_desk: Desk,  # noqa: F811
    shipping: None,
) -> None:
    tent = VariantFactory(stock=10)
    orders = [paid_order((tent, 1)) for _ in range(2)]
    owed = place((tent, 1), provider="bank_transfer")
    query = "&".join(f"order={order.pk}" for order in (*orders, owed))
    page = at_desk.open(f"{reverse('admin-orders-ship')}?{query}")
    page.get_by_label("Carrier of all of them").fill("An Post")
    page.get_by_label(f"Tracking number of {orders[0].number}").focus()
    for number in ("CE1IE", "CE2IE"):
        page.keyboard.type(number)
        page.keyboard.press("Enter")
    expect(page.get_by_label(f"Send {owed.number}")).not_to_be_checked()
    page.get_by_role("button", name="Send the ticked ones").click()
    expect(page.get_by_text("2 orders sent.")).to_be_visible()
    sent = [order.shipments.get().tracking_number for order in orders]
    assert sent == ["CE1IE", "CE2IE"]
    assert not owed.shipments.exists()


def test_a_column_is_read_out_where_the_pointer_is(at_desk: Desk, shipping: None) -> None:  # noqa: F811
    paid_order((VariantFactory(), 1))
    page = at_desk.open(f"{reverse('admin-sales')}?period=7")
    page.locator(".chart-room").last.hover()
    expect(page.locator(".chart-readout")).to_contain_text("€24.90 · before: €0.00")


def busy_order() -> Order:
    """Return an order of whose page every part has something to show."""
    order = shipped(paid_order((VariantFactory(product__title="Kettle " * 12), 2)))
    wish(order)
    ReturnRequest.objects.create(order=order, reason="x", state="declined", answer="No. " * 40)
    OrderEvent.objects.create(order=order, kind="note", text="w" * 200, is_public=False)
    return order


def pages_of(order: Order) -> list[str]:
    waiting = paid_order((VariantFactory(stock=0, allow_backorder=True), 1), note="Ring twice.")
    unpaid = place((VariantFactory(), 1), provider="bank_transfer")
    asked = order.return_requests.get(state="requested")
    return [
        reverse("admin:index"),
        reverse("admin-sales"),
        reverse("admin-restock"),
        reverse("admin:shop_order_change", args=[order.pk]),
        reverse("admin-order-ship", args=[unpaid.pk]),
        reverse("admin-order-refund", args=[order.pk]),
        reverse("admin-order-cancel", args=[waiting.pk]),
        reverse("admin-return-decline", args=[asked.pk]),
        f"{reverse('admin-orders-ship')}?order={waiting.pk}&order={unpaid.pk}",
        f"{reverse('admin-packing')}?order={waiting.pk}&order={unpaid.pk}",
    ]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
def test_the_pages_keep_nobody_out(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    superuser: User,
    shipping: None,
    width: int,
    scheme: str,
) -> None:
    context, seat = desk(browser, live_server, superuser, width=width)
    seat.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    barriers, too_wide = [], []
    for address in pages_of(busy_order()):
        page = seat.open(address)
        options = {"resultTypes": ["violations"], "runOnly": RULES}
        found = Axe().run(page, options=options).response["violations"]
        barriers += [
            f"{address} {each['id']}: {node['html'][:120]}"
            for each in found
            for node in each["nodes"]
        ]
        if seat.overflow() > 0:
            too_wide.append(address)
    context.close()
    assert barriers == []
    assert too_wide == []
    assert seat.complaints == []


def test_without_scripts_the_refund_is_worked_out_by_a_button(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    superuser: User,
    shipping: None,
) -> None:
    order = paid_order((VariantFactory(sku="TENT-1"), 2))
    context, seat = desk(browser, live_server, superuser, js=False)
    page = seat.page
    page.goto(live_server.url + reverse("admin-order-refund", args=[order.pk]))
    page.get_by_label("Pieces of TENT-1").fill("1")
    page.get_by_role("button", name="Work out the amount").click()
    page.get_by_role("button", name="Pay back €20.00").click()
    expect(page.get_by_text(f"€20.00 of {order.number} goes back.")).to_be_visible()
    context.close()
    assert order.refunds.get().created_by == superuser
