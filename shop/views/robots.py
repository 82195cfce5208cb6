"""What crawlers may fetch."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def robots(request: HttpRequest) -> HttpResponse:
    """Name the sitemap and keep crawlers off addresses without content of their own."""
    return render(request, "shop/robots.txt", content_type="text/plain; charset=utf-8")
