"""A request's id: taken from the proxy or made here, in every log line and in the answer."""

import re
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware

HEADER = "X-Request-ID"
# What a proxy writes. Anything else could forge log lines, and is replaced.
WELL_FORMED = re.compile(r"[A-Za-z0-9_.-]{8,64}")

Handler = Callable[[HttpRequest], HttpResponseBase | Awaitable[HttpResponseBase]]


def give_id(request: HttpRequest) -> str:
    """Return the request's id, stored where the logging middleware reads it."""
    given = request.META.get("HTTP_X_REQUEST_ID", "")
    request_id = given if WELL_FORMED.fullmatch(given) else str(uuid.uuid4())
    request.META["HTTP_X_REQUEST_ID"] = request_id
    return request_id


@sync_and_async_middleware
def request_id_middleware(get_response: Handler) -> Callable[[HttpRequest], Any]:
    """Name every request, and name it in the response."""
    if iscoroutinefunction(get_response):

        async def middleware(request: HttpRequest) -> HttpResponseBase:
            request_id = give_id(request)
            response: HttpResponseBase = await get_response(request)
            response[HEADER] = request_id
            return response

        return middleware

    def sync_middleware(request: HttpRequest) -> HttpResponseBase:
        request_id = give_id(request)
        response: Any = get_response(request)
        response[HEADER] = request_id
        return response  # type: ignore[no-any-return]

    return sync_middleware
