"""Requests of which only a part of the page is wanted."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails


class PageRequest(HttpRequest):
    """A request after the htmx middleware."""

    htmx: HtmxDetails


def wants_fragment(request: PageRequest, target: str) -> bool:
    """Whether htmx asks for the part of the page with this id, not for a page of the history."""
    htmx = request.htmx
    return bool(htmx) and htmx.target == target and not htmx.history_restore_request


def push_address(request: PageRequest, response: HttpResponse, address: str) -> HttpResponse:
    """Have the browser's history keep the address, unless that is where it is already."""
    is_there = request.htmx.current_url_abs_path == address
    response["HX-Push-Url"] = "false" if is_there else address
    return response


def replace_address(response: HttpResponse, address: str) -> HttpResponse:
    """Have the present entry of the browser's history stand for another address."""
    response["HX-Replace-Url"] = address
    return response


def vary_by_fragment(response: HttpResponse) -> HttpResponse:
    """Say that the address has several forms, so that no cache in between mixes them up."""
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response
