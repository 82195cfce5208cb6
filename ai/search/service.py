"""The conductor of a search: it knows the order of the steps and nothing of how they are done."""

import structlog

from ai.exceptions import NoLiveSpace, ProviderError
from ai.search.hits import load_hits
from ai.search.matching import Matcher
from ai.search.query import understand
from ai.search.query_vector import QueryVector, embed_text
from ai.search.rescue import find_rescue
from ai.search.spelling import suggest
from ai.search.stopwatch import Stopwatch
from ai.search.types import Lane, Query, SearchRequest, SearchResult
from shop.listing.facet_types import Facet
from shop.listing.facets import build_facets
from shop.listing.filters import Filters
from shop.listing.restrictions import Restrictions
from shop.models import Attribute

WORDS_ONLY = "Search by meaning is not available right now; these were found by their words."

log = structlog.get_logger(__name__)


def search(request: SearchRequest) -> SearchResult:
    """Return one page of what a shop's visitor looks for.

    Without a live space or a working model it answers by words alone and says so.
    """
    stopwatch = Stopwatch()
    with stopwatch("query"):
        query = understand(request.q)
    vector, degraded = _embed(query, request, stopwatch)
    matcher = Matcher(
        query=query,
        vector=vector,
        restrictions=Restrictions(request.filters),
        with_words=Lane.WORDS in request.lanes,
        stopwatch=stopwatch,
    )
    matches = matcher.match(request.filters)
    ids = matcher.sorted_ids(request.filters, request.sort)
    facets = _count_facets(matcher, request.filters) if request.with_facets else ()
    with stopwatch("spelling"):
        did_you_mean = suggest(query)
    rescue = find_rescue(matcher, request.filters) if not ids else None
    begin = (request.page - 1) * request.page_size
    with stopwatch("hits"):
        hits = load_hits(
            ids[begin : begin + request.page_size],
            query=query,
            matches=matches,
            explain=request.explain,
        )
    return SearchResult(
        request=request,
        query=query,
        hits=hits,
        total=len(ids),
        page=request.page,
        page_size=request.page_size,
        pages=max(1, -(-len(ids) // request.page_size)),
        facets=facets,
        is_capped=matches.is_capped,
        did_you_mean=did_you_mean,
        rescue=rescue,
        degraded=degraded,
        note=WORDS_ONLY if degraded else "",
        timings=stopwatch.milliseconds(),
    )


def _count_facets(matcher: Matcher, filters: Filters) -> tuple[Facet, ...]:
    with matcher.stopwatch("facets"):
        attributes = list(Attribute.objects.filter(is_filterable=True))
        return build_facets(matcher, filters, attributes=attributes)


def _embed(
    query: Query, request: SearchRequest, stopwatch: Stopwatch
) -> tuple[QueryVector | None, bool]:
    """Return the query's vector, if it needs one, and whether it could not be had."""
    if not query.text or query.is_code or Lane.MEANING not in request.lanes:
        return None, False
    try:
        with stopwatch("embedding"):
            return embed_text(query.text), False
    except (NoLiveSpace, ProviderError) as error:
        log.warning("search_by_words_only", reason=str(error))
        return None, True
