"""The conductor of a search: it knows the order of the steps and nothing of how they are done."""

from ai.search.asking import Asked, ask
from ai.search.finding import find
from ai.search.hits import load_hits
from ai.search.matching import Matcher
from ai.search.rescue import find_rescue
from ai.search.spelling import Suggestion, suggest
from ai.search.stopwatch import Stopwatch
from ai.search.types import SearchRequest, SearchResult
from shop.listing.facet_types import Facet
from shop.listing.facets import build_facets
from shop.listing.filters import Filters
from shop.models import Attribute

WORDS_ONLY = "Search by meaning is not available right now; these were found by their words."


def search(request: SearchRequest) -> SearchResult:
    """Return one page of what a shop's visitor looks for.

    Without a live space or a working model it answers by words alone and says so.
    """
    stopwatch = Stopwatch()
    with stopwatch("query"):
        asked = ask(request.q, keep=request.keep)
    with stopwatch("spelling"):
        better = suggest(asked.query)
    typed = asked.query.text
    if better.is_sure and not request.verbatim:
        asked = _ask_again(better, request, stopwatch)
    found = find(asked, request, stopwatch)
    if better.text and asked.query.text == typed and not found.ids and not request.verbatim:
        asked = _ask_again(better, request, stopwatch)
        found = find(asked, request, stopwatch)
    is_corrected = asked.query.text != typed
    query, matcher = asked.query, found.matcher
    matches = matcher.match(request.filters)
    ids = matcher.sorted_ids(request.filters, request.sort)
    facets = _count_facets(matcher, request.filters) if request.with_facets else ()
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
        understanding=found.understanding,
        corrected_from=typed if is_corrected else "",
        did_you_mean="" if is_corrected else better.text,
        rescue=rescue,
        degraded=found.degraded,
        note=WORDS_ONLY if found.degraded else "",
        timings=stopwatch.milliseconds(),
    )


def _count_facets(matcher: Matcher, filters: Filters) -> tuple[Facet, ...]:
    with matcher.stopwatch("facets"):
        attributes = list(Attribute.objects.filter(is_filterable=True))
        return build_facets(matcher, filters, attributes=attributes)


def _ask_again(better: Suggestion, request: SearchRequest, stopwatch: Stopwatch) -> Asked:
    with stopwatch("query"):
        return ask(better.text, keep=request.keep)
