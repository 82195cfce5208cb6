"""Parcels: what of an order is on its way, and what has arrived."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import F

from shop.exceptions import InvalidValue, OrderStateError
from shop.models import Order, OrderEvent, OrderLine, Shipment, ShipmentLine, User
from shop.services.imports.text import one_line
from shop.services.orders.events import record_event
from shop.services.orders.letters import write_letter
from shop.services.orders.locks import lock_order
from shop.services.orders.progress import status_of

_TO_FULFIL = {Order.Status.PLACED, Order.Status.PART_SHIPPED}
_LONGEST = 80  # as the columns


@transaction.atomic
def ship_order(
    *,
    order: Order,
    quantities: Mapping[int, int] | None = None,
    carrier: str = "",
    tracking_number: str = "",
    actor: User | None = None,
) -> Shipment:
    """Send pieces by line id, or all that have not left yet, in one parcel.

    Raises OrderStateError for an order that has nothing to send, InvalidValue for pieces it lacks.
    """
    lock_order(order=order)
    if order.status not in _TO_FULFIL:
        raise OrderStateError(f"An order that is {order.get_status_display()} is not sent.")
    lines = _lines(order)
    pieces = _pieces(lines, quantities)
    shipment = Shipment.objects.create(
        order=order,
        carrier=one_line(carrier)[:_LONGEST],
        tracking_number=one_line(tracking_number)[:_LONGEST],
        created_by=actor,
    )
    for line in lines:
        if line.pk in pieces:
            _send(line, shipment, pieces[line.pk])
    order.status = status_of(status=order.status, lines=lines)
    order.save(update_fields=["status"])
    _tell(order, shipment, actor)
    return shipment


@transaction.atomic
def mark_delivered(*, order: Order, actor: User | None = None) -> None:
    """Note that all parcels have arrived; raises OrderStateError for an order not sent whole."""
    lock_order(order=order)
    if order.status != Order.Status.SHIPPED:
        raise OrderStateError(f"An order that is {order.get_status_display()} does not arrive.")
    order.status = Order.Status.DELIVERED
    order.save(update_fields=["status"])
    record_event(order=order, kind=OrderEvent.Kind.DELIVERED, actor=actor)


def _lines(order: Order) -> list[OrderLine]:
    return list(order.lines.order_by("id"))


def _pieces(lines: Sequence[OrderLine], wanted: Mapping[int, int] | None) -> dict[int, int]:
    """Return the pieces to send by line id; raises InvalidValue where they are not to be had."""
    left = {line.pk: line.to_ship for line in lines}
    pieces = left if wanted is None else dict(wanted)
    pieces = {line_id: count for line_id, count in pieces.items() if count}
    if not pieces:
        raise InvalidValue("Choose what to send.")
    if any(not 0 < count <= left.get(line_id, 0) for line_id, count in pieces.items()):
        raise InvalidValue("That is more than is left to send.")
    return pieces


def _send(line: OrderLine, shipment: Shipment, pieces: int) -> None:
    """Count pieces as sent, if the line still is as it was read; the lock sees to it that it is."""
    unchanged = OrderLine.objects.filter(
        pk=line.pk, shipped=line.shipped, refunded=line.refunded, returned=line.returned
    )
    if not unchanged.update(shipped=F("shipped") + pieces):
        raise OrderStateError("The order changed meanwhile. Please look at it again.")
    line.shipped += pieces
    ShipmentLine.objects.create(shipment=shipment, order_line=line, quantity=pieces)


def _tell(order: Order, shipment: Shipment, actor: User | None) -> None:
    by = " ".join(filter(None, (shipment.carrier, shipment.tracking_number)))
    record_event(
        order=order,
        kind=OrderEvent.Kind.SHIPPED,
        text=f"Sent by {by}." if by else "",
        actor=actor,
        data={"shipment": shipment.pk},
    )
    write_letter(
        order=order,
        template="order_shipped",
        about=str(shipment.pk),
        shipment=shipment,
        parcel=list(shipment.lines.select_related("order_line").order_by("id")),
    )
