"""Pages fit their window, load their first picture first and do not move about."""

import pytest

from shop.models import Product
from tests.functional.conftest import NewVisitor

pytestmark = pytest.mark.browser

PATHS = ("/", "/c/camp/", "/p/shirt/", "/p/shirt/review/", "/pages/shipping/", "/faq/", "/nothing/")
# Of the score by which a visible jump begins at 0.1; fonts arriving may cost a trifle.
SHIFT = 0.02
WATCH = """
window.shift = 0; window.largest = null;
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.largest = entry.element;
}).observe({ type: "largest-contentful-paint", buffered: true });
"""


@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
def test_nothing_sticks_out_of_the_window(
    new_visitor: NewVisitor, furnished: Product, width: int
) -> None:
    visitor = new_visitor(width=width)
    for path in PATHS:
        visitor.go(path)
        inner, outer = visitor.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert inner <= outer, path


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_and_the_largest_picture_comes_first(
    new_visitor: NewVisitor, furnished: Product, width: int
) -> None:
    visitor = new_visitor(width=width)
    visitor.page.add_init_script(WATCH)
    for path in ("/", "/c/camp/", "/p/shirt/"):
        visitor.go(path)
        for _ in range(4):
            visitor.page.mouse.wheel(0, 600)
            visitor.page.wait_for_timeout(100)
        assert visitor.page.evaluate("window.shift") <= SHIFT, path
        lazy_first = visitor.page.evaluate(
            "window.largest?.tagName === 'IMG' && window.largest.loading === 'lazy'"
        )
        assert not lazy_first, path


def test_every_picture_has_a_size_and_fits_its_place(
    new_visitor: NewVisitor, furnished: Product
) -> None:
    visitor = new_visitor(width=390)
    for path in ("/", "/c/camp/", "/p/shirt/"):
        visitor.go(path)
        sizes = visitor.page.evaluate(
            """[...document.images].map((image) => [
                image.getAttribute('width'), image.getAttribute('height'), image.currentSrc,
                image.naturalWidth, image.getBoundingClientRect().width * devicePixelRatio,
            ])"""
        )
        assert sizes
        for width, height, source, natural, shown in sizes:
            assert int(width) > 0
            assert int(height) > 0
            if natural:  # fetched so far
                assert "-" in source.rpartition("/")[2]  # a rendition, not the original
                assert shown <= natural * 1.05
