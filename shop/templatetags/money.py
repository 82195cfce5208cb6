"""Amounts as the shop writes them."""

from decimal import Decimal
from typing import Literal

from babel.numbers import format_currency
from django import template
from django.conf import settings

register = template.Library()


@register.filter
def money(amount: Decimal | Literal[""] | None, currency: str = "") -> str:
    """Return the amount in the shop's locale, and its currency unless told; nothing for no amount.

    A template passes "" for what it does not find.
    """
    if amount is None or amount == "":
        return ""
    return format_currency(
        amount, currency or settings.SHOP["CURRENCY"], locale=settings.SHOP["LOCALE"]
    )
