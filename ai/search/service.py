"""The conductor of a search: it knows the order of the steps and nothing of how they are done."""

from django.utils import timezone

from ai.search.asking import Asked, ask
from ai.search.finding import Found, find
from ai.search.hits import load_hits
from ai.search.rescue import find_rescue
from ai.search.spelling import Suggestion, suggest
from ai.search.steering.loading import read_rules
from ai.search.steering.redirects import find_redirect
from ai.search.steering.rules import RuleSet, Steering
from ai.search.steering.steered import Selected, steer
from ai.search.steering.widening import widen
from ai.search.stopwatch import Stopwatch
from ai.search.types import SearchRequest, SearchResult
from shop.listing.facet_types import Facet
from shop.listing.facets import build_facets
from shop.listing.filters import Filters
from shop.models import Attribute

WORDS_ONLY = "Search by meaning is not available right now; these were found by their words."


def search(request: SearchRequest, *, rules: RuleSet | None = None) -> SearchResult:
    """Return one page of what a shop's visitor looks for.

    Without a live space or a working model it answers by words alone and says so. `rules` are
    staff's, those that are on unless others are given.
    """
    stopwatch = Stopwatch()
    with stopwatch("query"):
        asked = ask(request.q, keep=request.keep)
    with stopwatch("steering"):
        rules = read_rules() if rules is None else rules
        steering = rules.steering(asked.query.text, moment=timezone.now())
    with stopwatch("spelling"):
        better = suggest(asked.query, known=steering.known)
    typed = asked.query.text
    if better.is_sure and not request.verbatim:
        asked, steering = _ask_again(better, rules, request, stopwatch)
    asked, found = _find(asked, steering, request, stopwatch)
    if better.text and asked.query.text == typed and not found.ids and not request.verbatim:
        asked, steering = _ask_again(better, rules, request, stopwatch)
        asked, found = _find(asked, steering, request, stopwatch)
    is_corrected = asked.query.text != typed
    query, matcher = asked.query, steer(found.matcher, steering)
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
            with_cards=request.with_cards,
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
        redirect=find_redirect(steering, rules),
        rules=steering.notes,
        degraded=found.degraded,
        note=WORDS_ONLY if found.degraded else "",
        timings=stopwatch.milliseconds(),
    )


def _count_facets(matcher: Selected, filters: Filters) -> tuple[Facet, ...]:
    with matcher.stopwatch("facets"):
        attributes = list(Attribute.objects.filter(is_filterable=True))
        return build_facets(matcher, filters, attributes=attributes)


def _find(
    asked: Asked, steering: Steering, request: SearchRequest, stopwatch: Stopwatch
) -> tuple[Asked, Found]:
    """Return what was asked, in staff's other words too, and what was found for it."""
    with stopwatch("query"):
        widened = widen(asked, steering, keep=request.keep)
    return widened, find(widened, request, stopwatch)


def _ask_again(
    better: Suggestion, rules: RuleSet, request: SearchRequest, stopwatch: Stopwatch
) -> tuple[Asked, Steering]:
    with stopwatch("query"):
        asked = ask(better.text, keep=request.keep)
    return asked, rules.steering(asked.query.text, moment=timezone.now())
