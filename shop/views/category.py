"""A category and the products in it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.db.models.functions import Substr
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from shop.models import Category, Product
from shop.views.fragments import PageRequest, push_address, vary_by_fragment, wants_fragment
from shop.views.listing.build import build_listing
from shop.views.recent import find_recent
from shop.views.structured_data import breadcrumb_data

RESULTS = "results"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subcategory:
    """A category right below the present one, with the number of products in it."""

    category: Category
    count: int


def find_subcategories(parent: Category | None) -> list[Subcategory]:
    """Return the categories right below, those with nothing in them left out."""
    children = (
        Category.objects.get_children(parent).order_by("path")
        if parent
        else Category.objects.filter(depth=1).order_by("path")
    )
    depth = parent.depth + 1 if parent else 1
    published = Product.objects.published().filter(category__depth__gte=depth)
    counts = dict(
        (published.in_category(parent) if parent else published)
        .order_by()
        .annotate(branch=Substr("category__path", 1, depth * Category.steplen))
        .values_list("branch")
        .annotate(count=Count("pk"))
    )
    return [
        Subcategory(category=each, count=counts[each.path])
        for each in children
        if counts.get(each.path)
    ]


def category(request: PageRequest, slug: str | None = None) -> HttpResponse:
    """Show the products of a category and everything below it; without a slug, of the shop."""
    found = get_object_or_404(Category, slug=slug) if slug else None
    products = Product.objects.published()
    listing = build_listing(request, products.in_category(found) if found else products)
    context: dict[str, Any] = {"listing": listing, "controls": listing.controls}
    if wants_fragment(request, RESULTS):
        response = render(request, "shop/_listing_update.html", context)
        push_address(request, response, listing.controls.address)
    else:
        ancestors = list(Category.objects.get_ancestors(found)) if found else []
        context |= {
            "category": found,
            "ancestors": ancestors,
            "subcategories": find_subcategories(found),
            "recent": find_recent(request),
            "breadcrumb_data": breadcrumb_data(request, [*ancestors, *([found] if found else [])]),
        }
        response = render(request, "shop/category.html", context)
    return vary_by_fragment(response)
