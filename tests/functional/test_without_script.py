"""Everything works with JavaScript off."""

import re

import pytest
from playwright.sync_api import expect

from shop.models import Product, Review
from tests.functional.conftest import NewVisitor
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(new_visitor: NewVisitor) -> Visitor:
    """Return a visitor whose browser runs no scripts."""
    return new_visitor(javascript=False)


def expect_titles(visitor: Visitor, *titles: str) -> None:
    expect(visitor.page.locator(".card__link")).to_have_text([*titles])


def expect_count(visitor: Visitor, selector: str, count: int) -> None:
    expect(visitor.page.locator(selector)).to_have_count(count)


def expect_path(visitor: Visitor, path: str) -> None:
    expect(visitor.page).to_have_url(visitor.base + path)


def test_a_list_is_narrowed_sorted_and_paged(plain: Visitor, furnished: Product) -> None:
    plain.go("/c/camp/")
    expect_count(plain, ".card__link", 24)
    plain.page.click("a[rel=next]")
    expect_path(plain, "/c/camp/?page=2")
    expect_count(plain, ".card__link", 2)
    plain.page.check("#facet-brand-1")
    plain.page.fill("input[name=price_max]", "106")
    plain.page.click("#filter-form button[type=submit]")
    expect_titles(plain, "Tent 06", "Tent 02", "Tent 04", "Tent 00")
    plain.page.select_option("#sort", "price-high")
    plain.page.click("text='Sort'")
    expect_titles(plain, "Tent 06", "Tent 04", "Tent 02", "Tent 00")
    expect(plain.page.locator("#facet-brand-1")).to_be_checked()
    plain.page.click(".chip--on >> text=Fell")
    expect_count(plain, ".card__link", 7)
    plain.page.click("text=Clear all")
    expect_path(plain, "/c/camp/")
    assert plain.complaints() == []


def test_a_phone_filters_from_the_drawer(new_visitor: NewVisitor, furnished: Product) -> None:
    phone = new_visitor(width=390, height=844, javascript=False)
    phone.go("/c/camp/")
    expect(phone.page.locator("#filters")).to_be_hidden()
    phone.page.click(".filters-button")
    phone.page.check("#facet-brand-2")
    phone.page.click("text=Show 26 products")
    expect(phone.page.locator("#listing-count")).to_have_text("13 products")
    phone.page.click(".menu-button")
    phone.page.click("#menu >> text=Shirts")
    expect_path(phone, "/c/shirts/")


def test_categories_are_reached_from_the_menu(plain: Visitor, furnished: Product) -> None:
    plain.go("/")
    plain.page.click(".main-nav summary >> text=Wear")
    plain.page.click(".nav-panel >> text=All of Wear")
    expect_path(plain, "/c/wear/")
    expect_titles(plain, "Vest", "Shirt")


def test_a_choice_is_shown_by_the_server(plain: Visitor, furnished: Product) -> None:
    plain.go("/p/shirt/")
    plain.page.check("#option2-1")
    plain.page.click("text=Show price and stock of this choice")
    expect(plain.page.locator("[data-variant-price]")).to_have_text("€22.00")
    expect(plain.page.locator("[data-variant-stock]")).to_have_text("Only 3 left")
    first = plain.page.locator(".gallery__item img").first
    expect(first).to_have_attribute("alt", "Shirt in blue")
    expect(plain.page.locator("#option2-1")).to_be_checked()


def test_pictures_are_reached_by_their_links(plain: Visitor, furnished: Product) -> None:
    plain.go("/p/shirt/")
    second = plain.page.locator(".gallery__item").nth(1)
    expect(second).not_to_be_in_viewport()
    plain.page.locator(".gallery__thumb").nth(1).click()
    expect(second).to_be_in_viewport()


def test_reviews_are_narrowed_voted_for_and_written(plain: Visitor, furnished: Product) -> None:
    plain.go("/p/shirt/")
    plain.page.locator(".histogram a").nth(1).click()
    expect_count(plain, ".review", 4)
    plain.page.check("#reviews-verified")
    plain.page.click("text='Apply'")
    expect_count(plain, ".review", 2)
    plain.page.locator(".vote button").first.click()
    expect(plain.page).to_have_url(re.compile(r"/p/shirt/#review-\d+$"))
    expect(plain.page.locator(".vote p").first).to_contain_text("found this helpful")
    plain.page.locator(".vote:has(p) button").click()
    expect_count(plain, ".vote p", 0)
    plain.page.click("text=Write a review")
    plain.page.click("text=Send the review")
    expect(plain.page.locator(".error-summary li")).to_have_count(3)
    plain.page.check("#rating-4")
    plain.page.fill("#body", "Dries overnight, even in a bothy.")
    plain.page.fill("#author_name", "Maeve")
    plain.page.click("text=Send the review")
    expect(plain.page.locator(".message")).to_contain_text("Thank you.")
    assert Review.objects.get(author_name="Maeve").status == Review.Status.PENDING


def test_questions_open_and_close(plain: Visitor, furnished: Product) -> None:
    plain.go("/faq/")
    answer = plain.page.locator(".question__answer").first
    expect(answer).to_be_hidden()
    plain.page.locator("summary").last.scroll_into_view_if_needed()
    plain.page.locator(".question summary").first.click()
    expect(answer).to_be_visible()
