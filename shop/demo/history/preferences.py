"""Who buys here: kinds of customers, in words and in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

# Where customers live, out of a hundred: half at home, the rest where English catalogues are read
# and the post is quick. Countries that the shipping page does not name are left out.
COUNTRIES: Final[dict[str, float]] = {
    "IE": 50,
    "DE": 12,
    "NL": 8,
    "FR": 7,
    "BE": 4,
    "AT": 3,
    "LU": 1,
    "DK": 3,
    "SE": 4,
    "FI": 2,
    "IT": 2,
    "ES": 2,
    "PT": 2,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerType:
    """A kind of customer.

    Numbers under `categories`, `brands`, `words` and `countries` are relative: a brand at 2 is
    taken twice as readily as one that is not named, and a category that is not named is not
    bought at all, but by chance. `thrift` is the exponent by which dearer goods lose (0: price is
    no matter; 1: twice the price, half the readiness). `repeats` is the mean number of orders
    after the first.
    """

    name: str
    story: str
    share: float
    categories: Mapping[str, float]
    brands: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, float] = field(default_factory=dict)
    countries: Mapping[str, float] = field(default_factory=dict)
    thrift: float
    repeats: float


TYPES: Final = (
    CustomerType(
        name="wet-weather commuter",
        story="Cycles to work in all weathers and wants to arrive looking employed.",
        share=0.15,
        categories={
            "rain-jackets": 5,
            "backpacks": 4,
            "hats-and-gloves": 3,
            "bottles-and-flasks": 3,
            "trousers-and-shorts": 2,
            "socks-and-gaiters": 1,
            "lanterns-and-headlamps": 1,
        },
        brands={"Okapi Lane": 4, "Pellworth": 2},
        words={"Commuter": 3, "Overshoes": 4},
        countries={"NL": 2, "DK": 2},
        thrift=0.5,
        repeats=2.2,
    ),
    CustomerType(
        name="hut walker",
        story="Walks from hut to hut for a week each summer and trains for it on Sundays.",
        share=0.16,
        categories={
            "boots-and-shoes": 4,
            "socks-and-gaiters": 4,
            "trekking-poles": 4,
            "base-layers": 3,
            "backpacks": 3,
            "rain-jackets": 2,
            "fleece-and-down": 2,
            "trousers-and-shorts": 2,
            "water-and-filters": 1,
        },
        brands={"Fellgarth": 2.5, "Carrowlast": 2.5, "Morrow Mill": 2},
        countries={"AT": 3, "DE": 1.5, "IT": 2},
        thrift=0.3,
        repeats=3.2,
    ),
    CustomerType(
        name="gram counter",
        story="Owns kitchen scales for the rucksack; pays for what weighs less.",
        share=0.07,
        categories={
            "tents": 4,
            "sleeping-bags": 4,
            "backpacks": 3,
            "trekking-poles": 3,
            "water-and-filters": 3,
            "fleece-and-down": 2,
            "camp-kitchen": 1,
        },
        brands={"Quillon": 6, "Fellgarth": 1.5},
        countries={"DE": 1.5, "SE": 2},
        thrift=0.0,
        repeats=3.0,
    ),
    CustomerType(
        name="van camper",
        story="Weekends by the sea with a car full; weight is no matter, money is.",
        share=0.12,
        categories={
            "tents": 3,
            "camp-furniture": 5,
            "camp-kitchen": 5,
            "lanterns-and-headlamps": 3,
            "sleeping-bags": 3,
            "water-and-filters": 2,
            "towels-and-washing": 2,
        },
        brands={"Halfpenny": 2.5, "Ember & Tine": 2, "Lampwick Row": 2},
        countries={"FR": 1.5, "NL": 1.5},
        thrift=0.8,
        repeats=2.6,
    ),
    CustomerType(
        name="home brewer",
        story="Weighs coffee beans and has opinions about water.",
        share=0.10,
        categories={"tea-and-coffee": 8, "bottles-and-flasks": 3, "candles-and-oil-lamps": 2},
        brands={"Brindlecombe": 3, "Pellworth": 1.5},
        countries={"DE": 1.5, "IT": 1.5},
        thrift=0.2,
        repeats=2.6,
    ),
    CustomerType(
        name="gardener",
        story="Soil under the nails from March on, and robins on first-name terms.",
        share=0.12,
        categories={"garden-tools": 7, "pots-and-bird-feeders": 6, "knives-and-tools": 2},
        brands={"Thornhythe": 3, "Ousel Yard": 2},
        countries={"IE": 1.5},
        thrift=0.3,
        repeats=2.9,
    ),
    CustomerType(
        name="cold sleeper",
        story="Cold feet in July; buys warmth by the layer, for the tent and for the sofa.",
        share=0.08,
        categories={
            "blankets-and-throws": 5,
            "sleeping-bags": 3,
            "base-layers": 3,
            "fleece-and-down": 3,
            "hats-and-gloves": 3,
            "socks-and-gaiters": 2,
        },
        brands={"Skarholt": 3, "Morrow Mill": 2, "Linnhagen": 1.5},
        words={"Bed": 2, "Liner": 2},
        countries={"SE": 1.5, "FI": 1.5},
        thrift=0.3,
        repeats=2.8,
    ),
    CustomerType(
        name="gift giver",
        story="Shops for others from a list, late in the year, and rarely twice for the same.",
        share=0.08,
        categories={
            "candles-and-oil-lamps": 4,
            "tea-and-coffee": 3,
            "blankets-and-throws": 3,
            "hats-and-gloves": 2,
            "knives-and-tools": 2,
            "towels-and-washing": 2,
            "travel-bags": 1,
            "socks-and-gaiters": 2,
        },
        brands={"Tallow & Finch": 2, "Linnhagen": 1.5},
        thrift=0.4,
        repeats=1.9,
    ),
    CustomerType(
        name="young family",
        story="Everything is outgrown by spring; what fits two children in turn is worth more.",
        share=0.06,
        categories={
            "rain-jackets": 4,
            "boots-and-shoes": 4,
            "base-layers": 3,
            "trousers-and-shorts": 3,
            "trekking-poles": 1,
            "tents": 2,
            "camp-furniture": 1,
        },
        brands={"Halfpenny": 2},
        words={"Small": 12, "Children's": 2, "Family": 6},
        thrift=0.7,
        repeats=3.2,
    ),
    CustomerType(
        name="train traveller",
        story="Two countries a month with one bag that must go under the seat.",
        share=0.06,
        categories={
            "travel-bags": 7,
            "towels-and-washing": 3,
            "bottles-and-flasks": 2,
            "backpacks": 2,
            "base-layers": 1,
        },
        brands={"Ferrywell": 2.5, "Okapi Lane": 1.5, "Quillon": 1.5},
        words={"Travel": 3, "Trek": 2},
        countries={"LU": 2, "BE": 2, "FR": 1.5},
        thrift=0.3,
        repeats=2.6,
    ),
)
# Within a type, people differ: each has two favourite categories, bought this much more readily.
FAVOURITES: Final = 2
FAVOURITE_FACTOR: Final = 4.0
# What of a reduction is felt beyond the lower price itself: a price crossed out by a sixth makes
# the thriftiest take the thing 1 + 0.8 * 12 / 6 = 2.6 times as readily: a plot shows the sales.
SALE_PULL: Final = 12.0
