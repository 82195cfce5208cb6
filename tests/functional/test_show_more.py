"""More of a list comes below what is there; the way back leads to the same place."""

import pytest
from playwright.sync_api import expect

from shop.models import Product
from tests.factories.shop import BrandFactory, ProductFactory
from tests.functional.conftest import NewVisitor
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser


def focused(visitor: Visitor) -> str:
    return str(visitor.page.evaluate("document.activeElement.textContent"))


def test_more_comes_below_by_keyboard_and_the_way_back_is_kept(
    visitor: Visitor, furnished: Product
) -> None:
    page = visitor.page
    visitor.go("/c/?sort=price-high")
    expect(page.locator(".card__link")).to_have_count(24)
    more = page.locator("[data-more]")
    expect(more).to_have_text("Show 4 more")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card__link")).to_have_count(28)
    expect(page).to_have_url(visitor.base + "/c/?from=1&page=2&sort=price-high")
    expect(page.locator("#listing-status")).to_have_text("28 of 28 products shown")
    expect(more).to_have_count(0)
    assert focused(visitor) == page.locator(".card__link").nth(24).inner_text()
    assert visitor.barriers() == []
    # A product, and back again: everything is there, at the same place of the page.
    place = page.evaluate("Math.round(scrollY)")
    assert place > 1000
    page.locator(".card__link").nth(26).click()
    page.wait_for_load_state()
    page.go_back()
    expect(page.locator(".card__link")).to_have_count(28)
    page.wait_for_function("place => Math.abs(scrollY - place) < 300", arg=place)
    # One step further back is what was before the list, not a shorter list.
    page.reload()
    expect(page.locator(".card__link")).to_have_count(28)
    assert visitor.complaints() == []


def test_a_filter_after_more_begins_anew(visitor: Visitor, furnished: Product) -> None:
    visitor.go("/c/")
    visitor.page.click("[data-more]")
    expect(visitor.page.locator(".card__link")).to_have_count(28)
    visitor.page.check("#facet-stock-1")
    expect(visitor.page).to_have_url(visitor.base + "/c/?stock=true")
    expect(visitor.page.locator("#listing-count")).to_have_text("21 products")


def test_without_scripts_more_is_the_next_page(new_visitor: NewVisitor, furnished: Product) -> None:
    plain = new_visitor(javascript=False)
    plain.go("/c/")
    plain.page.click("[data-more]")
    expect(plain.page).to_have_url(plain.base + "/c/?page=2")
    expect(plain.page.locator(".card__link")).to_have_count(4)
    plain.page.click("text=Show what comes before")
    expect(plain.page).to_have_url(plain.base + "/c/")


def test_facets_open_further_by_keyboard_and_stay_open(
    new_visitor: NewVisitor, furnished: Product
) -> None:
    camp = Product.objects.get(slug="tent-0").category
    for number in range(10):
        ProductFactory(category=camp, brand=BrandFactory(name=f"Maker {number}"))
    visitor = new_visitor()
    visitor.go("/c/camp/")
    rest = visitor.page.locator("#facet-brand-rest")
    expect(rest.locator("summary")).to_have_text("Show all 12", use_inner_text=True)
    rest.locator("summary").focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator("#facet-brand-12")).to_be_visible()
    assert visitor.barriers() == []
    visitor.page.check("#facet-brand-12")
    expect(visitor.page.locator("#listing-count")).to_have_text("1 product")
    expect(visitor.page.locator("#facet-brand-rest")).to_have_attribute("open", "")
