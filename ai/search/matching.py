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

from ai.search.candidates import ProductVectors, read_vectors
from ai.search.dense import NEIGHBOURS, match_meaning
from ai.search.diversity import FREE, TWINS, WINDOW, spread
from ai.search.facts import gather_facts
from ai.search.fusion import Weights
from ai.search.lacking import find_moves, find_unwanted
from ai.search.lexical import MOST, match_any, match_words
from ai.search.query_vector import QueryVector
from ai.search.ranking import JUDGED, SOLD_OUT_PENALTY, rank
from ai.search.scoring import Scored, score, wishes
from ai.search.stopwatch import Stopwatch
from ai.search.types import Contribution, Query, RuleNote
from ai.search.understanding.boosts import Boost
from shop.listing.filters import Filters, Lacking
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
        lacking: Sequence[Lacking] = (),
        is_narrowed: bool = False,
    ) -> None:
        self.query = query
        # One for each wording of the query; none without the lane of meaning.
        self.vectors = vectors
        self.restrictions = restrictions
        self.with_words = with_words
        self.stopwatch = stopwatch
        self.boosts = boosts
        # What is not wanted: what has it for a fact is left out by the restrictions already.
        self.lacking = lacking
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
        return self._unwanted_last(list(ordered))

    def _unwanted_last(self, ids: list[int]) -> list[int]:
        """Return ids in their order, less those that are called what was not wanted: they follow.

        However cheap they are.
        """
        unwanted = find_unwanted(self.lacking, ids)
        return sorted(ids, key=unwanted.__contains__)

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
            vectors = self._read_vectors([*near, *measured])
            closeness = near | nearest(
                vectors.closeness(vector, measured) for vector in self.vectors if vectors
            )
        with self.stopwatch("ranking"):
            scored = score(
                self.query,
                found,
                closeness,
                matching={*enough, *near},
                vector=self.vectors[0] if self.vectors else None,
                vectors=vectors,
                boosts=self.boosts,
            )
            exact = frozenset(match.product_id for match in found if match.is_exact)
            moved = scored.total
            moves: Mapping[int, tuple[Contribution, ...]] = find_moves(self.lacking, scored.leading)
            for id_, parts in moves.items():
                moved[id_] += sum(each.amount for each in parts)
            ids = rank(moved, exact=exact, sold_out=scored.sold_out)
            if not exact and vectors is not None and len(ids) > FREE:
                ids, lost = _spread(ids, moved, scored.sold_out, vectors)
                moves = {**moves, **{k: (*moves.get(k, ()), v) for k, v in lost.items()}}
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

    def _read_vectors(self, ids: list[int]) -> ProductVectors | None:
        return read_vectors(self.vectors[0].space, ids) if self.vectors else None

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
            ordered = self._unwanted_last([*leading, *ids[JUDGED:MOST]])
            moves = find_moves(self.lacking, ordered[:JUDGED])
        return Matches(
            ids=ordered,
            is_capped=len(ids) > MOST,
            scored=Scored(fused={}, weights=Weights(), boosts=boosts, reasons=reasons),
            moves=moves,
        )


def _spread(
    ids: list[int],
    scores: Mapping[int, float],
    sold_out: AbstractSet[int],
    vectors: ProductVectors,
) -> tuple[list[int], dict[int, Contribution]]:
    """Return the ids with twins apart, and what each lost by that."""
    leading = ids[:WINDOW]
    reached = {id_: scores[id_] - (SOLD_OUT_PENALTY if id_ in sold_out else 0.0) for id_ in leading}
    return spread(ids, reached, vectors.twins(leading, cosine=TWINS))


def nearest(lanes: Iterable[Mapping[int, float]]) -> dict[int, float]:
    """Return each product with the closest of its closenesses (pure)."""
    found: dict[int, float] = {}
    for lane in lanes:
        for id_, closeness in lane.items():
            found[id_] = max(closeness, found.get(id_, closeness))
    return found
