"""The search page: whole without JavaScript, in parts for htmx."""

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from ai.analytics.options import event_options
from ai.analytics.receipts import sign_receipt
from ai.search.query import MAX_RAW_CHARACTERS
from ai.search.service import search
from ai.search.types import SearchResult
from ai.web.listing import build_results
from ai.web.reading import read_search
from shop.cards import DrawnCard, recall_cards
from shop.models import Attribute
from shop.views.fragments import PageRequest, push_address, vary_by_fragment, wants_fragment
from shop.views.listing.addresses import tidy
from shop.views.memory import memory_of

RESULTS = "results"


def draw_hits(request: PageRequest, result: SearchResult) -> list[tuple[DrawnCard, SafeString]]:
    """Return the card and the snippet of each hit; what was unpublished meanwhile is left out."""
    snippets = {hit.product.pk: hit.snippet for hit in result.hits}
    return [(card, snippets[card.pk]) for card in recall_cards(snippets, memory_of(request))]


@require_safe
def search_page(request: PageRequest) -> HttpResponse:
    """Show what a shopper searched for, or, without words, everything."""
    data = shorten(tidy(request.GET))
    attributes = list(Attribute.objects.filter(is_filterable=True))
    result = search(read_search(data, attributes=attributes))
    if result.redirect:
        return lead_to(request, result.redirect)
    results = build_results(result, attributes=attributes, path=request.path, data=data)
    context = {
        "results": results,
        "hits": draw_hits(request, result),
        "result": result,
        "controls": results.controls,
        "query_text": result.query.text,
        "receipt": sign_receipt(result) if event_options().is_on else None,
    }
    if wants_fragment(request, RESULTS):
        response = render(request, "ai/_search_update.html", context)
        push_address(request, response, results.controls.address)
    else:
        response = render(request, "ai/search.html", context)
    return vary_by_fragment(response)


def shorten(data: QueryDict) -> QueryDict:
    """Return an address with no more of the text than is searched for: every link repeats it."""
    text = data.get("q", "")
    if len(text) <= MAX_RAW_CHARACTERS:
        return data
    changed = data.copy()
    # One more, by which the search knows that it was cut.
    changed["q"] = text[: MAX_RAW_CHARACTERS + 1]
    return changed


def lead_to(request: PageRequest, path: str) -> HttpResponse:
    """Send the visitor on, for now: staff's rules change. A script is told to load the page."""
    response: HttpResponse = HttpResponseRedirect(path)
    if request.htmx:
        response = HttpResponse(headers={"HX-Redirect": path})
    patch_vary_headers(response, ["HX-Request"])
    return response
