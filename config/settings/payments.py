"""Ways of paying, from what the environment says about them."""

from typing import Any

from config.settings.environment import env

Setting = dict[str, Any]

# A made-up account of the IBAN registry, so that a shop on one machine shows a bank transfer.
_EXAMPLE_IBAN = "IE29 AIBK 9311 5212 3456 78"


def payment_settings(*, fake_card: bool, examples: bool) -> dict[str, Setting]:
    """Return SHOP_PAYMENTS: what the environment tells of, and what a machine for trying has.

    `examples` adds a transfer to an example account and cash on delivery to everywhere: for one
    machine only, because somebody might take the account for the shop's.
    """
    return {
        **_stripe(),
        **(_fake_card() if fake_card else {}),
        **_bank_transfer(example_iban=_EXAMPLE_IBAN if examples else ""),
        **_cash_on_delivery(everywhere=examples),
    }


def _stripe() -> dict[str, Setting]:
    secret_key = _said("STRIPE_SECRET_KEY")
    if not secret_key:
        return {}
    options = {
        "secret_key": secret_key,
        "publishable_key": _said("STRIPE_PUBLISHABLE_KEY"),
        "webhook_secret": _said("STRIPE_WEBHOOK_SECRET"),
        # From the environment only, never from a form.
        "api_base": _said("STRIPE_API_BASE", "https://api.stripe.com"),
    }
    return {"stripe": {"BACKEND": "shop.payments.stripe.StripeCard", "OPTIONS": options}}


def _fake_card() -> dict[str, Setting]:
    return {"card": {"BACKEND": "shop.payments.fake.FakeCard", "OPTIONS": {}}}


def _bank_transfer(*, example_iban: str) -> dict[str, Setting]:
    iban = _said("BANK_ACCOUNT_IBAN", example_iban)
    if not iban:
        return {}
    options = {
        "holder": _said("BANK_ACCOUNT_HOLDER", _said("SHOP_NAME", "Vitrine Outfitters")),
        "iban": iban,
        "bic": _said("BANK_ACCOUNT_BIC"),
    }
    return {"bank_transfer": {"BACKEND": "shop.payments.manual.BankTransfer", "OPTIONS": options}}


def _cash_on_delivery(*, everywhere: bool) -> dict[str, Setting]:
    countries = env.list("CASH_ON_DELIVERY_COUNTRIES", default=[])
    if not (countries or everywhere):
        return {}
    options = {
        "countries": countries,
        "max_amount": _said("CASH_ON_DELIVERY_MAX") or None,
    }
    backend = "shop.payments.manual.CashOnDelivery"
    return {"cash_on_delivery": {"BACKEND": backend, "OPTIONS": options}}


def _said(name: str, otherwise: str = "") -> str:
    """Return a variable; an empty one says as little as none (docker-compose.yml passes both)."""
    return env.str(name, default="") or otherwise
