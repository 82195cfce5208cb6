"""A product's own page, and a quick view of it from a list."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from shop.models import Category, Product
from shop.views.detail.choices import build_choices
from shop.views.detail.facts import list_facts
from shop.views.detail.gallery import order_pictures
from shop.views.detail.questions import find_questions
from shop.views.detail.related import find_related
from shop.views.detail.reviews import ReviewList, build_review_list, find_quotable
from shop.views.detail.shipping import find_delivery
from shop.views.fragments import PageRequest, push_address, vary_by_fragment, wants_fragment
from shop.views.recent import find_recent, remember
from shop.views.structured_data import breadcrumb_data, product_data

REVIEWS = "reviews"


def find_product(slug: str) -> Product:
    """Return a published product with its pictures, variants and options, or raise Http404."""
    products = Product.objects.published().for_cards()
    return get_object_or_404(
        products.prefetch_related("options__attribute", "attributes__attribute"), slug=slug
    )


def page_context(request: PageRequest, found: Product, reviews: ReviewList) -> dict[str, Any]:
    """Return all that stands on a product's page."""
    choices = build_choices(found, request.GET)
    above = list(Category.objects.get_ancestors(found.category)) if found.category else []
    shelves = [*above, found.category] if found.category else []
    return {
        "product": found,
        "reviews": reviews,
        "choices": choices,
        "delivery": find_delivery(choices.variant),
        "pictures": order_pictures(found, choices),
        "facts": list_facts(found),
        "questions": find_questions(found),
        "related": find_related(found),
        "recent": find_recent(request, besides=found),
        "shelves": shelves,
        "product_data": product_data(request, found, find_quotable(found)),
        "breadcrumb_data": breadcrumb_data(request, shelves, found),
    }


def product(request: PageRequest, slug: str) -> HttpResponse:
    """Show everything the shop says about one product, or only its reviews when htmx asks."""
    found = find_product(slug)
    reviews = build_review_list(request, found)
    if wants_fragment(request, REVIEWS):
        response = render(request, "shop/_reviews.html", {"product": found, "reviews": reviews})
        push_address(request, response, reviews.address)
    else:
        response = render(request, "shop/product.html", page_context(request, found, reviews))
        remember(request, response, found)
    return vary_by_fragment(response)


@require_safe
def quick_view(request: PageRequest, slug: str) -> HttpResponse:
    """Show what decides about a product, for a dialog over a list; without htmx, its page."""
    found = find_product(slug)
    if not request.htmx:
        return vary_by_fragment(redirect(found))
    choices = build_choices(found, request.GET)
    context = {
        "product": found,
        "choices": choices,
        "delivery": find_delivery(choices.variant),
        "pictures": order_pictures(found, choices),
    }
    return vary_by_fragment(render(request, "shop/_quick_view.html", context))
