"""One choice: a category by taste and season, then a product in it, then a variant."""

from datetime import date
from decimal import Decimal
from random import Random
from typing import Final

from shop.demo.history.appeal import Appeals
from shop.demo.history.goods import Catalogue, Good, Offer
from shop.demo.history.logic import Logic
from shop.demo.history.people import Person
from shop.demo.history.randomness import pick
from shop.demo.history.seasons import category_factor
from shop.demo.history.together import OWNED_FACTOR, is_used_up

# The first colour that a shop shows sells best; each further one this much less.
_NEXT_OFFER: Final = 0.8
# Pieces of a small thing: most take one, some two or three. Above the price, one is one.
_SMALL_PRICE: Final = Decimal(20)
_PIECES, _PIECE_SHARES = (1, 2, 3, 4), (72, 19, 6, 3)


class Chooser:
    """Makes choices for one person; `owned` are the slugs of what was bought before."""

    def __init__(
        self, person: Person, catalogue: Catalogue, appeals: Appeals, logic: Logic
    ) -> None:
        self.person = person
        self.owned: set[str] = set()
        self._catalogue = catalogue
        self._appeals = appeals
        self._logic = logic

    def category(self, chance: Random, day: date) -> str:
        """Return a category by taste and season, of those that have goods on that day."""
        names = [name for name, opened in self._catalogue.opened.items() if opened <= day]
        taste = self.person.taste
        if self._logic.seasons:
            weights = [taste[name] * category_factor(name, day.month) for name in names]
        else:
            weights = [taste[name] for name in names]
        return pick(chance, names, weights)

    def from_category(self, chance: Random, category: str, day: date) -> Good:
        """Return a product of a category that has goods on that day."""
        goods = [good for good in self._catalogue.by_category[category] if good.published <= day]
        return pick(chance, goods, [self.appeal(good, day) for good in goods])

    def anything(self, chance: Random, day: date) -> Good:
        """Return any product at all."""
        goods = [good for good in self._catalogue.goods if good.published <= day]
        return goods[int(chance.random() * len(goods))]

    def appeal(self, good: Good, day: date) -> float:
        """Return how readily the person takes a product, against others of its category."""
        appeal = self._appeals.of(good, self.person.type, day)
        if good.slug in self.owned and not is_used_up(good):
            return appeal * OWNED_FACTOR
        return appeal

    def offer(self, chance: Random, good: Good) -> Offer:
        """Return a variant: in the person's size where it comes in sizes, in the first colours."""
        fitting = [each for each in good.offers if not self.person.body.isdisjoint(each.options)]
        offers = fitting or list(good.offers)
        return pick(chance, offers, [_NEXT_OFFER**place for place in range(len(offers))])

    def quantity(self, chance: Random, offer: Offer) -> int:
        """Return how many pieces are taken."""
        return pick(chance, _PIECES, _PIECE_SHARES) if offer.price < _SMALL_PRICE else 1
