"""One customer's year: visits with and without an order, in the order of time."""

from random import Random
from typing import Final

from shop.demo.history.baskets import Basket, Memory
from shop.demo.history.browsing import Visit, look_around, look_before_buying
from shop.demo.history.choosing import Chooser
from shop.demo.history.events import Buyer, PlacedOrder, View
from shop.demo.history.goods import Catalogue
from shop.demo.history.logic import Logic
from shop.demo.history.parcels import find_status
from shop.demo.history.randomness import count
from shop.demo.history.shipping import Rate
from shop.demo.history.timing import moments
from shop.demo.history.together import Partners

# One every two weeks: the most eager real customers of such shops buy no more often.
_MOST_ORDERS: Final = 25
# Visits without an order for each one with. In a real shop there are ten times as many; these
# tell a look from a purchase as well, and are written in seconds.
_IDLE_MEAN, _IDLE_MOST = 1.6, 8


class CustomerYear:
    """What a customer leaves behind in a year."""

    def __init__(
        self,
        *,
        buyer: Buyer,
        chooser: Chooser,
        catalogue: Catalogue,
        partners: Partners,
        rate: Rate,
        logic: Logic,
    ) -> None:
        self.orders: list[PlacedOrder] = []
        self.views: list[View] = []
        self._buyer = buyer
        self._person = chooser.person
        self._chooser = chooser
        self._catalogue = catalogue
        self._partners = partners
        self._rate = rate
        self._logic = logic
        self._memory = Memory()

    def live(self, chance: Random) -> None:
        """Let the year pass."""
        orders = 1 + count(chance, self._person.type.repeats, _MOST_ORDERS - 1)
        idle = sum(count(chance, _IDLE_MEAN, _IDLE_MOST) for _ in range(orders))
        email = self._buyer.email if self._buyer.has_account else ""
        drawn = moments(chance, self._person, orders + idle, self._logic)
        for moment, buys in sorted((each, place < orders) for place, each in enumerate(drawn)):
            visit = Visit(chance, self._person, moment, email=email)
            if buys:
                self._buy(chance, visit)
            else:
                self._look(chance, visit)
            self.views += visit.views

    def _look(self, chance: Random, visit: Visit) -> None:
        day = visit.now.date()
        looked = look_around(visit, chance, self._chooser, self._partners, self._logic)
        self._memory.seen.update((good.slug, (day, good)) for good in looked)

    def _buy(self, chance: Random, visit: Visit) -> None:
        basket = Basket(
            chooser=self._chooser,
            memory=self._memory,
            catalogue=self._catalogue,
            partners=self._partners,
            day=visit.now.date(),
        )
        basket.fill(chance, self._logic, self._rate)
        bought = zip(basket.goods, basket.lines, strict=True)
        look_before_buying(visit, chance, self._chooser, bought)
        self._memory.bought += basket.goods
        self._chooser.owned.update(good.slug for good in basket.goods)
        status = find_status(chance, placed_at=visit.now, goods=basket.goods, rate=self._rate)
        self.orders.append(
            PlacedOrder(
                key=f"{self._buyer.number:04}-{len(self.orders) + 1}",
                buyer=self._buyer,
                placed_at=visit.now,
                status=status,
                lines=tuple(basket.lines),
                goods_total=basket.worth,
                shipping_price=self._rate.price_of(basket.worth),
            )
        )
