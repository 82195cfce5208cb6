"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from shop.views.front.blocks import build_blocks, read_sections
from shop.views.memory import memory_of
from shop.views.recent import find_recent


def home(request: HttpRequest) -> HttpResponse:
    """Show the sections of this moment; a shop that has none shows what suits any catalogue."""
    blocks = build_blocks(read_sections(timezone.now()), memory_of(request))
    context = {"blocks": blocks, "recent": find_recent(request)}
    return render(request, "shop/home.html", context)
