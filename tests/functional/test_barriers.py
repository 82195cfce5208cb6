"""Nobody is kept out: axe finds nothing on any kind of page, at any width, light or dark."""

from contextlib import suppress

import pytest
from django.urls import NoReverseMatch, reverse

from shop.models import Product
from tests.functional.conftest import NewVisitor
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser


def page_kinds() -> dict[str, str]:
    kinds = {
        "home": "/",
        "category": "/c/wear/",
        "long list": "/c/",
        "filtered": "/c/camp/?brand=fell&stock=true&price_max=120",
        "empty list": "/c/camp/?brand=fell&price_max=1",
        "product": "/p/shirt/",
        "product without anything": "/p/vest/",
        "review form": "/p/shirt/review/",
        "page": "/pages/shipping/",
        "questions": "/faq/#question-1",
        "not found": "/nothing/",
    }
    with suppress(NoReverseMatch):  # a shop without the ai app has no search page
        kinds["search"] = reverse("ai:search") + "?q=tent"
    return kinds


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_has_nothing_to_say(
    new_visitor: NewVisitor, furnished: Product, scheme: str, width: int
) -> None:
    visitor = new_visitor(width=width, scheme=scheme)
    found = {}
    for kind, path in page_kinds().items():
        visitor.go(path)
        found[kind] = visitor.barriers()
    assert {kind: barriers for kind, barriers in found.items() if barriers} == {}
    assert visitor.complaints() == []


def test_axe_has_nothing_to_say_of_what_opens(new_visitor: NewVisitor, furnished: Product) -> None:
    desk, phone = new_visitor(), new_visitor(width=390, height=844)
    desk.go("/c/camp/")
    desk.page.click(".main-nav summary")
    assert desk.barriers() == []
    phone.go("/c/camp/")
    phone.page.click(".menu-button")
    assert phone.barriers() == []
    phone.page.keyboard.press("Escape")
    phone.page.click(".filters-button")
    assert phone.barriers() == []
    phone.go("/p/shirt/review/")
    phone.page.click("text=Send the review")
    assert phone.page.locator(".error-summary").is_visible()
    assert phone.barriers() == []


def test_axe_sees_a_barrier(visitor: Visitor, furnished: Product) -> None:
    """Negative control: the same check complains once a name is taken away."""
    visitor.go("/c/camp/")
    visitor.page.evaluate("document.querySelector('label[for=sort]').remove()")
    assert any(each.startswith("select-name") for each in visitor.barriers())
