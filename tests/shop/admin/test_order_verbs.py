"""What staff do with an order over HTTP: it happens once, says who did it, or changes nothing."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from shop.models import Order, OrderEvent, Refund, User, Variant
from shop.services.orders.returns import approve_return
from shop.services.orders.settle import settle_refund
from shop.services.orders.ship import ship_order
from tests.shop.admin.orders_at_hand import press, shipped, version_of, wish
from tests.shop.orders.shop import (
    diary,
    everything,
    letters,
    line_of,
    paid_order,
    place,
    stock_of,
    variant_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipping")]


@pytest.fixture
def variant() -> Variant:
    return variant_of("20.00", stock=10)


def told(response: Any) -> str:
    """Return the messages that wait for the next page."""
    return " ".join(str(each) for each in response.wsgi_request._messages)


def last_event(order: Order) -> OrderEvent:
    event = order.events.order_by("id").last()
    assert event is not None
    return event


def refund_form(order: Order, **more: Any) -> dict[str, Any]:
    """Return the fields of a refund that has been worked out."""
    return {"key": str(uuid4()), "pay": "yes", "expected": "0", **more}


# ----- Parcels


def test_a_part_is_sent_then_the_rest(admin: Client, superuser: User, variant: Variant) -> None:
    order = paid_order((variant, 3))
    line = line_of(order, variant)
    name = f"pieces_{line.pk}"
    sent = {name: 1, "carrier": "An Post", "tracking_number": "CE1IE"}
    response = press(admin, "admin-order-ship", order, **sent)
    assert response.status_code == 302
    order.refresh_from_db()
    parcel = order.shipments.get()
    assert (order.status, parcel.carrier, parcel.tracking_number, parcel.created_by) == (
        *("part_shipped", "An Post", "CE1IE"),
        superuser,
    )
    press(admin, "admin-order-ship", order, **{name: 2})
    order.refresh_from_db()
    assert order.status == "shipped"
    assert last_event(order).actor == superuser
    assert letters(order).count("order_shipped") == 2


def test_the_form_offers_what_is_left_and_the_usual_carrier(
    admin: Client, superuser: User, variant: Variant
) -> None:
    order = paid_order((variant, 3))
    ship_order(
        order=order,
        quantities={line_of(order, variant).pk: 1},
        carrier="Fastway",
        actor=superuser,
    )
    page = admin.get(reverse("admin-order-ship", args=[order.pk])).content.decode()
    assert 'max="2"' in page
    assert 'value="Fastway"' in page


def test_a_form_sent_twice_sends_one_parcel(admin: Client, variant: Variant) -> None:
    order = paid_order((variant, 3))
    form = {f"pieces_{line_of(order, variant).pk}": 1, "version": version_of(order)}
    press(admin, "admin-order-ship", order, **form)
    response = press(admin, "admin-order-ship", order, **form)
    assert "Something happened to this order" in response.content.decode()
    assert order.shipments.count() == 1


@pytest.mark.parametrize("count", ["4", "-1", "x"])
def test_pieces_that_are_not_there_are_not_sent(
    admin: Client, variant: Variant, count: str
) -> None:
    order = paid_order((variant, 3))
    before = everything(order)
    form = {f"pieces_{line_of(order, variant).pk}": count}
    response = press(admin, "admin-order-ship", order, **form)
    assert response.status_code == 200
    assert everything(order) == before


def test_a_note_does_not_make_an_open_form_stale(admin: Client, variant: Variant) -> None:
    order = paid_order((variant, 1))
    version = version_of(order)
    press(admin, "admin-order-note", order, text="Rang the bell.")
    form = {f"pieces_{line_of(order, variant).pk}": 1, "version": version}
    press(admin, "admin-order-ship", order, **form)
    assert order.shipments.count() == 1


def test_an_order_that_waits_for_its_money_says_so(admin: Client, variant: Variant) -> None:
    owed = place((variant, 1), provider="bank_transfer")
    at_the_door = place((variant, 1), provider="cash_on_delivery")
    pages = [
        admin.get(reverse("admin-order-ship", args=[order.pk])).content.decode()
        for order in (owed, at_the_door)
    ]
    assert ["has not come in yet" in page for page in pages] == [True, False]


def test_many_are_sent_at_once_and_a_refusal_holds_up_no_other(
    admin: Client, superuser: User, variant: Variant
) -> None:
    first, second = paid_order((variant, 1)), paid_order((variant, 2))
    ended = paid_order((variant, 1))
    Order.objects.filter(pk=ended.pk).update(status="cancelled")
    ids = [str(order.pk) for order in (first, second, ended)]
    address = reverse("admin-orders-ship")
    page = admin.get(address, {"order": ids}).content.decode()
    assert first.number in page
    assert second.number in page
    assert ended.number not in page
    form = {"order": ids, "carrier": "An Post", f"tracking_{second.pk}": "CE2IE"}
    response = admin.post(address, form)
    assert "2 orders sent." in told(response)
    numbers = [order.shipments.get().tracking_number for order in (first, second)]
    assert numbers == ["", "CE2IE"]
    assert not ended.shipments.exists()
    admin.post(address, form)
    assert first.shipments.count() == second.shipments.count() == 1


def test_the_list_leads_to_sending_and_packing(admin: Client, variant: Variant) -> None:
    order = paid_order((variant, 1))
    shown = reverse("admin:shop_order_changelist")
    for action, name in (("ship_rest", "admin-orders-ship"), ("packing_lists", "admin-packing")):
        data = {"action": action, "_selected_action": [str(order.pk)]}
        response = admin.post(shown, data)
        assert response["Location"] == f"{reverse(name)}?order={order.pk}"
    assert not order.shipments.exists()


def test_delivery_is_asked_about_and_noted(
    admin: Client, superuser: User, variant: Variant
) -> None:
    order = shipped(paid_order((variant, 1)))
    response = press(admin, "admin-order-deliver", order, confirmed="")
    assert "Have all parcels of this order arrived?" in response.content.decode()
    order.refresh_from_db()
    assert order.status == "shipped"
    press(admin, "admin-order-deliver", order)
    order.refresh_from_db()
    assert (order.status, last_event(order).actor) == ("delivered", superuser)


def test_many_arrive_and_those_on_the_shelf_stay(admin: Client, variant: Variant) -> None:
    away, here = shipped(paid_order((variant, 1))), paid_order((variant, 1))
    data = {"action": "mark_arrived", "_selected_action": [str(away.pk), str(here.pk)]}
    shown = reverse("admin:shop_order_changelist")
    assert "Mark 2 orders delivered?" in admin.post(shown, data).content.decode()
    response = admin.post(shown, {**data, "confirmed": "yes"})
    assert "1 order arrived." in told(response)
    states = [Order.objects.get(pk=order.pk).status for order in (away, here)]
    assert states == ["delivered", "placed"]


# ----- Money


def test_a_transfer_that_came_in_is_noted(admin: Client, superuser: User, variant: Variant) -> None:
    order = place((variant, 1), provider="bank_transfer")
    page = press(admin, "admin-order-pay", order, confirmed="").content.decode()
    assert "Did €24.90 come in" in page
    press(admin, "admin-order-pay", order)
    order.refresh_from_db()
    assert (order.payment_status, last_event(order).actor) == ("paid", superuser)
    before = everything(order)
    response = press(admin, "admin-order-pay", order)
    assert "paid already" in told(response)
    assert everything(order) == before


def test_cancelling_says_what_follows_and_brings_everything_back(
    admin: Client, superuser: User, variant: Variant
) -> None:
    order = paid_order((variant, 2))
    page = admin.get(reverse("admin-order-cancel", args=[order.pk])).content.decode()
    assert "2 pieces go back" in page
    assert "€44.90 go back" in page
    press(admin, "admin-order-cancel", order, reason="The tent  is sold out.")
    order.refresh_from_db()
    event = order.events.get(kind="cancelled")
    assert (order.status, stock_of(variant)) == ("cancelled", 10)
    assert (event.actor, event.text) == (superuser, "The tent is sold out.")
    assert order.refunds.get().amount == Decimal("44.90")


def test_what_has_left_is_not_cancelled(admin: Client, variant: Variant) -> None:
    order = shipped(paid_order((variant, 1)))
    before = everything(order)
    response = press(admin, "admin-order-cancel", order, reason="Too late")
    assert "is not cancelled" in told(response)
    assert everything(order) == before


def test_a_refund_shows_its_amount_and_then_pays_that_back(
    admin: Client, superuser: User, variant: Variant
) -> None:
    order = paid_order((variant, 3))
    address = reverse("admin-order-refund", args=[order.pk])
    form = {
        f"pieces_{line_of(order, variant).pk}": 2,
        "extra": "4.90",
        "restock": "on",
        "reason": "Two were too many.",
        "key": str(uuid4()),
    }
    page = admin.post(address, form).content.decode()
    assert "Pay back €44.90" in page
    assert not order.refunds.exists()
    response = admin.post(address, {**form, "pay": "yes", "expected": "44.900"})
    assert "€44.90" in told(response)
    refund = order.refunds.get()
    assert (refund.amount, refund.created_by, refund.reason) == (
        *(Decimal("44.90"), superuser),
        "Two were too many.",
    )
    assert stock_of(variant) == 9
    admin.post(address, {**form, "pay": "yes", "expected": "44.900"})
    assert order.refunds.count() == 1


def test_the_amount_alone_comes_to_a_page_that_asks_for_it(admin: Client, variant: Variant) -> None:
    order = paid_order((variant, 3))
    form = {f"pieces_{line_of(order, variant).pk}": 1, "key": str(uuid4())}
    address = reverse("admin-order-refund", args=[order.pk])
    part = admin.post(address, form, headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith("<section")
    assert "Pay back €20.00" in part


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"extra": "1000", "expected": "1000"}, "more than is left to pay back"),
        ({"extra": "5", "expected": "4"}, "another one now"),
        ({"extra": "1.001", "expected": "1.001"}, "amount that can be paid in EUR"),
        ({"extra": "-1", "expected": "-1"}, "greater than or equal to 0"),
        ({}, "Choose pieces, or give a sum."),
    ],
)
def test_a_refund_that_cannot_be_changes_nothing(
    admin: Client, variant: Variant, form: dict[str, str], words: str
) -> None:
    order = paid_order((variant, 1))
    before = everything(order)
    response = press(admin, "admin-order-refund", order, **refund_form(order, **form))
    assert words in response.content.decode() + told(response)
    assert everything(order) == before


def test_an_order_that_was_not_paid_is_not_paid_back(admin: Client, variant: Variant) -> None:
    order = place((variant, 1), provider="bank_transfer")
    before = everything(order)
    form = refund_form(order, extra="5", expected="5")
    response = press(admin, "admin-order-refund", order, **form)
    assert "no money of this order left" in told(response)
    assert everything(order) == before


def test_a_refund_that_failed_is_tried_again_or_settled_by_hand(
    admin: Client, superuser: User, variant: Variant
) -> None:
    order = place((variant, 1), provider="bank_transfer")
    press(admin, "admin-order-pay", order)
    press(admin, "admin-order-refund", order, **refund_form(order, extra="5", expected="5"))
    refund: Refund = order.refunds.get()
    settle_refund(refund=refund)
    assert refund.state == "failed"  # no provider holds the money of a transfer
    admin.post(reverse("admin-refund-retry", args=[refund.pk]), {"confirmed": "yes"})
    refund.refresh_from_db()
    assert refund.state == "pending"
    settle_refund(refund=refund)
    by_hand = reverse("admin-refund-by-hand", args=[refund.pk])
    assert "Did you pay €5.00 back yourself" in admin.post(by_hand).content.decode()
    admin.post(by_hand, {"confirmed": "yes"})
    refund.refresh_from_db()
    order.refresh_from_db()
    assert (refund.state, order.payment_status) == ("settled", "part_refunded")
    assert last_event(order).actor == superuser


def test_an_invoice_gets_its_number_once(admin: Client, variant: Variant) -> None:
    order = paid_order((variant, 1))
    press(admin, "admin-order-invoice", order)
    press(admin, "admin-order-invoice", order)
    page = admin.get(reverse("admin:shop_order_change", args=[order.pk])).content.decode()
    assert f"invoice {order.invoice.number}" in page


# ----- Returns and notes


def test_a_return_is_agreed_to_taken_in_and_paid_back(
    admin: Client, superuser: User, variant: Variant
) -> None:
    order = shipped(paid_order((variant, 2)))
    asked = wish(order)
    form = {"version": version_of(order), "answer": "Send it to us."}
    admin.post(reverse("admin-return-approve", args=[asked.pk]), form)
    asked.refresh_from_db()
    assert (asked.state, asked.answer) == ("approved", "Send it to us.")
    arrived = {
        f"pieces_{line_of(order, variant).pk}": 1,
        "restock": "on",
        "version": version_of(order),
    }
    admin.post(reverse("admin-return-receive", args=[asked.pk]), arrived)
    asked.refresh_from_db()
    order.refresh_from_db()
    assert (asked.state, order.refunded_total, stock_of(variant)) == (
        *("received", Decimal("20.00")),
        9,
    )
    assert last_event(order).actor == superuser


def test_a_return_is_declined_with_a_reason_or_not_at_all(admin: Client, variant: Variant) -> None:
    order = shipped(paid_order((variant, 1)))
    asked = wish(order)
    address = reverse("admin-return-decline", args=[asked.pk])
    before = everything(order)
    for answer in ("", " \x00 "):
        form = {"version": version_of(order), "answer": answer}
        assert admin.post(address, form).status_code == 200
    assert everything(order) == before
    admin.post(address, {"version": version_of(order), "answer": "It was worn."})
    asked.refresh_from_db()
    assert (asked.state, asked.answer) == ("declined", "It was worn.")
    response = admin.post(address, {"version": version_of(order), "answer": "Again"})
    assert "answered already" in told(response)


def test_a_return_that_nobody_agreed_to_is_not_taken_in(admin: Client, variant: Variant) -> None:
    order = shipped(paid_order((variant, 1)))
    asked = wish(order)
    before = everything(order)
    form = {f"pieces_{line_of(order, variant).pk}": 1, "version": version_of(order)}
    response = admin.post(reverse("admin-return-receive", args=[asked.pk]), form)
    assert "not on its way" in told(response)
    assert everything(order) == before
    approve_return(request=asked)
    assert admin.get(reverse("admin-return-receive", args=[asked.pk])).status_code == 200


def test_a_note_is_for_colleagues(admin: Client, superuser: User, variant: Variant) -> None:
    order = paid_order((variant, 1))
    press(admin, "admin-order-note", order, text="Ring <b>twice</b>.")
    event = last_event(order)
    assert (event.kind, event.is_public, event.actor) == ("note", False, superuser)
    page = admin.get(reverse("admin:shop_order_change", args=[order.pk])).content.decode()
    assert "Ring &lt;b&gt;twice&lt;/b&gt;." in page
    before = diary(order)
    response = press(admin, "admin-order-note", order, text=" ")
    assert "required" in told(response)
    assert diary(order) == before


@pytest.mark.parametrize("name", ["deliver", "pay", "invoice", "note"])
def test_what_is_only_posted_is_not_opened(admin: Client, variant: Variant, name: str) -> None:
    order = paid_order((variant, 1))
    assert admin.get(reverse(f"admin-order-{name}", args=[order.pk])).status_code == 405


@pytest.mark.parametrize("pk", [10**6, 10**30])
def test_an_order_that_is_not_there_is_not_found(admin: Client, pk: int) -> None:
    for name in ("ship", "cancel", "refund"):
        assert admin.get(f"/admin/orders/{pk}/{name}/").status_code == 404
    assert admin.get(f"/admin/shop/order/{pk}/change/").status_code == 404
    assert admin.get("/admin/shop/order/x/change/").status_code == 404
