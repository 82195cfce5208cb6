"""One order's goods: what it begins with, what goes with that, and what free delivery adds."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Final

from shop.demo.history.choosing import Chooser
from shop.demo.history.events import Line, Reason
from shop.demo.history.goods import Catalogue, Good
from shop.demo.history.logic import Logic
from shop.demo.history.randomness import pick
from shop.demo.history.seasons import price_on
from shop.demo.history.shipping import Rate
from shop.demo.history.together import (
    AGAIN_SHARE,
    LATER_SHARE,
    TOGETHER_SHARE,
    Partners,
    is_used_up,
)

# Different products in an order, out of a hundred orders: half hold one, the mean is 1.9.
SIZES, SIZE_SHARES = (1, 2, 3, 4, 5), (48, 28, 14, 7, 3)
# What was looked at and not bought is come back to within a few weeks, in this share of orders.
RETURN_SHARE: Final = 0.3
RETURN_WITHIN: Final = timedelta(days=45)
# Who lacks no more than this to free delivery may look for some small thing instead of paying it.
TOP_UP_GAP, TOP_UP_EXCESS, TOP_UP_SHARE = Decimal(15), Decimal(12), 0.35


@dataclass(slots=True, kw_only=True)
class Memory:
    """What a person has bought, and has looked at without buying, with the days of it."""

    bought: list[Good] = field(default_factory=list)
    seen: dict[str, tuple[date, Good]] = field(default_factory=dict)


class Basket:
    """The lines of one order while it is put together."""

    def __init__(
        self,
        *,
        chooser: Chooser,
        memory: Memory,
        catalogue: Catalogue,
        partners: Partners,
        day: date,
    ) -> None:
        self.lines: list[Line] = []
        self.goods: list[Good] = []
        self._chooser = chooser
        self._memory = memory
        self._catalogue = catalogue
        self._partners = partners
        self._day = day

    @property
    def worth(self) -> Decimal:
        """The price of all goods."""
        return sum((line.unit_price * line.quantity for line in self.lines), Decimal(0))

    def fill(self, chance: Random, logic: Logic, rate: Rate) -> None:
        """Put goods in."""
        self._add(chance, *self._first(chance, logic))
        category = self.goods[0].category
        for _ in range(pick(chance, SIZES, SIZE_SHARES) - 1):
            self._add(chance, *self._next(chance, logic, category))
        gap = rate.free_from - self.worth if rate.free_from is not None else Decimal(0)
        if 0 < gap <= TOP_UP_GAP and chance.random() < TOP_UP_SHARE:
            self._top_up(chance, gap)

    def _first(self, chance: Random, logic: Logic) -> tuple[Good, Reason]:
        """Return what the order begins with: noise, an old wish, an old purchase, or taste."""
        if chance.random() < logic.noise:
            return self._chooser.anything(chance, self._day), "noise"
        seen = self._seen_lately()
        if seen and chance.random() < RETURN_SHARE:
            return pick(chance, seen, [self._chooser.appeal(good, self._day) for good in seen]), (
                "seen before"
            )
        if logic.together and self._memory.bought:
            again = self._because_of_earlier(chance)
            if again:
                return again
        return self._by_taste(chance), "taste"

    def _next(self, chance: Random, logic: Logic, category: str) -> tuple[Good, Reason]:
        """Return one thing more: noise, something that goes with the rest, or taste again."""
        if chance.random() < logic.noise:
            return self._chooser.anything(chance, self._day), "noise"
        if logic.together and chance.random() < TOGETHER_SHARE:
            offered = [
                each
                for good in self.goods
                for each in self._partners.of(good)
                if each[0].published <= self._day and each[0] not in self.goods
            ]
            if offered:
                good, _, reason = pick(chance, offered, [weight for _, weight, _ in offered])
                return good, reason
        # Half of what taste adds is from the shelf that the person stands at already.
        if chance.random() < 1 / 2:
            return self._chooser.from_category(chance, category, self._day), "taste"
        return self._by_taste(chance), "taste"

    def _by_taste(self, chance: Random) -> Good:
        category = self._chooser.category(chance, self._day)
        return self._chooser.from_category(chance, category, self._day)

    def _seen_lately(self) -> list[Good]:
        return [
            good
            for day, good in self._memory.seen.values()
            if self._day - day <= RETURN_WITHIN and good.slug not in self._chooser.owned
        ]

    def _because_of_earlier(self, chance: Random) -> tuple[Good, Reason] | None:
        draw = chance.random()
        if draw < LATER_SHARE:
            made_for_it = [
                accessory
                for good in self._memory.bought
                for accessory in self._catalogue.accessories.get(good.slug, ())
                if accessory.published <= self._day and accessory.slug not in self._chooser.owned
            ]
            if made_for_it:
                return made_for_it[int(chance.random() * len(made_for_it))], "for an earlier order"
        elif draw < LATER_SHARE + AGAIN_SHARE:
            used_up = [good for good in self._memory.bought if is_used_up(good)]
            if used_up:
                return used_up[int(chance.random() * len(used_up))], "bought again"
        return None

    def _top_up(self, chance: Random, gap: Decimal) -> None:
        """Add something small that the person likes and that reaches free delivery."""
        small = [
            good
            for good in self._catalogue.goods
            if good.published <= self._day
            and good not in self.goods
            and all(
                gap <= price_on(offer, self._day) <= gap + TOP_UP_EXCESS for offer in good.offers
            )
        ]
        if small:
            taste = self._chooser.person.taste
            good = pick(chance, small, [taste[good.category] for good in small])
            self._add(chance, good, "free delivery", quantity=1)

    def _add(
        self, chance: Random, good: Good, reason: Reason, *, quantity: int | None = None
    ) -> None:
        """Put a product in; one that is in the basket already is not put in again."""
        if good in self.goods:
            return
        offer = self._chooser.offer(chance, good)
        self.goods.append(good)
        self.lines.append(
            Line(
                slug=good.slug,
                sku=offer.sku,
                title=good.title,
                options=" / ".join(offer.options),
                unit_price=price_on(offer, self._day),
                quantity=quantity or self._chooser.quantity(chance, offer),
                reason=reason,
            )
        )
