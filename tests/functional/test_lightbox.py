"""A picture enlarged: by mouse, keys and fingers, and without a script."""

from typing import Any

import pytest
from playwright.sync_api import expect

from shop.models import Product
from tests.functional.conftest import NewVisitor
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser


def open_lightbox(visitor: Visitor) -> Any:
    visitor.go("/p/shirt/")
    visitor.page.focus("#gallery a")
    visitor.page.keyboard.press("Enter")
    dialog = visitor.page.locator("#lightbox")
    expect(dialog).to_be_visible()
    return dialog


def placed(visitor: Visitor) -> tuple[float, float, float]:
    """Return how the picture is to be drawn: scale, x, y."""
    a, x, y = visitor.page.evaluate(
        """() => {
            const { style } = document.querySelector("zoom-stage img");
            const { a, e, f } = new DOMMatrix(style.transform);
            return [a, e, f];
        }"""
    )
    return round(a, 2), round(x), round(y)


def test_by_keys_it_opens_leafs_zooms_moves_and_gives_the_focus_back(
    visitor: Visitor, wardrobe: Product
) -> None:
    dialog = open_lightbox(visitor)
    press = visitor.page.keyboard.press
    where, image = dialog.locator("[role=status]"), dialog.locator("img")
    expect(where).to_have_text("1 of 2: Shirt in red")
    expect(image).to_have_attribute("alt", "Shirt in red")
    assert visitor.page.evaluate("document.activeElement.textContent") == "Close"
    press("ArrowRight")
    expect(where).to_have_text("2 of 2: Shirt in blue")
    press("ArrowRight")
    expect(where).to_have_text("1 of 2: Shirt in red")
    press("ArrowLeft")
    expect(where).to_have_text("2 of 2: Shirt in blue")
    press("+")
    press("+")
    assert placed(visitor) == (2.56, 0, 0)
    press("ArrowLeft")
    press("ArrowUp")
    assert placed(visitor) == (2.56, 80, 80)
    press("-")
    press("0")
    assert placed(visitor) == (1, 0, 0)
    assert visitor.barriers() == []
    press("Escape")
    expect(dialog).to_be_hidden()
    assert visitor.page.evaluate("document.activeElement.querySelector('img').alt") == (
        "Shirt in blue"
    )
    expect(visitor.page.locator("#gallery a").nth(1)).to_be_in_viewport()
    assert visitor.complaints() == []


def test_it_shows_the_largest_copy(visitor: Visitor, wardrobe: Product) -> None:
    dialog = open_lightbox(visitor)
    source = dialog.locator("img").get_attribute("src") or ""
    assert source.endswith("-640.webp")  # of 160, 320 and 640 pixels
    box = dialog.locator("zoom-stage").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (1280, 900)


def test_by_mouse_the_point_under_it_stays(visitor: Visitor, wardrobe: Product) -> None:
    dialog = open_lightbox(visitor)
    mouse = visitor.page.mouse
    mouse.move(740, 350)
    mouse.wheel(0, -400)
    expect(dialog.locator("zoom-stage")).to_have_attribute("data-near", "")
    scale, x, y = placed(visitor)
    assert scale == 2.23
    # 100 px right of the middle and 100 above it: the picture moved away by 1.23 times that.
    assert (x, y) == (-123, 123)
    mouse.down()
    mouse.move(640, 450, steps=4)
    mouse.up()
    assert placed(visitor) == (2.23, -167, 223)  # to the left it ends at its edge
    mouse.click(640, 450)
    assert placed(visitor) == (1, 0, 0)
    mouse.click(640, 450)
    assert placed(visitor)[0] == 2.56
    dialog.get_by_role("button", name="Zoom out").click()
    assert placed(visitor)[0] == 1.6
    dialog.get_by_role("button", name="Next picture").click()
    assert placed(visitor) == (1, 0, 0)
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()


TOUCH = """async (moves) => {
    const stage = document.querySelector("zoom-stage");
    stage.setPointerCapture = () => {};
    const send = (type, id, x, y) => stage.dispatchEvent(
        new PointerEvent(type, { pointerId: id, clientX: x, clientY: y, bubbles: true }));
    for (const move of moves) send(...move);
}"""


def test_two_fingers_zoom_and_one_wipes(new_visitor: NewVisitor, wardrobe: Product) -> None:
    phone = new_visitor(width=390, height=844)
    dialog = open_lightbox(phone)
    where = dialog.locator("[role=status]")
    pinch = [
        ["pointerdown", 1, 150, 422],
        ["pointerdown", 2, 240, 422],
        ["pointermove", 1, 105, 422],
        ["pointermove", 2, 285, 422],
        ["pointerup", 1, 105, 422],
        ["pointerup", 2, 285, 422],
    ]
    phone.page.evaluate(TOUCH, pinch)
    assert placed(phone)[0] == 2
    expect(where).to_have_text("1 of 2: Shirt in red")
    phone.page.keyboard.press("0")
    wipe = [
        ["pointerdown", 1, 300, 400],
        ["pointermove", 1, 200, 405],
        ["pointerup", 1, 200, 405],
    ]
    phone.page.evaluate(TOUCH, wipe)
    expect(where).to_have_text("2 of 2: Shirt in blue")
    short = [
        ["pointerdown", 1, 300, 400],
        ["pointermove", 1, 270, 400],
        ["pointerup", 1, 270, 400],
    ]
    phone.page.evaluate(TOUCH, short)
    expect(where).to_have_text("2 of 2: Shirt in blue")
    assert placed(phone) == (1, 0, 0)


def test_axe_has_nothing_to_say_in_the_dark(new_visitor: NewVisitor, wardrobe: Product) -> None:
    phone = new_visitor(width=390, height=844, scheme="dark")
    open_lightbox(phone)
    assert phone.barriers() == []


def test_without_a_script_the_link_shows_the_large_picture(
    new_visitor: NewVisitor, wardrobe: Product
) -> None:
    plain = new_visitor(javascript=False)
    plain.go("/p/shirt/")
    plain.page.locator("#gallery a").first.click()
    plain.page.wait_for_url("**/media/products/**-640.webp")
