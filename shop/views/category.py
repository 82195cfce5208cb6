"""A category and the products in it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views import View

from shop.models import Category, Product


class CategoryView(View):
    """The products of one category and everything below it; without a slug, of all."""

    def get(self, request: HttpRequest, slug: str | None = None) -> HttpResponse:
        """Show the category."""
        category = get_object_or_404(Category, slug=slug) if slug else None
        products = Product.objects.published().for_cards()
        if category:
            products = products.in_category(category)
        context: dict[str, Any] = {"category": category, "products": products[:24]}
        return render(request, "shop/category.html", context)
