"""Numbers with their units, found in prose: "1,480 g", "three and a half minutes", "55 × 35 cm"."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# Unit -> (dimension, factor to the dimension's base). Imperial inches are exactly 25.4 mm.
_SCALES: Final = {
    "g": ("mass", 1.0),
    "kg": ("mass", 1000.0),
    "µm": ("length", 0.001),
    "mm": ("length", 1.0),
    "cm": ("length", 10.0),
    "m": ("length", 1000.0),
    "km": ("length", 1_000_000.0),
    "in": ("length", 25.4),
    "ml": ("volume", 1.0),
    "cl": ("volume", 10.0),
    "l": ("volume", 1000.0),
    "s": ("time", 1.0),
    "min": ("time", 60.0),
    "h": ("time", 3600.0),
    "days": ("time", 86400.0),
    "weeks": ("time", 604800.0),
    "months": ("months", 1.0),
    "years": ("months", 12.0),
    "°C": ("temperature", 1.0),
    "W": ("power", 1.0),
    "kW": ("power", 1000.0),
    "lm": ("light", 1.0),
    "lx": ("lux", 1.0),
    "g/m²": ("cloth", 1.0),
    "m²": ("area", 1.0),
    "l/min": ("flow", 1.0),
    "ml/min": ("flow", 0.001),
    "l/h": ("flow", 1 / 60),
    "km/h": ("speed", 1.0),
    "mAh": ("charge", 1.0),
    "Wh": ("energy", 1.0),
    "V": ("voltage", 1.0),
    "%": ("share", 1.0),
    "denier": ("denier", 1.0),
    "€": ("money", 1.0),
}
_SPELLINGS: Final = {
    "g/m²": r"g/m²|gsm|(?:g|grams?)(?: a| per| to the) square metre",
    "ml/min": r"ml/min|(?:ml|millilitres)(?: a| per) minute",
    "l/min": r"l/min|(?:l|litres?)(?: a| per| in a) minute",
    "l/h": r"l/h|(?:l|litres?)(?: an| per) hour",
    "km/h": r"km/h",
    "m²": r"m²|square metres?",
    "kg": r"kg|kilos?|kilograms?",
    "g": r"g|grams?",
    "µm": r"µm|μm|microns?|micrometres?",
    "mm": r"mm|millimetres?",
    "cm": r"cm|centimetres?",
    "km": r"km|kilometres?",
    "m": r"m|metres?",
    "in": r"inch(?:es)?",
    "ml": r"ml|millilitres?",
    "cl": r"cl|centilitres?",
    "l": r"l|litres?",
    "min": r"min|minutes?",
    "s": r"s|seconds",
    "h": r"h|hours?",
    "days": r"days?",
    "weeks": r"weeks?",
    "months": r"months?",
    "years": r"years?",
    "°C": r"°C|°|degrees?",
    "kW": r"kW|kilowatts?",
    "Wh": r"Wh|watt-hours?",
    "mAh": r"mAh",
    "W": r"W|watts?",
    "lm": r"lm|lumens?",
    "lx": r"lx|lux",
    "V": r"V|volts?",
    "%": r"%|per cent",
    "denier": r"denier|den",
}
_SMALL: Final = {
    "zero": 0.0,
    "one": 1.0,
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "six": 6.0,
    "seven": 7.0,
    "eight": 8.0,
    "nine": 9.0,
    "ten": 10.0,
    "eleven": 11.0,
    "twelve": 12.0,
    "thirteen": 13.0,
    "fourteen": 14.0,
    "fifteen": 15.0,
    "sixteen": 16.0,
    "seventeen": 17.0,
    "eighteen": 18.0,
    "nineteen": 19.0,
    "twenty": 20.0,
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "sixty": 60.0,
    "seventy": 70.0,
    "eighty": 80.0,
    "ninety": 90.0,
}
# Words that are a number without saying so.
_IMPLIED: Final = {
    "both": 2.0,
    "couple": 2.0,
    "double": 2.0,
    "dozen": 12.0,
    "half": 0.5,
    "no": 0.0,
    "none": 0.0,
    "pair": 2.0,
    "pairs": 2.0,
    "quarter": 0.25,
    "single": 1.0,
    "solo": 1.0,
    "alone": 1.0,
    "third": 1 / 3,
    "triple": 3.0,
    "twice": 2.0,
    "twin": 2.0,
    "without": 0.0,
}
_UNIT: Final = "|".join(
    f"(?P<u{place}>{spelling})" for place, spelling in enumerate(_SPELLINGS.values())
)
_UNITS: Final = tuple(_SPELLINGS)
_SMALL_WORD: Final = "|".join(sorted(_SMALL, key=len, reverse=True))
_WORDS: Final = (
    rf"(?:(?:{_SMALL_WORD}|an?)[ -](?:hundred|thousand)(?: and)?(?:[ -](?:{_SMALL_WORD}))?"
    rf"|(?:{_SMALL_WORD})(?:-(?:{_SMALL_WORD}))?|hundred|thousand|{'|'.join(_IMPLIED)}|an?)"
)
_QUANTITY: Final = re.compile(
    rf"(?<![\w.])(?P<minus>minus |[-−](?=\d))?"
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<words>{_WORDS})(?![\w]))"
    rf"(?P<half>[ -]and[ -]a[ -]half|½)?(?:(?:[  -]| an? | of an? )?(?:{_UNIT})(?![\w²/]))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of the text, and the units in which it can be meant."""

    value: float
    units: frozenset[str]  # empty: a mere number, such as of pieces

    def means(self, value: float, unit: str) -> bool:
        """Tell whether it says this value, in this unit or a convertible one."""
        if unit not in _SCALES:
            return not self.units and math.isclose(self.value, value)
        dimension, factor = _SCALES[unit]
        scales = [_SCALES[own][1] for own in self.units if _SCALES[own][0] == dimension]
        return any(math.isclose(self.value * s, value * factor, abs_tol=1e-9) for s in scales)


