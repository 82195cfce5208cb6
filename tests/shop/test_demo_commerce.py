"""The demo's countries, prices, taxes and codes are loaded once, and then they are the staff's."""

from collections import Counter
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from shop.demo.history.shipping import parse_rates
from shop.models import (
    Coupon,
    ShippingCountry,
    ShippingMethod,
    ShippingRate,
    TaxClass,
    TaxRate,
)
from shop.services.imports.demo import DemoFolder
from shop.services.imports.demo_commerce import load_commerce
from tests.factories.shop import CouponFactory, ShippingCountryFactory

pytestmark = pytest.mark.django_db
DEMO = Path(settings.SHOP["DEMO_DIR"])


def load() -> Counter[str]:
    return Counter(outcome.result for outcome in load_commerce(DemoFolder(DEMO).commerce))


def test_what_is_charged_is_what_the_shipping_page_says() -> None:
    assert load() == {"created": 13 + 1 + 2 + 4}

    promised = parse_rates((DEMO / "pages" / "shipping.md").read_text(encoding="utf-8"))
    charged = {
        rate.country_id: (rate.price, rate.free_from, rate.days_min, rate.days_max)
        for rate in ShippingRate.objects.filter(method__code="standard")
    }
    assert charged == {
        code: (rate.price, rate.free_from, rate.least_days, rate.most_days)
        for code, rate in promised.items()
    }
    express = ShippingRate.objects.get(method__code="express")
    assert (express.country_id, express.price, express.free_from) == ("IE", Decimal("9.50"), None)


def test_tax_is_included_at_the_rate_of_each_country() -> None:
    load()

    rates = dict(TaxRate.objects.filter(is_included=True).values_list("country_id", "percent"))
    assert TaxClass.objects.get().is_default
    assert {code: f"{percent.normalize():f}" for code, percent in rates.items()} == {
        "IE": "23",
        "AT": "20",
        "BE": "21",
        "FR": "20",
        "DE": "19",
        "LU": "17",
        "NL": "21",
        "DK": "25",
        "FI": "25.5",
        "IT": "22",
        "PT": "23",
        "ES": "21",
        "SE": "25",
    }


def test_codes_are_of_every_kind_and_one_has_run_out() -> None:
    load()

    coupons = {coupon.code: coupon for coupon in Coupon.objects.all()}
    assert coupons["FIRSTPITCH"].percent == 10
    assert (coupons["WETHILLS"].amount, coupons["WETHILLS"].minimum) == (Decimal(10), Decimal(80))
    assert coupons["SLOWPOST"].kind == Coupon.Kind.FREE_SHIPPING
    assert coupons["LASTSNOW"].ends_at == datetime(2026, 3, 31, 23, 59, 59, 999999, tzinfo=UTC)


def test_a_second_load_leaves_what_staff_changed_and_deleted() -> None:
    load()
    ShippingRate.objects.filter(country_id="IE", method__code="standard").update(price="3.33")
    ShippingCountry.objects.get(code="SE").delete()
    Coupon.objects.get(code="WETHILLS").delete()

    assert load() == {"unchanged": 20}

    changed = ShippingRate.objects.get(country_id="IE", method__code="standard")
    assert changed.price == Decimal("3.33")
    assert ShippingCountry.objects.count() == 12
    assert Coupon.objects.count() == 3


def test_a_shop_that_ships_already_is_left_alone() -> None:
    ShippingCountryFactory(code="NO", name="Norway")

    load()

    assert ShippingCountry.objects.count() == 1
    assert not ShippingMethod.objects.exists()


def test_a_code_of_the_shops_own_stays() -> None:
    own = CouponFactory(code="firstpitch")

    load()

    assert Coupon.objects.filter(code__iexact="FIRSTPITCH").get() == own
