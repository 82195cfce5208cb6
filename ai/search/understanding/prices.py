"""Prices in a text: under 50, 20-30 euro, between 20 and 30, around €50 (pure)."""

from decimal import Decimal
from typing import Final

from django.conf import settings

from ai.search.understanding.phrases import VAGUE, Side, words
from ai.search.understanding.scan import Found, Text
from ai.search.understanding.types import Constraint, Kind
from ai.search.understanding.units import unit_of
from shop.amounts import format_amount
from shop.listing.filters import Filters

SYMBOLS: Final = frozenset("€$£¥₹₩")
# Amounts are taken as the shop's own currency: a shopper who types $ in a shop of euros means its
# prices. A pound is a weight unless the shop is paid in pounds.
NAMES: Final = words("euro euros eur dollar dollars usd bucks gbp quid yen jpy chf franc francs kr")
POUNDS: Final = frozenset({"pound", "pounds"})
AROUND: Final = Decimal("0.2")
# Within what the column holds.
MAX_AMOUNT: Final = Decimal(10) ** 9

Amount = tuple[Decimal, int, bool]


def read_price(text: Text, place: int) -> Found | None:
    """Return the price that is asked for at a place."""
    side, phrase = text.comparator(place)
    if side is not None:
        found = _amount(text, place + len(phrase))
        if found is not None and (found[2] or (phrase not in VAGUE and _ends(text, found[1]))):
            return _found(text, place, found[1], *_bounds(side, found[0]))
        return None
    if text.word(place) == "between":
        return _range(text, place, place + 1, "and", needs_currency=False)
    return _range(text, place, place, "-", needs_currency=True) or _range(
        text, place, place, "to", needs_currency=True
    )


def _range(text: Text, begin: int, place: int, joint: str, *, needs_currency: bool) -> Found | None:
    low = _amount(text, place)
    if low is None or text.word(low[1]) not in {joint, "–" if joint == "-" else joint}:
        return None
    high = _amount(text, low[1] + 1)
    if high is None or low[0] > high[0]:
        return None
    is_money = low[2] or high[2] or (not needs_currency and _ends(text, high[1]))
    return _found(text, begin, high[1], low[0], high[0]) if is_money else None


def _amount(text: Text, place: int) -> Amount | None:
    """Return the number at a place, where it ends, and whether a currency is beside it."""
    has_symbol = text.word(place) in SYMBOLS
    place += has_symbol
    if place >= len(text):
        return None
    number = text.tokens[place].number
    if number is None or number >= MAX_AMOUNT:
        return None
    has_name = not has_symbol and is_currency(text.word(place + 1))
    return number, place + 1 + has_name, has_symbol or has_name


def is_currency(word: str) -> bool:
    """Return whether a word or mark names a currency."""
    pays_in_pounds = settings.SHOP["CURRENCY"] == "GBP"
    return word in SYMBOLS or word in NAMES or (pays_in_pounds and word in POUNDS)


def _ends(text: Text, place: int) -> bool:
    """Return whether a number without a currency is not the number of something."""
    is_joined = place < len(text) and text.tokens[place].is_glued and text.word(place) != ","
    return not is_joined and unit_of(text.word(place)) is None


def _bounds(side: Side, amount: Decimal) -> tuple[Decimal | None, Decimal | None]:
    if side is Side.BELOW:
        return None, amount
    if side is Side.ABOVE:
        return amount, None
    return amount * (1 - AROUND), amount * (1 + AROUND)


def _found(text: Text, begin: int, end: int, low: Decimal | None, high: Decimal | None) -> Found:
    constraint = Constraint(
        kind=Kind.PRICE,
        label=_label(low, high),
        typed=text.typed(begin, end),
        filters=Filters(price_min=low, price_max=high),
        is_spent=True,
    )
    return Found(begin=begin, end=end, constraints=(constraint,))


def _label(low: Decimal | None, high: Decimal | None) -> str:
    if low is not None and high is not None:
        return f"{format_amount(low)} to {format_amount(high)}"
    if low is not None:
        return f"from {format_amount(low)}"
    return f"up to {format_amount(high or Decimal(0))}"
