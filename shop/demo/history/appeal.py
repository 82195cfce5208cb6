"""How readily a kind of customer takes a product, against others of its category."""

from datetime import date
from math import sqrt
from typing import Final

from shop.demo.history.goods import Catalogue, Good
from shop.demo.history.logic import Logic
from shop.demo.history.preferences import SALE_PULL, CustomerType
from shop.demo.history.seasons import good_factor, is_sale, price_on

# Accessories are bought with their product; alone, one in four as readily as other goods.
_ALONE: Final = 0.25


class Appeals:
    """Works out each appeal once: it is the same for a type, a month, and in or out of a sale."""

    def __init__(self, catalogue: Catalogue, logic: Logic) -> None:
        self._catalogue = catalogue
        self._logic = logic
        self._known: dict[tuple[str, str, int, bool], float] = {}

    def of(self, good: Good, type_: CustomerType, day: date) -> float:
        """Return the appeal of a product to a type on a day; 1 is an unreviewed, average one."""
        key = (good.slug, type_.name, day.month, is_sale(day))
        if key not in self._known:
            self._known[key] = self._work_out(good, type_, day)
        return self._known[key]

    def _work_out(self, good: Good, type_: CustomerType, day: date) -> float:
        # The square root: a product with four times the reviews sells twice as often. In full,
        # the best seller of each category would be in every basket.
        appeal = sqrt(1 + good.reviews)
        if good.fits:
            appeal *= _ALONE
        if self._logic.preferences:
            appeal *= _liking(good, type_)
        if self._logic.prices:
            appeal *= self._worth(good, type_.thrift, day)
        return appeal * good_factor(good, day.month) if self._logic.seasons else appeal

    def _worth(self, good: Good, thrift: float, day: date) -> float:
        """Return what the price does: dear goods lose, a reduction draws."""
        # Where only some variants are reduced, those are what is looked at.
        offer = next((each for each in good.offers if each.full_price), good.offers[0])
        price = price_on(offer, day)
        worth = (float(price) / self._catalogue.middle_price[good.category]) ** -thrift
        if offer.full_price is not None and price < offer.full_price:
            worth *= 1 + thrift * SALE_PULL * float(1 - price / offer.full_price)
        return float(worth)


def _liking(good: Good, type_: CustomerType) -> float:
    liking = type_.brands.get(good.brand, 1.0)
    for word, factor in type_.words.items():
        if word in good.title.split():
            liking *= factor
    return liking
