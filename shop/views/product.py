"""A product's own page."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from shop.models import Category, Product
from shop.views.detail.choices import build_choices
from shop.views.detail.facts import list_facts
from shop.views.detail.gallery import order_pictures
from shop.views.detail.questions import find_questions
from shop.views.detail.related import find_related
from shop.views.detail.reviews import build_review_list
from shop.views.fragments import PageRequest, push_address, vary_by_fragment, wants_fragment
from shop.views.structured_data import breadcrumb_data, product_data

REVIEWS = "reviews"


def product(request: PageRequest, slug: str) -> HttpResponse:
    """Show everything the shop says about one product, or only its reviews when htmx asks."""
    products = Product.objects.published().for_cards()
    found = get_object_or_404(
        products.prefetch_related("options__attribute", "attributes__attribute"), slug=slug
    )
    reviews = build_review_list(request, found)
    context = {"product": found, "reviews": reviews}
    if wants_fragment(request, REVIEWS):
        response = render(request, "shop/_reviews.html", context)
        push_address(request, response, reviews.address)
    else:
        choices = build_choices(found, request.GET)
        ancestors = list(Category.objects.get_ancestors(found.category)) if found.category else []
        shelves = [*ancestors, found.category] if found.category else []
        context |= {
            "choices": choices,
            "pictures": order_pictures(found, choices),
            "facts": list_facts(found),
            "questions": find_questions(found),
            "related": find_related(found),
            "shelves": shelves,
            "product_data": product_data(request, found),
            "breadcrumb_data": breadcrumb_data(request, shelves, found),
        }
        response = render(request, "shop/product.html", context)
    return vary_by_fragment(response)
