"""Ways of paying, from what the environment says about them."""

from typing import Any

from config.settings.environment import env

Setting = dict[str, Any]

# A made-up account of the IBAN registry, so that a shop on one machine shows a bank transfer.
_EXAMPLE_IBAN = "IE29 AIBK 9311 5212 3456 78"


def payment_settings(*, for_trying: bool) -> dict[str, Setting]:
    """Return SHOP_PAYMENTS; a shop for trying has everything, another what it was told about."""
    return {
        **_stripe(),
        **(_fake_card() if for_trying else {}),
        **_bank_transfer(example_iban=_EXAMPLE_IBAN if for_trying else ""),
        **_cash_on_delivery(everywhere=for_trying),
    }


def _stripe() -> dict[str, Setting]:
    secret_key = env.str("STRIPE_SECRET_KEY", default="")
    if not secret_key:
        return {}
    options = {
        "secret_key": secret_key,
        "publishable_key": env.str("STRIPE_PUBLISHABLE_KEY", default=""),
        "webhook_secret": env.str("STRIPE_WEBHOOK_SECRET", default=""),
        # From the environment only, never from a form.
        "api_base": env.str("STRIPE_API_BASE", default="https://api.stripe.com"),
    }
    return {"stripe": {"BACKEND": "shop.payments.stripe.StripeCard", "OPTIONS": options}}


def _fake_card() -> dict[str, Setting]:
    return {"card": {"BACKEND": "shop.payments.fake.FakeCard", "OPTIONS": {}}}


def _bank_transfer(*, example_iban: str) -> dict[str, Setting]:
    iban = env.str("BANK_ACCOUNT_IBAN", default="") or example_iban
    if not iban:
        return {}
    name = env.str("SHOP_NAME", default="Vitrine Outfitters")
    options = {
        "holder": env.str("BANK_ACCOUNT_HOLDER", default="") or name,
        "iban": iban,
        "bic": env.str("BANK_ACCOUNT_BIC", default=""),
    }
    return {"bank_transfer": {"BACKEND": "shop.payments.manual.BankTransfer", "OPTIONS": options}}


def _cash_on_delivery(*, everywhere: bool) -> dict[str, Setting]:
    countries = env.list("CASH_ON_DELIVERY_COUNTRIES", default=[])
    if not (countries or everywhere):
        return {}
    options = {
        "countries": countries,
        "max_amount": env.str("CASH_ON_DELIVERY_MAX", default="") or None,
    }
    backend = "shop.payments.manual.CashOnDelivery"
    return {"cash_on_delivery": {"BACKEND": backend, "OPTIONS": options}}
