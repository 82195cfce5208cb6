"""When and at what price a product is sent, on its page."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.checks import run_checks
from django.test import Client
from django.utils import timezone

from shop.models import Product
from tests.factories.shop import ProductFactory, ShippingRateFactory
from tests.shop.views.markup import Element, Markup

pytestmark = pytest.mark.django_db

PRICES = {"data-sent-free", "data-sent-paid"}


@pytest.fixture(autouse=True)
def wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be Wednesday, 2 December 2026, nine in the morning."""
    now = datetime(2026, 12, 2, 9, tzinfo=timezone.get_current_timezone())
    monkeypatch.setattr("shop.views.detail.shipping.timezone.localtime", lambda: now)


def make_rate(**fields: Any) -> None:
    ShippingRateFactory(
        **{
            "country__code": "IE",
            "country__name": "Ireland",
            "price": Decimal("4.90"),
            "free_from": Decimal(60),
            "days_min": 1,
            "days_max": 3,
            **fields,
        }
    )


def box(client: Client, product: Product, **query: str) -> Element:
    return Markup(client.get(product.get_absolute_url(), query)).one("div", class_="delivery")


def seen(client: Client, product: Product) -> list[str]:
    """Return the lines of the box that are not hidden."""
    page = Markup(client.get(product.get_absolute_url()))
    hidden = [each.text for each in page.elements if "hidden" in each.attributes]
    lines = []
    for each in page.find("div"):
        if each.attributes.get("data-stock-states") and "delivery" not in each.classes:
            lines += [] if each.text in hidden else [each.text]
    prices = [each for each in page.find("span") if {*each.attributes} & PRICES]
    return [*lines, *(each.text for each in prices if "hidden" not in each.attributes)]


def test_in_stock_it_says_by_when_to_order_and_when_it_arrives(client: Client) -> None:
    make_rate()
    assert seen(client, ProductFactory(variant__price=20, variant__stock=2)) == [
        "Order by 13:00 for dispatch today Arrives Thu 3 Dec – Mon 7 Dec in Ireland",
        "€4.90 an order, free from €60.00",
    ]


def test_what_costs_enough_is_sent_free_of_charge(client: Client) -> None:
    make_rate()
    assert seen(client, ProductFactory(variant__price=60))[1] == "Sent free of charge"
    assert seen(client, ProductFactory(variant__price=Decimal("59.99")))[1] != "Sent free of charge"


def test_a_free_rate_is_free_for_everything(client: Client) -> None:
    make_rate(price=0, free_from=None)
    assert seen(client, ProductFactory(variant__price=1))[1] == "Sent free of charge"


def test_a_rate_that_is_never_free_says_its_price_alone(client: Client) -> None:
    make_rate(free_from=None)
    assert seen(client, ProductFactory(variant__price=900))[1] == "€4.90 an order"


def test_on_backorder_nothing_is_promised_but_the_way(client: Client) -> None:
    make_rate()
    product = ProductFactory(variant__price=20, variant__stock=0, variant__allow_backorder=True)
    assert seen(client, product)[0] == (
        "Leaves as soon as it is back with us From then on 1–3 working days in Ireland"
    )


@pytest.mark.parametrize("fields", [{"variant__stock": 0}, {"variant__price": None}])
def test_what_cannot_be_had_promises_nothing(client: Client, fields: dict[str, Any]) -> None:
    make_rate()
    assert "hidden" in box(client, ProductFactory(**fields)).attributes


def test_a_shop_that_does_not_ship_at_home_has_no_box(client: Client) -> None:
    make_rate(country__code="FR", country__name="France")
    make_rate(country__is_open=False)
    page = Markup(client.get(ProductFactory().get_absolute_url()))
    assert list(page.find("div", class_="delivery")) == []


def test_the_rate_is_that_of_the_variants_weight(client: Client) -> None:
    make_rate(max_weight_g=1000)
    make_rate(max_weight_g=None, price=Decimal("19.00"), free_from=None)
    assert seen(client, ProductFactory(variant__price=20, variant__weight_g=1001))[1] == (
        "€19.00 an order"
    )


def test_days_that_are_none_stop_the_start(settings: Any) -> None:
    settings.SHOP = {**settings.SHOP, "CLOSED_DAYS": ["12-25", "someday"], "DISPATCH_HOUR": 25}
    found = {each.id: each.msg for each in run_checks(tags=["shop"])}
    assert found == {
        "shop.E010": "SHOP_CLOSED_DAYS: 'someday' names no day.",
        "shop.E011": "SHOP_DISPATCH_HOUR: give an hour from 0 to 24.",
    }
