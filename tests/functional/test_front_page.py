"""The front page as staff made it, in a browser: nothing in the way, nothing off the page."""

import pytest

from shop.models import HomeSection, Product
from shop.services.home import keep_home_picture
from shop.services.images import make_renditions
from tests.factories.shop import HomeSectionFactory
from tests.functional.conftest import NewVisitor
from tests.functional.test_layout import SHIFT, WATCH
from tests.shop.test_images import picture

pytestmark = pytest.mark.browser
Kind, Rule = HomeSection.Kind, HomeSection.Rule


@pytest.fixture
def edited(furnished: Product) -> None:
    """Put one section of each kind on the front page."""
    image = keep_home_picture(content=picture(size=(1620, 1080)), filename="scene.jpg")
    make_renditions(image=image)
    scene = {"picture": image, "picture_alt": "A scene"}
    link = {"link_text": "Shirts", "link_path": "/c/shirts/"}
    HomeSectionFactory(kind=Kind.NOTICE, title="Late post:", text="see why.", **link)
    HomeSectionFactory(kind=Kind.HERO, text="Words.", picks=[furnished], **scene, **link)
    HomeSectionFactory(kind=Kind.CATEGORIES, **link)
    HomeSectionFactory(kind=Kind.PRODUCTS, rule=Rule.NEWEST, text="Some *new* things.", **link)
    HomeSectionFactory(kind=Kind.STORY, text="Long words. " * 20, **scene, **link)
    HomeSectionFactory(kind=Kind.QUOTES)
    HomeSectionFactory(kind=Kind.STORY, text="Long words. " * 20, **scene)
    HomeSectionFactory(kind=Kind.STORY, text="No picture.")


def test_axe_has_nothing_to_say(new_visitor: NewVisitor, edited: None) -> None:
    for width, scheme in ((390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")):
        visitor = new_visitor(width=width, scheme=scheme)
        visitor.go("/")
        assert visitor.barriers() == [], (width, scheme)
        assert visitor.complaints() == [], (width, scheme)


def test_everything_fits_nothing_moves_and_the_scene_comes_first(
    new_visitor: NewVisitor, edited: None
) -> None:
    for width in (390, 768, 1280, 1920):
        visitor = new_visitor(width=width)
        visitor.page.add_init_script(WATCH)
        visitor.go("/")
        for _ in range(6):
            visitor.page.mouse.wheel(0, 700)
            visitor.page.wait_for_timeout(80)
        inner, outer = visitor.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert inner <= outer, width
        assert visitor.page.evaluate("window.shift") <= SHIFT, width
    visitor = new_visitor(width=390, height=844)
    visitor.page.add_init_script(WATCH)
    visitor.go("/")
    largest = visitor.page.evaluate("[window.largest?.tagName, window.largest?.fetchPriority]")
    assert largest == ["IMG", "high"]
    source = visitor.page.evaluate("window.largest.currentSrc")
    assert source.endswith("-480.webp")  # 92 % of 390 pixels
