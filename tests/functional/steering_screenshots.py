"""Takes the pictures of docs/howto/search-steering.md on an open demo shop, by mending a search.

    python -m tests.functional.steering_screenshots http://127.0.0.1:8000 .vitrine/staff-login.txt

The walk saves one synonym and some ratings, as the page tells it.
"""

import io
import json
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.functional.screenshots import CHROMIUM

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "img" / "steering"
# Until the worker has counted.
WORKER_MS = 6_000
SIZE = {"width": 1280, "height": 900}
# What shoppers say, and what the shop calls it.
QUERY, ANSWER = "windcheater", "rain jacket"
# What visitors who agree to be counted search for, each in a browser of their own.
ASKED = ("windcheater", "tent", "down jacket", "windcheater")
VISITORS = 4
RATED = ("rain jacket", "tent", "sleeping bag", "stove", "lantern")


def take(page: Page, name: str, *, at: str = "") -> None:
    """Keep what is to be seen, from an element on, as WebP."""
    page.wait_for_load_state("networkidle")
    if at:
        page.locator(at).first.evaluate("e => e.scrollIntoView({block: 'start'})")
    content = page.screenshot()
    FOLDER.mkdir(parents=True, exist_ok=True)
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    picture.save(FOLDER / f"{name}.webp", quality=72, method=6)


def sign_in(page: Page, base: str, login: Path) -> None:
    """Sign in with the login that opening the shop wrote."""
    words = json.loads(login.read_text())
    page.goto(f"{base}/admin/login/")
    page.fill("[name=username], [name=login]", words["email"])
    page.fill("[name=password]", words["password"])
    page.press("[name=password]", "Enter")
    page.wait_for_load_state("networkidle")


def search_as_visitors(browser: Browser, base: str) -> None:
    """Search as shoppers do who have said yes to being counted."""
    for _ in range(VISITORS):
        context = browser.new_context()
        page = context.new_page()
        page.goto(base)
        page.get_by_role("button", name="Yes, count me", exact=True).click()
        for text in ASKED:
            page.goto(f"{base}/search/?q={text.replace(' ', '+')}")
            page.wait_for_load_state("networkidle")
        context.close()


def walk(page: Page, base: str) -> None:
    """Find the failing search, mend it, see it mended, judge and measure."""
    page.goto(f"{base}/admin/searches/")
    page.get_by_role("button", name="Count now").click()
    page.wait_for_timeout(WORKER_MS)
    page.goto(f"{base}/admin/searches/")
    take(page, "searches", at="#queries-heading")
    page.goto(f"{base}/admin/search/explain/?q={QUERY}")
    take(page, "before")
    page.get_by_role("link", name="Add a synonym").click()
    page.fill("[name=alternatives]", ANSWER)
    page.get_by_role("button", name="Preview").click()
    page.wait_for_selector(".rule-look")
    take(page, "preview", at="#rule-preview")
    page.get_by_role("button", name="Save", exact=True).click()
    page.goto(f"{base}/search/?q={QUERY}")
    take(page, "after")
    for query in RATED:
        page.goto(f"{base}/admin/search/explain/?q={query.replace(' ', '+')}")
        for place, gain in enumerate(("2 good", "3 perfect", "1 related")):
            hit = page.locator(".explain-hit").nth(place)
            hit.get_by_role("button", name=gain).click()
            hit.locator('[aria-pressed="true"]').wait_for()
    page.goto(f"{base}/admin/search/lab/")
    page.get_by_role("button", name="Measure now").click()
    page.get_by_role("heading", name="Measured").wait_for()
    take(page, "lab")


def main(base: str, login: Path) -> None:
    """Take all pictures."""
    with sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=SIZE, reduced_motion="reduce", color_scheme="light")  # type: ignore[arg-type]
        search_as_visitors(browser, base)
        sign_in(page, base, login)
        walk(page, base)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"), Path(sys.argv[2]))
