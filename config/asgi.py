"""ASGI entry point: what uvicorn serves."""

import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
os.environ.setdefault("VITRINE_ROLE", "web")

import django
from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIHandler
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class OneThreadHandler(ASGIHandler):
    """Answer a request in one thread, middleware and view together (docs/adr/0019).

    Django's own handler goes over to a thread and back for every hook of every middleware: two
    dozen times a page, and each time the page waits for whatever else this process computes.
    Streamed answers are sent as before; a view that is `async def` runs in a loop of its own.
    """

    def load_middleware(self, is_async: bool = False) -> None:  # noqa: ARG002  (as Django calls it)
        """Make the chain of middleware a synchronous one."""
        super().load_middleware(is_async=False)

    async def get_response_async(self, request: HttpRequest) -> HttpResponseBase:
        """Run the whole chain in the request's thread."""
        answer: Any = sync_to_async(self.get_response, thread_sensitive=True)
        response: HttpResponseBase = await answer(request)
        return response


django.setup(set_prefix=False)
application = OneThreadHandler()
