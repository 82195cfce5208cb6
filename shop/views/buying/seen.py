"""What a buyer was shown before ordering, so that a change since then can be pointed at.

It travels through the form, signed, and decides nothing: what is bought is read anew.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from django.core import signing

from shop.views.buying.basket import Basket

_SALT: Final = "shop.checkout.seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is new: words by line id, titles of lines that are gone, labels of changed sums."""

    lines: dict[int, str] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    sums: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is new."""
        return bool(self.lines or self.gone or self.sums)


NOTHING_NEW: Final = Changes()


def sign_seen(basket: Basket) -> str:
    """Return what the basket's page shows, as text for a hidden field."""
    return signing.dumps(_shown(basket), salt=_SALT, compress=True)


def changes_since(token: str, basket: Basket) -> Changes:
    """Return what differs from what was shown; nothing where the field was lost or altered."""
    try:
        before: dict[str, Any] = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return NOTHING_NEW
    now = _shown(basket)
    lines, known = now["lines"], before["lines"]
    return Changes(
        lines={int(key): words for key in lines if (words := _words(known.get(key), lines[key]))},
        gone=tuple(known[key][0] for key in known if key not in lines),
        sums=frozenset(
            label for label, amount in now["sums"].items() if before["sums"].get(label) != amount
        ),
    )


def _shown(basket: Basket) -> dict[str, Any]:
    lines = {
        str(line.quote.line_id): [
            line.quote.title,
            line.quote.quantity,
            str(line.quote.unit_price),
        ]
        for line in basket.lines
    }
    rows = {row.label: row.amount for row in basket.sums.rows}
    return {"lines": lines, "sums": {**rows, "Total": basket.sums.total}}


def _words(before: list[Any] | None, now: list[Any]) -> str:
    """Say how a line of title, pieces and price differs from before; nothing where it does not."""
    if before is None:
        return "New in the cart."
    if before[2] != now[2]:
        return "The price has changed."
    return f"There were {before[1]} of it." if before[1] != now[1] else ""
