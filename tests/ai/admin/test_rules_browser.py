"""The preview of a rule in Chromium: in place with JavaScript, by a page without."""

import re
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from ai.indexing.spaces import ensure_default_space
from ai.indexing.vocabulary import refresh_vocabulary
from ai.models import SynonymRule
from shop.models import User
from tests.ai.search.conftest import find, make_searchable, slugs
from tests.factories.shop import ProductFactory
from tests.functional.conftest import browser  # noqa: F401
from tests.functional.visitor import Visitor
from tests.shop.admin.browsing import Desk, at_desk, desk  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADD = reverse("admin:ai_synonymrule_add")


@pytest.fixture
def mugs(transactional_db: None) -> None:
    ensure_default_space()
    made = [
        ProductFactory(title=f"Stoneware mug {n:02}", slug=f"mug-{n}", description="")
        for n in range(12)
    ]
    made.append(ProductFactory(title="Copper kettle", slug="kettle", description=""))
    make_searchable(*made)
    refresh_vocabulary()


def write(page: Page, **fields: str) -> None:
    for name, text in fields.items():
        page.locator(f"[name={name}]").fill(text)


def test_a_rule_is_seen_before_it_is_saved(mugs: None, at_desk: Desk) -> None:  # noqa: F811
    page = at_desk.open(f"{ADD}?query=beaker")
    expect(page.locator("[name=query]")).to_have_value("beaker")
    write(page, alternatives="stoneware mug")
    page.get_by_label("Other searches to look at").fill("kettle")
    page.get_by_role("button", name="Preview").click()
    look = page.get_by_role("region", name="“beaker”")
    expect(look.locator("ol").last.locator("li")).to_have_count(10)
    expect(look.locator("ol").last).to_contain_text("Stoneware mug")
    expect(page.get_by_role("region", name="“kettle”")).to_contain_text("Nothing changes")
    assert page.url.endswith("?query=beaker"), "the page stays"
    assert not SynonymRule.objects.exists()
    assert at_desk.overflow() <= 0
    # What was typed is still there, and Save saves it.
    expect(page.locator("[name=alternatives]")).to_have_value("stoneware mug")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was added successfully")).to_be_visible()
    assert slugs(find("beaker"))[0].startswith("mug")


def test_what_is_wrong_is_said_in_the_preview(mugs: None, at_desk: Desk) -> None:  # noqa: F811
    page = at_desk.open(f"{ADD}?query=mug")
    write(page, alternatives="Mugs")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("alert")).to_contain_text("is found for itself already")
    write(page, alternatives="beaker")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_preview_works_without_javascript_by_keyboard_and_for_all(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    superuser: User,
    mugs: None,
    width: int,
) -> None:
    context, seat = desk(browser, live_server, superuser, js=False, width=width)
    page = seat.page
    page.goto(live_server.url + ADD)
    write(page, query="beaker", alternatives="mug")
    button = page.get_by_role("button", name="Preview")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="“beaker”")).to_contain_text("With the rule")
    assert not SynonymRule.objects.exists()
    expect(page.locator("[name=alternatives]")).to_have_value("mug")
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_preview_keeps_nobody_out(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    superuser: User,
    mugs: None,
    width: int,
) -> None:
    context, seat = desk(browser, live_server, superuser, width=width)
    page = seat.open(f"{ADD}?query=beaker&alternatives=mug")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("region", name="“beaker”")).to_be_visible()
    assert seat.overflow() <= 0
    assert barriers_within(page, live_server.url) == []
    context.close()


def barriers_within(page: Page, base: str) -> list[Any]:
    """Return what keeps people out of the preview; the theme's own form is not judged here."""
    found = Visitor(page, base).barriers()
    return [each for each in found if re.search(r"rule-|look-|_also|_preview", each)]
