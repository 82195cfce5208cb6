"""Takes pictures of what buyers say, on an open demo shop, for docs/img/reviews.

python -m tests.functional.review_screenshots http://127.0.0.1:8000
"""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.functional.screenshots import CHROMIUM

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "img" / "reviews"
PRODUCT = "/p/dray-and-daughter-carter/"
HEIGHTS = {1280: 1250, 390: 1400}


def main(base: str) -> None:
    """Take the box on a product's page with the reviews behind a chip, at both widths."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width, height in HEIGHTS.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(base + PRODUCT)
            page.get_by_role("button", name="No", exact=True).click()
            page.click("#digest .chip")
            page.wait_for_selector("#said .review")
            page.locator("#digest").evaluate("e => e.scrollIntoView({block: 'start'})")
            page.wait_for_load_state("networkidle")
            picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            picture.save(FOLDER / f"buyers-say-{width}.webp", quality=72, method=6)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
