"""What scripts make smoother, and that they leave nothing behind."""

import pytest
from playwright.sync_api import Route, expect

from shop.models import Product, Review
from tests.functional.conftest import NewVisitor
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser


def mark_document(visitor: Visitor) -> None:
    """Leave a mark that a reload of the page would wipe out."""
    visitor.page.evaluate("window.stayed = true")


def has_stayed(visitor: Visitor) -> bool:
    return bool(visitor.page.evaluate("window.stayed === true"))


def test_the_list_follows_each_choice_and_the_history_each_step(
    visitor: Visitor, furnished: Product
) -> None:
    visitor.go("/c/camp/")
    mark_document(visitor)
    count = visitor.page.locator("#listing-count")
    visitor.page.check("#facet-brand-1")
    expect(count).to_have_text("13 products")
    expect(visitor.page).to_have_url(visitor.base + "/c/camp/?brand=fell")
    expect(visitor.page.locator("#listing-status")).to_have_text("13 products shown")
    visitor.page.select_option("#sort", "price-low")
    expect(visitor.page.locator(".card__link").first).to_have_text("Tent 00")
    expect(visitor.page).to_have_url(visitor.base + "/c/camp/?brand=fell&sort=price-low")
    visitor.page.fill("input[name=price_max]", "104")
    visitor.page.keyboard.press("Enter")
    expect(count).to_have_text("3 products")
    assert has_stayed(visitor)
    visitor.page.wait_for_load_state("networkidle")
    visitor.page.go_back()
    expect(count).to_have_text("13 products")
    expect(visitor.page).to_have_url(visitor.base + "/c/camp/?brand=fell&sort=price-low")
    visitor.page.go_back()
    expect(visitor.page.locator(".card__link").first).to_have_text("Tent 22")
    visitor.page.go_back()
    expect(count).to_have_text("26 products")
    expect(visitor.page.locator("#facet-brand-1")).not_to_be_checked()
    expect(visitor.page).to_have_url(visitor.base + "/c/camp/")
    assert visitor.complaints() == []


def test_chips_and_pages_swap_in_place(visitor: Visitor, furnished: Product) -> None:
    visitor.go("/c/camp/?brand=fell&brand=moor")
    mark_document(visitor)
    visitor.page.click("a[rel=next]")
    expect(visitor.page.locator(".pagination [aria-current]")).to_contain_text("2")
    expect(visitor.page.locator("#listing")).to_be_in_viewport()
    visitor.page.click(".chip--on >> text=Moor")
    expect(visitor.page.locator("#listing-count")).to_have_text("13 products")
    expect(visitor.page.locator("#facet-brand-2")).not_to_be_checked()
    expect(visitor.page).to_have_url(visitor.base + "/c/camp/?brand=fell")
    assert has_stayed(visitor)


def test_facets_stay_as_open_as_they_were(visitor: Visitor, furnished: Product) -> None:
    visitor.go("/c/camp/")
    visitor.page.click("#facet-aweight summary")
    visitor.page.click("#facet-brand summary")
    visitor.page.check("#facet-stock-1")
    expect(visitor.page.locator("#listing-count")).to_have_text("19 products")
    expect(visitor.page.locator("#facet-aweight")).to_have_attribute("open", "")
    expect(visitor.page.locator("#facet-brand")).not_to_have_attribute("open", "")


def test_the_drawer_of_a_phone_stays_while_choosing_and_closes_on_show(
    new_visitor: NewVisitor, furnished: Product
) -> None:
    phone = new_visitor(width=390, height=844)
    phone.go("/c/camp/")
    phone.page.click(".filters-button")
    phone.page.check("#facet-brand-1")
    show = phone.page.locator("#filter-form button[type=submit]")
    expect(show).to_have_text("Show 13 products")
    expect(phone.page.locator("#filters")).to_be_visible()
    show.click()
    expect(phone.page.locator("#filters")).to_be_hidden()
    expect(phone.page.locator(".filters-button")).to_contain_text("Filters (1)")


