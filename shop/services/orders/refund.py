"""Money that goes back: decided here, in one transaction; paid back by settle.py, outside of it."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction

from shop.amounts import format_amount
from shop.exceptions import InvalidValue
from shop.models import Order, OrderEvent, OrderLine, Payment, Refund, RefundLine, User
from shop.money import NOTHING
from shop.services.coupons import release_coupon
from shop.services.orders.events import record_event
from shop.services.orders.locks import lock_order, saying_busy
from shop.services.orders.progress import status_of
from shop.services.orders.refund_amounts import RefundAmounts, quote_refund
from shop.services.orders.stock import return_stock
from shop.signals import refund_requested


@saying_busy()
@transaction.atomic
def refund_order(
    *,
    order: Order,
    lines: Mapping[int, int],
    extra: Decimal = NOTHING,
    restock: bool,
    reason: str = "",
    actor: User | None = None,
    idempotency_key: str,
) -> Refund:
    """Decide to pay back pieces by line id and a sum beside them; the same key decides once.

    Pieces that have not left are taken first, and are not sent any more. `restock` puts pieces on
    the shelf: those that never left, and those of the others that the shop has back. Raises
    RefundTooLarge, OrderStateError or InvalidValue; then nothing is changed.
    """
    lock_order(order=order)
    known = order.refunds.filter(idempotency_key=idempotency_key).first()
    if known is not None:
        return known
    amounts = quote_refund(order=order, lines=lines, extra=extra)
    chosen = list(order.lines.filter(pk__in=lines).order_by("id"))
    restocked = {
        line.pk: take_out(line=line, pieces=lines[line.pk], restock=restock) for line in chosen
    }
    refund = open_refund(
        order=order,
        amounts=amounts,
        pieces=lines,
        restocked=restocked,
        reason=reason,
        actor=actor,
        idempotency_key=idempotency_key,
    )
    move_on(order=order)
    return_stock(quantities=by_variant(lines=chosen, pieces=restocked))
    return refund


def take_out(*, line: OrderLine, pieces: int, restock: bool) -> int:
    """Count pieces of a line as paid back; return how many of them go on the shelf.

    What is missing in the shop is given up first: it was never on the shelf.
    """
    unsent = min(pieces, line.to_ship)
    missing = min(unsent, line.missing)
    came_back = min(pieces - unsent, line.returnable) if restock else 0
    line.refunded += pieces
    line.returned += came_back
    line.backordered -= missing
    line.save(update_fields=["refunded", "returned", "backordered"])
    return unsent - missing + came_back if restock else 0


def open_refund(
    *,
    order: Order,
    amounts: RefundAmounts,
    pieces: Mapping[int, int],
    restocked: Mapping[int, int],
    reason: str,
    actor: User | None,
    idempotency_key: str,
) -> Refund:
    """Write the refund down and have it paid back after the commit."""
    if not amounts.total:
        raise InvalidValue("There is nothing to pay back for this.")
    refund = Refund.objects.create(
        order=order,
        payment=order.payments.filter(state=Payment.State.PAID).first(),
        amount=amounts.total,
        reason=reason,
        idempotency_key=idempotency_key,
        created_by=actor,
    )
    RefundLine.objects.bulk_create(
        RefundLine(
            refund=refund,
            order_line_id=line_id,
            quantity=pieces[line_id],
            restocked=restocked.get(line_id, 0),
            amount=amount,
        )
        for line_id, amount in amounts.by_line.items()
    )
    order.refunded_total += amounts.total
    order.save(update_fields=["refunded_total"])
    _note(order, refund, actor)
    refund_requested.send(Refund, refund_id=refund.pk)
    return refund


def refund_rest(
    *,
    order: Order,
    restocked: Mapping[int, int],
    reason: str,
    actor: User | None,
    idempotency_key: str,
) -> Refund | None:
    """Pay back whatever of the order's money is left, all pieces included; None for nothing."""
    left = order.refundable
    if not left:
        return None
    lines = [line for line in order.lines.order_by("id") if line.refunded < line.quantity]
    pieces = {line.pk: line.quantity - line.refunded for line in lines}
    by_line = quote_refund(order=order, lines=pieces).by_line
    for line in lines:
        line.refunded = line.quantity
        line.save(update_fields=["refunded"])
    return open_refund(
        order=order,
        amounts=RefundAmounts(by_line=by_line, extra=left - sum(by_line.values(), NOTHING)),
        pieces=pieces,
        restocked=restocked,
        reason=reason,
        actor=actor,
        idempotency_key=idempotency_key,
    )


def move_on(*, order: Order) -> None:
    """Bring the order's status in step with its pieces; one that has none left is cancelled."""
    status = status_of(status=order.status, lines=list(order.lines.all()))
    if status == order.status:
        return
    order.status = status
    order.save(update_fields=["status"])
    if status == Order.Status.CANCELLED:
        release_coupon(order=order)
        record_event(order=order, kind=OrderEvent.Kind.CANCELLED)


def by_variant(*, lines: list[OrderLine], pieces: Mapping[int, int]) -> dict[int, int]:
    """Return pieces by line id as pieces by variant id; none where the variant is gone."""
    found: dict[int, int] = {}
    for line in lines:
        if line.variant_id is not None:
            found[line.variant_id] = found.get(line.variant_id, 0) + pieces.get(line.pk, 0)
    return found


def _note(order: Order, refund: Refund, actor: User | None) -> None:
    amount = format_amount(refund.amount, order.currency)
    record_event(
        order=order,
        kind=OrderEvent.Kind.NOTE,
        text=f"{amount} to be paid back. {refund.reason}".strip(),
        is_public=False,
        actor=actor,
        data={"refund": refund.pk},
    )
