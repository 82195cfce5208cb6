"""Units of what is measured, and how they convert (pure)."""

from dataclasses import dataclass
from typing import Final

# Of a temperature a tenth says nothing: 1 °C is not far from 0 °C. In kelvin.
NEAR_KELVIN, FAR_KELVIN = 2.0, 6.0
# A tenth more or less is the size that was asked for; a third more is another one.
NEAR_SHARE, FAR_SHARE = 0.1, 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit: `factor` and `offset` lead to the dimension's own, kilograms, metres, litres."""

    name: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0


_TABLE: Final = {
    "mass": {
        "kg kilo kilos kilogram kilograms kilogramme kilogrammes": 1.0,
        "g gr gram grams gramme grammes": 1e-3,
        "mg milligram milligrams": 1e-6,
        "t tonne tonnes": 1e3,
        "lb lbs pound pounds": 0.45359237,
        "oz ounce ounces": 0.028349523125,
    },
    "length": {
        "m metre metres meter meters": 1.0,
        "km kilometre kilometres kilometer kilometers": 1e3,
        "cm centimetre centimetres centimeter centimeters": 1e-2,
        "mm millimetre millimetres millimeter millimeters": 1e-3,
        "μm micron microns micrometre micrometres": 1e-6,
        "in inch inches ″": 0.0254,
        "ft foot feet": 0.3048,
        "yd yard yards": 0.9144,
    },
    "volume": {
        "l litre litres liter liters ltr": 1.0,
        "ml millilitre millilitres milliliter milliliters": 1e-3,
        "cl centilitre centilitres": 1e-2,
        "dl decilitre decilitres": 1e-1,
        "floz": 0.0295735295625,
        "gal gallon gallons": 3.785411784,
        "pint pints": 0.473176473,
        "qt quart quarts": 0.946352946,
    },
    "area": {"m2 sqm": 1.0, "cm2": 1e-4, "sqft ft2": 0.09290304},
    "pressure": {
        "pa": 1.0,
        "hpa mbar": 100.0,
        "kpa": 1e3,
        "bar": 1e5,
        "psi": 6894.757293168,
        "mmh2o mmwc": 9.80665,
    },
    "power": {"w watt watts": 1.0, "kw kilowatt kilowatts": 1e3, "mw": 1e-3, "hp": 745.7},
    "energy": {"wh": 1.0, "kwh": 1e3, "j joule joules": 1 / 3600, "kj": 1 / 3.6},
    "charge": {"mah": 1.0, "ah": 1e3},
    "voltage": {"v volt volts": 1.0},
    "time": {
        "h hr hrs hour hours": 1.0,
        "min mins minute minutes": 1 / 60,
        "s sec secs second seconds": 1 / 3600,
        "day days": 24.0,
        "week weeks": 168.0,
        "month months": 730.5,
        "year years yr yrs": 8766.0,
    },
    "light": {"lm lumen lumens": 1.0},
    "people": {"people person persons man berth": 1.0},
    "share": {"% percent": 1.0},
    "weight of cloth": {"g/m2 gsm": 1.0},
}
UNITS: Final = {
    name: Unit(name=names.split()[0], dimension=dimension, factor=factor)
    for dimension, units in _TABLE.items()
    for names, factor in units.items()
    for name in names.split()
} | {
    **dict.fromkeys(
        ("c", "celsius", "degrees", "degree"),
        Unit(name="°C", dimension="temperature", offset=273.15),
    ),
    **dict.fromkeys(
        ("f", "fahrenheit"),
        Unit(name="°F", dimension="temperature", factor=5 / 9, offset=459.67 * 5 / 9),
    ),
    "k": Unit(name="K", dimension="temperature"),
}


def unit_of(text: str) -> Unit | None:
    """Return the unit that a catalogue or a shopper writes, in any case."""
    return UNITS.get(text.strip().lower().replace("°", "").replace("²", "2").replace("µ", "μ"))


def convert(number: float, unit: Unit, other: Unit) -> float:
    """Return a number of one unit in another of the same dimension."""
    return (number * unit.factor + unit.offset - other.offset) / other.factor


def window(number: float, unit: Unit) -> tuple[float, float]:
    """Return how far from a number something is still it, and how far it is not at all."""
    if unit.dimension == "temperature":
        return NEAR_KELVIN / unit.factor, FAR_KELVIN / unit.factor
    return abs(number) * NEAR_SHARE, abs(number) * FAR_SHARE
