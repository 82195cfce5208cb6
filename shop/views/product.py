"""A product's own page, and a quick view of it from a list."""

from typing import Any

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from shop.models import Category, Product, ProductAttribute, ProductOption
from shop.views.detail.choices import build_choices
from shop.views.detail.facts import list_facts
from shop.views.detail.gallery import order_pictures
from shop.views.detail.questions import find_questions
from shop.views.detail.related import find_related
from shop.views.detail.reviews import ReviewList, build_review_list
from shop.views.detail.shipping import find_delivery
from shop.views.fragments import PageRequest, push_address, vary_by_fragment, wants_fragment
from shop.views.memory import memory_of
from shop.views.recent import find_recent, remember
from shop.views.structured_data import breadcrumb_data, product_data

REVIEWS = "reviews"


def find_product(slug: str) -> Product:
    """Return a published product with its pictures, variants and options, or raise Http404."""
    products = Product.objects.published().for_cards()
    with_facts = products.prefetch_related(
        Prefetch("options", ProductOption.objects.select_related("attribute")),
        Prefetch("attributes", ProductAttribute.objects.select_related("attribute")),
    )
    return get_object_or_404(with_facts, slug=slug)


def find_shelves(product: Product) -> list[Category]:
    """Return the categories from the top down to the product's own."""
    if product.category is None:
        return []
    return [*Category.objects.get_ancestors(product.category), product.category]


def page_context(request: PageRequest, found: Product, reviews: ReviewList) -> dict[str, Any]:
    """Return all that stands on a product's page."""
    memory = memory_of(request)
    choices = build_choices(found, request.GET)
    shelves = memory.recall("shelves", found.category_id, find=lambda: find_shelves(found))
    return {
        "product": found,
        "reviews": reviews,
        "choices": choices,
        "delivery": find_delivery(choices.variant, memory),
        "pictures": order_pictures(found, choices),
        "facts": list_facts(found),
        "questions": find_questions(found, memory),
        "related": find_related(found, memory),
        "recent": find_recent(request, besides=found),
        "shelves": shelves,
        "product_data": product_data(request, found, reviews.quotable),
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
        "delivery": find_delivery(choices.variant, memory_of(request)),
        "pictures": order_pictures(found, choices),
    }
    return vary_by_fragment(render(request, "shop/_quick_view.html", context))
