"""Takes pictures of an open demo shop for docs/img/shop, by walking through it as a guest.

    python -m tests.functional.screenshots http://127.0.0.1:8000

Each kind of page at 1280 px and at 390 px, light, and three in the dark. The walk buys something
with the card for trying, so the order, its payment page and its invoice are real ones.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("VITRINE_CHROMIUM", "/usr/bin/chromium")
FOLDER = Path(__file__).resolve().parents[2] / "docs" / "img" / "shop"
WIDTHS = (1280, 390)
IN_THE_DARK = {"home", "product", "category"}
PRODUCT = "/p/pellworth-harbour-flask/"
PLAIN = {
    "home": "/",
    "category": "/c/tents/",
    "search": "/search/?q=something+to+keep+soup+hot+on+a+hike",
    "product": PRODUCT,
    "page": "/pages/shipping/",
    "faq": "/faq/",
    "sign-in": "/account/sign-in/",
    "not-found": "/p/no-such-thing/",
}
TYPED = {
    "#id_email": "ada@example.com",
    "#id_to-name": "Ada Moor",
    "#id_to-line1": "1 Quay Street",
    "#id_to-postcode": "H91 X2Y3",
    "#id_to-city": "Galway",
}
CARD = {"#card-number": "4242 4242 4242 4242", "#card-expiry": "12/40", "#card-cvc": "123"}
# The top of a page is what people see first; more makes the pictures heavy.
HEIGHTS = {1280: 1500, 390: 1400}


class Camera:
    """A browser window of one width and scheme, and the pictures it takes."""

    def __init__(self, page: Page, base: str, suffix: str) -> None:
        self.page = page
        self.base = base
        self.suffix = suffix

    def go(self, path: str) -> None:
        """Open a page and wait for its pictures, down to where the shot ends."""
        self.page.goto(self.base + path)
        self.page.wait_for_load_state("networkidle")

    def take(self, name: str) -> None:
        """Keep what is to be seen as WebP."""
        content = self.page.screenshot()
        FOLDER.mkdir(parents=True, exist_ok=True)
        path = FOLDER / f"{name}-{self.suffix}.webp"
        Image.open(io.BytesIO(content)).convert("RGB").save(path, quality=78, method=6)


@contextmanager
def camera(browser: Browser, base: str, width: int, scheme: str = "light") -> Iterator[Camera]:
    """Open a window of its own."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    suffix = f"{width}-dark" if scheme == "dark" else str(width)
    yield Camera(context.new_page(), base, suffix)
    context.close()


def buy(shot: Camera) -> None:
    """Buy a flask by card and take a picture of every step."""
    shot.go(PRODUCT)
    shot.page.click(".buy__button")
    shot.page.wait_for_selector("#cart-drawer[open], #cart-drawer:popover-open")
    shot.take("added")
    shot.go("/cart/")
    shot.take("cart")
    shot.go("/checkout/")
    for field, text in TYPED.items():
        shot.page.fill(field, text)
    shot.take("checkout")
    shot.page.click("#order")
    shot.page.wait_for_selector("#card-number")
    shot.take("pay")
    for field, text in CARD.items():
        shot.page.fill(field, text)
    shot.page.click(".pay-card__pay")
    shot.page.wait_for_selector("text=Thank you")
    shot.take("order")
    shot.page.goto(f"{shot.page.url.split('?')[0].rstrip('/')}/invoice/")
    shot.take("invoice")


def main(base: str) -> None:
    """Take all pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width in WIDTHS:
            with camera(browser, base, width) as shot:
                for name, path in PLAIN.items():
                    shot.go(path)
                    shot.take(name)
                buy(shot)
        with camera(browser, base, 1280, "dark") as shot:
            for name in sorted(IN_THE_DARK & PLAIN.keys()):
                shot.go(PLAIN[name])
                shot.take(name)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
