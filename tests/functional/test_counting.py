"""The question whether one may be counted, and what a browser tells once it was answered."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from ai.indexing.spaces import ensure_default_space
from ai.models import LoggedSearch, ShopperEvent
from shop.models import Order, Product
from shop.services.orders.tokens import order_token
from tests.ai.search.conftest import make_searchable
from tests.conftest import eventually
from tests.factories.shop import OrderFactory
from tests.functional.conftest import NewVisitor
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser
Kind = ShopperEvent.Kind


@pytest.fixture
def camp(furnished: Product) -> Product:
    """Return a shop with searchable tents."""
    ensure_default_space()
    make_searchable(*Product.objects.all())
    return furnished


def agree(visitor: Visitor, answer: str = "Yes, count me") -> None:
    visitor.page.get_by_role("button", name=answer, exact=True).click()


def events(kind: str) -> int:
    return ShopperEvent.objects.filter(kind=kind).count()


def soon(condition: Callable[[], Any]) -> Any:
    return eventually(condition, within=10)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_question_is_part_of_the_page(
    new_visitor: NewVisitor, camp: Product, width: int
) -> None:
    visitor = new_visitor(width=width, height=844)
    visitor.go("/faq/")
    page = visitor.page
    question = page.get_by_role("region", name="May we count what you search for?")
    expect(question).to_be_visible()
    # It covers nothing: it takes its place between the content and the footer.
    assert (
        page.evaluate("getComputedStyle(document.getElementById('counting')).position") == "static"
    )
    inner, outer = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert inner <= outer
    assert visitor.barriers() == []
    # Both answers look the same: neither is pushed.
    looks = page.evaluate(
        "[...document.querySelectorAll('[data-counting]')].map((one) => {"
        " const css = getComputedStyle(one);"
        " return [css.color, css.backgroundColor, css.fontWeight, css.borderColor].join(); })"
    )
    assert looks[0] == looks[1]
    agree(visitor, "No")
    expect(question.get_by_role("status")).to_contain_text("Nothing is counted")
    assert visitor.barriers() == []
    visitor.go("/c/camp/")
    expect(question).to_be_hidden()
    # And it can be thought over.
    page.get_by_role("button", name="Counting of searches").click()
    expect(question).to_be_visible()
    expect(page.get_by_role("button", name="No", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    assert visitor.barriers() == []
    assert visitor.complaints() == []


def test_from_a_search_to_an_order(visitor: Visitor, camp: Product) -> None:
    visitor.go("/search/?q=shirt")
    page = visitor.page
    agree(visitor)
    logged = soon(LoggedSearch.objects.first)
    assert (logged.query, logged.shown[0]) == ("shirt", camp.pk)
    page.locator(".hit .card__link", has_text="Shirt").first.click()
    page.wait_for_url("**/p/shirt/")
    soon(lambda: events(Kind.CLICK) == 1 and events(Kind.VIEW) == 1)
    click, view = (ShopperEvent.objects.get(kind=kind) for kind in (Kind.CLICK, Kind.VIEW))
    assert (click.search_id, click.position, click.product_id) == (logged.pk, 1, camp.pk)
    assert (view.search_id, view.product_id) == (logged.pk, camp.pk)
    page.locator(".buy__button").first.click()
    soon(lambda: events(Kind.ADD) == 1)
    added = ShopperEvent.objects.get(kind=Kind.ADD)
    assert (added.search_id, added.product_id, added.quantity) == (logged.pk, camp.pk, 1)
    # The order of this visitor, as if it had been placed on the way.
    order = OrderFactory.create(status=Order.Status.PLACED)
    order.lines.update(product=camp)
    visitor.go(f"/orders/{order_token(order)}/")
    soon(lambda: events(Kind.ORDER) == 1)
    assert ShopperEvent.objects.get(kind=Kind.ORDER).search_id == logged.pk
    # Looking at it again is no second order.
    visitor.page.reload()
    page.wait_for_timeout(1500)
    assert (events(Kind.ORDER), events(Kind.VIEW), LoggedSearch.objects.count()) == (1, 1, 1)
    assert visitor.complaints() == []


def test_each_narrowed_list_is_a_search_of_its_own(visitor: Visitor, camp: Product) -> None:
    visitor.go("/search/?q=tent")
    agree(visitor)
    soon(lambda: LoggedSearch.objects.count() == 1)
    with visitor.page.expect_response("**/search/**"):
        visitor.page.locator("#facets input[name=brand]").first.check()
    soon(lambda: LoggedSearch.objects.count() == 2)
    assert LoggedSearch.objects.filter(is_filtered=True).count() == 1


def watched(visitor: Visitor) -> list[str]:
    told: list[str] = []
    visitor.page.on(
        "request", lambda request: told.append(request.url) if "/events/" in request.url else None
    )
    return told


@pytest.mark.parametrize("answer", [None, "No"])
def test_without_a_yes_nothing_is_told_and_nothing_kept(
    visitor: Visitor, camp: Product, answer: str | None
) -> None:
    told = watched(visitor)
    visitor.go("/search/?q=shirt")
    if answer:
        agree(visitor, answer)
    visitor.page.locator(".hit .card__link").first.click()
    visitor.page.wait_for_url("**/p/**")
    visitor.page.wait_for_timeout(1500)
    assert told == []
    assert LoggedSearch.objects.count() == ShopperEvent.objects.count() == 0
    assert visitor.page.evaluate("localStorage.length") == 0


def test_a_no_after_a_yes_forgets(visitor: Visitor, camp: Product) -> None:
    visitor.go("/search/?q=shirt")
    agree(visitor)
    soon(lambda: LoggedSearch.objects.count() == 1)
    assert visitor.page.evaluate("localStorage.getItem('counting-name')")
    agree(visitor, "No")
    assert visitor.page.evaluate("localStorage.length") == 0
    told = watched(visitor)
    visitor.go("/p/shirt/")
    visitor.page.wait_for_timeout(1200)
    assert told == []


def test_a_browser_that_objects_is_not_even_asked(
    browser: Browser, live_server: LiveServer, camp: Product
) -> None:
    for name, script in (
        ("Sec-GPC", "Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})"),
        ("DNT", "Object.defineProperty(navigator, 'doNotTrack', {value: '1'})"),
    ):
        for headers, init in (({name: "1"}, ""), ({}, script)):
            context = browser.new_context(extra_http_headers=headers)
            if init:
                context.add_init_script(init)
            visitor = Visitor(context.new_page(), live_server.url)
            told = watched(visitor)
            visitor.go("/search/?q=shirt")
            expect(visitor.page.locator("#counting")).to_be_hidden()
            expect(visitor.page.locator("[data-counting-open]")).to_be_hidden()
            assert told == []
            context.close()


def test_what_could_not_be_sent_is_sent_later_and_counts_once(
    visitor: Visitor, camp: Product
) -> None:
    visitor.go("/p/vest/")
    page = visitor.page
    page.route("**/api/v1/events/", lambda route: route.abort())
    agree(visitor)
    page.wait_for_timeout(1200)
    assert events(Kind.VIEW) == 0
    page.unroute("**/api/v1/events/")
    visitor.go("/p/tent-0/")
    soon(lambda: events(Kind.VIEW) == 2)
    page.wait_for_timeout(1200)
    assert events(Kind.VIEW) == 2


def test_without_its_script_nobody_is_asked(new_visitor: NewVisitor, camp: Product) -> None:
    visitor = new_visitor(javascript=False)
    visitor.go("/search/?q=shirt")
    expect(visitor.page.locator("#counting")).to_be_hidden()
    expect(visitor.page.locator("[data-counting-open]")).to_be_hidden()
