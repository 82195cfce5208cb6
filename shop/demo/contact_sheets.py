"""Makes the contact sheets: `python -m shop.demo.contact_sheets [leaf category ...]`.

A sheet shows every picture of a leaf category at once, so that one that is weaker than its
neighbours, or like another, is seen. It becomes `docs/img/demo/<leaf category>.webp`.
"""

import base64
import html
import json
import sys
from io import BytesIO
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from shop.demo.render_drawings import CHROMIUM, HERE

SHEETS = HERE.parents[1] / "docs" / "img" / "demo"
WIDTH = 1280  # pixels
PICTURE = 196  # pixels: six of them and the gaps between fill a row
QUALITY = 80
STYLE = f"""
body {{ margin: 0; padding: 22px 24px 26px; background: #fff; color: #27343b;
  font: 14px/1.3 "DejaVu Sans", sans-serif; }}
h1 {{ margin: 0 0 16px; font-size: 22px; }}
main {{ display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px 16px; }}
div {{ display: flex; gap: 6px; }}
img, i {{ width: {PICTURE}px; height: {PICTURE}px; border-radius: 6px; background: #f2f2ef; }}
p {{ margin: 6px 0 0; }}
"""


def _picture(file: str) -> str:
    """Return one picture as HTML, or an empty box if it is not drawn yet."""
    path = HERE / "images" / file
    if not path.exists():
        return "<i></i>"
    small = BytesIO()
    picture = Image.open(path).resize((PICTURE, PICTURE), Image.Resampling.LANCZOS)
    picture.save(small, "PNG")
    return f'<img src="data:image/png;base64,{base64.b64encode(small.getvalue()).decode()}">'


def _cell(product: dict[str, Any]) -> str:
    """Return the pictures of a product and its title."""
    pictures = "".join(_picture(image["file"]) for image in product["images"])
    return f"<section><div>{pictures}</div><p>{html.escape(product['title'])}</p></section>"


def make_sheet(*, page: Page, leaf: str, name: str) -> int:
    """Write the sheet of one leaf category and return its size in bytes."""
    products = json.loads((HERE / "products" / f"{leaf}.json").read_text(encoding="utf-8"))
    cells = "".join(map(_cell, products))
    page.set_content(f"<style>{STYLE}</style><h1>{html.escape(name)}</h1><main>{cells}</main>")
    picture = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    SHEETS.mkdir(parents=True, exist_ok=True)
    path = SHEETS / f"{leaf}.webp"
    picture.save(path, "WEBP", quality=QUALITY, method=6)
    return path.stat().st_size


def main(leaves: list[str]) -> None:
    """Make the sheets of these leaf categories, or of all that have products."""
    departments = json.loads((HERE / "categories.json").read_text(encoding="utf-8"))
    names = {leaf["slug"]: leaf["name"] for top in departments for leaf in top["children"]}
    wanted = leaves or [leaf for leaf in names if (HERE / "products" / f"{leaf}.json").exists()]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 100})
        for leaf in wanted:
            size = make_sheet(page=page, leaf=leaf, name=names[leaf])
            sys.stdout.write(f"{leaf}: {size} bytes\n")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
