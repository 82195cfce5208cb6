"""The way of a request through the web server's process."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest
from asgiref.sync import SyncToAsync
from asgiref.testing import ApplicationCommunicator
from django.core.cache import caches
from django.core.handlers.asgi import ASGIHandler
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import override_settings
from django.urls import path

from config.asgi import OneThreadHandler

# Over to the request's thread and back: the signals at the end, the answer itself, its closing.
FEW = 6


def told(request: HttpRequest) -> HttpResponse:
    return HttpResponse(threading.current_thread().name)


async def told_later(request: HttpRequest) -> HttpResponse:
    await asyncio.sleep(0)
    return HttpResponse("later")


def streamed(request: HttpRequest) -> StreamingHttpResponse:
    async def parts() -> Any:
        for part in ("one ", "two"):
            await asyncio.sleep(0)
            yield part

    return StreamingHttpResponse(parts())


urlpatterns = [path("told", told), path("later", told_later), path("streamed", streamed)]


async def ask(application: Any, address: str) -> str:
    """Return the body of an answer; nothing but 200 is expected."""
    scope = {"type": "http", "method": "GET", "path": address, "query_string": b""}
    scope |= {"headers": [(b"host", b"testserver")], "server": ("testserver", 80)}
    there: Any = ApplicationCommunicator(application, scope)  # type: ignore[no-untyped-call]
    await there.send_input({"type": "http.request", "body": b""})
    body, is_more = b"", True
    assert (await there.receive_output(10))["status"] == 200
    while is_more:
        part = await there.receive_output(10)
        body += part.get("body", b"")
        is_more = part.get("more_body", False)
    await there.wait(10)
    return body.decode()


@pytest.fixture
def changes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done in the request's thread, one entry each time it is gone over to."""
    noted: list[str] = []
    original = SyncToAsync.__call__

    async def counted(self: Any, *args: Any, **kwargs: Any) -> Any:
        noted.append(getattr(self.func, "__qualname__", repr(self.func)))
        return await original(self, *args, **kwargs)

    monkeypatch.setattr(SyncToAsync, "__call__", counted)
    return noted


@pytest.mark.django_db(transaction=True)
@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.parametrize(
    ("handler", "is_as_expected"),
    [
        (OneThreadHandler, lambda count: count <= FEW),
        (ASGIHandler, lambda count: count > FEW),  # the negative control: Django's own
    ],
)
def test_a_page_goes_over_to_its_thread_once(
    handler: type[ASGIHandler], is_as_expected: Callable[[int], bool], changes: list[str]
) -> None:
    assert asyncio.run(ask(handler(), "/told"))
    assert is_as_expected(len(changes)), changes


@pytest.mark.django_db(transaction=True)
@override_settings(ROOT_URLCONF=__name__)
def test_later_and_streamed_answers_arrive() -> None:
    handler = OneThreadHandler()
    assert asyncio.run(ask(handler, "/later")) == "later"
    assert asyncio.run(ask(handler, "/streamed")) == "one two"


def test_threads_share_the_connections_of_the_cache() -> None:
    pools: list[Any] = []

    def note() -> None:
        cache: Any = caches["default"]
        cache.set("shared", 1)
        pools.append(cache._cache._get_connection_pool(write=True))

    for _ in range(3):
        thread = threading.Thread(target=note)
        thread.start()
        thread.join()
    assert len(pools) == 3
    assert len({id(each) for each in pools}) == 1
