"""A signed-in browser that notes everything the console complains about."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response
from pytest_django.live_server_helper import LiveServer

from shop.models import User


class Desk:
    """A member of staff at a browser."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base
        self.complaints: list[str] = []
        page.on("console", self.listen)
        page.on("pageerror", lambda error: self.note(str(error)))
        page.on("response", self.look)

    def listen(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.note(message.text)

    def look(self, reply: Response) -> None:
        if reply.status >= 400:
            self.note(reply.url)

    def note(self, text: str) -> None:
        self.complaints.append(f"{self.page.url}: {text}")

    def open(self, path: str) -> Page:
        self.page.goto(self.base + path)
        # Alpine has taken over when nothing is cloaked any more.
        self.page.wait_for_function("!document.querySelector('html[x-cloak]')")
        return self.page

    def overflow(self) -> int:
        width: int = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return width


def desk(
    browser: Browser, live_server: LiveServer, user: User, *, width: int = 1280, js: bool = True
) -> tuple[BrowserContext, Desk]:
    """Return a signed-in browser; its context is to be closed."""
    client = Client()
    client.force_login(user)
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        java_script_enabled=js,
        reduced_motion="reduce",
        color_scheme="light",
    )
    context.set_default_timeout(15_000)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies(
        [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
    )
    return context, Desk(context.new_page(), live_server.url)


@pytest.fixture
def at_desk(
    browser: Browser, live_server: LiveServer, transactional_db: None, superuser: User
) -> Iterator[Desk]:
    """A superuser at a desk; the test fails when the console complained."""
    context, seat = desk(browser, live_server, superuser)
    yield seat
    context.close()
    assert seat.complaints == []
