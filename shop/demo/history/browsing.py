"""What was looked at: before an order, and on the many visits that end in none."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from shop.demo.history.choosing import Chooser
from shop.demo.history.events import Line, Reason, Referrer, View
from shop.demo.history.goods import Good
from shop.demo.history.logic import Logic
from shop.demo.history.people import Person
from shop.demo.history.randomness import count, pick
from shop.demo.history.together import Partners

# Goods of the same shelf that are compared before one is bought: 1.2 on average, five at most.
COMPARED_MEAN, COMPARED_MOST = 1.2, 5
# Pages of a visit without an order: 2.6 on average; half of all such visits end after one or two.
LOOKED_MEAN, LOOKED_MOST = 1.6, 8
# Of the pages after the first, the share that a link on the page before led to, and of the rest
# the shares that come from a category page, from the search, and from outside.
RELATED_SHARE: Final = 0.3
WAYS: Final[tuple[Referrer, ...]] = ("category", "search", "direct")
WAY_SHARES: Final = (45, 40, 15)
# Most people who have an account are signed in when they look.
SIGNED_IN_SHARE: Final = 0.7
# Seconds on a product page: a glance to a slow read of all reviews.
_LEAST, _MOST = 12, 240
# What leads to an accessory or a matching thing is a link on the other product's page.
_BY_LINK: Final[frozenset[Reason]] = frozenset({"fits", "family", "companion"})


class Visit:
    """Looks in the order they happen, in one browser, from `start` on.

    `email` is the address of somebody who may be signed in; empty for everybody else.
    """

    def __init__(self, chance: Random, person: Person, start: datetime, *, email: str = "") -> None:
        self.now = start
        self.views: list[View] = []
        self._chance = chance
        self._visitor = pick(chance, person.visitors, [1.0] * len(person.visitors))
        self._email = email if chance.random() < SIGNED_IN_SHARE else ""

    def look(self, good: Good, referrer: Referrer | None = None) -> None:
        """Look at a product."""
        way = pick(self._chance, WAYS, WAY_SHARES) if referrer is None else referrer
        self.views.append(
            View(
                visitor=self._visitor,
                email=self._email,
                slug=good.slug,
                viewed_at=self.now,
                referrer=way,
            )
        )
        self.now += timedelta(seconds=_LEAST + int(self._chance.random() * (_MOST - _LEAST)))


def look_around(
    visit: Visit, chance: Random, chooser: Chooser, partners: Partners, logic: Logic
) -> list[Good]:
    """Look at products without buying; return them."""
    day = visit.now.date()
    category = chooser.category(chance, day)
    looked: list[Good] = []
    for _ in range(1 + count(chance, LOOKED_MEAN, LOOKED_MOST)):
        referrer: Referrer | None = None
        if chance.random() < logic.noise:
            good = chooser.anything(chance, day)
        else:
            linked = _linked(looked, partners, day) if logic.together else []
            if linked and chance.random() < RELATED_SHARE:
                good, referrer = linked[int(chance.random() * len(linked))], "related"
            else:
                good = chooser.from_category(chance, category, day)
        visit.look(good, referrer)
        looked.append(good)
    return looked


def look_before_buying(
    visit: Visit,
    chance: Random,
    chooser: Chooser,
    bought: Iterable[tuple[Good, Line]],
) -> None:
    """Look at everything that is bought, after comparing it with others of its shelf."""
    day = visit.now.date()
    for good, line in bought:
        by_link = line.reason in _BY_LINK
        if not by_link and line.reason != "noise":
            for _ in range(count(chance, COMPARED_MEAN, COMPARED_MOST)):
                other = chooser.from_category(chance, good.category, day)
                if other is not good:
                    visit.look(other)
        visit.look(good, "related" if by_link else None)


def _linked(looked: list[Good], partners: Partners, day: date) -> list[Good]:
    """Return what the page that was looked at last links to."""
    if not looked:
        return []
    return [good for good, _, _ in partners.of(looked[-1]) if good.published <= day]
