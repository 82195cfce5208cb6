"""A matching set under staff's rules: pinned products join it, and the order is theirs."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Final

from ai.search.matching import Matcher, Matches
from ai.search.steering.placing import move, pin
from ai.search.steering.rules import Boost, Pin, Steering, note_of
from ai.search.stopwatch import Stopwatch
from ai.search.types import RuleNote
from shop.listing.filters import AttributeFilter, Filters
from shop.listing.restrictions import Restrictions, of_ids
from shop.listing.sorting import Sort, sort_products
from shop.models import Attribute, Category, Product
from shop.models.products import ProductQuerySet

# Places that are judged for boosts by brand, category or value: as many as a visitor can leaf
# through. What is further down stays there.
MOST_MOVED: Final = 10_000
YES: Final = frozenset({"yes", "true", "1"})


def steer(matcher: Matcher, steering: Steering) -> "Selected":
    """Return the matcher under the rules; itself where none of them moves anything."""
    if not steering.pins and not steering.boosts:
        return matcher
    return SteeredMatcher(matcher, steering)


class SteeredMatcher:
    """A matcher whose matching sets obey pins and boosts.

    What is pinned belongs to the matching set wherever it passes the filters, so totals and facets
    count it; unpublished or filtered out, it does not stand anywhere.
    """

    def __init__(self, matcher: Matcher, steering: Steering) -> None:
        self.matcher = matcher
        self.steering = steering
        self._steered: dict[Filters, Matches] = {}
        self._passing: dict[Filters, dict[int, Pin]] = {}

    @property
    def stopwatch(self) -> Stopwatch:
        """The stopwatch of the search."""
        return self.matcher.stopwatch

    def match(self, filters: Filters) -> Matches:
        """Return the matching set under these filters, in the order that the rules make."""
        if filters not in self._steered:
            found = self.matcher.match(filters)
            with self.stopwatch("steering"):
                self._steered[filters] = self._steer(found, filters)
        return self._steered[filters]

    def products(self, filters: Filters) -> ProductQuerySet:
        """Return the matching set as products, in no order, for what counts them."""
        found = self.matcher.match(filters)
        with self.stopwatch("steering"):
            ids = list({*found.ids, *self._pins(filters)})
        return Product.objects.filter(pk__in=of_ids(ids)).order_by()

    def sorted_ids(self, filters: Filters, sort: Sort) -> list[int]:
        """Return the matching set in the order asked for; only that of relevance has rules."""
        if sort == Sort.RELEVANCE:
            return self.match(filters).ids
        return list(sort_products(self.products(filters), sort).values_list("pk", flat=True))

    def _steer(self, found: Matches, filters: Filters) -> Matches:
        notes: dict[int, list[RuleNote]] = defaultdict(list)
        boosts = _boosts_by_product(self.steering.boosts, found.ids)
        for id_, rules in boosts.items():
            notes[id_] += map(note_of, rules)
        pins = self._pins(filters)
        for id_, rule in pins.items():
            notes[id_].append(note_of(rule))
        moved = move(found.ids, {id_: _factor(rules) for id_, rules in boosts.items()})
        return replace(
            found,
            ids=pin(moved, {id_: rule.position for id_, rule in pins.items()}),
            rules={id_: tuple(each) for id_, each in notes.items()},
        )

    def _pins(self, filters: Filters) -> dict[int, Pin]:
        """Return the pins whose products pass the filters; of two for one product, the closest."""
        if filters not in self._passing:
            closest: dict[int, Pin] = {}
            for rule in self.steering.pins:
                closest.setdefault(rule.product, rule)
            passing: set[int] = set()
            if closest:
                products = self.matcher.restrictions.products(filters)
                wanted = products.filter(pk__in=list(closest))
                passing.update(wanted.values_list("pk", flat=True))
            self._passing[filters] = {id_: rule for id_, rule in closest.items() if id_ in passing}
        return self._passing[filters]


def _factor(rules: Sequence[Boost]) -> float:
    """Return what all rules together divide a place by; the very top and the end cancel out."""
    factor = math.prod(rule.factor for rule in rules)
    return 1.0 if math.isnan(factor) else factor


def _boosts_by_product(boosts: Sequence[Boost], ids: Sequence[int]) -> dict[int, list[Boost]]:
    """Return the boosts that are about each product, one statement a boost, or two."""
    found: dict[int, list[Boost]] = defaultdict(list)
    for boost in boosts:
        for id_ in _targets(boost, ids[:MOST_MOVED]).values_list("pk", flat=True):
            found[id_].append(boost)
    return found


def _targets(boost: Boost, ids: Sequence[int]) -> ProductQuerySet:
    """Return those of the products that a boost is about."""
    among = Product.objects.filter(pk__in=of_ids(list(ids))).order_by()
    if boost.product is not None:
        return among.filter(pk=boost.product)
    if boost.brand is not None:
        return among.filter(brand=boost.brand)
    if boost.category is not None:
        path = Category.objects.filter(pk=boost.category).values_list("path", flat=True).first()
        return among.filter(category__path__startswith=path or "-")
    asked = None if boost.attribute is None else _asked(boost.attribute, boost.value)
    if asked is None:
        return among.none()
    return Restrictions(Filters(attributes=(asked,)), among=among).products()


def _asked(attribute_id: int, value: str) -> AttributeFilter | None:
    """Return an attribute and its value as a filter has them: one meaning for both."""
    attribute = Attribute.objects.filter(pk=attribute_id).first()
    if attribute is None:
        return None
    if attribute.kind == Attribute.Kind.BOOLEAN:
        return AttributeFilter(code=attribute.code, boolean=value.casefold() in YES)
    if attribute.kind == Attribute.Kind.NUMBER:
        number = read_number(value)
        return AttributeFilter(code=attribute.code, minimum=number, maximum=number)
    return AttributeFilter(code=attribute.code, texts=(value,))


def read_number(text: str) -> Decimal | None:
    """Return a finite number, None for anything else."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


Selected = Matcher | SteeredMatcher
