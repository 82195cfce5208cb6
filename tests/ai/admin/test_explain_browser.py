"""The page that explains a search and the lab, in Chromium."""

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from ai.indexing.spaces import ensure_default_space
from ai.indexing.vocabulary import refresh_vocabulary
from ai.models import Judgement, LabRun
from shop.models import User
from tests.ai.search.conftest import make_searchable
from tests.factories.shop import ProductFactory
from tests.functional.conftest import browser  # noqa: F401
from tests.functional.visitor import Visitor
from tests.shop.admin.browsing import Desk, at_desk, desk  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
EXPLAIN, LAB = reverse("ai-explain"), reverse("ai-lab")


@pytest.fixture
def mugs(transactional_db: None) -> None:
    ensure_default_space()
    make_searchable(*(ProductFactory(title=f"Stoneware mug {n:02}") for n in range(5)))
    refresh_vocabulary()


def test_hits_are_rated_in_place_and_measured(mugs: None, at_desk: Desk) -> None:  # noqa: F811
    page = at_desk.open(f"{EXPLAIN}?q=mug")
    hit = page.locator(".explain-hit").first
    hit.get_by_role("button", name="3 perfect").click()
    expect(hit.get_by_role("button", name="3 perfect")).to_have_attribute("aria-pressed", "true")
    assert Judgement.objects.get().gain == 3
    hit.get_by_role("button", name="2 good").focus()
    page.keyboard.press("Enter")
    expect(hit.get_by_role("button", name="2 good")).to_have_attribute("aria-pressed", "true")
    at_desk.open(LAB)
    page.get_by_role("button", name="Measure now").click()
    expect(page.get_by_role("heading", name="Measured")).to_be_visible()
    assert LabRun.objects.get().is_done
    expect(page.locator("#lab-run")).to_contain_text("1.0000")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
def test_the_pages_fit_and_work(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    superuser: User,
    mugs: None,
    width: int,
    js: bool,
) -> None:
    context, seat = desk(browser, live_server, superuser, js=js, width=width)
    page = seat.page
    page.goto(f"{live_server.url}{EXPLAIN}?q=under+50+mug")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.get_by_role("button", name="3 perfect").first.click()
    expect(page.locator('[aria-pressed="true"]')).to_have_count(1)
    if js:
        assert Visitor(page, live_server.url).barriers() == []
    page.goto(live_server.url + LAB)
    page.get_by_role("button", name="Measure now").click()
    if not js:
        page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="Measured")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    if js:
        assert Visitor(page, live_server.url).barriers() == []
    context.close()
