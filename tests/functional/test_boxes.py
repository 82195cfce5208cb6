"""Boxes of recommendations in a browser: they follow what is looked at, after a yes."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ai.models import LoggedBox, ShopperEvent
from shop.models import Product
from tests.ai.recommendations.conftest import Camp, give_past, make_camp, run_all
from tests.conftest import eventually
from tests.functional.conftest import NewVisitor, give_picture
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser
FOR_YOU = "#box-for_you .card__link"
# Where pictures of the pages are wanted: a folder.
PICTURES = os.environ.get("VITRINE_BOX_PICTURES", "")


@pytest.fixture
def camp(transactional_db: None) -> Camp:
    """Return the small shop with a past, pictures and lists."""
    made = make_camp()
    for product in made.products.values():
        give_picture(product, "olive")
    give_past(made)
    run_all()
    return made


def names(visitor: Visitor, links: str = FOR_YOU) -> list[str]:
    return visitor.page.locator(links).all_text_contents()


def answer(visitor: Visitor, words: str) -> None:
    visitor.page.get_by_role("button", name=words, exact=True).click()


def keep_picture(visitor: Visitor, name: str) -> None:
    if PICTURES:
        visitor.page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def test_looks_change_the_front_page_after_a_yes_and_a_no_clears_them(
    visitor: Visitor, camp: Camp
) -> None:
    visitor.go("/")
    before = names(visitor)
    assert len(before) == 4
    visitor.go("/p/mug/")
    visitor.go("/")
    # Nobody has agreed: nothing has changed.
    assert names(visitor) == before
    answer(visitor, "Yes, count me")
    visitor.go("/p/gas/")
    visitor.go("/")
    after = names(visitor)
    assert after != before
    expect(visitor.page.locator("#box-for_you")).to_contain_text("which you looked at")
    views = ShopperEvent.objects.filter(kind="view")
    eventually(views.exists, within=10)

    visitor.page.get_by_role("button", name="Counting of searches").click()
    with visitor.page.expect_response("**/api/v1/history/"):
        answer(visitor, "No")
    expect(visitor.page.locator("#recent")).to_have_count(0)
    assert "looked_at" not in {each["name"] for each in visitor.page.context.cookies()}
    recorded = ShopperEvent.objects.count()
    visitor.go("/p/stove/")
    visitor.page.wait_for_timeout(1200)
    visitor.go("/")
    assert names(visitor) == before
    assert ShopperEvent.objects.count() == recorded
    assert "looked_at" not in {each["name"] for each in visitor.page.context.cookies()}
    assert visitor.complaints() == []


def test_a_box_in_view_and_a_click_in_it_are_told(visitor: Visitor, camp: Camp) -> None:
    visitor.go("/p/tarn-2/")
    answer(visitor, "Yes, count me")
    box = visitor.page.locator("#box-together")
    box.scroll_into_view_if_needed()
    logged = eventually(LoggedBox.objects.filter(kind="together").first, within=10)
    assert logged.shown[:2] == camp.ids("pegs", "lamp")
    box.locator(".card__link", has_text="Lamp").click()
    visitor.page.wait_for_url("**/p/lamp/")
    clicks = ShopperEvent.objects.filter(kind="box_click")
    click = eventually(clicks.first, within=10)
    assert (click.box_id, click.position, click.product_id) == (logged.pk, 2, camp.id("lamp"))
    view = eventually(
        ShopperEvent.objects.filter(kind="view", product=camp.id("lamp")).first, within=10
    )
    assert view.box_id == logged.pk
    assert visitor.complaints() == []


@pytest.mark.parametrize("width", [390, 1280])
def test_boxes_push_nothing_and_keep_nobody_out(
    new_visitor: NewVisitor, camp: Camp, width: int
) -> None:
    visitor = new_visitor(width=width, height=844)
    page = visitor.page
    # How high each box is before it comes, and after.
    page.add_init_script(
        """
        document.addEventListener("DOMContentLoaded", () => {
          window.waiting = Object.fromEntries([...document.querySelectorAll(".box[hx-get]")].map(
            (box) => [box.getAttribute("hx-get").split("/")[2], box.offsetHeight]));
        });
        """
    )
    for path, kinds in (
        ("/", ("for_you", "trending")),
        ("/p/tarn-2/", ("similar",)),
        ("/c/tents/", ("trending",)),
    ):
        visitor.go(path)
        waiting = page.evaluate("waiting")
        for kind in kinds:
            box = page.locator(f"#box-{kind}")
            expect(box).to_be_visible()
            assert abs(box.evaluate("box => box.offsetHeight") - waiting[kind]) <= 2, (path, kind)
        inner, outer = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert inner <= outer
        assert visitor.barriers() == []
        keep_picture(visitor, f"boxes-{path.strip('/').replace('/', '-') or 'home'}-{width}")
    assert visitor.complaints() == []


def test_what_goes_together_is_taken_by_keyboard(visitor: Visitor, camp: Camp) -> None:
    visitor.go("/p/tarn-2/")
    page = visitor.page
    form = page.locator(".take-all")
    form.get_by_role("checkbox", name="Lamp for the tent").uncheck()
    form.get_by_role("button").focus()
    page.keyboard.press("Enter")
    drawer = page.locator("#cart-drawer")
    expect(drawer).to_be_visible()
    expect(drawer).to_contain_text("in the cart")
    visitor.go("/cart/")
    expect(page.locator(".cart__lines")).to_contain_text("Tarn 2 tent")
    expect(page.locator(".cart__lines")).not_to_contain_text("Lamp")
    box = page.locator("#box-complements")
    expect(box.locator(".card__link", has_text="Lamp")).to_have_count(1)
    keep_picture(visitor, "boxes-cart-1280")
    assert visitor.barriers() == []
    assert visitor.complaints() == []
    assert Product.objects.count() == len(camp.products)
