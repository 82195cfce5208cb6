"""What is picked from the shelves and packed for some orders."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shop.models import Order, OrderLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """Pieces of one SKU for all the orders together."""

    sku: str
    title: str
    options: str
    pieces: int
    orders: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An order with the lines that are still to be packed."""

    order: Order
    lines: Sequence[OrderLine]

    @property
    def pieces(self) -> int:
        """How many pieces go into the parcel."""
        return sum(line.to_ship for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackingList:
    """One list for the walk along the shelves, one sheet for each parcel."""

    picks: Sequence[Pick]
    sheets: Sequence[Sheet]


def packing_list(order_ids: Iterable[int]) -> PackingList:
    """Return what is left to pack of these orders, in two queries; who waits longest comes first.

    Orders that are off or have left are passed over.
    """
    orders = Order.objects.to_fulfil().filter(pk__in=order_ids).prefetch_related("lines")
    sheets = [Sheet(order=order, lines=_left(order)) for order in orders]
    sheets = [sheet for sheet in sheets if sheet.lines]
    return PackingList(picks=_picks(sheets), sheets=sheets)


def _left(order: Order) -> list[OrderLine]:
    lines = [line for line in order.lines.all() if line.to_ship]
    return sorted(lines, key=lambda line: line.sku)


def _picks(sheets: Sequence[Sheet]) -> list[Pick]:
    by_sku: dict[str, list[OrderLine]] = {}
    for sheet in sheets:
        for line in sheet.lines:
            by_sku.setdefault(line.sku, []).append(line)
    return [
        Pick(
            sku=sku,
            title=lines[0].title,
            options=lines[0].options,
            pieces=sum(line.to_ship for line in lines),
            orders=len({line.order_id for line in lines}),
        )
        for sku, lines in sorted(by_sku.items())
    ]
