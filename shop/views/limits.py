"""Limits on what is sent in from pages: so much an hour for one account or address."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from shop.rate_limits import RateLimit, count_request, network_of

SECONDS_A_MINUTE = 60


def caller_of(request: HttpRequest) -> str:
    """Return who is counted: an account, else the address that the outermost proxy saw."""
    if request.user.is_authenticated:
        return f"user:{request.user.pk}"
    return f"address:{network_of(BaseThrottle().get_ident(Request(request)) or '')}"


def find_excess(request: HttpRequest, *, kind: str) -> RateLimit | None:
    """Count a request against `SHOP["RATES"]`; return the limit only where it is exceeded."""
    limit = count_request(kind=kind, caller=caller_of(request), rate=settings.SHOP["RATES"][kind])
    return limit if limit and limit.is_exceeded else None


def wait_words(limit: RateLimit) -> str:
    """Return how long to wait, in whole minutes and words."""
    minutes = -(-limit.wait_s // SECONDS_A_MINUTE)
    return "one minute" if minutes == 1 else f"{minutes} minutes"


def mark_refused(response: HttpResponse, limit: RateLimit) -> HttpResponse:
    """Make an answer one of "too many requests", with the time to come back."""
    response.status_code = HTTPStatus.TOO_MANY_REQUESTS
    response["Retry-After"] = str(limit.wait_s)
    return response


def refuse(request: HttpRequest, limit: RateLimit, *, back: str) -> HttpResponse:
    """Return the page that says so; `back` is where the visitor came from."""
    context = {"wait": wait_words(limit), "back": back}
    return mark_refused(render(request, "429.html", context), limit)
