"""The whole year: every customer, and those who only look."""

from collections.abc import Mapping
from random import Random
from typing import Final

from shop.demo.history.appeal import Appeals
from shop.demo.history.browsing import Visit, look_around
from shop.demo.history.choosing import Chooser
from shop.demo.history.customer_year import CustomerYear
from shop.demo.history.events import Buyer, History, PlacedOrder, View
from shop.demo.history.goods import Catalogue
from shop.demo.history.logic import Logic
from shop.demo.history.people import make_buyer, make_person
from shop.demo.history.randomness import count, stream
from shop.demo.history.seasons import FIRST_DAY
from shop.demo.history.shipping import Rate
from shop.demo.history.timing import moments
from shop.demo.history.together import Partners

SEED: Final = 20261123
CUSTOMERS: Final = 1_500
# People who look and never buy, for each customer, and their visits after the first. A real shop
# has ten times as many; these tell a look from a purchase as well, and are written in seconds.
_LOOKERS: Final = 2
_VISITS_MEAN, _VISITS_MOST = 0.8, 8


def simulate(
    catalogue: Catalogue,
    rates: Mapping[str, Rate],
    *,
    seed: int = SEED,
    customers: int = CUSTOMERS,
    logic: Logic | None = None,
) -> History:
    """Return the history of so many customers, each with one order at least.

    The same arguments give the same history. `rates` are the prices of delivery by country code.
    Raises ValueError when nothing had been published when the year began.
    """
    if min(catalogue.opened.values()) > FIRST_DAY:
        raise ValueError(f"Nothing was for sale on {FIRST_DAY}.")
    logic = logic or Logic()
    appeals, partners = Appeals(catalogue, logic), Partners(catalogue)
    buyers: list[Buyer] = []
    orders: list[PlacedOrder] = []
    views: list[View] = []
    for number in range(1, customers + 1):
        person = make_person(
            f"customer-{number}", seed=seed, categories=catalogue.by_category, logic=logic
        )
        buyer = make_buyer(number, person=person, seed=seed, countries=rates)
        chooser = Chooser(person, catalogue, appeals, logic)
        year = CustomerYear(
            buyer=buyer,
            chooser=chooser,
            catalogue=catalogue,
            partners=partners,
            rate=rates[buyer.country],
            logic=logic,
        )
        year.live(stream(seed, "year", number))
        buyers.append(buyer)
        orders += year.orders
        views += year.views
    for number in range(int(customers * _LOOKERS)):
        person = make_person(
            f"looker-{number}", seed=seed, categories=catalogue.by_category, logic=logic
        )
        chooser = Chooser(person, catalogue, appeals, logic)
        views += _looks(stream(seed, "looks", number), chooser, partners, logic)
    return History(
        buyers=tuple(buyers),
        orders=tuple(sorted(orders, key=lambda order: (order.placed_at, order.key))),
        views=tuple(sorted(views, key=lambda view: (view.viewed_at, view.visitor, view.slug))),
    )


def _looks(chance: Random, chooser: Chooser, partners: Partners, logic: Logic) -> list[View]:
    """Return the looks of somebody who never buys."""
    visits = 1 + count(chance, _VISITS_MEAN, _VISITS_MOST)
    views: list[View] = []
    for moment in sorted(moments(chance, chooser.person, visits, logic)):
        visit = Visit(chance, chooser.person, moment)
        look_around(visit, chance, chooser, partners, logic)
        views += visit.views
    return views