def test_options_change_price_stock_picture_and_address(
    visitor: Visitor, furnished: Product
) -> None:
    visitor.go("/p/shirt/?stars=5")
    mark_document(visitor)
    page = visitor.page
    page.check("#option2-1", force=True)
    expect(page.locator("[data-variant-price]")).to_have_text("€22.00")
    expect(page.locator("[data-variant-was-amount]")).to_have_text("€30.00")
    expect(page.locator("[data-variant-saving]")).to_have_text("You save €8.00 (26 %)")
    expect(page.locator("[data-variant-stock]")).to_have_text("Only 3 left")
    expect(page.locator("[data-variant-sku]")).to_have_text("M-Blue")
    expect(page.locator(".gallery__thumb[aria-current=true]")).to_contain_text("Picture 2")
    blue = furnished.variants.get(sku="M-Blue")
    expect(visitor.page).to_have_url(visitor.base + f"/p/shirt/?stars=5&variant={blue.pk}")
    page.check("#option1-1", force=True)
    expect(page.locator("[data-variant-stock]")).to_have_text("This combination is not made")
    expect(page.locator("[data-variant-was]")).to_be_hidden()
    expect(page.locator("[data-variant-saving]")).to_be_hidden()
    expect(visitor.page).to_have_url(visitor.base + "/p/shirt/?stars=5")
    page.check("#option2-0", force=True)
    expect(page.locator("[data-variant-stock]")).to_have_text("Sold out")
    gone = page.locator(".option--gone .option__word").all_inner_texts()
    assert gone == ["L", "Red", "Blue"]
    assert has_stayed(visitor)
    assert visitor.complaints() == []


def test_server_and_script_agree_on_every_choice(
    new_visitor: NewVisitor, furnished: Product
) -> None:
    live, plain = new_visitor(), new_visitor(javascript=False)
    live.go("/p/shirt/")
    shown = (
        *("[data-variant-price]", "[data-variant-stock]", ".option--gone .option__word"),
        *("[data-variant-saving]", ".delivery"),
    )
    for size, size_name in enumerate(("M", "L")):
        for colour, colour_name in enumerate(("Red", "Blue")):
            live.page.check(f"#option1-{size}", force=True)
            live.page.check(f"#option2-{colour}", force=True)
            plain.go(f"/p/shirt/?option1={size_name}&option2={colour_name}")
            for selector in shown:
                texts = live.page.locator(selector).all_inner_texts()
                assert texts == plain.page.locator(selector).all_inner_texts()


def test_reviews_swap_in_place_and_votes_count(visitor: Visitor, furnished: Product) -> None:
    visitor.go("/p/shirt/")
    mark_document(visitor)
    page = visitor.page
    expect(page.locator(".review")).to_have_count(8)
    page.locator("#reviews a[rel=next]").click()
    expect(page.locator(".review")).to_have_count(4)
    page.locator(".histogram a").first.click()
    expect(page.locator("#reviews [role=status]").first).to_contain_text("4 of 12 reviews.")
    page.check("#reviews-verified")
    expect(page.locator(".review")).to_have_count(2)
    expect(visitor.page).to_have_url(visitor.base + "/p/shirt/?stars=5&verified=1")
    page.select_option("#reviews-sort", "lowest")
    page.locator("#reviews [role=status] a").click()
    expect(page.locator(".review")).to_have_count(8)
    vote = page.locator(".vote").first
    vote.locator("button").click()
    expect(vote).to_contain_text("You and 11 others found this helpful.")
    assert Review.objects.get(title="Review 11").helpful_count == 12
    # The focus stays on the button, which now takes the vote back.
    page.keyboard.press("Enter")
    expect(vote).to_contain_text("11 found it so")
    assert Review.objects.get(title="Review 11").helpful_count == 11
    page.check("#reviews-text")
    expect(page.locator("#reviews [role=status]").first).to_contain_text("12 reviews")
    assert has_stayed(visitor)
    assert visitor.complaints() == []


def test_an_address_opens_its_question(visitor: Visitor, furnished: Product) -> None:
    visitor.go("/faq/#question-2")
    expect(visitor.page.locator("#question-2")).to_have_attribute("open", "")
    expect(visitor.page.locator("#question-1")).not_to_have_attribute("open", "")


@pytest.mark.parametrize(
    ("is_guarded", "shown"),
    [(True, "Fell"), (False, "Moor")],  # the second is the negative control
)
def test_the_last_choice_wins_whatever_answer_comes_last(
    visitor: Visitor, furnished: Product, is_guarded: bool, shown: str
) -> None:
    if not is_guarded:
        visitor.page.route("**/latest.js", lambda route: route.fulfill(body=""))
    visitor.go("/c/camp/?brand=fell&brand=moor")

    def answer_late(route: Route) -> None:
        answer = route.fetch()
        visitor.page.wait_for_timeout(1500)
        route.fulfill(response=answer)

    visitor.page.route("**/c/camp/?brand=moor", answer_late)
    visitor.page.evaluate(
        """() => {
            const [fell, moor] = document.querySelectorAll(".chip--on");
            fell.click(); // leaves moor, answered late
            moor.click(); // leaves fell
        }"""
    )
    visitor.page.wait_for_timeout(2500)
    visitor.page.wait_for_load_state("networkidle")
    assert visitor.page.locator(".chip--on").all_text_contents()[0].split() == ["Remove", shown]
    assert is_guarded == (visitor.path == "/c/camp/?brand=fell")
