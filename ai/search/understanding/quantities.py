"""Quantities in a text: 30 l, at least 500 g, -5 °C, 20-30 cm, 2 person (pure)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ai.search.understanding.boosts import QuantityBoost
from ai.search.understanding.phrases import Side
from ai.search.understanding.prices import is_currency
from ai.search.understanding.scan import Found, Text
from ai.search.understanding.types import Constraint, Kind
from ai.search.understanding.units import Unit, convert, unit_of, window
from ai.search.understanding.vocabulary import AttributeName, Vocabulary
from shop.listing.filters import Bounds, Filters, Measure

MOST: Final = 0.12
STEP: Final = Decimal("0.0001")
# Within what the column holds, numeric(16, 4), whatever the unit.
MAX_NUMBER: Final = 1e9
SIGNS: Final = frozenset({"-", "−"})
WORDS: Final = {Side.BELOW: "up to", Side.ABOVE: "at least", Side.AROUND: "about"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    value: float
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A quantity between two tokens, from `low` to `high`, in a unit."""

    low: float
    high: float
    unit: Unit
    begin: int
    end: int


def read_quantity(text: Text, place: int, vocabulary: Vocabulary) -> Found | None:
    """Return the quantity that is asked for at a place, if the catalogue measures such."""
    side, phrase = text.comparator(place)
    if side is None and text.word(place) == "between":
        asked = _asked(text, place, place + 1)
    else:
        asked = _asked(text, place, place + len(phrase))
    if asked is None:
        return None
    attributes = _meant(text, vocabulary.measures(asked.unit.dimension))
    if not attributes:
        return None
    is_range = asked.low != asked.high
    if is_range or side in {Side.BELOW, Side.ABOVE}:
        return _filtered(text, asked, side, attributes)
    return _boosted(text, asked, attributes)


def _asked(text: Text, begin: int, place: int) -> _Asked | None:
    first = _number(text, place)
    if first is None:
        return None
    unit, end = _unit(text, first.end)
    if unit is not None:
        return _Asked(low=first.value, high=first.value, unit=unit, begin=begin, end=end)
    if text.word(first.end) not in {"-", "–", "to", "and"}:
        return None
    second = _number(text, first.end + 1)
    if second is None or second.value < first.value:
        return None
    unit, end = _unit(text, second.end)
    if unit is None:
        return None
    return _Asked(low=first.value, high=second.value, unit=unit, begin=begin, end=end)


def _number(text: Text, place: int) -> _Number | None:
    sign = 1
    if text.word(place) in SIGNS and place + 1 < len(text) and text.tokens[place + 1].is_glued:
        # In 20-30 the mark joins two numbers.
        if text.tokens[place].is_glued:
            return None
        sign, place = -1, place + 1
    number = text.tokens[place].number if place < len(text) else None
    if number is None or number > MAX_NUMBER:
        return None
    return _Number(value=sign * float(number), end=place + 1)


def _unit(text: Text, place: int) -> tuple[Unit | None, int]:
    """Return the unit at a place, and where it ends: `°C`, `degrees Celsius`, `kg`, `-litre`."""
    if text.word(place) == "-" and place < len(text) and text.tokens[place].is_glued:
        place += 1
    if text.word(place) == "°" or (
        text.word(place).startswith("degree") and unit_of(text.word(place + 1)) is not None
    ):
        place += 1
    if is_currency(text.word(place)):
        return None, place
    # In "2 in 1" the word is no unit.
    if text.word(place) == "in" and place + 1 < len(text) and text.tokens[place + 1].number:
        return None, place
    return unit_of(text.word(place)) if text.word(place) else None, place + 1


def _meant(text: Text, attributes: list[AttributeName]) -> list[AttributeName]:
    """Return those attributes that the text names, or all of them."""
    named = [each for each in attributes if text.folded.issuperset(each.words)]
    return named or attributes


def _filtered(
    text: Text, asked: _Asked, side: Side | None, attributes: list[AttributeName]
) -> Found:
    low = None if side is Side.BELOW else asked.low
    high = None if side is Side.ABOVE else asked.high
    bounds = tuple(
        Bounds(
            code=each.code,
            minimum=_converted(low, asked.unit, each.unit),
            maximum=_converted(high, asked.unit, each.unit),
        )
        for each in attributes
        if each.unit is not None
    )
    if asked.low != asked.high:
        label = f"{asked.low:g} to {asked.high:g} {asked.unit.name}"
    else:
        label = f"{WORDS[side or Side.AROUND]} {asked.low:g} {asked.unit.name}"
    return _found(text, asked, label, filters=Filters(measures=(Measure(bounds=bounds),)))


def _boosted(text: Text, asked: _Asked, attributes: list[AttributeName]) -> Found | None:
    near, far = window(asked.low, asked.unit)
    if near <= 0:
        return None
    units = {each.pk: each.unit for each in attributes if each.unit is not None}
    scales = {pk: asked.unit.factor / unit.factor for pk, unit in units.items()}
    label = f"about {asked.low:g} {asked.unit.name}"
    boost = QuantityBoost(
        label=label,
        most=MOST,
        attributes=tuple(scales),
        targets={pk: convert(asked.low, asked.unit, unit) for pk, unit in units.items()},
        near={pk: near * scale for pk, scale in scales.items()},
        far={pk: far * scale for pk, scale in scales.items()},
    )
    return _found(text, asked, label, boost=boost)


def _converted(number: float | None, unit: Unit, other: Unit) -> Decimal | None:
    if number is None:
        return None
    return Decimal(repr(round(convert(number, unit, other), 6))).quantize(STEP)


def _found(
    text: Text,
    asked: _Asked,
    label: str,
    *,
    filters: Filters | None = None,
    boost: QuantityBoost | None = None,
) -> Found:
    constraint = Constraint(
        kind=Kind.QUANTITY,
        label=label,
        typed=text.typed(asked.begin, asked.end),
        filters=filters,
        boost=boost,
        is_spent=True,
    )
    return Found(begin=asked.begin, end=asked.end, constraints=(constraint,))
