"""The shop's own words: pages and questions."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from shop.models import FaqEntry, Page


def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a page written by the shop."""
    found = get_object_or_404(Page.objects.published(), slug=slug)
    return render(request, "shop/page.html", {"page": found})


def faq(request: HttpRequest) -> HttpResponse:
    """Show questions and answers by topic."""
    entries = FaqEntry.objects.published()
    topics = [
        (topic, list(group)) for topic, group in groupby(entries, key=lambda each: each.topic)
    ]
    return render(request, "shop/faq.html", {"topics": topics})
