"""From the setting to providers."""

from typing import Any

import pytest

from shop.exceptions import PaymentMisconfigured
from shop.payments.fake import FakeCard
from shop.payments.manual import CashOnDelivery
from shop.payments.registry import get_provider, list_providers

CARD = {"BACKEND": "shop.payments.fake.FakeCard", "OPTIONS": {}}
CASH = {"BACKEND": "shop.payments.manual.CashOnDelivery", "OPTIONS": {"countries": ["IE"]}}


def test_a_shop_for_trying_takes_cards_transfers_and_cash() -> None:
    assert [each.code for each in list_providers()][-3:] == [
        "card",
        "bank_transfer",
        "cash_on_delivery",
    ]


def test_providers_come_by_code_and_in_the_order_of_the_setting(settings: Any) -> None:
    settings.SHOP_PAYMENTS = {"cash": CASH, "try": CARD}

    assert [(type(each), each.code) for each in list_providers()] == [
        (CashOnDelivery, "cash"),
        (FakeCard, "try"),
    ]
    assert get_provider("try") is list_providers()[1]


def test_a_changed_setting_is_another_provider(settings: Any) -> None:
    settings.SHOP_PAYMENTS = {"cash": CASH}
    first = get_provider("cash")
    settings.SHOP_PAYMENTS = {"cash": {**CASH, "OPTIONS": {"countries": ["DE"]}}}
    second = get_provider("cash")

    assert isinstance(first, CashOnDelivery)
    assert isinstance(second, CashOnDelivery)
    assert (set(first.countries), set(second.countries)) == ({"IE"}, {"DE"})


def test_an_unknown_code_is_said(settings: Any) -> None:
    settings.SHOP_PAYMENTS = {"cash": CASH}

    with pytest.raises(PaymentMisconfigured, match="no way of paying called 'card'"):
        get_provider("card")
