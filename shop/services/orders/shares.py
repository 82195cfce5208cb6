"""What of an order's total was paid for which line: sums that add up to the total to the cent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from shop.models import Order, OrderLine
from shop.money import NOTHING, allocate, round_money


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidShares:
    """The parts of a total: by line id, and for the shipping."""

    by_line: Mapping[int, Decimal]
    shipping: Decimal


def paid_shares(*, order: Order, lines: Sequence[OrderLine]) -> PaidShares:
    """Split the order's total over its lines and the shipping, discount and added tax included.

    Tax is kept once a rate, so what a rate added is split over what it was added to; the shipping
    bears what no line accounts for.
    """
    parts = [line.unit_price * line.quantity - line.discount for line in lines]
    taxes = [NOTHING for _ in lines]
    shipping_tax = order.tax_added
    for percent, taxable, tax in _added(order):
        weights = [
            part if not line.is_tax_included and line.tax_percent == percent else NOTHING
            for line, part in zip(lines, parts, strict=True)
        ]
        weights.append(max(taxable - sum(weights, NOTHING), NOTHING))
        if not sum(weights, NOTHING):
            continue
        shares = allocate(tax, weights, order.currency)
        taxes = [known + share for known, share in zip(taxes, shares[:-1], strict=True)]
        shipping_tax -= sum(shares[:-1], NOTHING)
    return PaidShares(
        by_line={line.pk: part + tax for line, part, tax in zip(lines, parts, taxes, strict=True)},
        shipping=order.shipping_price + shipping_tax,
    )


def _added(order: Order) -> list[tuple[Decimal, Decimal, Decimal]]:
    """Return (percent, taxable, tax) of each rate that came on top of the prices."""
    return [
        (Decimal(row["percent"]), Decimal(row["taxable"]), Decimal(row["tax"]))
        for row in order.taxes
        if not row["is_included"]
    ]


def share_of_pieces(
    *, share: Decimal, quantity: int, before: int, pieces: int, currency: str
) -> Decimal:
    """Return what `pieces` of a line's `quantity` come to when `before` of them went already.

    The difference of two rounded running sums: however a line is taken apart, its pieces come to
    the whole share, and none to less than nothing.
    """
    return _up_to(before + pieces, share, quantity, currency) - _up_to(
        before, share, quantity, currency
    )


def _up_to(pieces: int, share: Decimal, quantity: int, currency: str) -> Decimal:
    return share if pieces == quantity else round_money(share * pieces / quantity, currency)
