"""The matching set of what was asked, its filters given up where they leave nothing good."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import structlog

from ai.exceptions import NoLiveSpace, ProviderError
from ai.search.asking import GIVE_WAY, Asked, demote, relax
from ai.search.lacking import find_excluded
from ai.search.matching import Matcher, Matches
from ai.search.query_vector import QueryVector, embed_text
from ai.search.stopwatch import Stopwatch
from ai.search.types import Lane, Query, SearchRequest
from ai.search.understanding.boosts import CategoryBoost
from ai.search.understanding.types import Understanding
from shop.listing.filters import Filters
from shop.listing.restrictions import Restrictions, of_ids
from shop.models.products import ProductQuerySet

# Of the best score without the filters on brands and values. Where what they leave matches worse
# than that, they left the wrong things: black gloves for a black tent, when no tent is black.
GOOD_SHARE: Final = 0.75

# Fewer than this and a brand or value moves up instead of leaving out: whoever names a brand with
# one product sees it first, and what is like it after.
FEW: Final = 4

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found for a text, under the understanding that found it."""

    matcher: Matcher
    understanding: Understanding
    ids: list[int]
    degraded: bool


def find(asked: Asked, request: SearchRequest, stopwatch: Stopwatch) -> Found:
    """Return what matches; filters of the text give way, step by step, while nothing is left."""
    vectors, degraded = _embed(asked.query, request, stopwatch)

    def look(steps: int) -> Found:
        understanding = relax(asked.understanding, steps=steps)
        matcher = _matcher(asked.query, vectors, understanding, request, stopwatch)
        ids = matcher.match(request.filters).ids
        return Found(matcher=matcher, understanding=understanding, ids=ids, degraded=degraded)

    first = last = look(0)
    for steps in range(1, len(GIVE_WAY) + 1):
        if relax(asked.understanding, steps=steps) == last.understanding:
            continue
        # Only values and brands can leave the wrong things; the others leave too few.
        if last.ids and steps > 1:
            break
        looser = look(steps)
        if last.ids and not _is_worse(last, looser, request.filters):
            # The first step gave up nothing but brands and values: what was moved up stays up.
            few = replace(looser, understanding=demote(asked.understanding))
            return few if len(last.ids) < FEW else last
        last = looser
    return last if last.ids else first


def _is_worse(found: Found, looser: Found, filters: Filters) -> bool:
    """Return whether the best matches clearly worse, or nothing is of the kind that was named."""
    if not found.matcher.query.searched:
        return False
    narrow, wide = found.matcher.match(filters), looser.matcher.match(filters)
    if narrow.best < GOOD_SHARE * wide.best:
        return True
    kinds = {
        boost.label for boost in looser.understanding.boosts if isinstance(boost, CategoryBoost)
    }
    return _is_any_of(wide, kinds) and not _is_any_of(narrow, kinds)


def _is_any_of(matches: Matches, kinds: set[str]) -> bool:
    """Return whether anything that matches is of a kind that was named."""
    return any(kinds.intersection(reasons) for reasons in matches.reasons.values())


def _matcher(
    query: Query,
    vectors: Sequence[QueryVector],
    understanding: Understanding,
    request: SearchRequest,
    stopwatch: Stopwatch,
) -> Matcher:
    lacking = understanding.filters.lacking
    among = _among(understanding.filters, find_excluded(lacking) if lacking else set())
    return Matcher(
        query=query,
        vectors=vectors,
        restrictions=Restrictions(request.filters, among=among),
        with_words=Lane.WORDS in request.lanes,
        stopwatch=stopwatch,
        boosts=understanding.boosts,
        lacking=lacking,
        is_narrowed=among is not None,
    )


def _among(filters: Filters, excluded: set[int]) -> ProductQuerySet | None:
    """Return the products that the text leaves, None where it leaves all."""
    left = replace(filters, lacking=())
    if not left.groups and not excluded:
        return None
    products = Restrictions(left).products()
    return products.exclude(pk__in=of_ids(sorted(excluded))) if excluded else products


def _embed(
    query: Query, request: SearchRequest, stopwatch: Stopwatch
) -> tuple[list[QueryVector], bool]:
    """Return the vector of each wording, if it needs any, and whether they could not be had."""
    if not query.searched or query.is_code or Lane.MEANING not in request.lanes:
        return [], False
    try:
        with stopwatch("embedding"):
            return [embed_text(each.searched) for each in (query, *query.others)], False
    except (NoLiveSpace, ProviderError) as error:
        log.warning("search_by_words_only", reason=str(error))
        return [], True
