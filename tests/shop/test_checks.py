"""A wrong way of paying is refused at the start, in one sentence."""

from typing import Any

import pytest
from django.core.checks import run_checks

from shop.checks import (
    nobody_pays_with_a_card_for_trying,
    payments_are_usable,
    somebody_can_pay,
    the_seller_is_known,
)

FAKE = {"BACKEND": "shop.payments.fake.FakeCard", "OPTIONS": {}}
CASH = {"BACKEND": "shop.payments.manual.CashOnDelivery", "OPTIONS": {}}
STRIPE = {
    "secret_key": "sk_test_x",
    "publishable_key": "pk_test_x",
    "webhook_secret": "whsec_x",
}


def found(messages: list[Any]) -> list[tuple[str, str]]:
    return [(one.id, one.msg) for one in messages]


def test_the_default_setting_is_sound() -> None:
    assert run_checks(tags=["payments"]) == []


@pytest.mark.parametrize(
    ("backend", "options", "text"),
    [
        ("shop.payments.no.Such", {}, "cannot be imported"),
        ("", {}, "cannot be imported"),
        ("pathlib.Path", {}, "is no way of paying"),
        (FAKE["BACKEND"], {"webhook_sceret": "x"}, "does not take these OPTIONS"),
        (CASH["BACKEND"], {"max_amount": "a lot"}, "max_amount is not a number"),
        ("shop.payments.manual.BankTransfer", {"holder": "V", "iban": "DE00"}, "is not an IBAN"),
        ("shop.payments.stripe.StripeCard", {"secret_key": "sk_test_x"}, "missing 2 required"),
        (
            "shop.payments.stripe.StripeCard",
            {**STRIPE, "secret_key": ""},
            "STRIPE_SECRET_KEY is missing",
        ),
        (
            "shop.payments.stripe.StripeCard",
            {**STRIPE, "webhook_secret": ""},
            "STRIPE_WEBHOOK_SECRET is missing",
        ),
    ],
)
def test_a_wrong_setting_is_one_sentence(
    settings: Any, backend: str, options: dict[str, Any], text: str
) -> None:
    settings.SHOP_PAYMENTS = {"card": {"BACKEND": backend, "OPTIONS": options}}

    ((code, message),) = found(payments_are_usable())

    assert code == "shop.E001"
    assert message.startswith("SHOP_PAYMENTS: card: ")
    assert text in message


def test_a_right_setting_of_stripe_is_let_pass(settings: Any) -> None:
    """The control."""
    backend = "shop.payments.stripe.StripeCard"
    settings.SHOP_PAYMENTS = {"stripe": {"BACKEND": backend, "OPTIONS": STRIPE}}

    assert payments_are_usable() == []


def test_a_code_that_cannot_stand_in_an_address_is_refused(settings: Any) -> None:
    settings.SHOP_PAYMENTS = {"cash/on delivery": CASH}

    ((code, message),) = found(payments_are_usable())

    assert code == "shop.E001"
    assert "a code stands in addresses" in message


def test_a_card_for_trying_is_refused_where_the_shop_is_not_for_trying(settings: Any) -> None:
    settings.SHOP_PAYMENTS = {"card": FAKE, "cash": CASH}
    settings.SHOP_PAYMENTS_FOR_TRYING = False

    ((code, message),) = found(nobody_pays_with_a_card_for_trying())

    assert code == "shop.E002"
    assert message.startswith("SHOP_PAYMENTS: card: whoever knows the test numbers")
    settings.SHOP_PAYMENTS_FOR_TRYING = True  # the controls
    assert nobody_pays_with_a_card_for_trying() == []
    settings.SHOP_PAYMENTS_FOR_TRYING = False
    settings.SHOP_PAYMENTS = {"cash": CASH}
    assert nobody_pays_with_a_card_for_trying() == []


def test_a_shop_where_nobody_can_pay_is_told(settings: Any) -> None:
    settings.SHOP_PAYMENTS = {}

    assert found(somebody_can_pay())[0][0] == "shop.W001"
    settings.SHOP_PAYMENTS = {"cash": CASH}
    assert somebody_can_pay() == []


def test_a_seller_without_an_address_is_told(settings: Any) -> None:
    assert the_seller_is_known() == []
    seller = {**settings.SHOP["SELLER"], "ADDRESS": []}
    settings.SHOP = {**settings.SHOP, "SELLER": seller}
    (warning,) = the_seller_is_known()
    assert warning.id == "shop.W002"
    assert "set SELLER_NAME, SELLER_ADDRESS" in warning.msg
