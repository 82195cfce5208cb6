"""The line above every page moves nothing when the shop's fonts arrive."""

import pytest
from playwright.sync_api import Route

from shop.models import Product
from tests.factories.shop import HomeSectionFactory
from tests.functional.conftest import NewVisitor
from tests.functional.test_layout import SHIFT, WATCH

pytestmark = pytest.mark.browser


def test_nothing_moves_when_the_fonts_come_late(
    new_visitor: NewVisitor, furnished: Product
) -> None:
    HomeSectionFactory(
        kind="notice",
        title="Presents by post:",
        text="what is ordered before 13:00 on a working day leaves the same day.",
        link_text="Prices and times",
        link_path="/pages/shipping/",
    )
    phone = new_visitor(width=390, height=844)

    def answer_late(route: Route) -> None:
        phone.page.wait_for_timeout(700)
        route.continue_()

    phone.page.route("**/*.woff2", answer_late)
    phone.page.add_init_script(WATCH)
    phone.go("/c/camp/")
    phone.page.wait_for_timeout(500)
    assert phone.page.evaluate("""document.fonts.check('1rem "Instrument Sans"')""")
    assert phone.page.evaluate("window.shift") <= SHIFT
