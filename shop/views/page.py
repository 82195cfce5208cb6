"""The shop's own words: pages and questions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from shop.models import FaqEntry, Page


def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a page written by the shop."""
    found = get_object_or_404(Page.objects.published(), slug=slug)
    return render(request, "shop/page.html", {"page": found})


def faq(request: HttpRequest) -> HttpResponse:
    """Show questions and answers by topic."""
    entries = FaqEntry.objects.filter(is_published=True)
    return render(request, "shop/faq.html", {"entries": entries})
