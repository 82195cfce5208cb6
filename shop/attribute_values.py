"""Typed attribute values: which type a column of texts has, and one text as that type."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal

from shop.exceptions import InvalidValue

Kind = Literal["text", "number", "boolean"]
Value = str | Decimal | bool

MAX_TEXT: Final = 500
# ProductAttribute.number is numeric(16, 4): twelve digits before the point.
MAX_NUMBER: Final = Decimal(10) ** 12
NUMBER_STEP: Final = Decimal("0.0001")

# Each unit with its family and its size there, so that `1 kg` fits an attribute kept in `g`.
# Closed on purpose: "2XL" is a size and "4K" a name, not a number with a unit.
UNITS: Final[dict[str, tuple[str, Decimal]]] = {
    **{unit: ("mass", Decimal(size)) for unit, size in (("mg", "0.001"), ("g", 1), ("kg", 1000))},
    **{unit: ("mass", Decimal(size)) for unit, size in (("oz", "28.3495"), ("lb", "453.592"))},
    **{unit: ("length", Decimal(size)) for unit, size in (("mm", 1), ("cm", 10), ("m", 1000))},
    **{unit: ("length", Decimal(size)) for unit, size in (("km", 1_000_000), ("in", "25.4"))},
    **{unit: ("length", Decimal(size)) for unit, size in (("ft", "304.8"), ("foot", "304.8"))},
    **{unit: ("volume", Decimal(size)) for unit, size in (("ml", 1), ("cl", 10), ("l", 1000))},
    **{unit: ("time", Decimal(size)) for unit, size in (("s", 1), ("min", 60), ("h", 3600))},
    **{
        unit: (unit, Decimal(1))
        for unit in (
            *("W", "kW", "V", "A", "mAh", "Wh", "Hz", "kHz", "MHz", "GHz", "MB", "GB", "TB"),
            *("%", "°", "°C", "°F", "bar", "lm", "dB", "MP", "px", "inch", "inches", "people"),
        )
    },
}

TRUE_WORDS: Final = frozenset({"yes", "true", "y"})
FALSE_WORDS: Final = frozenset({"no", "false", "n"})
_BOOLEAN_DIGITS: Final = frozenset({"0", "1"})

# A leading zero or more than twelve digits tells an article number, not a quantity.
_NUMBER: Final = re.compile(
    r"([+-]?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,11})(?:\.\d+)?)\s*([^\d\s.,]\S{0,9})?"
)


def split_number(text: str) -> tuple[Decimal, str] | None:
    """Return the number and its unit ("" for none), or None when the text is not a quantity."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    number, unit = Decimal(match[1].replace(",", "")), match[2] or ""
    return (number, unit) if not unit or unit in UNITS else None


@dataclass(slots=True)
class KindGuess:
    """What the values of one column have in common; fed one value at a time."""

    could_be_number: bool = True
    could_be_boolean: bool = True
    has_boolean_word: bool = False
    units: set[str] = field(default_factory=set)
    longest: int = 0
    has_markup: bool = False

    def add(self, text: str) -> None:
        """Take one more value into account."""
        self.longest = max(self.longest, len(text))
        self.has_markup = self.has_markup or ("<" in text and ">" in text)
        if self.could_be_boolean:
            word = text.lower()
            is_word = word in TRUE_WORDS or word in FALSE_WORDS
            self.has_boolean_word = self.has_boolean_word or is_word
            self.could_be_boolean = is_word or word in _BOOLEAN_DIGITS
        if self.could_be_number:
            quantity = split_number(text)
            self.could_be_number = quantity is not None
            if quantity is not None:
                self.units.add(quantity[1])

    def decide(self) -> tuple[Kind, str]:
        """Return (kind, unit); text unless every value is a yes or no, or a number of one unit."""
        if self.could_be_boolean and self.has_boolean_word:
            return "boolean", ""
        if self.could_be_number and len(self.units) == 1:
            return "number", next(iter(self.units))
        return "text", ""


def parse_value(*, kind: str, unit: str, value: Value | float) -> Value:
    """Return the value in the attribute's type and unit; raises InvalidValue."""
    if kind == "boolean":
        return _boolean(value)
    if kind == "number":
        return _number(value, unit)
    text = _as_text(value)
    if len(text) > MAX_TEXT:
        raise InvalidValue(f"“{text[:40]}…” is longer than {MAX_TEXT} characters.")
    return text


def unique_values(values: Iterable[Value]) -> tuple[Value, ...]:
    """Return the values in their order, each once."""
    return tuple(dict.fromkeys(values))


def _as_text(value: Value | float) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return value if isinstance(value, str) else f"{Decimal(str(value)).normalize():f}"


def _boolean(value: Value | float) -> bool:
    word = str(value).strip().lower()
    if word in TRUE_WORDS or word == "1":
        return True
    if word in FALSE_WORDS or word == "0":
        return False
    raise InvalidValue(f"“{value}” is neither yes nor no.")


def _number(value: Value | float, unit: str) -> Decimal:
    quantity = None if isinstance(value, bool) else split_number(str(value))
    if quantity is None:
        raise InvalidValue(f"“{value}” is not a number{f' of {unit}' if unit else ''}.")
    number, given = quantity
    if given and given != unit:
        number *= _factor(given, unit, value)
    if abs(number) >= MAX_NUMBER:
        raise InvalidValue(f"{value} is too large.")
    return number.quantize(NUMBER_STEP)


def _factor(given: str, wanted: str, value: Value | float) -> Decimal:
    """Return how many of the wanted unit one of the given unit is."""
    family, size = UNITS[given]
    wanted_family, wanted_size = UNITS.get(wanted, ("", Decimal(1)))
    if family != wanted_family:
        raise InvalidValue(f"“{value}” is not a number of {wanted or 'no unit'}.")
    return size / wanted_size
