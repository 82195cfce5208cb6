"""System checks of the shop: a wrong setting stops the start with a clear sentence."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug

from shop.exceptions import PaymentMisconfigured
from shop.payments.registry import provider_of
from shop.working_days import closed_days

# Any year shows whether a rule can be read.
SOME_YEAR = 2028
HOURS = range(25)


@register("payments")
def payments_are_usable(**_: Any) -> list[CheckMessage]:
    """Refuse an unknown backend, options it does not take, and what a provider says is missing."""
    return [
        Error(f"SHOP_PAYMENTS: {code}: {problem}", id="shop.E001")
        for code, setting in settings.SHOP_PAYMENTS.items()
        for problem in _problems(code, setting)
    ]


@register("payments")
def nobody_pays_with_a_card_for_trying(**_: Any) -> list[CheckMessage]:
    """Refuse to give goods away where the shop is not for trying."""
    if settings.SHOP_PAYMENTS_FOR_TRYING:
        return []
    text = (
        "SHOP_PAYMENTS: {}: whoever knows the test numbers gets goods for nothing. Take it out, or "
        "set VITRINE_FAKE_CARD=true where the shop is only shown around."
    )
    return [
        Error(text.format(code), id="shop.E002")
        for code, setting in settings.SHOP_PAYMENTS.items()
        if _is_for_trying(code, setting)
    ]


@register("payments")
def somebody_can_pay(**_: Any) -> list[CheckMessage]:
    """Say that a shop without a way of paying sells nothing."""
    if settings.SHOP_PAYMENTS:
        return []
    text = (
        "Nobody can pay: set STRIPE_SECRET_KEY, BANK_ACCOUNT_IBAN or CASH_ON_DELIVERY_COUNTRIES "
        "(docs/howto/payments.md)."
    )
    return [checks.Warning(text, id="shop.W001")]


def _problems(code: str, setting: Mapping[str, Any]) -> list[str]:
    try:
        validate_slug(code)
        return provider_of(code, setting).problems()
    except ValidationError:
        return ["a code stands in addresses: letters, digits, - and _ only."]
    except PaymentMisconfigured as error:
        return [str(error)]


def _is_for_trying(code: str, setting: Mapping[str, Any]) -> bool:
    try:
        return provider_of(code, setting).is_for_trying
    except PaymentMisconfigured:  # the other check says so
        return False


@register("shop")
def closed_days_can_be_read(**_: Any) -> list[CheckMessage]:
    """Refuse days that are none: the product pages say by them when a parcel leaves."""
    problems: list[CheckMessage] = []
    for rule in settings.SHOP["CLOSED_DAYS"]:
        try:
            closed_days([rule], [SOME_YEAR])
        except ValueError as error:
            problems.append(Error(f"SHOP_CLOSED_DAYS: {error}", id="shop.E010"))
    if settings.SHOP["DISPATCH_HOUR"] not in HOURS:
        problems.append(Error("SHOP_DISPATCH_HOUR: give an hour from 0 to 24.", id="shop.E011"))
    return problems


@register("shop")
def the_seller_is_known(**_: Any) -> list[CheckMessage]:
    """Say that an invoice without the seller's address is none."""
    if settings.SHOP["SELLER"]["ADDRESS"]:
        return []
    text = "Invoices do not say whose they are: set SELLER_NAME, SELLER_ADDRESS, SELLER_VAT_NUMBER."
    return [checks.Warning(text, id="shop.W002")]
