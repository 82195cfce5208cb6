"""What goes back for some pieces of an order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from shop.exceptions import InvalidValue, OrderStateError, RefundTooLarge
from shop.models import Order, OrderLine
from shop.money import NOTHING, round_money
from shop.services.orders.shares import paid_shares, share_of_pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundAmounts:
    """What goes back by line id, the sum beside it, and both together."""

    by_line: Mapping[int, Decimal]
    extra: Decimal

    @property
    def total(self) -> Decimal:
        """The whole amount."""
        return sum(self.by_line.values(), self.extra)


def quote_refund(
    *, order: Order, lines: Mapping[int, int], extra: Decimal = NOTHING
) -> RefundAmounts:
    """Return what goes back for pieces by line id, and a sum beside them.

    A piece brings back what was paid for it, or what is left when more went back before. Raises
    RefundTooLarge, OrderStateError where nothing was paid, InvalidValue for what makes no sense.
    """
    check_extra(order=order, extra=extra)
    left = order.refundable - extra
    if left < 0:
        raise RefundTooLarge
    all_lines = list(order.lines.order_by("id"))
    shares = paid_shares(order=order, lines=all_lines).by_line
    by_line: dict[int, Decimal] = {}
    for line in chosen_lines(lines=all_lines, pieces=lines):
        amount = share_of_pieces(
            share=shares[line.pk],
            quantity=line.quantity,
            before=line.refunded,
            pieces=lines[line.pk],
            currency=order.currency,
        )
        by_line[line.pk] = min(amount, left)
        left -= by_line[line.pk]
    return RefundAmounts(by_line=by_line, extra=extra)


def shipping_share(*, order: Order) -> Decimal:
    """Return what was paid for the shipping, with its tax."""
    return paid_shares(order=order, lines=list(order.lines.order_by("id"))).shipping


def check_extra(*, order: Order, extra: Decimal) -> None:
    """Raise where no money can go back at all, or not such a sum."""
    if order.payment_status == Order.PaymentStatus.UNPAID:
        raise OrderStateError("This order was not paid: there is nothing to pay back.")
    if not extra.is_finite() or extra < 0 or round_money(extra, order.currency) != extra:
        raise InvalidValue(f"Give an amount that can be paid in {order.currency}.")


def chosen_lines(*, lines: Sequence[OrderLine], pieces: Mapping[int, int]) -> list[OrderLine]:
    """Return the lines that pieces are chosen of; raises where they are not there to pay back."""
    chosen = [line for line in lines if line.pk in pieces]
    if len(chosen) != len(pieces) or any(count < 1 for count in pieces.values()):
        raise InvalidValue("Choose pieces of this order's lines.")
    if any(pieces[line.pk] > line.quantity - line.refunded for line in chosen):
        raise RefundTooLarge("More pieces than are left to pay back.")
    return chosen
