"""When things are bought: by category and month, by weekday and hour, and what a sale changes."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from shop.demo.history.goods import Good, Offer

# The year that the history tells of; it ends with the demo's present.
FIRST_DAY: Final = date(2025, 11, 24)
LAST_DAY: Final = date(2026, 11, 23)

Curve = tuple[float, ...]  # twelve factors, January first

# Camping: school holidays, with the buying before the journey, so the top is May to July.
SUMMER: Final = (0.4, 0.45, 0.7, 1.0, 1.6, 1.9, 1.9, 1.5, 0.8, 0.5, 0.35, 0.4)
# Warmth: bought with the first frost, most in December, hardly in summer.
WINTER: Final = (1.6, 1.3, 0.9, 0.6, 0.35, 0.25, 0.25, 0.4, 0.9, 1.5, 1.9, 1.9)
# Garden: sowing and pruning in March to May, a little planting in September.
SPRING: Final = (0.4, 0.8, 1.7, 2.0, 1.8, 1.1, 0.8, 0.7, 0.8, 0.7, 0.5, 0.5)
# Walking: April to October, with the huts open June to September.
WALKING: Final = (0.5, 0.6, 0.9, 1.2, 1.3, 1.3, 1.2, 1.2, 1.2, 0.9, 0.6, 0.6)
# Rain and dark: when the clocks change people notice that the old coat leaks.
AUTUMN: Final = (1.1, 1.0, 1.0, 0.9, 0.7, 0.6, 0.6, 0.9, 1.4, 1.6, 1.3, 1.0)
# Things for the house: even, and twice as much before Christmas.
GIFT: Final = (0.7, 0.7, 0.8, 0.8, 0.9, 0.8, 0.7, 0.8, 0.9, 1.1, 1.8, 2.1)
# Journeys: Easter, summer, and a little before Christmas.
TRAVEL: Final = (0.7, 0.8, 1.1, 1.2, 1.2, 1.4, 1.4, 1.1, 0.8, 0.7, 0.7, 0.9)
EVEN: Final = (1.0,) * 12

BY_CATEGORY: Final[dict[str, Curve]] = {
    "tents": SUMMER,
    "sleeping-bags": SUMMER,
    "camp-kitchen": SUMMER,
    "camp-furniture": SUMMER,
    "water-and-filters": SUMMER,
    "backpacks": WALKING,
    "trekking-poles": WALKING,
    "boots-and-shoes": WALKING,
    "socks-and-gaiters": AUTUMN,
    "trousers-and-shorts": WALKING,
    "rain-jackets": AUTUMN,
    "lanterns-and-headlamps": AUTUMN,
    "hats-and-gloves": WINTER,
    "base-layers": WINTER,
    "fleece-and-down": WINTER,
    "blankets-and-throws": WINTER,
    "candles-and-oil-lamps": WINTER,
    "tea-and-coffee": GIFT,
    "bottles-and-flasks": GIFT,
    "knives-and-tools": GIFT,
    "travel-bags": TRAVEL,
    "towels-and-washing": TRAVEL,
    "garden-tools": SPRING,
    "pots-and-bird-feeders": SPRING,
}
# Things that go against the season of their category, by a word of the title.
BY_WORD: Final[dict[str, Curve]] = {
    "Snow": WINTER,
    "Winter": WINTER,
    "Sun": SUMMER,
    "Shorts": SUMMER,
    "Zip-off": SUMMER,
    "Beach": SUMMER,
    "Picnic": SUMMER,
    "Feeder": WINTER,
}

# Presents are ordered from the last week of November (when offices give them too) to the last day
# that the post promises; after it the shop is nearly silent until the New Year.
_PRESENTS_FROM, _PRESENTS_TO, _SILENT_TO = (11, 24), (12, 18), (12, 28)
_PRESENTS, _SILENCE = 1.45, 0.45
# Monday first. People buy on Sunday evening and at their desks on Monday, least on Saturday.
WEEKDAYS: Final = (1.2, 1.05, 1.0, 1.0, 0.95, 0.75, 1.1)
# By hour of the day: little at night, a lunch break, and an evening that peaks at nine. Nobody
# begins after ten: a visit lasts two hours at most, so none sees the prices of two days.
HOURS: Final = (
    *(0.2, 0.1, 0.05, 0.05, 0.05, 0.1, 0.3, 0.6, 0.9, 1.1, 1.2, 1.3),
    *(1.5, 1.3, 1.1, 1.0, 1.0, 1.1, 1.2, 1.5, 1.9, 2.0),
)
# The shop sells a fifth more at the end of the year than at its beginning.
_GROWTH = 0.2
# A price that the catalogue shows as reduced was so in the January and July sales, and is since
# the first of October; on other days the price before the reduction was asked.
_SALE_MONTHS, _REDUCED_SINCE = (1, 7), date(2026, 10, 1)


@cache
def category_factor(category: str, month: int) -> float:
    """Return how much more than in an average month a category is wanted."""
    return _factor(BY_CATEGORY.get(category, EVEN), month)


def good_factor(good: Good, month: int) -> float:
    """Return how much more than its category a product is wanted."""
    curve = next((BY_WORD[word] for word in good.title.split() if word in BY_WORD), None)
    return _factor(curve, month) / category_factor(good.category, month) if curve else 1.0


def day_factor(day: date) -> float:
    """Return how busy a day is before Christmas and between the years, whatever the goods."""
    place = (day.month, day.day)
    if _PRESENTS_FROM <= place <= _PRESENTS_TO:
        return _PRESENTS
    return _SILENCE if _PRESENTS_TO < place <= _SILENT_TO else 1.0


def custom_factor(day: date) -> float:
    """Return how busy a day is by its weekday and by the growth of the shop."""
    passed = (day - FIRST_DAY).days / (LAST_DAY - FIRST_DAY).days
    return WEEKDAYS[day.weekday()] * (1 + _GROWTH * passed)


def is_sale(day: date) -> bool:
    """Return whether the reductions of the catalogue hold on a day."""
    return day.month in _SALE_MONTHS or day >= _REDUCED_SINCE


def price_on(offer: Offer, day: date) -> Decimal:
    """Return what a variant cost on a day."""
    return offer.price if offer.full_price is None or is_sale(day) else offer.full_price


def _factor(curve: Curve, month: int) -> float:
    """Return a month of a curve, scaled so that the curve's mean is 1."""
    return curve[month - 1] * len(curve) / sum(curve)
