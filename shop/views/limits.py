"""Limits on what is sent in from pages: so much an hour for one account or address."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from shop.rate_limits import RateLimit, count_request, network_of

View = Callable[..., HttpResponseBase]


def caller_of(request: HttpRequest) -> str:
    """Return who is counted: an account, else the address that the outermost proxy saw."""
    if request.user.is_authenticated:
        return f"user:{request.user.pk}"
    return network_caller(request)


def network_caller(request: HttpRequest) -> str:
    """Return the network a request comes from, for what is counted before anybody is known."""
    return f"address:{network_of(BaseThrottle().get_ident(Request(request)) or '')}"


def find_excess(request: HttpRequest, *, kind: str) -> RateLimit | None:
    """Count a request against `SHOP["RATES"]`; return the limit only where it is exceeded."""
    limit = count_request(kind=kind, caller=caller_of(request), rate=settings.SHOP["RATES"][kind])
    return limit if limit and limit.is_exceeded else None


def mark_refused(response: HttpResponse, limit: RateLimit) -> HttpResponse:
    """Make an answer one of "too many requests", with the time to come back."""
    response.status_code = HTTPStatus.TOO_MANY_REQUESTS
    response["Retry-After"] = str(limit.wait_s)
    return response


def refuse(request: HttpRequest, limit: RateLimit, *, back: str) -> HttpResponse:
    """Return the page that says so; `back` is where the visitor came from."""
    context = {"wait": limit.wait_words, "back": back}
    return mark_refused(render(request, "429.html", context), limit)


def limited(kind: str) -> Callable[[View], View]:
    """Let a network send a page's form only so often; looking at the page is not counted."""

    def decorate(view: View) -> View:
        @wraps(view)
        def counted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method == "POST":
                limit = count_request(
                    kind=kind, caller=network_caller(request), rate=settings.SHOP["RATES"][kind]
                )
                if limit and limit.is_exceeded:
                    return refuse(request, limit, back=request.path)
            return view(request, *args, **kwargs)

        return counted

    return decorate
