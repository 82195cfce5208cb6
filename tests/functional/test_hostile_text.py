"""Hostile text in every stored field, in a browser that would run it."""

import pytest

from shop.models import Product
from tests.functional.conftest import give_picture
from tests.functional.visitor import Visitor
from tests.shop.views.test_hostile_text import VECTORS, addresses, fill_every_field

pytestmark = pytest.mark.browser


@pytest.fixture
def infested(transactional_db: None) -> Product:
    """Fill every field with all vectors at once, as far as the field is long."""
    product = fill_every_field("".join(reversed(VECTORS)))
    give_picture(product, "red")
    return product


def test_nothing_of_it_runs(visitor: Visitor, infested: Product) -> None:
    for path in addresses():
        visitor.go(path)
        visitor.page.mouse.move(300, 300)
        visitor.page.mouse.move(600, 500)
    assert visitor.complaints() == []


def test_nothing_runs_from_the_address(visitor: Visitor, transactional_db: None) -> None:
    for vector in VECTORS:
        visitor.page.goto(f"{visitor.base}/c/?sort={vector}&brand={vector}&a.x={vector}")
    assert visitor.complaints() == []


def test_the_visitor_notices_what_runs(visitor: Visitor, transactional_db: None) -> None:
    """Negative control: script, a stray request and a refused style are each noticed."""
    visitor.go("/")
    visitor.page.evaluate("alert(1)")
    assert visitor.dialogs == ["1"]
    visitor.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">')"
    )
    assert any("Content Security Policy" in each for each in visitor.errors)
    visitor.page.goto("about:blank")  # where no policy stops the request
    visitor.page.evaluate("fetch('http://127.0.0.1:9/x').catch(() => 0)")
    assert visitor.strays == ["http://127.0.0.1:9/x"]
