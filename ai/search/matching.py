"""The matching set: everything a search found, in order; totals, facets and pages are all of it.

It is the union of the products that match the words well enough (at most MOST, lexical.py) and the
nearest neighbours above the floor (at most NEIGHBOURS, dense.py), both under the filters. The two
thresholds do not depend on the filters, nor do the scores. So as long as neither bound is reached,
filtering what was found without filters and searching with them give the same products in the same
order, and the lanes run once. Where a bound is reached, they run again under the filters. Twins are
kept apart in the order that the lanes gave (diversity.py); a filter takes products out of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from ai.search.dense import NEIGHBOURS, match_meaning, measure_closeness
from ai.search.diversity import FREE, WINDOW, find_twins, spread
from ai.search.facts import gather_facts
from ai.search.fusion import Weights
from ai.search.lacking import UNWANTED
from ai.search.lexical import MOST, match_any, match_words
from ai.search.query_vector import QueryVector
from ai.search.ranking import JUDGED, SOLD_OUT_PENALTY, rank
from ai.search.scoring import Scored, score, wishes
from ai.search.stopwatch import Stopwatch
from ai.search.types import Contribution, Query, RuleNote
from ai.search.understanding.boosts import Boost
from shop.listing.filters import Filters
from shop.listing.restrictions import Restrictions, of_ids
from shop.listing.sorting import BEST_LIKED_FIRST, Sort, sort_products
from shop.models import Product
from shop.models.products import ProductQuerySet

# Best matches by words whose meaning is measured too, though they are no near neighbours. The order
# of the first page was the same with 50 and with 1,000.
MEASURED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """Product ids, best first, and what each lane said of them."""

    ids: list[int]
    # More match by their words than are kept.
    is_capped: bool = False
    # Neither lane reached its bound: everything that matches is here.
    is_complete: bool = False
    words: Mapping[int, float] = field(default_factory=dict)
    meaning: Mapping[int, float] = field(default_factory=dict)
    scored: Scored = field(default_factory=lambda: Scored(fused={}, weights=Weights()))
    exact: frozenset[int] = frozenset()
    # What moves products besides: what they are said to have that was not wanted.
    moves: Mapping[int, tuple[Contribution, ...]] = field(default_factory=dict)
    rules: dict[int, tuple[RuleNote, ...]] = field(default_factory=dict)

    @property
    def best(self) -> float:
        """The score of the best match, before boosts."""
        return max((self.scored.fused.get(id_, 0.0) for id_ in self.ids), default=0.0)

    @property
    def reasons(self) -> Mapping[int, tuple[str, ...]]:
        """What moves products up, of what the text asks for."""
        return self.scored.reasons


class Matcher:
    """Finds the matching set of one query under any filters; each set is found once."""

    def __init__(
        self,
        *,
        query: Query,
        vectors: Sequence[QueryVector],
        restrictions: Restrictions,
        with_words: bool,
        stopwatch: Stopwatch,
        boosts: Sequence[Boost] = (),
        moves: Mapping[int, tuple[Contribution, ...]] | None = None,
        is_narrowed: bool = False,
    ) -> None:
        self.query = query
        # One for each wording of the query; none without the lane of meaning.
        self.vectors = vectors
        self.restrictions = restrictions
        self.with_words = with_words
        self.stopwatch = stopwatch
        self.boosts = boosts
        self.moves = moves or {}
        # The restrictions themselves leave products out, whatever the filters.
        self.is_narrowed = is_narrowed
        self._found: dict[Filters, Matches] = {}
        self._passing: dict[Filters, set[int]] = {}

    def match(self, filters: Filters) -> Matches:
        """Return the matching set under these filters, by relevance."""
        if filters not in self._found:
            self._found[filters] = self._match(filters)
        return self._found[filters]

    def products(self, filters: Filters) -> ProductQuerySet:
        """Return the matching set as products, in no order, for what counts them."""
        return Product.objects.filter(pk__in=of_ids(self.match(filters).ids)).order_by()

    def _match(self, filters: Filters) -> Matches:
        if not self.query.searched:
            return self._list_everything(filters)
        if not filters.groups:
            return self._find(filters)
        everything = self.match(Filters())
        if everything.is_complete:
            return self._narrow(everything, filters)
        return self._find(filters)

    def _narrow(self, everything: Matches, filters: Filters) -> Matches:
        """Return those of a complete matching set that pass the filters, in its order."""
        with self.stopwatch("filters"):
            passing = [self._those_passing(filters.only(group)) for group in filters.groups]
        kept = set(everything.ids).intersection(*passing)
        return replace(everything, ids=[id_ for id_ in everything.ids if id_ in kept])

    def _those_passing(self, filters: Filters) -> set[int]:
        """Return which products of the whole matching set pass the filters of one facet."""
        if filters not in self._passing:
            ids = self.match(Filters()).ids
            products = self.restrictions.products(filters).filter(pk__in=of_ids(ids))
            self._passing[filters] = set(products.values_list("pk", flat=True))
        return self._passing[filters]

    def sorted_ids(self, filters: Filters, sort: Sort) -> list[int]:
        """Return the ids of the matching set in the order asked for."""
        matches = self.match(filters)
        if sort == Sort.RELEVANCE:
            return matches.ids
        ordered = sort_products(self.products(filters), sort).values_list("pk", flat=True)
        # What has what was not wanted stays last, however cheap it is.
        return sorted(ordered, key=self._is_unwanted)

    def _is_unwanted(self, id_: int) -> bool:
        return any(each.name == UNWANTED for each in self.moves.get(id_, ()))

    def _find(self, filters: Filters) -> Matches:
        products = self.restrictions.products(filters)
        with self.stopwatch("meaning"):
            near = self._near(products, is_filtered=self.is_narrowed or bool(filters.groups))
        found = []
        if self.with_words:
            with self.stopwatch("words"):
                found = match_any(
                    [
                        match_words(query, products, also=near)
                        for query in (self.query, *self.query.others)
                    ]
                )
        enough = [match.product_id for match in found if match.is_enough][:MOST]
        is_capped = len(enough) >= MOST
        measured = [id_ for id_ in enough[:MEASURED] if id_ not in near]
        with self.stopwatch("meaning"):
            closeness = near | nearest(
                measure_closeness(vector, measured) for vector in self.vectors
            )
        with self.stopwatch("ranking"):
            scored = score(
                self.query,
                found,
                closeness,
                matching={*enough, *near},
                vector=self.vectors[0] if self.vectors else None,
                boosts=self.boosts,
            )
            exact = frozenset(match.product_id for match in found if match.is_exact)
            moved = scored.total
            for id_ in self.moves.keys() & moved.keys():
                moved[id_] += sum(each.amount for each in self.moves[id_])
            ids = rank(moved, exact=exact, sold_out=scored.sold_out)
            moves = self.moves
            if not exact:
                ids, moves = self._spread(ids, moved, scored.sold_out)
        return Matches(
            ids=ids,
            is_capped=is_capped,
            is_complete=not is_capped and len(near) < NEIGHBOURS,
            words={match.product_id: match.score for match in found},
            meaning=closeness,
            scored=scored,
            exact=exact,
            moves=moves,
        )

    def _spread(
        self, ids: list[int], scores: Mapping[int, float], sold_out: AbstractSet[int]
    ) -> tuple[list[int], Mapping[int, tuple[Contribution, ...]]]:
        """Return the ids with twins apart, and all moves with those."""
        if not self.vectors or len(ids) <= FREE:
            return ids, self.moves
        leading = ids[:WINDOW]
        twins = find_twins(self.vectors[0].space, leading)
        reached = {
            id_: scores[id_] - (SOLD_OUT_PENALTY if id_ in sold_out else 0.0) for id_ in leading
        }
        ids, lost = spread(ids, reached, twins)
        return ids, {**self.moves, **{k: (*self.moves.get(k, ()), v) for k, v in lost.items()}}

    def _near(self, products: ProductQuerySet, *, is_filtered: bool) -> dict[int, float]:
        """Return the nearest neighbours of the query, and of what else it could be called."""
        return nearest(
            dict(match_meaning(vector, products, is_filtered=is_filtered, limit=NEIGHBOURS))
            for vector in self.vectors
        )

    def _list_everything(self, filters: Filters) -> Matches:
        """Return what passes the filters, best liked first: there is no query to rank by."""
        products = self.restrictions.products(filters).order_by(*BEST_LIKED_FIRST)
        with self.stopwatch("ranking"):
            ids = list(products.values_list("pk", flat=True)[: MOST + 1])
            facts = gather_facts(ids[:JUDGED], self.boosts) if self.boosts else {}
            boosts, reasons = wishes(self.boosts, facts)
            # The order stays among equals.
            leading = sorted(ids[:JUDGED], key=lambda id_: -boosts.get(id_, 0.0))
        return Matches(
            ids=sorted([*leading, *ids[JUDGED:MOST]], key=self._is_unwanted),
            is_capped=len(ids) > MOST,
            scored=Scored(fused={}, weights=Weights(), boosts=boosts, reasons=reasons),
            moves=self.moves,
        )


def nearest(lanes: Iterable[Mapping[int, float]]) -> dict[int, float]:
    """Return each product with the closest of its closenesses (pure)."""
    found: dict[int, float] = {}
    for lane in lanes:
        for id_, closeness in lane.items():
            found[id_] = max(closeness, found.get(id_, closeness))
    return found
