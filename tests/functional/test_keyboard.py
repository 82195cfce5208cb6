"""The shop without a mouse."""

import pytest
from playwright.sync_api import expect

from shop.models import Product
from tests.functional.conftest import NewVisitor
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement"


def focused_text(visitor: Visitor) -> str:
    return str(visitor.page.evaluate(f"{FOCUSED}.textContent.trim().replace(/\\s+/g, ' ')"))


def press(visitor: Visitor, *keys: str) -> None:
    for key in keys:
        visitor.page.keyboard.press(key)


def test_the_first_stop_leads_past_the_header(visitor: Visitor, furnished: Product) -> None:
    visitor.go("/c/camp/")
    press(visitor, "Tab")
    assert focused_text(visitor) == "Skip to content"
    expect(visitor.page.locator(".skip-link")).to_be_in_viewport()
    press(visitor, "Enter", "Tab")
    assert visitor.page.evaluate(f"document.getElementById('content').contains({FOCUSED})")


def test_every_stop_is_seen(visitor: Visitor, furnished: Product) -> None:
    """Walk a product page from end to end: each stop is in view and has a ring around it."""
    visitor.go("/p/shirt/")
    seen = []
    for _ in range(90):
        press(visitor, "Tab")
        state = visitor.page.evaluate(
            """async () => {
                const element = document.activeElement;
                if (element === document.body) return null;
                // What shows the focus: a radio's face, the card around its link, or itself.
                const shown = element.matches('.option input')
                    ? element.nextElementSibling
                    : (element.closest('.card') && element.matches('.card__link')
                        ? element.closest('.card') : element);
                // Even without motion a change of style takes a frame.
                await Promise.all(shown.getAnimations().map((one) => one.finished));
                const box = shown.getBoundingClientRect();
                const style = getComputedStyle(shown);
                return {
                    what: element.outerHTML.slice(0, 80),
                    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                    inView: box.bottom > 0 && box.top < innerHeight && box.width > 0,
                };
            }"""
        )
        if state is None:
            break
        seen.append(state)
    assert len(seen) > 40
    assert [each["what"] for each in seen if not (each["ring"] and each["inView"])] == []


def test_category_menus_open_close_and_give_the_focus_back(
    visitor: Visitor, furnished: Product
) -> None:
    visitor.go("/")
    summary = visitor.page.locator(".main-nav summary").first
    summary.focus()
    press(visitor, "Enter", "Tab")
    assert focused_text(visitor) == "Shirts"
    press(visitor, "Escape")
    assert focused_text(visitor) == "Wear"
    expect(visitor.page.locator(".nav-panel").first).to_be_hidden()
    press(visitor, "Enter")
    expect(visitor.page.locator(".nav-panel").first).to_be_visible()
    visitor.page.locator(".logo").focus()
    expect(visitor.page.locator(".nav-panel").first).to_be_hidden()


def test_filters_keep_the_focus_while_the_list_changes(
    visitor: Visitor, furnished: Product
) -> None:
    visitor.go("/c/camp/")
    visitor.page.focus("#facet-brand-1")
    with visitor.page.expect_response("**/c/camp/**"):
        press(visitor, "Space")
    expect(visitor.page.locator("#listing-count")).to_have_text("13 products")
    assert visitor.page.evaluate(f"{FOCUSED}.id") == "facet-brand-1"
    press(visitor, "Tab")
    assert visitor.page.evaluate(f"{FOCUSED}.id") == "facet-brand-2"


def test_options_are_chosen_with_arrows(visitor: Visitor, furnished: Product) -> None:
    visitor.go("/p/shirt/")
    visitor.page.focus("#option2-0")
    press(visitor, "ArrowRight")
    expect(visitor.page.locator("[data-variant-price]")).to_have_text("€22.00")


def test_pictures_leaf_with_arrows(visitor: Visitor, furnished: Product) -> None:
    visitor.go("/p/shirt/")
    visitor.page.focus("#gallery a")
    current = visitor.page.locator(".gallery__thumb[aria-current=true]")
    expect(current).to_contain_text("Picture 1 of 2")
    press(visitor, "ArrowRight")
    expect(current).to_contain_text("Picture 2 of 2")
    assert visitor.page.evaluate(f"{FOCUSED}.querySelector('img').alt") == "Shirt in blue"
    press(visitor, "ArrowLeft")
    expect(current).to_contain_text("Picture 1 of 2")
    press(visitor, "ArrowLeft")  # there is none before the first
    expect(current).to_contain_text("Picture 1 of 2")
    assert visitor.page.locator("#gallery a[tabindex='0']").count() == 1


def test_the_drawer_on_a_phone_closes_with_escape(
    new_visitor: NewVisitor, furnished: Product
) -> None:
    phone = new_visitor(width=390, height=844)
    phone.go("/")
    phone.page.focus(".menu-button")
    press(phone, "Enter")
    expect(phone.page.locator("#menu")).to_be_visible()
    press(phone, "Escape")
    expect(phone.page.locator("#menu")).to_be_hidden()
    assert focused_text(phone) == "Menu"
