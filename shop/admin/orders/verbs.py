"""The buttons of an order: what its state and the visitor's permissions allow."""

from dataclasses import dataclass
from typing import Literal

from django.http import HttpRequest
from django.urls import reverse

from shop.admin.orders.rights import (
    MAY_CANCEL,
    MAY_INVOICE,
    MAY_MARK_PAID,
    MAY_REFUND,
    MAY_SHIP,
)
from shop.models import Order
from shop.models.orders import UNSOLD

Status = Order.Status
TO_SHIP = (Status.PLACED, Status.PART_SHIPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A button: a link to a form, or a post of its own that asks `confirm` first."""

    code: str
    label: str
    address: str
    style: Literal["main", "plain", "danger"] = "plain"
    is_post: bool = False
    confirm: str = ""


def verbs_of(order: Order, request: HttpRequest) -> list[Verb]:
    """Return the buttons in the order of the day: sent, arrived, paid, and what undoes it."""
    offered: tuple[tuple[bool, list[str], Verb], ...] = (
        (may_ship(order), [MAY_SHIP], _ship(order)),
        (order.status in TO_SHIP, [], _packing(order)),
        (order.status == Status.SHIPPED, [MAY_SHIP], _deliver(order)),
        (may_be_marked_paid(order), [MAY_MARK_PAID], _pay(order)),
        (order.status not in UNSOLD, [MAY_INVOICE], _invoice(order)),
        (order.refundable > 0, [MAY_REFUND], _refund(order)),
        (order.can_be_cancelled, rights_to_cancel(order), _cancel(order)),
    )
    return [verb for allows, rights, verb in offered if allows and request.user.has_perms(rights)]


def may_ship(order: Order) -> bool:
    """Return whether something of the order can be sent."""
    return order.status in TO_SHIP


def may_be_marked_paid(order: Order) -> bool:
    """Return whether staff may say that the money for the order came in."""
    is_owed = order.payment_status == Order.PaymentStatus.UNPAID
    return is_owed and order.status != Status.CANCELLED


def rights_to_cancel(order: Order) -> list[str]:
    """Return what cancelling needs: where something was paid, it pays back too."""
    return [MAY_CANCEL, MAY_REFUND] if order.refundable else [MAY_CANCEL]


def _ship(order: Order) -> Verb:
    return Verb(
        code="ship",
        label="Ship",
        address=reverse("admin-order-ship", args=[order.pk]),
        style="main",
    )


def _packing(order: Order) -> Verb:
    address = f"{reverse('admin-packing')}?order={order.pk}"
    return Verb(code="packing", label="Packing list", address=address)


def _deliver(order: Order) -> Verb:
    return Verb(
        code="deliver",
        label="Mark delivered",
        address=reverse("admin-order-deliver", args=[order.pk]),
        style="main",
        is_post=True,
        confirm="Have all parcels of this order arrived?",
    )


def _pay(order: Order) -> Verb:
    return Verb(
        code="pay",
        label="Mark paid",
        address=reverse("admin-order-pay", args=[order.pk]),
        is_post=True,
        confirm="Did the whole amount come in? The buyer is told so.",
    )


def _invoice(order: Order) -> Verb:
    return Verb(
        code="invoice",
        label="Issue invoice",
        address=reverse("admin-order-invoice", args=[order.pk]),
        is_post=True,
        confirm="Give this order the next invoice number?",
    )


def _refund(order: Order) -> Verb:
    address = reverse("admin-order-refund", args=[order.pk])
    return Verb(code="refund", label="Refund", address=address)


def _cancel(order: Order) -> Verb:
    return Verb(
        code="cancel",
        label="Cancel the order",
        address=reverse("admin-order-cancel", args=[order.pk]),
        style="danger",
    )
