"""Which candidates a box shows, and in which order (pure): none twice, no monotony, sane prices.

What is against a rule of taste waits, and comes after all where nothing better is left: a box that
is full of what is second best serves better than half a box.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ai.recommendations.types import Candidate

# Of a box of eight, the most of one brand, and of one shelf where shelves may differ.
SHARE_OF_BRAND: Final = 0.5
SHARE_OF_SHELF: Final = 0.5
# Of a box, the most that one product looked at or bought speaks for.
SHARE_OF_SUBJECT: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """What keeps a box worth looking at.

    Prices are compared with that of the product beside it: `cheapest` and `dearest` are multiples
    of it, None for no limit.
    """

    mixes_brands: bool = True
    mixes_shelves: bool = False
    mixes_subjects: bool = False
    cheapest: Decimal | None = None
    dearest: Decimal | None = None


# Within a third and three times the price, one thing may be taken instead of another.
AS_MUCH: Final = Taste(cheapest=Decimal("0.33"), dearest=Decimal(3))


class Choice:
    """A box being filled: candidates are offered lane by lane, the best lane first."""

    def __init__(self, *, size: int, out: AbstractSet[int], taste: Taste) -> None:
        self._size = size
        self._taken: set[int] = set(out)
        self._taste = taste
        self._chosen: list[Candidate] = []
        self._waiting: list[Candidate] = []
        self._brands: Counter[int | None] = Counter()
        self._shelves: Counter[int | None] = Counter()
        self._subjects: Counter[int] = Counter()

    @property
    def is_full(self) -> bool:
        """Whether nothing more is needed."""
        return len(self._chosen) >= self._size

    def offer(self, candidates: Iterable[Candidate]) -> None:
        """Take of a lane what fits, in its order."""
        for each in candidates:
            if self.is_full:
                return
            if each.product_id in self._taken:
                continue
            if self._suits(each):
                self._take(each)
            else:
                self._waiting.append(each)

    def settle(self) -> None:
        """Take of what waits, where no better is left in the lanes so far."""
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            if not self.is_full and each.product_id not in self._taken:
                self._take(each)

    def chosen(self, pins: Mapping[int, Candidate]) -> list[Candidate]:
        """Return what was chosen, best first, with pinned ones at their places (from 1)."""
        pinned = {each.product_id for each in pins.values()}
        rest = iter([each for each in self._chosen if each.product_id not in pinned])
        result: list[Candidate] = []
        waiting = sorted(pins.items())
        for place in range(1, self._size + 1):
            if waiting and waiting[0][0] <= place:
                result.append(waiting.pop(0)[1])
            elif (each := next(rest, None)) is not None:
                result.append(each)
        # Places beyond what there is: behind the last one.
        room = self._size - len(result)
        return [*result, *(each for _, each in waiting[:room])]

    def _take(self, each: Candidate) -> None:
        self._taken.add(each.product_id)
        self._chosen.append(each)
        self._brands[each.brand_id] += 1
        self._shelves[each.category_id] += 1
        self._subjects[each.subject] += 1

    def _suits(self, each: Candidate) -> bool:
        taste = self._taste
        return not (
            (taste.mixes_brands and self._is_enough(self._brands, each.brand_id, SHARE_OF_BRAND))
            or (
                taste.mixes_shelves
                and self._is_enough(self._shelves, each.category_id, SHARE_OF_SHELF)
            )
            or (
                taste.mixes_subjects
                and self._is_enough(self._subjects, each.subject, SHARE_OF_SUBJECT)
            )
            or not is_sane_price(each, taste)
        )

    def _is_enough(
        self, counts: Counter[int | None] | Counter[int], key: int | None, share: float
    ) -> bool:
        most = max(2, round(self._size * share))
        return key is not None and counts[key] >= most


def is_sane_price(each: Candidate, taste: Taste) -> bool:
    """Return whether a price suits the one it stands beside; without one there is no question."""
    if not each.price or not each.subject_price:
        return True
    ratio = each.price / each.subject_price
    return not (
        (taste.cheapest is not None and ratio < taste.cheapest)
        or (taste.dearest is not None and ratio > taste.dearest)
    )


def without_substitutes(
    candidates: Sequence[Candidate], alike: Iterable[Candidate]
) -> list[Candidate]:
    """Return the candidates that do not do what something in the cart does already.

    A substitute is among what is like a thing in the cart, stands on the same shelf (where there
    are shelves) and costs about as much: gas stands beside stoves and is none.
    """
    substitutes = {
        each.product_id
        for each in alike
        if each.category_id == each.subject_category_id and is_sane_price(each, AS_MUCH)
    }
    return [each for each in candidates if each.product_id not in substitutes]
