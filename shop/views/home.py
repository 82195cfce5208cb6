"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from shop.views.front.blocks import build_blocks, read_sections


def home(request: HttpRequest) -> HttpResponse:
    """Show the sections of this moment; a shop that has none shows what suits any catalogue."""
    blocks = build_blocks(read_sections(timezone.now()))
    return render(request, "shop/home.html", {"blocks": blocks})
