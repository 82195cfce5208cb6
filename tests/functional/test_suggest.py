"""The search field as a combobox: by keys, by mouse, at both widths, and without its script."""

import pytest
from django.db import connection
from playwright.sync_api import Locator, Page, Route, expect

from ai.indexing.vocabulary import refresh_vocabulary
from shop.models import Product
from tests.factories.shop import ProductFactory
from tests.functional.conftest import NewVisitor
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser

HOSTILE = "Tent <img src=x onerror=alert(1)>"


@pytest.fixture
def camp(furnished: Product) -> Product:
    """Return a shop with tents whose words are known, and a query that others asked."""
    refresh_vocabulary()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ai_suggestion (kind, text, words, weight) VALUES"
            " ('query', 'tent for two', ai_suggestion_words('tent for two'), 9)"
        )
    return furnished


def field_of(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search the shop")


def active_text(page: Page) -> str:
    """Return the text of the option that the field points to, as a screen reader hears it."""
    return str(
        page.evaluate(
            """() => {
                const field = document.getElementById("site-search");
                const active = document.getElementById(
                    field.getAttribute("aria-activedescendant")
                );
                return active ? active.textContent.trim().replace(/\\s+/g, " ") : "";
            }"""
        )
    )


@pytest.mark.parametrize("width", [390, 1280])
def test_by_keys_from_a_letter_to_a_product(
    new_visitor: NewVisitor, camp: Product, width: int
) -> None:
    visitor = new_visitor(width=width, height=844)
    page = visitor.page
    visitor.go("/faq/")
    field = field_of(page)
    field.focus()
    page.keyboard.type("ten", delay=20)
    listbox = page.get_by_role("listbox", name="Suggestions")
    expect(listbox).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".search-form [role=status]")).to_have_text("6 suggestions")
    expect(page.get_by_role("group", name="Products").get_by_role("option")).to_have_count(5)
    inner, outer = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert inner <= outer
    assert visitor.barriers() == []

    assert active_text(page) == ""
    page.keyboard.press("ArrowDown")
    assert active_text(page) == "tent for two"
    expect(field).to_have_value("tent for two")
    page.keyboard.press("ArrowDown")
    assert active_text(page).startswith("Tent 0")
    assert "€" in active_text(page)
    expect(field).to_have_value("ten")
    expect(page.locator("[aria-selected=true]")).to_have_count(1)
    assert visitor.barriers() == []
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert active_text(page) == ""
    page.keyboard.press("ArrowUp")
    last = active_text(page)
    assert last.startswith("Tent ")
    expect(page.locator("[aria-selected=true]")).to_be_in_viewport()
    # The focus never leaves the field.
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/p/tent-*/")
    assert visitor.complaints() == []


def test_enter_without_a_choice_searches_for_what_was_typed(
    visitor: Visitor, camp: Product
) -> None:
    visitor.go("/faq/")
    page = visitor.page
    field_of(page).fill("tent 0")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=tent+0")


def test_escape_closes_and_once_more_empties(visitor: Visitor, camp: Product) -> None:
    visitor.go("/faq/")
    page = visitor.page
    field = field_of(page)
    field.fill("tent")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("tent")
    expect(field).to_have_attribute("aria-expanded", "false")
    # An arrow brings them back.
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    # With nothing typed, an arrow shows what is asked most.
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option")).to_have_text(["tent for two"])


def test_tab_leaves_and_closes(visitor: Visitor, camp: Product) -> None:
    visitor.go("/faq/")
    page = visitor.page
    field_of(page).fill("tent")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".search-form__button")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_by_mouse(visitor: Visitor, camp: Product) -> None:
    visitor.go("/faq/")
    page = visitor.page
    field_of(page).fill("shir")
    page.get_by_role("option", name="Shirts").click()
    page.wait_for_url("**/c/shirts/")
    field_of(page).fill("ten")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.mouse.click(20, 700)
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert visitor.complaints() == []


def test_a_slip_is_put_right_and_said(visitor: Visitor, camp: Product) -> None:
    visitor.go("/faq/")
    page = visitor.page
    field_of(page).fill("shrit")
    expect(page.locator(".suggest__note")).to_have_text(
        "Nothing begins with “shrit”. Suggestions for “shirt”:"
    )
    expect(page.get_by_role("option").first).to_contain_text("Shirt")
    assert visitor.barriers() == []


def test_names_are_text_whatever_is_in_them(visitor: Visitor, camp: Product) -> None:
    ProductFactory.create(title=HOSTILE, slug="hostile", brand__name="<b>Fell</b> & Sons")
    visitor.go("/faq/")
    page = visitor.page
    field_of(page).fill("tent onerror")
    option = page.get_by_role("option")
    expect(option).to_contain_text(HOSTILE)
    expect(option).to_contain_text("<b>Fell</b> & Sons")
    assert page.locator(".suggest__words img, .suggest__words b").count() == 0
    assert page.locator(".suggest mark").all_text_contents() == ["Tent", "onerror"]
    assert visitor.complaints() == []


def test_only_the_answer_to_the_last_text_is_shown(visitor: Visitor, camp: Product) -> None:
    """The first answer is held back until the second has come: it is not asked for any more."""
    held: list[Route] = []
    visitor.go("/faq/")
    page = visitor.page
    page.route("**/api/v1/suggest/?q=ten", lambda route: held.append(route))
    aborted: list[str] = []
    page.on("requestfailed", lambda request: aborted.append(request.url))
    field_of(page).fill("ten")
    page.wait_for_timeout(300)
    assert len(held) == 1
    field_of(page).fill("shir")
    expect(page.get_by_role("option", name="Shirts")).to_be_visible()
    assert [url.partition("?")[2] for url in aborted] == ["q=ten"]


def test_keys_in_quick_succession_ask_once(visitor: Visitor, camp: Product) -> None:
    visitor.go("/faq/")
    page = visitor.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("?")[2]))
    field_of(page).focus()
    page.keyboard.type("shirt", delay=10)
    expect(page.get_by_role("listbox")).to_be_visible()
    assert [each for each in asked if each.startswith("q=")] == ["q=shirt"]


def test_a_server_that_is_away_leaves_a_search_field(visitor: Visitor, camp: Product) -> None:
    visitor.go("/faq/")
    page = visitor.page
    page.route("**/api/v1/suggest/**", lambda route: route.abort())
    field_of(page).fill("tent")
    page.wait_for_timeout(300)
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=tent")


def test_without_its_script_it_is_a_search_field(new_visitor: NewVisitor, camp: Product) -> None:
    visitor = new_visitor(javascript=False)
    visitor.go("/faq/")
    page = visitor.page
    field = page.get_by_role("searchbox", name="Search the shop")
    field.fill("tent")
    assert page.locator("[role=combobox], [role=listbox]").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=tent")
