"""Ways of paying from the environment: what a machine for trying has, and what a server has."""

import re

import pytest

from config.settings.payments import payment_settings
from tests.conftest import REPOSITORY

NAMES = [
    *("STRIPE_SECRET_KEY", "STRIPE_PUBLISHABLE_KEY", "STRIPE_WEBHOOK_SECRET", "STRIPE_API_BASE"),
    *("BANK_ACCOUNT_HOLDER", "BANK_ACCOUNT_IBAN", "BANK_ACCOUNT_BIC", "SHOP_NAME"),
    *("CASH_ON_DELIVERY_COUNTRIES", "CASH_ON_DELIVERY_MAX"),
]


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_a_machine_for_trying_needs_nothing() -> None:
    found = payment_settings(fake_card=True, examples=True)

    assert list(found) == ["card", "bank_transfer", "cash_on_delivery"]
    assert found["card"]["BACKEND"] == "shop.payments.fake.FakeCard"
    assert found["bank_transfer"]["OPTIONS"]["holder"] == "Vitrine Outfitters"


def test_a_server_offers_what_it_was_told_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    assert payment_settings(fake_card=False, examples=False) == {}

    monkeypatch.setenv("BANK_ACCOUNT_IBAN", "DE89 3704 0044 0532 0130 00")
    monkeypatch.setenv("BANK_ACCOUNT_HOLDER", "Ada GmbH")
    monkeypatch.setenv("CASH_ON_DELIVERY_COUNTRIES", "IE,GB")
    monkeypatch.setenv("CASH_ON_DELIVERY_MAX", "300")
    monkeypatch.setenv("STRIPE_SECRET_KEY", "sk_live_x")

    assert payment_settings(fake_card=False, examples=False) == {
        "stripe": {
            "BACKEND": "shop.payments.stripe.StripeCard",
            "OPTIONS": {
                "secret_key": "sk_live_x",
                "publishable_key": "",
                "webhook_secret": "",
                "api_base": "https://api.stripe.com",
            },
        },
        "bank_transfer": {
            "BACKEND": "shop.payments.manual.BankTransfer",
            "OPTIONS": {"holder": "Ada GmbH", "iban": "DE89 3704 0044 0532 0130 00", "bic": ""},
        },
        "cash_on_delivery": {
            "BACKEND": "shop.payments.manual.CashOnDelivery",
            "OPTIONS": {"countries": ["IE", "GB"], "max_amount": "300"},
        },
    }


def test_a_server_that_is_shown_around_names_no_account_of_others() -> None:
    assert list(payment_settings(fake_card=True, examples=False)) == ["card"]


def test_empty_variables_are_no_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """docker-compose.yml passes every variable on, empty where .env says nothing."""
    for name in NAMES:
        monkeypatch.setenv(name, "")

    assert payment_settings(fake_card=False, examples=False) == {}
    trying = payment_settings(fake_card=True, examples=True)
    assert trying["bank_transfer"]["OPTIONS"]["holder"] == "Vitrine Outfitters"
    assert trying["cash_on_delivery"]["OPTIONS"] == {"countries": [], "max_amount": None}


def test_every_variable_is_described_and_known_to_the_containers() -> None:
    source = (REPOSITORY / "config" / "settings" / "payments.py").read_text(encoding="utf-8")
    read = set(re.findall(r'"([A-Z]+(?:_[A-Z]+)+)"', source)) - {"SHOP_NAME"}
    howto = (REPOSITORY / "docs" / "howto" / "payments.md").read_text(encoding="utf-8")
    compose = (REPOSITORY / "docker-compose.yml").read_text(encoding="utf-8")

    assert read == set(NAMES) - {"SHOP_NAME"}
    assert {name for name in read if f"`{name}`" not in howto} == set()
    # A stub's address is for tests.
    assert {name for name in read if f"{name}: ${{{name}" not in compose} == {"STRIPE_API_BASE"}