def find_quantities(text: str) -> Iterator[Quantity]:
    """Yield the quantities that the text states.

    A number without a unit is yielded as such, and with the units that its line uses:
    "55 × 35 × 20 cm", "S to 92 cm, M to 100".
    """
    for line in text.splitlines():
        found = list(_read(line))
        near = frozenset(unit for _, unit in found if unit)
        for value, unit in found:
            yield Quantity(value, frozenset({unit} if unit else ()))
            if near and not unit:
                yield Quantity(value, near)


def find_measures(text: str) -> Iterator[Quantity]:
    """Yield only the quantities that have a unit of their own."""
    for value, unit in _read(text):
        if unit:
            yield Quantity(value, frozenset({unit}))


def _read(text: str) -> Iterator[tuple[float, str | None]]:
    for match in _QUANTITY.finditer(text):
        unit = _unit(match)
        # "A" and "an" count with a unit only: "an hour", not "a tent".
        if unit or match["words"] not in {"a", "an"}:
            yield _value(match), unit


def _value(match: re.Match[str]) -> float:
    value = _digits(match) if match["digits"] else _spelled(match["words"].lower())
    if match["half"]:
        value += 0.5
    return -value if match["minus"] else value


def _digits(match: re.Match[str]) -> float:
    return float(match["digits"].replace(",", ""))


def _unit(match: re.Match[str]) -> str | None:
    group = match.lastgroup or ""
    if not group.startswith("u"):
        return None
    unit = _UNITS[int(group[1:])]
    found = match[group]
    # "212 g in M" is a weight, "19 S" a size: one letter counts in its own case only.
    return None if len(found) == 1 and found != unit and found.isalpha() else unit


def _spelled(words: str) -> float:
    total = 0.0
    for word in re.split(r"[ -]", words):
        if word in {"hundred", "thousand"}:
            total = (total or 1.0) * (100.0 if word == "hundred" else 1000.0)
        elif word in {"a", "an"}:
            total = 1.0
        else:
            total += _SMALL.get(word, _IMPLIED.get(word, 0.0))
    return total
