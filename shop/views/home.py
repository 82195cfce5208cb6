"""The front page."""

from typing import Any

from django.views.generic import TemplateView

from shop.models import Product


class HomeView(TemplateView):
    """New arrivals and what is well rated or reduced."""

    template_name = "shop/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the product rows."""
        products = Product.objects.published().for_cards()
        return super().get_context_data(
            new_arrivals=products.order_by("-published_at")[:8], **kwargs
        )
