"""Every picture of a product or the front page is drawn and rendered, and none is left over."""

import hashlib
import html
import re
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final

from shop.demo.checks.finding import Finding
from shop.demo.checks.records import Demo, Picture
from shop.demo.listed_pictures import NAME, is_pixels_only, read_list

# A main view and one more: nearer, open, from behind or in use.
VIEWS: Final = 2
_RENDER: Final = "run python -m shop.demo.render_drawings"


def check_list(demo: Demo) -> Iterator[Finding]:
    """Yield pictures that are not as listed, or that hold more than pixels."""
    listed = read_list(demo.folder)
    for path in sorted((demo.folder / "images").glob("*.webp")):
        content = path.read_bytes()
        if listed.pop(path.name, "") != hashlib.sha256(content).hexdigest():
            yield Finding(file=NAME, subject=path.stem, problem="is another picture", mend=_RENDER)
        elif not is_pixels_only(content):
            yield Finding(
                file=NAME, subject=path.stem, problem="holds more than pixels", mend=_RENDER
            )
    for name in sorted(listed):
        yield Finding(file=NAME, subject=name, problem="is not there", mend="remove the line")


def check_pictures(demo: Demo) -> Iterator[Finding]:
    """Yield products with too few pictures, pictures that are missing and files of nothing."""
    drawings = {path.stem for path in (demo.folder / "drawings").glob("*.svg")}
    images = {path.stem for path in (demo.folder / "images").glob("*.webp")}
    named = set()
    for file, subject, picture in _pictures(demo):
        stem = PurePath(picture.file).stem
        named.add(stem)
        for problem, mend in _faults(demo, picture, stem in drawings, stem in images):
            yield Finding(file=file, subject=subject, problem=problem, mend=mend)
    for product in demo.products:
        if len(product.images) < VIEWS:
            yield Finding(
                file=product.file,
                subject=product.slug,
                problem=f"has {len(product.images)} picture",
                mend=f"name {VIEWS}: <slug>.webp and <slug>-detail.webp",
            )
    for stem in sorted((drawings | images) - named):
        yield Finding(
            file="drawings",
            subject=stem,
            problem="belongs to no product and no section",
            mend="remove it",
        )


def _pictures(demo: Demo) -> Iterator[tuple[str, str, Picture]]:
    """Yield file, subject and picture of everything that shows one."""
    for product in demo.products:
        yield from ((product.file, product.slug, picture) for picture in product.images)
    for section in demo.home:
        if section.picture is not None:
            yield "home.json", section.key, section.picture


def _faults(demo: Demo, picture: Picture, drawn: bool, rendered: bool) -> Iterator[tuple[str, str]]:
    stem = PurePath(picture.file).stem
    if not drawn:
        yield f"drawings/{stem}.svg is missing", "draw it: python -m shop.demo.drawing"
    elif _title(demo.folder / "drawings" / f"{stem}.svg") != picture.alt:
        yield f"drawings/{stem}.svg has another <title> than the alt text", "draw it again"
    if not rendered:
        yield f"images/{stem}.webp is missing", _RENDER


def _title(drawing: Path) -> str:
    found = re.search(r"<title>(.*?)</title>", drawing.read_text(encoding="utf-8"), re.DOTALL)
    return html.unescape(found[1]) if found else ""
