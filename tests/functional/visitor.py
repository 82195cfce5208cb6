"""A visitor with a real browser, who notices what goes wrong on the way."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import ConsoleMessage, Dialog, Page, Request, Response

from shop.models import User

# WCAG 2.2 at level AA, and what is good practice beyond it.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Visitor:
    """A browser page with a record of errors, dialogs, failures and requests off the host."""

    page: Page
    base: str
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", self._answer)
        self.page.on("request", self._watch)
        self.page.on("response", self._judge)

    def _hear(self, message: ConsoleMessage) -> None:
        # The browser reports each failed answer here too; those are judged by their status.
        if message.type in {"error", "warning"} and "status of" not in message.text:
            self.errors.append(message.text)

    def _answer(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _watch(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "about:")):
            self.strays.append(request.url)

    def _judge(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.failures.append(f"{response.status} {response.url}")

    def go(self, path: str) -> Response:
        """Open a path of the shop and wait until nothing is under way."""
        response = self.page.goto(self.base + path)
        assert response is not None
        self.page.wait_for_load_state("networkidle")
        return response

    def sign_in(self, account: User) -> None:
        """Give the browser a session of an account."""
        client = Client()
        client.force_login(account)
        session = client.cookies[settings.SESSION_COOKIE_NAME]
        self.page.context.add_cookies(
            [{"name": session.key, "value": session.value, "url": self.base}]
        )

    @property
    def path(self) -> str:
        """The path and query of the page that is open."""
        parts = urlsplit(self.page.url)
        return parts.path + (f"?{parts.query}" if parts.query else "")

    def complaints(self) -> list[str]:
        """Return all that went wrong so far."""
        return [*self.errors, *self.dialogs, *self.strays, *self.failures]

    def barriers(self) -> list[str]:
        """Return what keeps people out of the page as it is now, by axe."""
        options: dict[str, Any] = {"resultTypes": ["violations"], "runOnly": RULES}
        results = Axe().run(self.page, options=options)
        return [
            f"{each['id']}: {node['html'][:120]} ({node['failureSummary'][:160]})"
            for each in results.response["violations"]
            for node in each["nodes"]
        ]
