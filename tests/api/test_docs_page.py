"""Swagger UI works in a browser under the site's own content policy."""

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from shop.models import Brand, Review, User
from tests.factories.shop import BrandFactory, ProductFactory
from tests.functional.conftest import browser  # noqa: F401  (a fixture)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# Milliseconds; the first page compiles the schema.
PATIENCE = 20_000


def open_docs(page: Page, live_server: LiveServer) -> list[str]:
    """Open the page and return the list that complaints of the browser are added to."""
    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.on("request", lambda request: complaints.extend(outside(request.url, live_server)))
    page.goto(f"{live_server.url}/api/docs/")
    expect(page.locator(".opblock").first).to_be_visible(timeout=PATIENCE)
    return complaints


def outside(url: str, live_server: LiveServer) -> list[str]:
    """Return the address when it is not this server's."""
    return [] if url.startswith((live_server.url, "data:")) else [url]


def try_out(page: Page, operation: str, body: str | None = None) -> str:
    """Run an operation on the page and return the status it shows."""
    block = page.locator(f"#operations-{operation}")
    block.locator(".opblock-summary").click()
    block.get_by_role("button", name="Try it out").click()
    if body is not None:
        block.locator("textarea").fill(body)
    block.get_by_role("button", name="Execute").click()
    status = block.locator(".live-responses-table .response-col_status").nth(1)
    expect(status).not_to_be_empty(timeout=PATIENCE)
    return status.inner_text().split()[0]


def test_an_operation_is_tried_out_without_a_complaint(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
) -> None:
    BrandFactory.create(name="Okapi")
    page = browser.new_context().new_page()
    complaints = open_docs(page, live_server)
    assert try_out(page, "brands-brands_list") == "200"
    shown = page.locator("#operations-brands-brands_list .live-responses-table")
    expect(shown).to_contain_text("Okapi")
    assert complaints == []
    assert Brand.objects.count() == 1
    page.context.close()


def test_a_signed_in_shopper_writes_a_review_from_the_page(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    shopper: User,
) -> None:
    ProductFactory.create(slug="tarp")
    session = Client()
    session.force_login(shopper)
    context = browser.new_context()
    context.add_cookies(
        [{"name": "sessionid", "value": session.cookies["sessionid"].value, "url": live_server.url}]
    )
    page = context.new_page()
    open_docs(page, live_server)
    assert try_out(page, "reviews-reviews_create", '{"product": "tarp", "rating": 4}') == "201"
    assert Review.objects.get().author == shopper
    context.close()
