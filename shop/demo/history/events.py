"""What the simulation gives: customers, their orders, and every look at a product."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Literal

# Why a line is in its basket: chosen by taste, seen some days before, made for or of one family
# with another line, a usual companion, made for or used up from an earlier order, no reason at
# all, or to reach free delivery.
Reason = Literal[
    "taste",
    "seen before",
    "fits",
    "family",
    "companion",
    "for an earlier order",
    "bought again",
    "noise",
    "free delivery",
]
Status = Literal["placed", "shipped", "delivered", "cancelled", "returned"]
Referrer = Literal["search", "category", "related", "direct"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """A customer as an order names them."""

    number: int
    first_name: str
    last_name: str
    email: str
    has_account: bool
    country: str
    # The name of the customer type: what a recommendation should find out.
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of an order."""

    slug: str
    sku: str
    title: str
    options: str
    unit_price: Decimal
    quantity: int
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedOrder:
    """An order."""

    key: str
    buyer: Buyer
    placed_at: datetime
    status: Status
    lines: tuple[Line, ...]
    goods_total: Decimal
    shipping_price: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A look at a product's page; `email` is empty while the visitor is not signed in."""

    visitor: str
    email: str
    slug: str
    viewed_at: datetime
    referrer: Referrer


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The whole year: customers by number, orders and views by time."""

    buyers: tuple[Buyer, ...]
    orders: tuple[PlacedOrder, ...]
    views: tuple[View, ...]

    def digest(self) -> str:
        """Return a SHA-256 over everything, in hexadecimal."""
        everything = sha256()
        for event in (*self.buyers, *self.orders, *self.views):
            everything.update(repr(event).encode())
        return everything.hexdigest()
