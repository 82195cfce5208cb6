"""Stars, stock, reductions, the cheap and the best, as a text asks for them (pure)."""

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ai.search.understanding.boosts import BestBoost, Boost, CheapBoost
from ai.search.understanding.phrases import (
    BEST,
    CHEAP,
    SALE,
    SALE_LAST,
    STARS,
    STOCK,
    Phrase,
    Side,
)
from ai.search.understanding.scan import Found, Text
from ai.search.understanding.types import Constraint, Kind
from shop.listing.filters import Filters

MOST_STARS: Final = 5
# Nobody gives five stars without exception: five asked for are four and a half.
FIVE_STARS: Final = Decimal("4.5")
CHEAP_BOOST: Final = 0.08
BEST_BOOST: Final = 0.08


def read_stars(text: Text, place: int) -> Found | None:
    """Return the stars that are asked for at a place: 4 stars, 4+ stars, at least 4 stars."""
    side, phrase = text.comparator(place)
    number_at = place + len(phrase)
    number = text.tokens[number_at].number if number_at < len(text) else None
    if number is None or not 1 <= number <= MOST_STARS or side is Side.BELOW:
        return None
    end = number_at + 1
    while text.word(end) in {"+", "-"} or (text.word(end), text.word(end + 1)) == ("or", "more"):
        end += 2 if text.word(end) == "or" else 1
    if text.word(end) not in STARS:
        return None
    stars = min(number, FIVE_STARS)
    return _found(
        place,
        end + 1,
        Constraint(
            kind=Kind.RATING,
            label=f"{stars.normalize():f} stars and up",
            typed=text.typed(place, end + 1),
            filters=Filters(rating_min=stars),
            is_spent=True,
        ),
    )


def read_stock(text: Text, place: int) -> Found | None:
    """Return that it has to be in stock."""
    length = text.longest(place, STOCK)
    if not length:
        return None
    constraint = _constraint(Kind.STOCK, "in stock", text.typed(place, place + length))
    return _found(place, place + length, replace(constraint, filters=Filters(in_stock=True)))


def read_sale(text: Text, place: int) -> Found | None:
    """Return that it has to be reduced."""
    length = text.longest(place, SALE)
    last = text.longest(place, SALE_LAST)
    if not length and last and place and place + last == len(text):
        length = last
    if not length:
        return None
    constraint = _constraint(Kind.SALE, "reduced", text.typed(place, place + length))
    return _found(place, place + length, replace(constraint, filters=Filters(on_sale=True)))


def read_cheap(text: Text, place: int) -> Found | None:
    """Return that it should rather be cheap."""
    return _wish(text, place, CHEAP, Kind.CHEAP, CheapBoost(label="cheap", most=CHEAP_BOOST))


def read_best(text: Text, place: int) -> Found | None:
    """Return that it should rather be among the best rated."""
    return _wish(text, place, BEST, Kind.BEST, BestBoost(label="best rated", most=BEST_BOOST))


def _wish(
    text: Text, place: int, phrases: Collection[Phrase], kind: Kind, boost: Boost
) -> Found | None:
    length = text.longest(place, phrases)
    if not length:
        return None
    typed = text.typed(place, place + length)
    constraint = _constraint(kind, boost.label, typed)
    return _found(place, place + length, replace(constraint, boost=boost))


def _constraint(kind: Kind, label: str, typed: str) -> Constraint:
    return Constraint(kind=kind, label=label, typed=typed, is_spent=True)


def _found(begin: int, end: int, constraint: Constraint) -> Found:
    return Found(begin=begin, end=end, constraints=(constraint,))
