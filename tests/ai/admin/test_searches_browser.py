"""The search analytics in Chromium: nothing sticks out, nobody is kept out, fixes are reached."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from ai.analytics.counting import count_searches
from ai.analytics.demand import find_unmet_demand
from ai.models import StockRequest
from shop.models import Product, User
from tests.ai.analytics.conftest import Log, follow, log, shelf
from tests.functional.conftest import browser
from tests.functional.visitor import RULES
from tests.shop.admin.browsing import desk

__all__ = ["browser", "log", "shelf"]

pytestmark = pytest.mark.browser


@pytest.fixture
def busy(transactional_db: None, log: Log, shelf: list[Product]) -> None:
    for number in range(12):
        search = log(f"tent {number}", days_ago=number, clicks=[1 + number % 3])
        follow(search, "order", shelf[0], amount=20, currency="EUR")
    for visitor in ("a", "b"):
        log("drone with a camera and a very long name that wants room", total=0, visitor=visitor)
    count_searches()
    find_unmet_demand()


def own_barriers(page: Page) -> list[str]:
    """Return what axe finds in the page's own part; the frame around it is the theme's."""
    found = Axe().run(page, context="main", options={"runOnly": RULES})
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:90]}" for each in found.response["violations"]
    ]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", ["/admin/searches/", "/admin/unmet-demand/"])
def test_pages_at_both_widths(
    browser: Browser,
    live_server: LiveServer,
    superuser: User,
    busy: None,
    address: str,
    width: int,
) -> None:
    context, seat = desk(browser, live_server, superuser, width=width)
    page = seat.open(address)
    assert seat.overflow() <= 0
    assert own_barriers(page) == []
    assert seat.complaints == []
    context.close()


def test_from_a_failing_query_to_a_request_to_stock(
    browser: Browser, live_server: LiveServer, superuser: User, busy: None
) -> None:
    context, seat = desk(browser, live_server, superuser)
    page = seat.open("/admin/unmet-demand/")
    page.get_by_role("link", name="Request to stock").first.click()
    expect(page.locator("#id_query")).to_have_value(
        "drone with a camera and a very long name that wants room"
    )
    expect(page.locator("#id_searches")).to_have_value("2")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/admin/ai/stockrequest/")
    assert StockRequest.objects.get().searches == 2
    assert seat.complaints == []
    context.close()


def test_a_span_is_chosen_without_a_script(
    browser: Browser, live_server: LiveServer, superuser: User, busy: None
) -> None:
    context, seat = desk(browser, live_server, superuser, js=False)
    page = seat.page
    page.goto(f"{live_server.url}/admin/searches/?period=7")
    page.locator("#id_show").select_option("zero")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**show=zero**")
    expect(page.get_by_role("heading", name="Found nothing", exact=True)).to_be_visible()
    context.close()
