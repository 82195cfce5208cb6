"""The catalogue as the simulation sees it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A variant with a price; `full_price` is what it costs outside a sale, None: the same."""

    sku: str
    options: tuple[str, ...]
    price: Decimal
    full_price: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """A product that is for sale."""

    slug: str
    title: str
    brand: str
    category: str
    published: date
    offers: tuple[Offer, ...]
    # Titles of the products it is an accessory of.
    fits: frozenset[str]
    # Reviews it has: the best measure the files hold of how much it sells.
    reviews: int

    @property
    def price(self) -> float:
        """The middle one of its prices."""
        return float(median(offer.price for offer in self.offers))

    @property
    def family(self) -> str:
        """Brand and first word of the name: `Morrow Mill Reed`."""
        name = self.title.removeprefix(self.brand).split()
        return " ".join([self.brand, *name[:1]])

    @property
    def kind(self) -> str:
        """What it is: the last word of its title that is no number."""
        words = [word for word in self.title.split() if word.isalpha()]
        return words[-1] if words else self.title


class Catalogue:
    """The goods in one order whatever the order of the files, with what is asked of them often."""

    def __init__(self, goods: Iterable[Good]) -> None:
        """Sort and group the goods; raises ValueError when there are none."""
        self.goods = tuple(sorted(goods, key=lambda good: good.slug))
        if not self.goods:
            raise ValueError("Nothing is for sale.")
        by_title = {good.title: good for good in self.goods}
        self.by_category: dict[str, tuple[Good, ...]] = {}
        self.by_family: dict[str, tuple[Good, ...]] = {}
        # An accessory's products by its slug, and a product's accessories by its.
        self.mains: dict[str, tuple[Good, ...]] = {}
        self.accessories: dict[str, tuple[Good, ...]] = {}
        for good in self.goods:
            _add(self.by_category, good.category, good)
            _add(self.by_family, good.family, good)
            for title in sorted(good.fits & by_title.keys()):
                _add(self.mains, good.slug, by_title[title])
                _add(self.accessories, by_title[title].slug, good)
        self.middle_price = {
            category: median(good.price for good in goods)
            for category, goods in self.by_category.items()
        }

        # The first day on which a category has anything.
        self.opened = {
            category: min(good.published for good in goods)
            for category, goods in self.by_category.items()
        }


def _add(table: dict[str, tuple[Good, ...]], key: str, good: Good) -> None:
    table[key] = (*table.get(key, ()), good)
