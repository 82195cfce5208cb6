"""How far a cart is from being sent free of charge."""

from dataclasses import dataclass
from decimal import Decimal

from shop.services.quotes import Quote, ShippingOption


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeShipping:
    """A way of shipping, the worth of goods it is free from, what there is, and what is missing."""

    name: str
    goal: Decimal
    reached: Decimal
    missing: Decimal

    @property
    def is_reached(self) -> bool:
        """Whether it costs nothing now."""
        return not self.missing


def find_free_shipping(quote: Quote) -> FreeShipping | None:
    """Return the progress of the chosen way, else of the first that can be free."""
    ways = sorted(quote.shipping_options, key=lambda option: not option.is_chosen)
    way = next((each for each in ways if each.free_in is not None), None)
    if way is None or not quote.lines:
        return None
    return _progress(way, quote.goods_total - quote.discount_total)


def _progress(way: ShippingOption, reached: Decimal) -> FreeShipping:
    missing = way.free_in or Decimal(0)
    return FreeShipping(name=way.name, goal=reached + missing, reached=reached, missing=missing)
