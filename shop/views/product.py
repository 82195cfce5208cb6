"""A product's own page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views import View

from shop.models import Product


class ProductView(View):
    """Everything the shop says about one product."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Show the product."""
        product = get_object_or_404(Product.objects.published().for_cards(), slug=slug)
        return render(request, "shop/product.html", {"product": product})
