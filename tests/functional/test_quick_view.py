"""The quick view in a browser: by keys and by mouse, on a list and below a product."""

import pytest
from playwright.sync_api import Route, expect

from shop.models import Product
from tests.functional.conftest import NewVisitor
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser


def test_by_keys_it_opens_is_read_and_gives_the_focus_back(
    visitor: Visitor, wardrobe: Product
) -> None:
    visitor.go("/c/shirts/")
    page = visitor.page
    page.locator("#results .card__link", has_text="Shirt").focus()
    page.keyboard.press("Tab")
    opener = page.locator("#results .card__quick", has_text="Quick view of Shirt")
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Shirt")
    expect(dialog).to_be_visible()
    expect(dialog.locator("img").first).to_be_visible()
    assert page.evaluate("document.getElementById('quick').contains(document.activeElement)")
    visitor.page.wait_for_load_state("networkidle")
    assert visitor.barriers() == []
    page.keyboard.press("Escape")
    expect(page.locator("#quick")).to_be_hidden()
    expect(opener).to_be_focused()
    assert visitor.path == "/c/shirts/"
    assert visitor.complaints() == []


def test_options_work_in_it_and_the_link_keeps_the_choice(
    visitor: Visitor, wardrobe: Product
) -> None:
    visitor.go("/c/shirts/")
    page = visitor.page
    page.locator("#results .card", has_text="Shirt").hover()
    page.locator("#results .card__quick", has_text="Quick view of Shirt").click()
    dialog = page.get_by_role("dialog", name="Shirt")
    dialog.locator("#quick-option2-1").check(force=True)
    expect(dialog.locator("[data-variant-price]")).to_have_text("€22.00")
    expect(dialog.locator("[data-variant-stock]")).to_have_text("Only 3 left")
    expect(dialog.locator("[data-sent-free]")).to_be_visible()  # 22 and above are
    blue = wardrobe.variants.get(sku="M-Blue")
    expect(dialog.locator(f"[data-picture='{blue.image_id}']")).to_be_in_viewport(ratio=0.9)
    assert visitor.path == "/c/shirts/"
    dialog.get_by_role("link", name="Everything about it").click()
    expect(page).to_have_url(f"{visitor.base}/p/shirt/?variant={blue.pk}")
    expect(page.locator("#option2-1")).to_be_checked()
    assert visitor.complaints() == []


def test_below_a_product_its_options_leave_those_of_the_page_alone(
    visitor: Visitor, wardrobe: Product
) -> None:
    visitor.go("/p/vest/")
    page = visitor.page
    page.locator("#box-similar .card__quick", has_text="Quick view of Shirt").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Shirt")
    dialog.locator("#quick-option2-1").check(force=True)
    expect(dialog.locator("[data-variant-price]")).to_have_text("€22.00")
    expect(page.locator(".product__info [data-variant-price]")).to_have_text("€20.00")
    page.mouse.click(5, 5)  # beside the dialog
    expect(page.locator("#quick")).to_be_hidden()
    assert visitor.path == "/p/vest/"


def test_what_cannot_be_fetched_is_shown_on_the_products_page(
    visitor: Visitor, wardrobe: Product
) -> None:
    visitor.go("/c/shirts/")

    def fail(route: Route) -> None:
        route.abort()

    visitor.page.route("**/quick/", fail)
    visitor.page.locator("#results .card__quick").first.focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.page).to_have_url(f"{visitor.base}/p/vest/")


def test_axe_has_nothing_to_say_on_a_phone_in_the_dark(
    new_visitor: NewVisitor, wardrobe: Product
) -> None:
    phone = new_visitor(width=390, height=844, scheme="dark")
    phone.go("/c/shirts/")
    phone.page.locator("#results .card__quick", has_text="Quick view of Shirt").click(force=True)
    expect(phone.page.get_by_role("dialog", name="Shirt")).to_be_visible()
    phone.page.wait_for_load_state("networkidle")
    assert phone.barriers() == []
    sides = phone.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert sides == [390, 390]


def test_without_a_script_there_is_no_button(new_visitor: NewVisitor, wardrobe: Product) -> None:
    plain = new_visitor(javascript=False)
    plain.go("/c/shirts/")
    expect(plain.page.locator("#results .card__quick")).to_have_count(2)
    for link in plain.page.locator("#results .card__quick").all():
        expect(link).to_be_hidden()


def test_what_was_looked_at_is_cleared_in_place(visitor: Visitor, wardrobe: Product) -> None:
    for path in ("/p/vest/", "/p/tent/", "/p/shirt/"):
        visitor.go(path)
    expect(visitor.page.locator(".recent__title")).to_have_text(["Tent", "Vest"])
    visitor.page.get_by_role("button", name="Clear what you looked at").click()
    expect(visitor.page.locator("#recent")).to_have_count(0)
    visitor.go("/")
    expect(visitor.page.locator("#recent")).to_have_count(0)
    assert visitor.complaints() == []
