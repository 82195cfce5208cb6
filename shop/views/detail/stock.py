"""Stock in words."""

from dataclasses import dataclass
from enum import StrEnum

from shop.models import Variant

# At or below this many left, the number is worth saying.
FEW = 5


class StockState(StrEnum):
    """How a variant can be had; also the end of the style's name."""

    IN = "in"
    LOW = "low"
    BACKORDER = "backorder"
    OUT = "out"
    NONE = "none"

    @property
    def leaves_at_once(self) -> bool:
        """Whether it lies in the warehouse."""
        return self in {StockState.IN, StockState.LOW}

    @property
    def can_be_ordered(self) -> bool:
        """Whether it can be had, at once or later."""
        return self.leaves_at_once or self is StockState.BACKORDER


@dataclass(frozen=True, slots=True, kw_only=True)
class StockWords:
    """A state and the sentence shoppers read."""

    state: StockState
    text: str


def stock_words(variant: Variant | None) -> StockWords:
    """Say whether a variant can be had; None stands for a combination that is not made."""
    if variant is None:
        return StockWords(state=StockState.NONE, text="This combination is not made")
    if variant.price is None:
        return StockWords(state=StockState.NONE, text="Shown here, not for sale")
    if variant.stock > FEW:
        return StockWords(state=StockState.IN, text="In stock")
    if variant.stock > 0:
        return StockWords(state=StockState.LOW, text=f"Only {variant.stock} left")
    if variant.allow_backorder:
        return StockWords(state=StockState.BACKORDER, text="Out of stock, can be ordered")
    return StockWords(state=StockState.OUT, text="Sold out")
