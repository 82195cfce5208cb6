"""A category and the products in it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from shop.models import Category
from shop.views.fragments import (
    PageRequest,
    push_address,
    replace_address,
    vary_by_fragment,
    wants_fragment,
)
from shop.views.listing.build import Listing, build_listing
from shop.views.memory import memory_of
from shop.views.recent import find_recent
from shop.views.structured_data import breadcrumb_data
from shop.views.tiles import find_lead, find_tiles

RESULTS, MORE = "results", "more"


def category(request: PageRequest, slug: str | None = None) -> HttpResponse:
    """Show the products of a category and everything below it; without a slug, of the shop.

    htmx gets the list alone, or the page that comes below what is there already.
    """
    found = get_object_or_404(Category, slug=slug) if slug else None
    wants_more = wants_fragment(request, MORE)
    listing = build_listing(request, found, only_last=wants_more)
    context: dict[str, Any] = {"listing": listing, "controls": listing.controls}
    if wants_more:
        response = render(request, "shop/_more_products.html", context)
        replace_address(response, listing.controls.address)
    elif wants_fragment(request, RESULTS):
        response = render(request, "shop/_listing_update.html", context)
        push_address(request, response, listing.controls.address)
    else:
        context |= _surroundings(request, found, listing)
        response = render(request, "shop/category.html", context)
    return vary_by_fragment(response)


def _surroundings(
    request: PageRequest, category: Category | None, listing: Listing
) -> dict[str, Any]:
    """Return what stands around the list on the whole page."""
    ancestors = list(Category.objects.get_ancestors(category)) if category else []
    memory, path = memory_of(request), category.path if category else ""
    return {
        "category": category,
        "ancestors": ancestors,
        "tiles": memory.recall("tiles", path, find=lambda: find_tiles(category)),
        "lead": memory.recall("lead", path, find=lambda: category and find_lead(category)),
        "recent": find_recent(request),
        "has_guide": listing.span.first == 1 and not listing.controls.chips,
        "breadcrumb_data": breadcrumb_data(
            request, [*ancestors, *([category] if category else [])]
        ),
    }
