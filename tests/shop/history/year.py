"""The simulated year as tests look at it; each variant of the logic is simulated once."""

from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path

from django.conf import settings

from shop.demo.history.events import History
from shop.demo.history.goods import Catalogue, Good
from shop.demo.history.logic import Logic
from shop.demo.history.seasons import is_sale
from shop.demo.history.shipping import Rate, parse_rates
from shop.demo.history.simulate import CUSTOMERS, simulate
from shop.services.imports.demo import DemoFolder
from shop.services.imports.demo_history import read_catalogue

DEMO = Path(settings.SHOP["DEMO_DIR"])
Pair = frozenset[str]


@cache
def catalogue() -> Catalogue:
    return read_catalogue(DemoFolder(DEMO))


@cache
def rates() -> dict[str, Rate]:
    return parse_rates((DEMO / "pages" / "shipping.md").read_text(encoding="utf-8"))


FULL = Logic()


@cache
def year(logic: Logic = FULL, customers: int = CUSTOMERS) -> History:
    """Return the history; a control is as large as the real one, so that figures compare."""
    return simulate(catalogue(), rates(), customers=customers, logic=logic)


def good(slug: str) -> Good:
    return goods()[slug]


@cache
def goods() -> dict[str, Good]:
    return {good.slug: good for good in catalogue().goods}


def pieces(history: History, categories: set[str], months: set[int]) -> int:
    """Return the pieces of some categories sold in some months."""
    return sum(
        line.quantity
        for order in history.orders
        if order.placed_at.month in months
        for line in order.lines
        if goods()[line.slug].category in categories
    )


def fits_pairs() -> set[Pair]:
    """Return the pairs of an accessory and what it fits."""
    table = catalogue().accessories
    return {frozenset({main, each.slug}) for main, those in table.items() for each in those}


def lift(history: History) -> float:
    """Return how much oftener fits-pairs are in one order than other pairs of the same shelves.

    Chance alone is not the yardstick: two things of one category meet in a basket because one
    person likes the category. So for each pair of categories the other pairs of products say how
    often two of them meet for each time that they are sold, and the fits-pairs are held to that.
    """
    sold: Counter[str] = Counter()
    together: Counter[Pair] = Counter()
    for order in history.orders:
        slugs = sorted({line.slug for line in order.lines})
        sold.update(slugs)
        together.update(frozenset(pair) for pair in combinations(slugs, 2))
    fitting = fits_pairs()
    met: Counter[Pair] = Counter()
    chances: Counter[Pair] = Counter()
    for one, other in combinations(sorted(goods()), 2):
        pair = frozenset({one, other})
        if pair not in fitting:
            shelves = frozenset({good(one).category, good(other).category})
            met[shelves] += together[pair]
            chances[shelves] += sold[one] * sold[other]
    expected = 0.0
    for one, other in map(sorted, fitting):
        shelves = frozenset({good(one).category, good(other).category})
        if chances[shelves]:
            expected += sold[one] * sold[other] * met[shelves] / chances[shelves]
    return sum(together[pair] for pair in fitting) / expected


def concentration(history: History) -> float:
    """Return how much oftener two lines of one customer's different orders share a category.

    Compared with two lines of anybody; customers with four orders or more.
    """
    orders: dict[int, list[Counter[str]]] = {}
    everything: Counter[str] = Counter()
    for order in history.orders:
        shelves = Counter(good(line.slug).category for line in order.lines)
        everything += shelves
        orders.setdefault(order.buyer.number, []).append(shelves)
    same = pairs = 0
    for theirs in orders.values():
        if len(theirs) >= 4:
            for one, other in combinations(theirs, 2):
                pairs += one.total() * other.total()
                same += sum(one[shelf] * other[shelf] for shelf in one)
    by_chance = sum((number / everything.total()) ** 2 for number in everything.values())
    return same / pairs / by_chance


def sale_draw(history: History) -> float:
    """Return how much larger a part of all lines the goods of sales are in a sale than outside."""
    lines: Counter[bool] = Counter()
    ever_reduced: Counter[bool] = Counter()
    for order in history.orders:
        sale = is_sale(order.placed_at.date())
        for line in order.lines:
            lines[sale] += 1
            ever_reduced[sale] += any(each.full_price for each in good(line.slug).offers)
    return ever_reduced[True] / lines[True] / (ever_reduced[False] / lines[False])


def dearness(history: History, types: set[str]) -> float:
    """Return what types of customers pay, by the middle price of the category: the mean ratio."""
    ratios = [
        float(line.unit_price) / catalogue().middle_price[good(line.slug).category]
        for order in history.orders
        if order.buyer.type in types
        for line in order.lines
    ]
    return sum(ratios) / len(ratios)
