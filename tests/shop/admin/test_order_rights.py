"""Each verb needs its permission: without it a member of staff gets 403 and nothing changes."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from shop.models import Order, User
from shop.services.orders.refund import refund_order
from shop.services.orders.returns import approve_return
from shop.services.staff_groups import STAFF_GROUPS, ensure_groups
from tests.factories.shop import RefundFactory
from tests.shop.admin.conftest import signed_in
from tests.shop.admin.orders_at_hand import press, shipped, version_of, wish
from tests.shop.orders.shop import everything, paid_order, place, variant_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipping")]


def returned() -> Order:
    order = shipped(paid_order())
    wish(order)
    return order


def agreed() -> Order:
    order = returned()
    approve_return(request=order.return_requests.get())
    return order


def stuck() -> Order:
    order = paid_order()
    RefundFactory(order=order, state="failed")
    return order


def partly_refunded() -> Order:
    order = paid_order()
    refund_order(
        order=order,
        lines={},
        extra=Decimal(5),
        restock=False,
        reason="Late.",
        idempotency_key="1",
    )
    return order


def whole(order: Order) -> dict[str, Any]:
    return {f"pieces_{line.pk}": line.quantity for line in order.lines.all()}


Find = Callable[[], Order]
# The verb, an order that it works on, what is sent, and the permissions beside that to see orders.
VERBS: dict[str, tuple[Find, Callable[[Order], dict[str, Any]], list[str]]] = {
    "admin-order-ship": (paid_order, whole, ["add_shipment"]),
    "admin-order-deliver": (lambda: shipped(paid_order()), lambda _: {}, ["add_shipment"]),
    "admin-order-pay": (
        lambda: place((variant_of(), 1), provider="bank_transfer"),
        lambda _: {},
        ["add_payment"],
    ),
    "admin-order-invoice": (paid_order, lambda _: {}, ["add_invoice"]),
    "admin-order-note": (paid_order, lambda _: {"text": "Hello"}, ["add_orderevent"]),
    "admin-order-cancel": (paid_order, lambda _: {}, ["change_order", "add_refund"]),
    "admin-order-refund": (
        paid_order,
        lambda _: {"extra": "5", "expected": "5", "pay": "yes", "key": str(uuid4())},
        ["add_refund"],
    ),
    "admin-refund-retry": (stuck, lambda _: {}, ["add_refund"]),
    "admin-refund-by-hand": (stuck, lambda _: {}, ["add_refund"]),
    "admin-return-approve": (returned, lambda _: {}, ["change_returnrequest"]),
    "admin-return-decline": (returned, lambda _: {"answer": "No"}, ["change_returnrequest"]),
    "admin-return-receive": (agreed, whole, ["change_returnrequest", "add_refund"]),
}


def allow(user: User, *codenames: str) -> Client:
    found = Permission.objects.filter(content_type__app_label="shop", codename__in=codenames)
    user.user_permissions.set(found)
    return signed_in(user)


def address_of(name: str, order: Order) -> str:
    if "refund-" in name:
        return reverse(name, args=[order.refunds.get().pk])
    if "return-" in name:
        return reverse(name, args=[order.return_requests.get().pk])
    return reverse(name, args=[order.pk])


def send(client: Client, name: str, order: Order) -> int:
    data = VERBS[name][1](order)
    form = {"version": version_of(order), "confirmed": "yes", **data}
    return client.post(address_of(name, order), form).status_code


@pytest.mark.parametrize("name", VERBS)
def test_each_verb_needs_each_of_its_permissions(staff: User, name: str) -> None:
    find, _, codenames = VERBS[name]
    order = find()
    before = everything(order)
    needed = ["view_order", *codenames]
    for missing in needed:
        client = allow(staff, *[each for each in needed if each != missing])
        assert send(client, name, order) == 403, missing
    assert everything(order) == before
    # The negative control: with all of them it does its work.
    assert send(allow(staff, *needed), name, order) == 302
    assert everything(order) != before or name == "admin-order-invoice"


def test_every_verb_is_covered_here() -> None:
    from shop.admin.orders.urls import urlpatterns

    names = {each.name for each in urlpatterns}
    assert names == {*VERBS, "admin-packing", "admin-orders-ship"}


def test_an_unpaid_order_is_cancelled_without_the_right_to_refund(staff: User) -> None:
    order = place((variant_of(), 1), provider="bank_transfer")
    client = allow(staff, "view_order", "change_order")
    assert send(client, "admin-order-cancel", order) == 302
    order.refresh_from_db()
    assert order.status == "cancelled"


@pytest.mark.parametrize("name", ["admin-packing", "admin-orders-ship"])
def test_pages_over_many_orders_need_theirs(staff: User, name: str) -> None:
    order = paid_order()
    address = f"{reverse(name)}?order={order.pk}"
    codenames = ["view_order"] if name == "admin-packing" else ["view_order", "add_shipment"]
    assert allow(staff, *codenames[1:]).get(address).status_code == 403
    assert allow(staff, *codenames).get(address).status_code == 200
    if name == "admin-orders-ship":
        assert allow(staff, "view_order").post(address, {"order": order.pk}).status_code == 403
        assert not order.shipments.exists()


def member_of(name: str, user: User) -> Client:
    ensure_groups()
    user.groups.set([Group.objects.get(name=name)])
    return signed_in(user)


def test_a_packer_ships_and_sees_no_refunds(staff: User) -> None:
    order = partly_refunded()
    client = member_of("Packers", staff)
    page = client.get(reverse("admin:shop_order_change", args=[order.pk])).content.decode()
    assert reverse("admin-order-ship", args=[order.pk]) in page
    for secret in ("refund", "Refund", "paid back", "€5.00", "Payments", "Cancel the order"):
        assert secret not in page, secret
    shown = client.get(reverse("admin:shop_order_changelist")).content.decode()
    assert order.number in shown
    assert "Payment" not in shown
    for name in ("admin-sales", "admin:shop_order_export", "admin:shop_refund_changelist"):
        assert client.get(reverse(name)).status_code == 403, name
    press(client, "admin-order-ship", order, **whole(order))
    assert order.shipments.get().created_by == staff


def test_the_negative_control_customer_service_sees_the_refund(staff: User) -> None:
    order = partly_refunded()
    client = member_of("Customer service", staff)
    page = client.get(reverse("admin:shop_order_change", args=[order.pk])).content.decode()
    for shown in ("Refunds", "€5.00", "Payments", "Late."):
        assert shown in page, shown


def test_groups_are_made_once_and_kept_as_staff_made_them() -> None:
    made = ensure_groups()
    assert made.keys() == STAFF_GROUPS.keys()
    assert all(made[name] >= len(each) for name, each in STAFF_GROUPS.items())
    packers = Group.objects.get(name="Packers")
    assert set(packers.permissions.values_list("codename", flat=True)) == STAFF_GROUPS["Packers"]
    packers.permissions.clear()
    assert ensure_groups() == {}
    assert not packers.permissions.exists()
