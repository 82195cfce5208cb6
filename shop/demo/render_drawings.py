"""Renders the drawings of the demo shop: `python -m shop.demo.render_drawings [slug ...]`.

Every `drawings/<slug>.svg` becomes `images/<slug>.webp`, a pixel for each unit of its viewBox:
1000 by 1000 for a product, 1620 by 1080 for the front page. Chromium draws it, because it is the
browser that shoppers see the result in. Give slugs to render only those. What was rendered is
listed in `images.sha256`, so that the shop keeps it as it is.
"""

import os
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from shop.demo.listed_pictures import list_pictures

HERE = Path(__file__).parent
QUALITY = 82  # the lowest at which flat tints show no blocks; most files stay below 25 kB
MAX_BYTES = 40_000  # 24 pictures of a category page then weigh less than 1 MB
MAX_WIDE_BYTES = 60_000  # the front page shows three at most
_VIEW_BOX = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
CHROMIUM = os.environ.get("VITRINE_CHROMIUM", "/usr/bin/chromium")


def find_drawings(slugs: list[str]) -> Iterator[Path]:
    """Yield the drawings with these slugs, or all of them."""
    if not slugs:
        yield from sorted((HERE / "drawings").glob("*.svg"))
    for slug in slugs:
        yield HERE / "drawings" / f"{slug}.svg"


def render_drawing(*, page: Page, drawing: Path) -> int:
    """Write one drawing's picture and return its size in bytes; raise ValueError if too heavy."""
    svg = drawing.read_text(encoding="utf-8")
    width, height = (int(side) for side in _VIEW_BOX.findall(svg)[0])
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(f"<style>body{{margin:0}}svg{{display:block;width:{width}px}}</style>{svg}")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    webp = BytesIO()
    picture.save(webp, "WEBP", quality=QUALITY, method=6)
    size = len(webp.getvalue())
    most = MAX_BYTES if width == height else MAX_WIDE_BYTES
    if size > most:
        raise ValueError(f"{drawing.stem} weighs {size} bytes, more than {most}")
    (HERE / "images" / f"{drawing.stem}.webp").write_bytes(webp.getvalue())
    return size


def main(slugs: list[str]) -> None:
    """Render the drawings named on the command line, or all, and print how heavy they came out."""
    (HERE / "images").mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        drawings = list(find_drawings(slugs))
        sizes = [render_drawing(page=page, drawing=path) for path in drawings]
        browser.close()
    list_pictures(HERE, [path.stem for path in drawings])
    sys.stdout.write(f"{len(sizes)} pictures, the heaviest {max(sizes, default=0)} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
